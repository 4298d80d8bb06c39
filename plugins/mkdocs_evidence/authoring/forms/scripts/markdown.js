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

export function fromFile(text, configuration) {
  const root = formFields(configuration);
  return { ...shown(read(text, root, configuration).value, root), [SOURCE]: text };
}

export function toFile(values, configuration) {
  const root = formFields(configuration), text = values[SOURCE];
  const before = read(text, root, configuration);
  const wanted = withHeadings(wantedOf(values, root, before.value), before, configuration);
  if (same(meaning(before.value, root) ?? {}, wanted)) return text;
  const written = new Editor(before, root, configuration).edited(wanted);
  if (!same(meaning(read(written, root, configuration).value, root) ?? {}, wanted)) {
    throw new Error(
      "This cannot be written into the file. Does a text have a heading with one or two number signs?",
    );
  }
  return written;
}

// Gives its usual heading to each section that has none, for it is known by that.
function withHeadings(wanted, { above }, { headings }) {
  const sections = Object.entries(wanted).map(([name, value]) =>
    name in headings && !(name in above) ? [name, { heading: headings[name], ...value }] : [name, value]);
  return Object.fromEntries(sections);
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
  const isBelow = ({ name }) => root.fields.has(name) && above[name] === undefined;
  const sections = sectionsOf(text, body, names).filter(isBelow);
  const below = sections.map(({ name, heading, text }) => [name, valueOfSection(name, heading, text)]);
  return { text, fields, body, sections, above, value: { ...above, ...Object.fromEntries(below) } };
}

const valueOfSection = (name, heading, text) =>
  name === LEAD ? text || undefined : { heading: heading.text, ...(text && { text }) };

class Editor {
  constructor(before, root, { sections: names, headings }) {
    Object.assign(this, before, { root, names, headings, changes: new Changes(before.text) });
  }

  edited(wanted) {
    const texts = [LEAD, ...Object.keys(this.headings)], fields = { ...wanted };
    let last = this.body;
    for (const name of [...this.root.fields.keys()].filter((each) => texts.includes(each))) {
      if (this.above[name] !== undefined) continue;
      delete fields[name];
      last = this.#change(name, wanted[name], last);
    }
    const changed = edited(this.text.slice(this.fields.start, this.fields.end), this.root, fields);
    const ended = !changed || changed.endsWith("\n") ? changed : `${changed}\n`;
    this.changes.replace(this.fields.start, this.fields.end, ended);
    return this.changes.made();
  }

  // Changes one part of the text, and returns where the next may be added.
  #change(name, wanted, last) {
    const section = this.sections.find((each) => each.name === name);
    if (section && name === LEAD) return this.#changeLead(section, wanted ?? "");
    if (section) return this.#changeSection(section, wanted);
    if (wanted) this.#insert(last, `## ${this.#checked(wanted.heading, name)}`, wanted.text);
    return last;
  }

  #changeLead({ from, start, end, until, text }, wanted) {
    if (!wanted) this.changes.replace(from, until, "\n\n");
    else if (wanted !== text) this.changes.replace(start, end, text ? wanted : `\n\n${wanted}`);
    return end;
  }

  #changeSection({ name, heading, text, start, end, until }, wanted) {
    if (!wanted) {
      this.changes.replace(heading.start, until, "");
      return heading.start;
    }
    if (wanted.heading !== heading.text) {
      this.changes.replace(heading.start, heading.end, `## ${this.#checked(wanted.heading, name)}`);
    }
    if ((wanted.text ?? "") !== text) {
      this.changes.replace(start, end, text ? wanted.text ?? "" : `\n\n${wanted.text}`);
    }
    return end;
  }

  #insert(at, ...parts) {
    this.changes.insert(at, `\n\n${parts.filter(Boolean).join("\n\n")}`);
  }

  // A section is known by the words with which its heading begins.
  #checked(heading, name) {
    if (sectionNamed(heading, this.names) === name) return heading;
    const usual = this.headings[name];
    throw new Error(`In this file a section is known by its heading. Begin “${heading}” with “${usual}”.`);
  }
}
