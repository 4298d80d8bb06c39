// Shows the discussion of a post on GitHub in the frame of giscus. No script of giscus runs in this
// page: the frame is made here, and what it says is heard only from itself.
import { Trouble, concerns } from "./ask.js";
import { element } from "./elements.js";
import { keep, kept } from "./kept.js";
import { hasComeBack, wayBack, withoutMark } from "./tab.js";

const PATIENCE = 20_000, UNTIL_IT_SPEAKS = 10_000;
const LOWEST = 150, TALLEST = 20_000;
// What giscus adds to the address by which it leads a reader back from signing in.
const RETURNED = "giscus";
// The sign-in is kept in the tab, for the server that gave it alone.
const SESSION = "evidence-giscus-session-";
const SIGNED_OUT = ["Bad credentials", "Invalid state value", "State has expired"];
// The frame can lead away, as signing in does, but only where the reader clicks.
const SANDBOX = "allow-scripts allow-same-origin allow-forms allow-popups " +
  "allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";

export async function show(place, values, words) {
  if (!navigator.onLine) throw new Trouble("offline");
  const { origin } = new URL(values.server);
  let session = takeSession(values, hasComeBack(values));
  const page = pageAddress(), told = element("p", { role: "status" });
  const frame = element("iframe", {
    title: words.thread_giscus_title,
    allow: "clipboard-write",
    sandbox: SANDBOX,
    referrerpolicy: "no-referrer",
  });
  Object.assign(frame.style, { width: "100%", height: `${LOWEST}px`, border: "0", colorScheme: "light dark" });

  const listening = new AbortController();
  const life = signOfLife(frame, origin, listening.signal);
  life.catch(() => listening.abort());
  window.addEventListener("message", hear, listening);
  const palette = new MutationObserver(dress);
  palette.observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
  listening.signal.addEventListener("abort", () => palette.disconnect());

  load();
  place.append(frame, told, element("p", {}, words.thread_giscus_signing_in));
  await life;
  dress();

  function load() {
    frame.src = addressOf(values, page, session);
  }

  function dress() {
    if (!frame.isConnected) return listening.abort();
    frame.contentWindow.postMessage({ giscus: { setConfig: { theme: theme() } } }, origin);
  }

  function hear(event) {
    if (!frame.isConnected) return listening.abort();
    const said = saidBy(frame, origin, event);
    if (!said) return;
    const { resizeHeight: height, signOut, error } = said;
    if (Number.isFinite(height)) frame.style.height = `${Math.min(Math.max(height, LOWEST), TALLEST)}px`;
    const isOver = typeof error === "string" && SIGNED_OUT.some((each) => error.includes(each));
    if (signOut || (isOver && session)) {
      session = "";
      keep("sessionStorage", SESSION + values.receiver, session);
      load();
    } else if (typeof error === "string") {
      told.textContent = toldOf(error, words);
    }
  }
}

function toldOf(error, words) {
  // So it is before somebody has written.
  if (error.includes("Discussion not found")) return "";
  return error.includes("rate limit") ? words.thread_giscus_busy : words.thread_giscus_error;
}

// Settles with the first message of the frame. A frame that shows nothing cannot be told from one that
// does, but for its silence.
function signOfLife(frame, origin, signal) {
  return new Promise((resolve, reject) => {
    const fail = (kind) => reject(new Trouble(kind));
    let waiting = setTimeout(fail, PATIENCE, "slow");
    frame.addEventListener("load", () => {
      clearTimeout(waiting);
      waiting = setTimeout(fail, UNTIL_IT_SPEAKS, "giscus_silent");
    }, { signal });
    document.addEventListener("securitypolicyviolation", (violation) => {
      if (concerns(violation, origin)) fail("forbidden");
    }, { signal });
    window.addEventListener("message", (event) => {
      if (!saidBy(frame, origin, event)) return;
      clearTimeout(waiting);
      resolve();
    }, { signal });
    signal.addEventListener("abort", () => clearTimeout(waiting));
  });
}

function saidBy(frame, origin, { source, origin: from, data }) {
  const said = source === frame.contentWindow && from === origin && data?.giscus;
  return typeof said === "object" ? said : null;
}

function addressOf(values, page, session) {
  const { server, frame, repository, repositoryId, category, categoryId, thread, title } = values;
  const back = wayBack(page, values);
  back.hash = "comment";
  const query = new URLSearchParams({
    origin: back,
    session,
    theme: theme(),
    reactionsEnabled: "0",
    emitMetadata: "0",
    inputPosition: "bottom",
    repo: repository,
    repoId: repositoryId,
    category,
    categoryId,
    term: thread,
    strict: "1",
    description: title,
    backLink: page,
  });
  return `${server}/${frame}/widget?${query}`;
}

function theme() {
  return document.body.dataset.mdColorScheme === "slate" ? "dark" : "light";
}

function pageAddress() {
  const page = withoutMark(location);
  page.searchParams.delete(RETURNED);
  page.hash = "";
  return page.href;
}

// A sign-in in the address counts only on the way back that this tab has made: it could stand in any
// link, and be that of a stranger, under whose name the reader would then write. Whoever had the address
// could write in the reader's name, so it goes.
function takeSession({ receiver }, isBack) {
  const page = withoutMark(location), brought = page.searchParams.get(RETURNED);
  if (brought !== null) {
    page.searchParams.delete(RETURNED);
    history.replaceState(history.state, "", page);
  }
  const session = (isBack && brought) || kept("sessionStorage", SESSION + receiver) || "";
  keep("sessionStorage", SESSION + receiver, session);
  return session;
}
