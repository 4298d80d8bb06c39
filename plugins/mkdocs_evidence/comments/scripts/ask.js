// Asks a provider's server for something, and tells what went wrong as well as a browser can know.

// kind: "offline", "forbidden" (by this site's own policy), "refused" (the server is there, but does
// not answer this site), "slow", "unreachable" (or blocked by the browser), "failed" (it answered
// with an error: `status` and `answer`).
export class Trouble extends Error {
  constructor(kind, { status, answer } = {}) {
    super(kind);
    Object.assign(this, { kind, status, answer });
  }
}

// Returns the answer if it is a good one.
export async function ask(url, options = {}) {
  const answer = await fetch(url, options).catch(() => { throw new Trouble("unreachable"); });
  if (!answer.ok) throw new Trouble("failed", { status: answer.status, answer: await answer.text() });
  return answer;
}

// Returns what the reader is told of it.
export function toldOf(trouble, words) {
  return words[`thread_trouble_${trouble.kind}`] ?? words.thread_trouble_failed;
}
