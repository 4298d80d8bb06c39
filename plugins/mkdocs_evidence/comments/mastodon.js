// Shows the replies to a thread on a Mastodon server. Nothing but their text is loaded: pictures come
// from further hosts. To write one leads to Mastodon.
import { ask, Trouble } from "./ask.js";
import { element, harmless, linkTo } from "./elements.js";
import { countOf, frameOf, listOf } from "./thread.js";
import { filled } from "./wording.js";

// What servers show to those who are not signed in.
const MOST = 60, DEEPEST = 20;
// Signs that turn the direction of what follows: behind a name, an account could be read as another.
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;
const PUBLIC = ["public", "unlisted"];
const TROUBLES = {
  0: "mastodon_moved", 401: "mastodon_closed", 403: "mastodon_closed", 404: "mastodon_gone",
  410: "mastodon_gone", 429: "mastodon_busy",
};

export async function show(place, { server, status, thread, language }, words) {
  const { descendants } = await contextOf(`${server}/api/v1/statuses/${status}/context`);
  const shown = descendants.filter(isShown);
  const replies = nested(shown.map((each) => commentOf(each, words, language)), status);
  const heading = countOf(shown.length, words, { language, name: "thread_mastodon_count" });
  const frame = frameOf(heading, listOf(replies, words, language));
  if (!shown.length) frame.append(paragraph(linkTo(thread, words.thread_mastodon_first)));
  if (descendants.length >= MOST || depthOf(replies) >= DEEPEST) {
    frame.append(paragraph(linkTo(thread, words.thread_mastodon_more)));
  }
  place.append(frame);
}

// Another address would be a host of which the reader knows nothing, so it is not followed.
async function contextOf(url) {
  const options = { cache: "no-cache", credentials: "omit", redirect: "manual" };
  try {
    return await (await ask(url, options)).json();
  } catch (error) {
    throw error.kind === "failed" && error.status in TROUBLES ? new Trouble(TROUBLES[error.status]) : error;
  }
}

function isShown({ visibility, in_reply_to_id: parent }) {
  return PUBLIC.includes(visibility) && parent;
}

function commentOf(reply, words, language) {
  const { account, spoiler_text: warning } = reply;
  const name = (account.display_name || account.username).replace(TURNING, "");
  const text = new DocumentFragment();
  text.append(harmless(reply.content), ...elsewhere(reply, words, language));
  return {
    id: `mastodon-${reply.id}`,
    status: reply.id,
    parent: reply.in_reply_to_id,
    author: `${name} (@${account.acct})`,
    date: new Date(reply.created_at),
    link: reply.url ?? reply.uri,
    text: warning ? element("details", {}, element("summary", {}, warning), text) : text,
    replies: [],
  };
}

// What is not loaded: a link says that it is there.
function elsewhere({ url, uri, media_attachments: media, poll }, words, language) {
  const labels = [];
  const count = media?.length ?? 0;
  const label = count === 1 ? words.thread_mastodon_attached_one : words.thread_mastodon_attached;
  if (count) labels.push(filled(label, { count }, language));
  if (poll) labels.push(words.thread_mastodon_poll);
  return labels.map((each) => paragraph(linkTo(url ?? uri, each)));
}

// A reply to one that is not shown stands at the top.
function nested(replies, status) {
  const known = new Map(replies.map((reply) => [reply.status, reply]));
  const top = [];
  for (const reply of replies) {
    const parent = reply.parent === status ? null : known.get(reply.parent);
    (parent ? parent.replies : top).push(reply);
  }
  return top;
}

function depthOf(replies) {
  return Math.max(0, ...replies.map((reply) => 1 + depthOf(reply.replies)));
}

function paragraph(...children) {
  return element("p", { class: "evidence-thread__note" }, ...children);
}
