// What a value of the form or of the file says, whatever way it is written: text without blanks
// around it, numbers, lists and groups without what is empty; undefined where nothing is said.

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const YES_NO = new Map([
  ..."true yes on t y 1".split(" ").map((word) => [word, true]),
  ..."false no off f n 0".split(" ").map((word) => [word, false]),
]);
const DAY = /^\d{4}-\d\d-\d\d$/;

// What neither YAML nor XML can hold, and line breaks that are none for editors.
const INVISIBLE = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029\ufffe\uffff]/g;

export function meaning(value, field) {
  if (value === undefined || value === null) return undefined;
  switch (field.kind) {
    case "group":
    case "pair":
      return groupMeaning(value, field);
    case "list":
    case "mapping":
      return some([...value].map((item) => meaning(item, field.item)).filter((item) => item !== undefined));
    case "number":
    case "integer":
      return value === "" ? undefined : Number(value);
    case "boolean":
      return value === true ? true : undefined;
    default:
      return textMeaning(String(value), field);
  }
}

function groupMeaning(value, { fields }) {
  const said = {};
  for (const [name, field] of fields) {
    const inner = meaning(value[name], field);
    if (inner !== undefined) said[name] = inner;
  }
  return Object.keys(said).length ? said : undefined;
}

function textMeaning(value, { kind }) {
  const text = value.replace(/\r\n?/g, "\n").replace(INVISIBLE, " ").trim();
  return (kind === "markdown" ? text : text.replace(/\s+/g, " ")) || undefined;
}

const some = (items) => (items.length ? items : undefined);

// Returns the value that a text of the file has in the form; undefined where it has none.
export function valueOfText(text, { kind }) {
  const word = text.trim();
  switch (kind) {
    case "number":
      return NUMBER.test(word) ? Number(word) : undefined;
    case "integer":
      return NUMBER.test(word) && Number.isInteger(Number(word)) ? Number(word) : undefined;
    case "boolean":
      return YES_NO.get(word.toLowerCase());
    case "date":
      return DAY.test(word) ? word : undefined;
    default:
      return text;
  }
}

export function same(one, other) {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, i) => same(item, other[i]));
  }
  if (isGroup(one) && isGroup(other)) {
    const names = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...names].every((name) => same(one[name], other[name]));
  }
  return one === other;
}

export const isGroup = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value);
