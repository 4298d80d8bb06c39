// Summaries in Markdown: fields between two lines of hyphens, then the opening, and each section under
// its heading. The form has the same fields as for summaries in YAML.

import { Changes } from "./changes.js";
import { edited } from "./editing.js";
import { shown, wantedOf } from "./form.js";
import { meaning, same } from "./meaning.js";
import { FileError, parse, valueOf } from "./reading.js";
import { LEAD, sectionNamed, sectionsOf } from "./sections.js";
import { formFields, SOURCE } from "./shapes.js";

const OPENING = /^\s*^---[ \t]*$/m;
const RULE = /^---[ \t]*$/gm;
const EMPTY = "---\n---\n";

export function fromFile(text, configuration) {
  const root = formFields(configuration);
  return { ...shown(read(text, root, configuration).value, root), [SOURCE]: text };
}

export function toFile(values, configuration) {
  const root = formFields(configuration), text = values[SOURCE] || EMPTY;
  const before = read(text, root, configuration);
  const wanted = wantedOf(values, root, before.value);
  if (same(meaning(before.value, root) ?? {}, wanted)) return text;
  const written = new Editor(before, root, configuration).edited(wanted);
  if (!same(meaning(read(written, root, configuration).value, root) ?? {}, wanted)) {
    throw new Error(
      "This change cannot be written into the file. Does a text have a heading with one or two number signs?",
    );
  }
  return written;
}

// Returns the values of a file with the places from which they come.
function read(text, root, { sections: names }) {
  const opening = OPENING.exec(text);
  RULE.lastIndex = opening ? opening[0].length : text.length;
  const closing = RULE.exec(text);
  if (!closing) throw new FileError(text, 0, "The fields should stand between two lines of three hyphens.");
  const fields = { start: opening[0].length + 1, end: closing.index }, body = closing.index + closing[0].length;
  const yaml = text.slice(fields.start, fields.end);
  const above = valueOf(parse(yaml).contents, root, yaml) ?? {};
  const sections = sectionsOf(text, body, names).filter(({ name }) => root.fields.has(name) && above[name] === undefined);
  const below = sections.map(({ name, heading, text }) => [name, valueOfSection(name, heading, text)]);
  return { text, fields, body, sections, value: { ...above, ...Object.fromEntries(below) } };
}

const valueOfSection = (name, heading, text) =>
  name === LEAD ? text || undefined : { heading: heading.text, ...(text && { text }) };

class Editor {
  constructor({ text, fields, body, sections }, root, { sections: names, headings }) {
    Object.assign(this, { text, fields, body, sections, root, names, headings });
    this.changes = new Changes(text);
  }

  edited(wanted) {
    const texts = new Set([LEAD, ...Object.values(this.names)]), above = { ...wanted };
    const yaml = this.text.slice(this.fields.start, this.fields.end);
    const inFields = valueOf(parse(yaml).contents, this.root, yaml) ?? {};
    let last = this.body;
    for (const [name] of this.root.fields) {
      if (!texts.has(name) || inFields[name] !== undefined) continue;
      delete above[name];
      last = this.#change(name, wanted[name], last);
    }
    const changed = edited(yaml, this.root, above);
    this.changes.replace(this.fields.start, this.fields.end, changed && !changed.endsWith("\n") ? `${changed}\n` : changed);
    return this.changes.made();
  }

  // Changes one part of the text, and returns where the next may be added.
  #change(name, wanted, last) {
    const section = this.sections.find((each) => each.name === name);
    if (section) return name === LEAD ? this.#changeLead(section, wanted ?? "") : this.#changeSection(section, wanted);
    if (wanted) this.#insert(last, `## ${this.#headingOf(name, wanted.heading)}`, wanted.text);
    return last;
  }

  #changeLead({ start, end, text }, wanted) {
    if (wanted === text) return end;
    this.changes.replace(start, end, text || !wanted ? wanted : `\n\n${wanted}`);
    return end;
  }

  #changeSection({ name, heading, text, start, end, until }, wanted) {
    if (!wanted) {
      this.changes.replace(heading.start, until, "");
      return heading.start;
    }
    const called = this.#headingOf(name, wanted.heading);
    if (called !== heading.text) this.changes.replace(heading.start, heading.end, `## ${called}`);
    if ((wanted.text ?? "") !== text) this.changes.replace(start, end, text ? wanted.text ?? "" : `\n\n${wanted.text}`);
    return end;
  }

  #insert(at, ...parts) {
    const isLast = !this.text.slice(at).trim();
    this.changes.insert(at, `\n\n${parts.filter(Boolean).join("\n\n")}${isLast ? "\n" : ""}`);
  }

  // A section is known by its heading, which has to begin with its name.
  #headingOf(name, heading = this.headings[name]) {
    if (sectionNamed(heading, this.names) !== name) {
      const usual = this.headings[name];
      throw new Error(`In this file, a heading has to begin as the site knows it. Begin “${heading}” with “${usual}”.`);
    }
    return heading;
  }
}
