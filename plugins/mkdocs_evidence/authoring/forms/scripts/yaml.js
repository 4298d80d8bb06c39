// Summaries in YAML: what the form shows of them, and the file that it saves.

import { edited } from "./editing.js";
import { shown, wantedOf } from "./form.js";
import { meaning, same } from "./meaning.js";
import { parse, valueOf } from "./reading.js";
import { formFields, SOURCE } from "./shapes.js";

// Returns the values of the form for the text of a file.
export function fromFile(text, configuration) {
  const root = formFields(configuration);
  return { ...shown(read(text, root), root), [SOURCE]: text };
}

// Returns the text of the file for the values of the form.
export function toFile(values, configuration) {
  const root = formFields(configuration), text = values[SOURCE] ?? "";
  const before = read(text, root), wanted = wantedOf(values, root, before);
  if (same(meaning(before, root) ?? {}, wanted)) return text;
  const written = edited(text, root, wanted);
  if (!same(meaning(read(written, root), root) ?? {}, wanted)) {
    throw new Error("This change cannot be written into the file. Nothing was saved.");
  }
  return written;
}

function read(text, root) {
  return valueOf(parse(text).contents, root, text) ?? {};
}
