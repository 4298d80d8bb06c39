// Shows the comments of a thread on an Isso server, and a form to write one. What such a server is
// asked, and what it answers, stands in its documentation.
import { ask, toldOf } from "./ask.js";
import { buttonOf, element, harmless } from "./elements.js";
import { formOf } from "./form.js";
import { makeCorrectable } from "./own.js";
import { articleOf, countOf, frameOf, itemOf, listOf } from "./thread.js";
import { filled } from "./wording.js";

const AT_ONCE = 50;
const PENDING = 2, DELETED = 4;
const FORBIDDEN = 403;
const SIGNS = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

// How the server says why it takes no comment, and what the reader is told of it.
const LIMITS = {
  "ratelimit exceeded": "thread_limit_minute",
  "direct responses": "thread_limit_thread",
  "edit time frame": "thread_limit_own",
};

export async function show(place, values, words) {
  const [page, count, { config }, { moderation }] = await Promise.all([
    pageFrom(values, 0),
    counts(values, [values.thread]),
    ask(`${values.server}/config`).then((answer) => answer.json()),
    ask(`${values.server}/info`).then((answer) => answer.json()),
  ]);
  const needs = { name: config["require-author"], email: config["require-email"] };
  place.append(new Thread(values, words, needs, moderation).shown(page, count[0]));
}

// Returns how many comments these threads have.
export async function counts({ server }, threads) {
  const answer = await ask(`${server}/count`, { method: "POST", body: JSON.stringify(threads) });
  return answer.json();
}

class Thread {
  constructor(values, words, needs, isModerated) {
    Object.assign(this, { values, words, needs, isModerated, language: values.language });
  }

  shown(page, count) {
    const heading = countOf(count, this.words, this);
    this.list = listOf([], this.words, this.language);
    this.rest = element("div");
    this.add(page);
    return frameOf(heading, this.list, this.rest, this.form({ title: this.words.thread_write }));
  }

  // Adds the comments of a page, and the way to the next if there is one.
  add({ replies, hidden_replies: hidden }, offset = 0) {
    const { words, language } = this, next = offset + replies.length;
    const isNew = ({ id }) => !document.getElementById(idOf(id));
    const comments = replies.filter(isNew).map(commentOf);
    const items = comments.map((comment) => itemOf(comment, words, language, (each) => this.below(each)));
    this.list.append(...items);
    const status = element("p", { class: "evidence-thread__trouble", role: "status" });
    const more = buttonOf(words.thread_more, async () => {
      status.textContent = "";
      try {
        this.add(await pageFrom(this.values, next), next)?.focus();
      } catch (trouble) {
        status.textContent = toldOf(trouble, words);
      }
    });
    this.rest.replaceChildren(...(hidden > 0 ? [more, status] : []));
    return items[0]?.firstChild;
  }

  // What stands below the text of a comment that everybody sees.
  below({ number, author, isDeleted }) {
    if (isDeleted) return [];
    const { words } = this;
    const label = filled(words.thread_reply_to, { name: author || words.thread_anonymous });
    const buttons = element("p", { class: "evidence-thread__buttons" });
    const reply = buttonOf(words.thread_reply, () => {
      const close = () => {
        form.remove();
        buttons.hidden = false;
      };
      const cancel = () => {
        close();
        reply.focus();
      };
      const form = this.form({ title: label, parent: number, sent: close, cancel });
      buttons.hidden = true;
      buttons.after(form);
      form.querySelector("textarea").focus();
    }, { "aria-label": label });
    buttons.append(reply);
    return [buttons];
  }

  form({ title, parent = null, sent, cancel }) {
    const { words } = this;
    return formOf({
      title,
      button: words.thread_send,
      notes: notesOf(words, this.isModerated),
      needs: this.needs,
      send: async (written) => {
        await this.send({ ...written, parent });
        sent?.();
      },
      told: (trouble) => toldOfLimits(trouble, words),
      cancel,
      words,
      language: this.language,
    });
  }

  // With the title the server need not fetch the page to find it.
  async send(written) {
    const { server, thread, title } = this.values;
    const answer = await ask(`${server}/new?uri=${encodeURIComponent(thread)}`, sending("POST", { ...written, title }));
    const added = await answer.json();
    const isMine = await this.mayCorrect(added.id);
    const article = this.own(added, written, isMine);
    const parent = document.getElementById(idOf(added.parent))?.closest("li");
    this.listBelow(parent).append(element("li", {}, article));
    article.focus();
  }

