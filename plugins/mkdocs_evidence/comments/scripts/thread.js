// Makes the list of comments of a thread, whoever keeps them.
//
// A comment has an `id` for its element, its author's name as plain text in `author` (empty where
// none was given), a `date`, its text as a node in `text`, its `replies`, perhaps a `link` to where
// it stands elsewhere, and `isDeleted` where only its replies are left.
import { element, linkTo } from "./elements.js";
import { counted } from "./wording.js";

const STYLE = new URL("thread.css", import.meta.url).href;

// Returns the heading that says how many comments there are.
export function countOf(count, words, { language, name }) {
  return element("h3", { class: "evidence-thread__count", tabindex: "-1" }, counted(count, words, language, name));
}

// Returns the frame around a thread, with its stylesheet.
export function frameOf(...children) {
  const style = element("link", { rel: "stylesheet", href: STYLE });
  return element("div", { class: "evidence-thread" }, style, ...children);
}

// Returns the list of these comments. `below` returns the elements that stand below the text of one.
export function listOf(comments, words, language, below = () => []) {
  const items = comments.map((comment) => itemOf(comment, words, language, below));
  // Safari forgets that a list is one where it shows no marks.
  return element("ol", { class: "evidence-thread__list", role: "list" }, ...items);
}

export function itemOf(comment, words, language, below = () => []) {
  const item = element("li", {}, articleOf(comment, words, language, below));
  if (comment.replies?.length) item.append(listOf(comment.replies, words, language, below));
  return item;
}

export function articleOf(comment, words, language, below = () => []) {
  const { id, author, text, isDeleted } = comment;
  const by = `${id}-by`;
  const article = element("article", { id, class: "evidence-thread__comment", tabindex: "-1", "aria-labelledby": by });
  if (isDeleted) {
    article.append(element("p", { id: by, class: "evidence-thread__note" }, words.thread_deleted));
    return article;
  }
  const name = element("b", { dir: "auto" }, author || words.thread_anonymous);
  article.append(
    element("p", { id: by, class: "evidence-thread__by" }, name, ...timeOf(comment, language)),
    element("div", { class: "evidence-thread__text", dir: "auto" }, text),
    ...below(comment),
  );
  return article;
}

// A server may name a day that there is not, for which no comment should be missing.
function timeOf({ date, link }, language) {
  if (Number.isNaN(date.getTime())) return [];
  const time = element("time", { datetime: date.toISOString() }, written(date, language));
  return [" ", link ? linkTo(link, time) : time];
}

function written(date, language) {
  return new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(date);
}
