// What happens once the reader has asked for the comments: the choice is kept if the reader says
// so, the provider's own module is loaded, and what goes wrong is said in words.
import { Trouble, toldOf } from "./ask.js";
import { buttonOf, element } from "./elements.js";
import { keep, kept } from "./kept.js";
import { hasComeBack } from "./tab.js";

const LONG = 4_000;
const beside = (name) => new URL(name, import.meta.url).href;

// Until all that is needed of this site is there, the place stays as it was, so that the reader can
// ask again. Where no hand has clicked, whoever reads is not disturbed.
export async function open(place, click) {
  const { lang: language } = place.closest("[lang]");
  const values = { ...JSON.parse(place.dataset.comments), language };
  if (!click.isTrusted && isUnasked(values)) return;
  const [{ show }, { default: words }] = await Promise.all([
    import(beside(`${values.module}.js`)),
    import(beside(`words/${language}.js`)),
  ]);
  const choice = place.querySelector("[type=checkbox]");
  if (!choice) return;
  if (choice.checked) keep("localStorage", keptAs(values), values.receiver);
  const status = element("p", { role: "status" }), thread = element("div");
  const style = element("link", { rel: "stylesheet", href: beside("comments.css") });
  place.replaceChildren(style, status, thread);
  place.className = "evidence-request";
  for (const [name, value] of Object.entries({ role: "region", "aria-label": words.thread_region, tabindex: "-1" })) {
    place.setAttribute(name, value);
  }
  if (click.isTrusted) place.focus();
  await load();
  if (isKept(values)) place.append(forgetting(values, words));

  async function load() {
    const waiting = setTimeout(say, LONG, words.thread_still_connecting);
    thread.setAttribute("aria-busy", "true");
    say(words.thread_connecting);
    try {
      await show(thread, values, words);
      say(words.thread_shown);
      status.className = "evidence-unseen";
      goToComment(place, values.module);
    } catch (trouble) {
      if (!(trouble instanceof Trouble)) console.error(trouble);
      thread.replaceChildren(tryingAgain());
      say(toldOf(trouble, words));
    } finally {
      clearTimeout(waiting);
      thread.removeAttribute("aria-busy");
    }
  }

  function say(text) {
    status.textContent = text;
  }

  function tryingAgain() {
    return buttonOf(words.thread_again, () => {
      place.focus();
      thread.replaceChildren();
      load();
    });
  }
}

// The address leads to a comment that was not there when the page was opened.
function goToComment(place, module) {
  const id = location.hash.slice(1);
  if (!id) return;
  const comment = place.querySelector(`#${CSS.escape(id)}`);
  // One that waits, is gone or stands further on is not here: the others are.
  const found = comment ?? (id.startsWith(`${module}-`) ? place : null);
  if (!found) return;
  found.tabIndex = -1;
  found.focus();
  found.scrollIntoView();
}

function forgetting(values, words) {
  const line = element("p", { tabindex: "-1" });
  line.append(buttonOf(words.thread_forget, () => {
    localStorage.removeItem(keptAs(values));
    line.textContent = words.thread_forgotten;
    line.focus();
  }));
  return line;
}

// Where the name of the provider stands in the address, the reader may come back from signing in there,
// and has then asked for the comments in this tab before; but anybody can write an address.
function isUnasked(values) {
  return location.search.includes(values.module) && !isKept(values) && !hasComeBack(values);
}

function isKept(values) {
  return kept("localStorage", keptAs(values)) === values.receiver;
}

// Each provider tells something else before, so that what was agreed to for one does not hold for another
// at the same address.
function keptAs({ module }) {
  return `evidence-${module}`;
}
