// The headings in a Markdown text, as the site finds them (reading/headings.py).

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HASHES = /^(#{1,6})[ \t]*(.*?)[ \t]*#*[ \t]*$/;
const UNDERLINE = /^(?:=+|-+) *$/;
const CODE = /^(?: {4}|\t)/;

const withoutComments = (text) =>
  text.replace(/<!--[^]*?-->/g, (comment) => comment.replace(/[^\n]/g, " "));

// Returns the headings from an offset on: the level and text of each, and the places of its line or lines.
export function headings(text, start = 0) {
  const found = [], bare = withoutComments(text);
  let fence = "", first, begins = true;
  while (start < bare.length) {
    const newline = bare.indexOf("\n", start), end = newline < 0 ? bare.length : newline;
    const line = bare.slice(start, end), isFirst = begins, above = first;
    begins = false;
    first = undefined;
    const [, marks] = FENCE.exec(line) ?? [], hashes = HASHES.exec(line);
    if (marks) {
      if (!fence) fence = marks;
      else if (marks.startsWith(fence) && !line.replace(/[ \t`~]/g, "")) [fence, begins] = ["", true];
    } else if (fence) {
      // A line of code.
    } else if (hashes) {
      found.push({ level: hashes[1].length, text: hashes[2], start, end });
      begins = true;
    } else if (above && UNDERLINE.test(line)) {
      found.push({ level: line[0] === "=" ? 1 : 2, text: above.line.trim(), start: above.start, end });
      begins = true;
    } else if (!line.trim()) {
      begins = true;
    } else if (isFirst && !CODE.test(line)) {
      first = { line, start };
    }
    start = end + 1;
  }
  return found;
}
