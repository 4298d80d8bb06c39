// Paragraphs as the form shows them, and back. A form would show each line break of a file as one
// that is meant; and where one paragraph of a text is changed in it, it writes the whole text anew,
// in its own way. So lines are joined for the form, and paragraphs that were not changed go back
// into the file as they were.

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const MARKER = /^\s*(?:[-*+]|\d+[.)])\s/;
const NO_PROSE = /^\s*(?:[#>|<]|!!!|\?\?\?|===|---|:\s|\[[^\]]*\]:|\*\[[^\]]*\]:|\{:|<!--)|^ {4}|^\t/;
const HARD_BREAK = /(?: {2}|\\)$/;
const ALIGNED = /^\s*\|?[\s:|-]*:[\s:|-]*\|?\s*$/m;

// Returns the text with the lines of each paragraph joined.
export function forForm(text) {
  return parts(text).map(({ joined, gap }) => joined + gap).join("");
}

// Returns the text for the file.
export function forFile(text, original = "") {
  const olds = parts(original), used = new Set();
  return parts(text)
    .map(({ block, joined, gap }) => {
      const found = olds.findIndex((old, i) => !used.has(i) && isSameBut(block, joined, old));
      used.add(found);
      return (found < 0 ? mended(block, original) : olds[found].block) + gap;
    })
    .join("");
}

// Splits a text where blank lines are, but not within a fence.
function parts(text) {
  const found = [];
  let lines = [], blanks = [], fence = "";
  const finish = () => {
    const block = lines.join("\n"), isCode = FENCE.test(lines[0] ?? "");
    found.push({ block, joined: isCode ? block : joinedLines(lines), gap: "" });
    lines = [];
  };
  for (const line of text.split("\n")) {
    const [, marks] = FENCE.exec(line) ?? [];
    if (!fence && !line.trim()) {
      blanks.push(line);
      continue;
    }
    if (blanks.length && lines.length) {
      finish();
      found.at(-1).gap = `\n${blanks.map(() => "\n").join("")}`;
    }
    blanks = [];
    if (marks && !fence) fence = marks;
    else if (marks?.startsWith(fence)) fence = "";
    lines.push(line);
  }
  if (lines.length) finish();
  return found;
}

function joinedLines([first, ...others]) {
  const isProse = !NO_PROSE.test(first) || MARKER.test(first);
  return others.reduce((text, line) => {
    const before = text.slice(text.lastIndexOf("\n") + 1);
    const goesOn =
      isProse && !HARD_BREAK.test(before) && !MARKER.test(line) && (!NO_PROSE.test(line.trimStart()));
    return goesOn ? `${text} ${line.trimStart()}` : `${text}\n${line}`;
  }, first);
}

// Says whether a paragraph is an old one but for what the form writes in its own way.
function isSameBut(block, joined, old) {
  if (block === old.joined || block === old.block) return true;
  return plain(joined) === plain(old.joined) && !(ALIGNED.test(block) && !ALIGNED.test(old.block));
}

const plain = (text) =>
  text
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/:?-{2,}:?/g, "-")
    .replace(/\s*\|\s*/g, "|")
    .replace(/^(\s*)[*+]\s/gm, "$1- ")
    .replaceAll("_", "*")
    .replace(/\s+/g, " ");

// A backslash before a tilde would be shown to readers; the form writes one before each. Headings as
// large as those of the sections come with text that is pasted, and a number sign that begins a
// paragraph would make a heading of it.
function mended(block, original) {
  if (FENCE.test(block)) return block;
  const text = original.includes("\\~") ? block : block.replaceAll("\\~", "~");
  return text.replace(/^(?:#|##)(?=[ \t])/gm, "###").replace(/^#(?=[^#\s])/gm, "\\#");
}
