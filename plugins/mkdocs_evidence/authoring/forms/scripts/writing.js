// Writes values as YAML that is not in the file yet, in the way that the guide writes it: paragraphs
// after "|", what is short in brackets, and groups below their name.

const PLAIN = /^[\p{L}\p{N}(][^\n]*$/u;
const TAKEN = /^(true|false|null|yes|no|on|off|y|n|~)$/i;
const NUMBER_LIKE = /^[\d.+-][\d_.,:eE+-]*$/;
const LONGEST = 80;

// Returns what stands behind "name:", whose line is indented by so many spaces.
export function behindName(value, field, indent) {
  if (field.short && hasOnly(value, field.short)) {
    return behindName(value[field.short], field.fields.get(field.short), indent);
  }
  const short = isSimple(field) && ` ${inBrackets(value, field)}`;
  if (short && short.length <= LONGEST) return short;
  switch (field.kind) {
    case "group":
      return `\n${" ".repeat(indent + 2)}${groupLines(value, field, indent + 2)}`;
    case "mapping":
      return `\n${value.map((item) => " ".repeat(indent + 2) + named(item, field, indent + 2)).join("\n")}`;
    case "list":
      return value.map((each) => `\n${" ".repeat(indent + 2)}- ${item(each, field.item, indent + 2)}`).join("");
    case "markdown":
      return ` ${block(value, indent + 2)}`;
    default:
      return ` ${inBrackets(value, field, false)}`;
  }
}

// Says whether a group or a list has nothing but words and numbers in it.
function isSimple({ item, fields }) {
  const inner = item ? [item] : [...(fields?.values() ?? [])];
  return inner.length > 0 && inner.every(({ kind, item }) => !item && !["group", "markdown"].includes(kind));
}

const block = (text, indent) =>
  `|\n${text.split("\n").map((line) => (line.trim() ? " ".repeat(indent) + line : "")).join("\n")}`;

// Returns the fields of a group, of which the first stands where the cursor is.
export function groupLines(value, { fields }, indent) {
  return [...fields]
    .filter(([name]) => value[name] !== undefined)
    .map(([name, field]) => `${name}:${behindName(value[name], field, indent)}`)
    .join(`\n${" ".repeat(indent)}`);
}

// Returns an entry of a mapping by name.
export function named(item, field, indent) {
  const { [field.naming]: name, ...rest } = item;
  return `${nameText(name, field, false)}:${behindName(rest, field.item, indent)}`;
}

// Returns the name of an entry of a mapping.
export function nameText(name, { label }, within) {
  if (!name) throw new Error(`Each entry of “${label}” needs a name.`);
  return text(name, within);
}

// Returns an item of a list, as it stands behind its hyphen.
export function item(value, field, indent) {
  if (field.kind === "group") return groupLines(value, field, indent + 2);
  return inBrackets(value, field, false);
}

// Returns a value on one line, as it may stand within brackets, or else only outside of them.
export function inBrackets(value, field, within = true) {
  if (field.short && hasOnly(value, field.short)) {
    return inBrackets(value[field.short], field.fields.get(field.short), within);
  }
  switch (field.kind) {
    case "group":
      return `{${[...field.fields]
        .filter(([name]) => value[name] !== undefined)
        .map(([name, inner]) => `${name}: ${inBrackets(value[name], inner)}`)
        .join(", ")}}`;
    case "mapping":
      return `{${value
        .map(({ [field.naming]: name, ...rest }) => `${nameText(name, field, true)}: ${inBrackets(rest, field.item)}`)
        .join(", ")}}`;
    case "pair":
      return `[${both(value, field).join(", ")}]`;
    case "list":
      return `[${value.map((each) => inBrackets(each, field.item)).join(", ")}]`;
    case "number":
    case "integer":
      return decimal(value);
    case "boolean":
      return String(value);
    case "date":
      return value;
    default:
      return field.isPlain && /^\w+$/.test(value) ? value : text(value, within);
  }
}

// Returns both numbers of a pair.
function both(value, { label, fields }) {
  return [...fields].map(([name, field]) => {
    if (value[name] === undefined) throw new Error(`“${label}” needs both of its numbers.`);
    return inBrackets(value[name], field);
  });
}

// A number without an exponent, which few people read.
function decimal(number) {
  const written = String(number);
  return /e/.test(written) ? number.toFixed(20).replace(/\.?0+$/, "") : written;
}

// Returns text on one line; without quotes where nothing in it could be taken for anything else.
function text(value, within) {
  const isPlain =
    PLAIN.test(value) &&
    !TAKEN.test(value) &&
    !NUMBER_LIKE.test(value) &&
    !/: |:$| #|\s$/.test(value) &&
    !(within && /[,[\]{}:]/.test(value));
  return isPlain ? value : JSON.stringify(value);
}

const hasOnly = (value, name) => Object.keys(value).every((each) => each === name);
