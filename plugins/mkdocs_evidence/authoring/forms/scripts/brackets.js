// Writes what stands in curly or square brackets anew, on one line, with what did not change as it
// was written.

import { isMap, isScalar, isSeq } from "yaml";
import { aligned } from "./aligned.js";
import { meaning, same } from "./meaning.js";
import { valueOf } from "./reading.js";
import { inBrackets, nameText } from "./writing.js";

// Returns the text of the brackets with the value that is wanted, and the comments that had stood
// in them, which have no place on one line.
export function withinBrackets(node, field, wanted, text) {
  const written = new Brackets(text).written(node, field, wanted);
  const comments = commentsIn(node.srcToken).filter((comment) => !written.includes(comment));
  return { text: written, comments };
}

class Brackets {
  constructor(text) {
    this.text = text;
  }

  written(node, field, wanted) {
    if (node && same(this.#said(node, field), wanted)) return this.#asIs(node);
    if (isMap(node) && field.kind === "group") return `{${this.#fields(node, field, wanted).join(", ")}}`;
    if (isMap(node) && field.kind === "mapping") return `{${this.#named(node, field, wanted).join(", ")}}`;
    if (isSeq(node) && field.kind === "list") return `[${this.#items(node, field, wanted).join(", ")}]`;
    if (isScalar(node) && field.short && Object.keys(wanted).join() === field.short) {
      return this.written(node, field.fields.get(field.short), wanted[field.short]);
    }
    return inBrackets(wanted, field);
  }

  #asIs(node) {
    return this.text.slice(node.range[0], node.range[1]);
  }

  #said(node, field) {
    return meaning(valueOf(node, field, this.text), field);
  }

  #pair({ key, value }, written) {
    return `${this.#asIs(key)}: ${written ?? (value ? this.#asIs(value) : "")}`.trimEnd();
  }

  #fields(map, { fields }, wanted) {
    const names = [...fields.keys()];
    const parts = map.items.flatMap((pair) => {
      const name = pair.key.value, field = fields.get(name);
      const isSame = !field || same(this.#said(pair.value, field), wanted[name]);
      if (!isSame && wanted[name] === undefined) return [];
      const written = isSame ? undefined : this.written(pair.value, field, wanted[name]);
      return [{ name, text: this.#pair(pair, written) }];
    });
    for (const name of names) {
      if (wanted[name] === undefined || parts.some((part) => part.name === name)) continue;
      const before = names.slice(0, names.indexOf(name));
      const above = parts.findLastIndex((part) => before.includes(part.name));
      parts.splice(above + 1, 0, { name, text: `${name}: ${inBrackets(wanted[name], fields.get(name))}` });
    }
    return parts.map(({ text }) => text);
  }

  #named(map, field, wanted) {
    const { naming, item } = field;
    const entries = map.items.map(({ key, value }) => ({ [naming]: key.value, ...this.#said(value, item) }));
    return aligned(entries, wanted)
      .filter(([, now]) => now !== undefined)
      .map(([old, now]) => {
        const { [naming]: name, ...rest } = wanted[now], pair = map.items[old];
        if (pair?.key.value === name) return this.#pair(pair, this.written(pair.value, item, rest));
        return `${nameText(name, field, true)}: ${this.written(pair?.value, item, rest)}`;
      });
  }

  #items(seq, { item }, wanted) {
    const items = seq.items.map((each) => this.#said(each, item));
    return aligned(items, wanted)
      .filter(([, now]) => now !== undefined)
      .map(([old, now]) => this.written(seq.items[old], item, wanted[now]));
  }
}

// A token has others in lists, which say what goes before it, between it and behind it.
function commentsIn(token) {
  if (token?.type === "comment") return [token.source];
  if (!token || typeof token !== "object") return [];
  const { start, key, sep, value, items, end } = token;
  return [start, key, sep, value, items, end].flatMap((part) => [part ?? []].flat().flatMap(commentsIn));
}