  listBelow(item) {
    if (!item) return this.list;
    const list = item.querySelector("ol") ?? listOf([], this.words, this.language);
    item.append(list);
    return list;
  }

  // The cookie by which the server knows whose comment it is does not come through everywhere.
  mayCorrect(id) {
    const asked = ask(`${this.values.server}/id/${id}?plain=1`, { credentials: "include" });
    return asked.then(() => true, () => false);
  }

  // Returns the article of the reader's own comment.
  own(added, written, isMine) {
    const { words, language } = this;
    const article = articleOf(commentOf(added), words, language);
    const thanks = added.mode === PENDING ? words.thread_pending : words.thread_sent;
    const may = isMine ? words.thread_own : words.thread_own_not;
    article.classList.add("evidence-thread__comment--own");
    // The focus goes to the article, and what became of it is read out with its name.
    const told = `${article.id}-told`;
    article.append(element("p", { id: told, class: "evidence-thread__thanks" }, thanks, " ", may));
    article.setAttribute("aria-describedby", told);
    if (isMine) {
      makeCorrectable(article, {
        given: written,
        needs: this.needs,
        change: (changed) => this.change(article, added.id, changed),
        remove: () => this.remove(article, added.id),
        told: (trouble) => (trouble.status === FORBIDDEN ? words.thread_own_over : toldOf(trouble, words)),
        words,
        language,
      });
    }
    return article;
  }

  async change(article, id, { text, author }) {
    const answer = await ask(`${this.values.server}/id/${id}`, sending("PUT", { text, author }));
    const changed = this.own(await answer.json(), { text, author }, true);
    article.replaceWith(changed);
    changed.focus();
  }

  // A comment that was answered leaves its place to the answers.
  async remove(article, id) {
    const answer = await ask(`${this.values.server}/id/${id}`, sending("DELETE"));
    const left = await answer.json();
    const { words } = this;
    const instead = left
      ? articleOf(commentOf(left), words, this.language)
      : element("p", { class: "evidence-thread__note", tabindex: "-1" }, words.thread_deleted_yours);
    article.replaceWith(instead);
    instead.focus();
  }
}

function toldOfLimits(trouble, words) {
  const isMet = ([sign]) => trouble.status === FORBIDDEN && trouble.answer.includes(sign);
  const limit = Object.entries(LIMITS).find(isMet);
  return limit ? words[limit[1]] : toldOf(trouble, words);
}

async function pageFrom({ server, thread }, offset) {
  const query = new URLSearchParams({ uri: thread, limit: AT_ONCE, offset });
  return (await ask(`${server}/?${query}`)).json();
}

function sending(method, body) {
  const headers = { "Content-Type": "application/json" };
  return { method, headers, body: body && JSON.stringify(body), credentials: "include" };
}

function idOf(number) {
  return `isso-${number}`;
}

function commentOf({ id, author, created, text, mode, replies = [] }) {
  return {
    id: idOf(id),
    number: id,
    author: asTyped(author ?? ""),
    date: new Date(created * 1000),
    text: harmless(text),
    isDeleted: mode === DELETED,
    replies: replies.map(commentOf),
  };
}

// The server escapes names, and names alone, for HTML.
function asTyped(name) {
  return name.replace(/&(?:lt|gt|amp);/g, (sign) => SIGNS[sign]);
}

function notesOf(words, isModerated) {
  const notes = [words.thread_private, words.thread_urgent, words.thread_moderated];
  const [apart, urgent, moderated] = notes.map((text) => element("p", {}, text));
  const help = whereHelpIs();
  if (help) urgent.append(" ", element("a", { href: help }, words.thread_help), ".");
  return [element("div", { class: "evidence-form__notes" }, apart, urgent, ...(isModerated ? [moderated] : []))];
}

function whereHelpIs() {
  const notice = document.querySelector("aside.evidence-notice");
  if (!notice) return document.querySelector(".evidence-help a")?.href;
  notice.id ||= "evidence-notice";
  return `#${notice.id}`;
}
