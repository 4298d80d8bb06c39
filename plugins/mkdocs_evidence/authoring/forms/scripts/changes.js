// Changes to a text, told by their places in it as it was, and made all at once.

export class Changes {
  #changes = [];

  constructor(text) {
    this.text = text;
  }

  replace(start, end, text) {
    this.#changes.push({ start, end, text });
  }

  insert(at, text) {
    this.replace(at, at, text);
  }

  // Takes away the lines from one place to another, each with the line break before it.
  removeLines(start, end) {
    this.replace(Math.max(0, this.lineStart(start) - 1), this.lineEnd(end), "");
  }

  lineStart(offset) {
    return this.text.lastIndexOf("\n", offset - 1) + 1;
  }

  lineEnd(offset) {
    const end = this.text.indexOf("\n", offset);
    return end < 0 ? this.text.length : end;
  }

  column(offset) {
    return offset - this.lineStart(offset);
  }

  isFirstOnLine(offset) {
    return !this.text.slice(this.lineStart(offset), offset).trim();
  }

  // What is inserted goes before what is replaced at the same place, and else as it came.
  made() {
    const order = (one, other) => one.start - other.start || one.end - other.end;
    let made = "", place = 0;
    for (const { start, end, text } of this.#changes.toSorted(order)) {
      made += this.text.slice(place, start) + text;
      place = end;
    }
    return made + this.text.slice(place);
  }
}
