// What readers may do with a comment of their own while its server lets them.
import { buttonOf, element } from "./elements.js";
import { formOf } from "./form.js";

// Adds to the article of a comment the buttons that change and delete it.
//
// given: its `text` and `author` as they were written.
// needs: what its form needs.
// change: sends what was written instead, and shows it.
// remove: deletes the comment, and shows that.
// told: returns what the reader is told when the server did neither.
export function makeCorrectable(article, { given, needs, change, remove, told, words, language }) {
  const changer = buttonOf(words.thread_change, openForm);
  const deleter = buttonOf(words.thread_delete, ask);
  const buttons = element("p", { class: "evidence-thread__buttons" }, changer, deleter);
  article.append(buttons);

  function openForm() {
    const form = formOf({
      title: words.thread_change_yours,
      button: words.thread_change_save,
      needs: { ...needs, email: false },
      given,
      send: change,
      told,
      cancel: () => close(form, changer),
      words,
      language,
    });
    open(form, form.querySelector("textarea"));
  }

  function ask() {
    const label = words.thread_delete_ask;
    const status = element("p", { class: "evidence-thread__trouble", role: "status" });
    const no = buttonOf(words.thread_delete_no, () => close(question, deleter));
    const yes = buttonOf(words.thread_delete_yes, async () => {
      status.textContent = "";
      await remove().catch((trouble) => { status.textContent = told(trouble); });
    });
    const answers = element("p", { class: "evidence-thread__buttons" }, yes, no);
    const question = element("div", { role: "group", "aria-label": label }, element("p", {}, label), status, answers);
    open(question, no);
  }

  function open(part, first) {
    buttons.hidden = true;
    article.append(part);
    first.focus();
  }

  function close(part, opener) {
    part.remove();
    buttons.hidden = false;
    opener.focus();
  }
}
