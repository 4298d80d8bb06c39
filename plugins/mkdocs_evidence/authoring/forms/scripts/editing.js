// Brings values into the YAML of a file and changes nothing else in it: comments, the order of
// fields, quotes and line breaks stay as the author wrote them.

import { isMap, isScalar, isSeq } from "yaml";
import { aligned } from "./aligned.js";
import { Changes } from "./changes.js";
import { withinBrackets } from "./brackets.js";
import { meaning, same } from "./meaning.js";
import { isEmpty, parse, valueOf } from "./reading.js";
import { behindName, groupLines, item, named, nameText } from "./writing.js";

// Returns the text of the file with the values that are wanted in it.
export function edited(text, root, wanted) {
  const { contents } = parse(text);
  return new Editor(text).edited(contents, root, wanted);
}

class Editor {
  constructor(text) {
    this.text = text;
    this.changes = new Changes(text);
  }

  edited(contents, root, wanted) {
    if (isEmpty(contents)) {
      const above = this.text.trimEnd();
      return `${above && `${above}\n`}${groupLines(wanted, root, 0)}\n`;
    }
    this.#change({ node: contents, from: contents.range[0], indent: -2 }, root, wanted);
    return this.changes.made();
  }

  #said(node, field) {
    return meaning(valueOf(node, field, this.text), field);
  }

  // A slot is the place of a value: its node, where its name ends, and by how much that is indented.
  #change(slot, field, wanted) {
    const { node } = slot;
    if (same(this.#said(node, field), wanted)) return;
    if (node?.flow) return this.#changeBrackets(slot, field, wanted);
    if (isScalar(node) && !isEmpty(node) && field.short && Object.keys(wanted).join() === field.short) {
      return this.#change(slot, field.fields.get(field.short), wanted[field.short]);
    }
    const isDone =
      (isMap(node) && field.kind === "group" && this.#changeGroup(node, field, wanted)) ||
      (isSeq(node) && field.kind === "list" && this.#changeItems(node, field, wanted)) ||
      (isMap(node) && field.kind === "mapping" && this.#changeItems(node, field, wanted));
    if (!isDone) this.#replace(slot, field, wanted);
  }

  #changeBrackets({ node, indent }, field, wanted) {
    const [start, end] = node.range;
    const { text, comments } = withinBrackets(node, field, wanted, this.text);
    this.changes.replace(start, end, text);
    const margin = `\n${" ".repeat(Math.max(0, indent))}`;
    this.changes.insert(this.changes.lineEnd(end), comments.map((comment) => margin + comment).join(""));
  }

  // Changes the fields of a group one by one; says whether anything of it is left.
  #changeGroup(map, field, wanted) {
    const gone = ({ key, value }) => {
      const inner = field.fields.get(key.value);
      return inner && wanted[key.value] === undefined && this.#said(value, inner) !== undefined;
    };
    const kept = map.items.filter((pair) => !gone(pair));
    if (!kept.length) return false;
    for (const pair of map.items) {
      const name = pair.key.value, inner = field.fields.get(name);
      if (gone(pair)) this.#remove(map, pair, inner);
      else if (inner && wanted[name] !== undefined) this.#change(this.#slotOf(pair), inner, wanted[name]);
    }
    const written = new Set(map.items.map(({ key }) => key.value));
    const order = [...field.fields.keys()];
    const added = order.filter((name) => wanted[name] !== undefined && !written.has(name));
    for (const name of added) this.#add(name, kept, order, field.fields.get(name), wanted[name]);
    return true;
  }

  #slotOf({ key, value, srcToken }) {
    const colon = srcToken.sep.find(({ type }) => type === "map-value-ind");
    return { node: value, from: colon.offset + 1, indent: this.changes.column(key.range[0]) };
  }

  // A group that has fields which the form does not know stays for them.
  #remove(map, pair, field) {
    const { value } = pair;
    const isForm = ({ key }) => field.fields.has(key.value);
    if (isMap(value) && field.kind === "group" && !value.items.every(isForm)) {
      return this.#change(this.#slotOf(pair), field, {});
    }
    const start = pair.key.range[0], end = this.#endOfPair(pair);
    if (this.changes.isFirstOnLine(start)) return this.changes.removeLines(start, end);
    // Behind a hyphen, the next field takes its place.
    const next = map.items[map.items.indexOf(pair) + 1]?.key.range[0];
    const isAlone = !next || this.text.slice(end, next).trim();
    this.changes.replace(start, isAlone ? end : next, "");
  }

  // Writes a field behind the nearest one that goes before it, or else before all others.
  #add(name, kept, order, field, wanted) {
    const before = order.slice(0, order.indexOf(name)).reverse();
    const above = before.map((each) => kept.find(({ key }) => key.value === each)).find(Boolean);
    const start = kept[0].key.range[0], indent = this.changes.column(start);
    const written = `${name}:${behindName(wanted, field, indent)}`;
    const margin = `\n${" ".repeat(indent)}`;
    if (above) this.changes.insert(this.changes.lineEnd(this.#endOfPair(above)), margin + written);
    else this.changes.insert(start, written + margin);
  }

  // Changes the items of a list or of a mapping by name; says whether any of them is left.
  #changeItems(node, field, wanted) {
    const entries = isSeq(node) ? this.#itemsOf(node, field) : this.#entriesOf(node, field);
    const steps = aligned(entries.map(({ said }) => said), wanted);
    if (!steps.some(([old, now]) => old !== undefined && now !== undefined)) return false;
    if (!entries.every(({ start }) => this.changes.isFirstOnLine(start))) return false;
    const gone = steps.filter(([, now]) => now === undefined).map(([old]) => entries[old]);
    const first = entries[0].start, margin = `\n${" ".repeat(this.changes.column(first))}`;
    let above;
    for (const [old, now] of steps) {
      if (old === undefined) {
        const moved = gone.find(({ said }) => same(said, wanted[now]));
        const written = moved
          ? this.text.slice(moved.start, this.changes.lineEnd(moved.end))
          : this.#newItem(node, field, wanted[now]);
        if (above) this.changes.insert(this.changes.lineEnd(above.end), margin + written);
        else this.changes.insert(first, written + margin);
      } else if (now === undefined) {
        this.changes.removeLines(entries[old].start, entries[old].end);
      } else {
        above = entries[old];
        above.change(wanted[now]);
      }
    }
    return true;
  }

  #newItem(node, field, wanted) {
    const indent = this.changes.column(node.range[0]);
    return isSeq(node) ? `- ${item(wanted, field.item, indent)}` : named(wanted, field, indent);
  }

  #itemsOf(seq, field) {
    const hyphens = hyphensOf(seq);
    return seq.items.map((node, i) => {
      const start = hyphens[i], indent = this.changes.column(start);
      const slot = { node, from: start + 1, indent, isItem: true };
      return {
        start,
        end: this.#endOf(node, start + 1),
        said: this.#said(node, field.item),
        change: (wanted) => this.#change(slot, field.item, wanted),
      };
    });
  }

  #entriesOf(map, mapping) {
    const { naming, item: field } = mapping;
    return map.items.map((pair) => ({
      start: pair.key.range[0],
      end: this.#endOfPair(pair),
      said: { [naming]: pair.key.value, ...this.#said(pair.value, field) },
      change: ({ [naming]: name, ...wanted }) => {
        if (name !== pair.key.value) this.changes.replace(...pair.key.range.slice(0, 2), nameText(name, mapping, false));
        this.#change(this.#slotOf(pair), field, wanted);
      },
    }));
  }

  // Writes a value anew. What follows on the line of the old one, a comment, stays on the first.
  #replace({ node, from, indent, isItem }, field, wanted) {
    const { changes, text } = this;
    const written = isItem ? ` ${item(wanted, field, indent)}` : behindName(wanted, field, indent);
    const [head, ...below] = written.split("\n"), rest = below.map((line) => `\n${line}`).join("");
    const end = this.#endOf(node, from);
    const start = node && node.range[0] < node.range[1] ? node.range[0] : from;
    if (start === from) {
      changes.insert(from, head);
      changes.insert(changes.lineEnd(from), rest);
    } else if (changes.lineEnd(from) < start) {
      const last = changes.lineEnd(end);
      changes.insert(from, head + text.slice(end, last).trimEnd());
      changes.replace(changes.lineEnd(from), last, rest);
    } else {
      const header = isScalar(node) ? text.slice(start, end) : "";
      const [, comment = ""] = /^[|>][^\s#]*([ \t]+#[^\n]*)/.exec(header) ?? [];
      const blanks = head ? text.slice(from, start) : "";
      changes.replace(from, end, (blanks ? blanks + head.trimStart() : head) + comment);
      changes.insert(changes.lineEnd(end), rest);
    }
  }

  #endOfPair(pair) {
    return this.#endOf(pair.value, this.#slotOf(pair).from);
  }

  // Returns where a value ends that begins at or behind a place, without what follows on the line.
  #endOf(node, from) {
    if (!node || node.range[0] === node.range[1]) return from;
    if (isMap(node) && !node.flow) return this.#endOfPair(node.items.at(-1));
    if (isSeq(node) && !node.flow) return this.#endOf(node.items.at(-1), hyphensOf(node).at(-1) + 1);
    return node.range[0] + this.text.slice(node.range[0], node.range[1]).trimEnd().length;
  }
}

// The places of the hyphens of a list.
function hyphensOf(seq) {
  const before = seq.srcToken.items.flatMap(({ start }) => start);
  return before.filter(({ type }) => type === "seq-item-ind").map(({ offset }) => offset);
}
