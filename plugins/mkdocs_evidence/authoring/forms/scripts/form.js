// What the form shows of the values of a file, and what is wanted in the file for those of the form.

import { isGroup, meaning, same } from "./meaning.js";
import { forFile, forForm } from "./prose.js";

const NOTHING = { number: null, integer: null, boolean: false };

// Returns the values for the form. A field without a value is empty there, for otherwise the form
// would fill in what new summaries begin with.
export function shown(value, field) {
  switch (field.kind) {
    case "group":
    case "pair": {
      const fields = [...field.fields].map(([name, inner]) => [name, shownIn(value[name], inner)]);
      return Object.fromEntries(fields.filter(([, inner]) => inner !== undefined));
    }
    case "list":
    case "mapping":
      return value.map((item) => shown(item, field.item));
    case "markdown":
      return forForm(meaning(value, field) ?? "");
    default:
      return value;
  }
}

function shownIn(value, field) {
  if (value !== undefined) return shown(value, field);
  const isOne = !field.fields && !field.item;
  if (!isOne) return undefined;
  return field.kind in NOTHING ? NOTHING[field.kind] : "";
}

// Returns what the values of the form mean, with paragraphs as they stand in the file.
export function wantedOf(values, root, before) {
  const wanted = meaning(unchanged(values, root, before), root) ?? {};
  refuseWrong(wanted, root);
  return wanted;
}

function refuseWrong(value, field) {
  if (value === undefined) return;
  const { kind, fields, item } = field;
  if (kind === "group") for (const [name, inner] of fields) refuseWrong(value[name], inner);
  if (kind === "list") for (const each of value) refuseWrong(each, item);
  if (kind === "mapping") refuseTwice(value, field);
  if (kind === "pair") refuseTurned(value, field);
}

function refuseTwice(entries, { naming, label }) {
  const names = entries.map((each) => each[naming]);
  const again = names.find((name, i) => name && names.indexOf(name) < i);
  if (again) throw new Error(`In “${label}”, “${again}” stands there twice.`);
}

function refuseTurned(pair, { fields, label }) {
  const [first, second] = [...fields.keys()].map((name) => pair[name]);
  if (first > second) throw new Error(`In “${label}”, ${first} is more than ${second}. The lower number comes first.`);
}

function unchanged(value, field, before) {
  if (field.kind === "markdown") return forFile(meaning(value, field) ?? "", meaning(before, field));
  if (field.kind !== "group" || !isGroup(value)) return value;
  const fields = [...field.fields].map(([name, inner]) => {
    const now = unchanged(value[name], inner, before?.[name]);
    return [name, before?.[name] === undefined && isInitial(now, inner) ? undefined : now];
  });
  return Object.fromEntries(fields);
}

// Says whether a group has nothing but what the form fills in by itself.
function isInitial(value, field) {
  if (field.kind !== "group" || !isGroup(value)) return false;
  return [...field.fields].every(([name, inner]) => {
    const said = meaning(value[name], inner);
    return said === undefined || same(said, meaning(inner.initial, inner)) || isInitial(value[name], inner);
  });
}

// Returns what a post lacks that is to be published, as the form calls it; a draft lacks nothing.
export function missing(values, { needed }) {
  if (values.draft) return [];
  const isWritten = (path) => path.split(".").reduce((value, name) => value?.[name], values)?.trim();
  return Object.keys(needed).filter((path) => !isWritten(path)).map((path) => needed[path]);
}
