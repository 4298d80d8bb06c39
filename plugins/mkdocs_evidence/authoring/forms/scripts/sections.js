// The sections of a summary in Markdown, found by their headings (reading/markdown_form.py).

import { headings } from "./headings.js";

const ARTICLES = new Set("the a an o os as um uma l le la les de het".split(" "));

export const LEAD = "lead";

// Returns the parts of a text that are fields: their names, the author's headings, and their places.
export function sectionsOf(text, start, names) {
  const found = headings(text, start).filter(({ level }) => level === 2);
  const ends = [...found.slice(1).map((heading) => heading.start), text.length];
  const lead = { name: LEAD, ...placeOf(text, start, found[0]?.start ?? text.length) };
  const sections = found.map((heading, i) => ({
    name: sectionNamed(heading.text, names),
    heading,
    ...placeOf(text, heading.end, ends[i]),
  }));
  const named = sections.filter(({ name }) => name);
  return [lead, ...named.filter(({ name }, i) => named.findIndex((each) => each.name === name) === i)];
}

// Returns the section to which a heading leads, by the words that it begins with.
export function sectionNamed(heading, names) {
  const sections = new Map(Object.entries(names).map(([name, id]) => [mainWords(name).join(" "), id]));
  const words = mainWords(heading);
  for (let length = words.length; length; length--) {
    const section = sections.get(words.slice(0, length).join(" "));
    if (section) return section;
  }
  return undefined;
}

function mainWords(heading) {
  const words = heading.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  return words.length > 1 && ARTICLES.has(words[0]) ? words.slice(1) : words;
}

// Where the text between two places is, without the blanks around it.
function placeOf(text, from, end) {
  const between = text.slice(from, end), written = between.trim();
  const start = written ? from + between.indexOf(written) : from;
  return { from, start, end: start + written.length, until: end, text: written };
}
