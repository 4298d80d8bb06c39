// What each field of the form is, and what YAML it may be: made of the configuration alone. A field
// has a name and a kind: text, markdown, date, number, integer, boolean, list, group, mapping (a list
// in the form) or pair (a group in the form). Besides, it may have
//   fields   what is in a group, by name
//   item     what a list or a mapping is made of
//   short    the one field of a group that text alone stands for
//   naming   the field of the form that has the name of each item of a mapping
//   initial  what the form fills in where nothing was written

// Sveltia keeps the text of the file in a field of this name.
export const SOURCE = "_source";

export function formFields({ cms, shapes }) {
  return groupOf({ fields: cms.collections[0].fields }, "", shapes);
}

function fieldOf(widget, path, shapes) {
  const shape = shapes[path] ?? {};
  const { name, label, default: initial } = widget;
  return { name, label, initial, ...kindOf(widget, shape, path, shapes) };
}

function kindOf(widget, shape, path, shapes) {
  if (shape.mapping) {
    return { kind: "mapping", naming: shape.mapping, item: groupOf(widget, `${path}.*`, shapes) };
  }
  if (shape.pair) return { ...groupOf(widget, path, shapes), kind: "pair" };
  if (widget.widget === "object") return { ...groupOf(widget, path, shapes), short: shape.short };
  if (widget.widget === "list" || widget.multiple) {
    return { kind: "list", item: itemOf(widget, `${path}.*`, shapes) };
  }
  if (widget.widget === "datetime") return { kind: "date" };
  return { kind: shape.markdown ? "markdown" : shape.type ?? "text", isPlain: shape.yes_no_or_text };
}

function itemOf(widget, path, shapes) {
  if (widget.fields) return groupOf(widget, path, shapes);
  return widget.field ? fieldOf(widget.field, path, shapes) : { kind: shapes[path]?.type ?? "text" };
}

function groupOf(widget, path, shapes) {
  const fields = widget.fields.filter(({ name }) => name !== SOURCE);
  const way = (name) => (path ? `${path}.${name}` : name);
  return {
    kind: "group",
    fields: new Map(fields.map((each) => [each.name, fieldOf(each, way(each.name), shapes)])),
  };
}
