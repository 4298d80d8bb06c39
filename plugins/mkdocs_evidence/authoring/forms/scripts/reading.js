// Reads YAML as the checks of the site do: every value is the text that was written, and anchors,
// aliases, tags and names given twice are refused. What cannot be shown in the form is an error, so
// that the file is left alone.

import { isAlias, isMap, isScalar, isSeq, parseDocument, visit } from "yaml";
import { valueOfText } from "./meaning.js";

const OPTIONS = { schema: "failsafe", keepSourceTokens: true };

export class FileError extends Error {
  constructor(text, offset, message) {
    const line = text.slice(0, offset).split("\n").length;
    super(`Line ${line}: ${message}`);
    this.name = "FileError";
  }
}

// Returns the document, whose nodes know their places in the text.
export function parse(text) {
  const document = parseDocument(text, OPTIONS);
  const refuse = (offset, message) => {
    throw new FileError(text, offset, message);
  };
  const [error] = document.errors;
  if (error) refuse(error.pos[0], "This is not YAML as it should be. “evidence check” tells more.");
  visit(document, {
    Node(_, node) {
      if (isAlias(node) || node.anchor || node.tag) {
        refuse(node.range[0], "A text that begins with a sign such as “*”, “&” or “!” needs quotes.");
      }
    },
    Pair(_, { key, srcToken }) {
      if (!isScalar(key)) refuse(key?.range[0] ?? 0, "The name of a field should be plain text.");
      if (srcToken?.start.some(({ type }) => type === "explicit-key-ind")) {
        refuse(key.range[0], "A field should begin with its name and not with a question mark.");
      }
    },
  });
  if (document.contents && !isEmpty(document.contents) && !isMap(document.contents)) {
    refuse(document.contents.range[0], "The file should hold fields, each written as “name: value”.");
  }
  return document;
}

// Returns whether nothing was written in the place of a value.
export function isEmpty(node) {
  return !node || (isScalar(node) && (!node.type || node.type === "PLAIN") && ["", "~"].includes(node.value));
}

// Returns the value of a node as the form has it; undefined where nothing was written.
export function valueOf(node, field, text) {
  if (isEmpty(node)) return undefined;
  const refuse = (expected) => {
    const called = field.label ? `“${field.label}”` : "This";
    throw new FileError(text, node.range[0], `${called} should be ${expected}.`);
  };
  const inner = (each, of) => valueOf(each, of, text);
  switch (field.kind) {
    case "group":
      if (isScalar(node) && field.short) return { [field.short]: inner(node, field.fields.get(field.short)) };
      if (!isMap(node)) refuse("a group of fields");
      return groupOf(node, field, inner);
    case "mapping":
      if (!isMap(node)) refuse("a group of names");
      return node.items.map(({ key, value }) => ({ [field.naming]: key.value, ...inner(value, field.item) }));
    case "pair":
      if (!isSeq(node) || node.items.length !== field.fields.size) refuse("two numbers in square brackets");
      return Object.fromEntries([...field.fields].map(([name, end], i) => [name, inner(node.items[i], end)]));
    case "list":
      if (isScalar(node) && field.item.kind !== "group") return [inner(node, field.item)];
      if (!isSeq(node)) refuse("a list");
      return node.items.map((each) => inner(each, field.item) ?? (field.item.kind === "group" ? {} : ""));
    default: {
      if (!isScalar(node)) refuse("text; put it in quotes if a colon or a bracket belongs to it");
      const value = valueOfText(node.value, field);
      if (value === undefined) refuse(EXPECTED[field.kind]);
      return value;
    }
  }
}

const EXPECTED = {
  number: "a number, such as 0.38",
  integer: "a whole number, such as 120",
  boolean: "yes or no",
  date: "a day, such as 2026-05-12",
};

function groupOf(node, { fields }, inner) {
  const known = node.items.filter(({ key }) => fields.has(key.value));
  return Object.fromEntries(known.map(({ key, value }) => [key.value, inner(value, fields.get(key.value))]));
}
