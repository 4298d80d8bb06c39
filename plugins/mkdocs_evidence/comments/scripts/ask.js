// Asks a provider's server for something, and tells what went wrong as well as a browser can know.

const PATIENCE = 20_000;
const QUIETLY = { referrerPolicy: "no-referrer" };
// A browser tells of what a policy forbade shortly after it has refused to ask.
const UNTIL_POLICY_IS_TOLD = 100;

// kind: "offline", "forbidden" (by this site's own policy), "refused" (the server is there, but does
// not answer this site: it is set up for another address, or something before it is broken), "slow",
// "unreachable" (or blocked by the browser), "failed" (it answered with an error: `status` and
// `answer`, its text; or with what cannot be understood).
export class Trouble extends Error {
  constructor(kind, { status, answer } = {}) {
    super(kind);
    Object.assign(this, { kind, status, answer });
  }
}

// Returns the answer if it is a good one. The address of the page is not sent along. What goes wrong while it is read, such as by `json()`, is
// no Trouble; `toldOf` knows what to say of it all the same.
export async function ask(url, options = {}) {
  const policy = watchPolicy(url);
  try {
    const answer = await fetch(url, { ...QUIETLY, ...options, signal: AbortSignal.timeout(PATIENCE) });
    if (!answer.ok) throw new Trouble("failed", { status: answer.status, answer: await answer.text() });
    return answer;
  } catch (error) {
    throw error instanceof Trouble ? error : new Trouble(await kindOf(error, url, policy));
  } finally {
    policy.end();
  }
}

// Returns what the reader is told of it, whatever was thrown.
export function toldOf(trouble, words) {
  return words[`thread_trouble_${trouble.kind ?? kindOfReading(trouble)}`] ?? words.thread_trouble_failed;
}

// Says whether a policy that is in force kept something from there out.
export function concerns({ blockedURI, disposition }, origin) {
  return disposition === "enforce" && blockedURI.startsWith(origin);
}

async function kindOf(error, url, policy) {
  if (error.name === "TimeoutError") return "slow";
  if (!navigator.onLine) return "offline";
  await new Promise((resolve) => setTimeout(resolve, UNTIL_POLICY_IS_TOLD));
  if (policy.forbade) return "forbidden";
  return (await isThere(url)) ? "refused" : "unreachable";
}

// A server that answers anything at all does answer this: the page learns no more of it than that.
function isThere(url) {
  const signal = AbortSignal.timeout(PATIENCE);
  return fetch(url, { ...QUIETLY, mode: "no-cors", credentials: "omit", signal }).then(() => true, () => false);
}

function kindOfReading(error) {
  if (error.name === "TimeoutError") return "slow";
  return error.name === "TypeError" && !navigator.onLine ? "offline" : "failed";
}

function watchPolicy(url) {
  const { origin } = new URL(url, location);
  const policy = { forbade: false, end: () => document.removeEventListener("securitypolicyviolation", note) };
  function note(violation) {
    if (concerns(violation, origin)) policy.forbade = true;
  }
  document.addEventListener("securitypolicyviolation", note);
  return policy;
}
