// Sveltia writes into a folder whatever has become of the file there meanwhile, in another window or
// by another program. It writes another file first and gives it the name at the end, so that is
// where a change is noticed.

const ELSEWHERE =
  "This summary was changed elsewhere since you opened it, so nothing was saved. " +
  "Copy what you wrote, load this page anew, and put it in again.";
const TAKEN =
  "There is already another file of this name, so nothing was saved. " +
  "Change the title, and save again.";

const known = new Map();

// Remembers what should be in a file when it is replaced; undefined where there should be none. Where
// there is none after all, the summary was given another name, or its file was deleted.
export function expectInFile(path, text) {
  known.set(path.split("/").at(-1), text);
}

export function guardFiles() {
  const { move } = FileSystemFileHandle.prototype;
  if (!move) return;
  FileSystemFileHandle.prototype.move = async function (folder, name) {
    if (known.has(name)) {
      const expected = known.get(name), found = await textOf(folder, name);
      const isLost = found !== undefined && found !== expected;
      if (isLost) throw new Error(expected === undefined ? TAKEN : ELSEWHERE);
    }
    return move.call(this, folder, name);
  };
}

async function textOf(folder, name) {
  try {
    const file = await (await folder.getFileHandle(name)).getFile();
    return asRead(await file.text());
  } catch (error) {
    if (error.name === "NotFoundError") return undefined;
    throw error;
  }
}

// The text of a file as Sveltia passes it on.
const asRead = (text) => text.trim().replace(/\r\n?/g, "\n");
