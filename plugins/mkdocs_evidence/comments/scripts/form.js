// A form to write or to change a comment. What is wrong is said in words beside its field, and
// nothing that was written is lost when it cannot be sent.
import { buttonOf, element } from "./elements.js";
import { filled } from "./wording.js";

const LEAST = 3, MOST = 65_535, MOST_OF_EMAIL = 254;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

let forms = 0;

// title, button: what stands above the form and on its button.
// notes: elements between the title and the fields.
// needs: whether a `name` and an `email` are needed; without the latter none is asked for.
// given: what stands in the fields at first: `text` and `author`.
// send: sends what was written, `text`, `author` and `email`, each null where it is empty.
// told: returns what the reader is told when sending failed.
// cancel: what happens when the reader does not want to write after all; without it nobody can.
export function formOf({ title, button, notes = [], needs, given = {}, send, told, cancel, words, language }) {
  const id = `evidence-form-${++forms}`;
  const fields = fieldsOf(id, needs, given, words, language);
  const status = element("p", { class: "evidence-form__status", role: "status" });
  const sender = element("button", { class: "evidence-comment" }, button);
  const buttons = element("p", { class: "evidence-thread__buttons" }, sender);
  if (cancel) buttons.append(buttonOf(words.thread_cancel, cancel));
  const form = element(
    "form",
    { class: "evidence-form", novalidate: "", "aria-labelledby": id },
    element("h3", { id }, title),
    ...notes,
    ...fields.map(({ frame }) => frame),
    status,
    buttons,
  );
  const say = (text, isTrouble) => {
    status.textContent = text;
    status.classList.toggle("evidence-thread__trouble", isTrouble);
  };

  let isSending = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (isSending) return;
    say("", false);
    const wrong = fields.filter((field) => !field.check());
    if (wrong.length) return wrong[0].control.focus();
    isSending = true;
    say(words.thread_sending, false);
    try {
      await send(Object.fromEntries(fields.map(({ name, value }) => [name, value() || null])));
      say("", false);
      form.reset();
    } catch (trouble) {
      say(`${told(trouble)} ${words.thread_kept}`, true);
    } finally {
      isSending = false;
    }
  });
  return form;
}

function fieldsOf(id, needs, given, words, language) {
  const text = fieldOf(`${id}-text`, "text", {
    label: words.thread_text,
    hint: words.thread_text_hint,
    control: element("textarea", { rows: "6", dir: "auto", required: "" }),
    given: given.text,
    wrong: (value) => wrongInText(value, words, language),
  });
  const name = fieldOf(`${id}-name`, "author", {
    label: words.thread_name,
    hint: needs.name ? words.thread_name_hint : words.thread_name_hint_optional,
    control: element("input", { autocomplete: "given-name", dir: "auto", ...(needs.name && { required: "" }) }),
    given: given.author,
    wrong: (value) => needs.name && !value && words.thread_name_needed,
  });
  const email = needs.email && fieldOf(`${id}-email`, "email", {
    label: words.thread_email,
    hint: words.thread_email_hint,
    control: element("input", { type: "email", autocomplete: "email", maxlength: MOST_OF_EMAIL, required: "" }),
    wrong: (value) => !EMAIL.test(value) && words.thread_email_needed,
  });
  return [text, name, email].filter(Boolean);
}

// The server counts characters as Unicode does, and not as JavaScript does.
function wrongInText(value, words, language) {
  const { length } = [...value];
  if (length < LEAST) return words.thread_text_short;
  return length > MOST && filled(words.thread_text_long, { length, most: MOST }, language);
}

// A field with its label and hint; `check` says in words what is wrong with it, if something is.
function fieldOf(id, name, { label, hint, control, given, wrong }) {
  const hinted = `${id}-hint`, told = `${id}-wrong`;
  control.id = id;
  control.name = name;
  control.value = given ?? "";
  control.setAttribute("aria-describedby", `${told} ${hinted}`);
  const error = element("p", { id: told, class: "evidence-thread__trouble", hidden: "" });
  const frame = element(
    "div",
    { class: "evidence-form__field" },
    element("label", { for: id }, label),
    element("p", { id: hinted, class: "evidence-thread__note" }, hint),
    error,
    control,
  );
  const value = () => control.value.trim();
  const check = () => {
    const words = wrong(value());
    error.textContent = words || "";
    error.hidden = !words;
    control.setAttribute("aria-invalid", String(Boolean(words)));
    return !words;
  };
  return { name, frame, control, value, check };
}
