"""A folder of the browser's own, which it hands out in place of one that a person would choose."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping

from playwright.sync_api import Page

INSTEAD_OF_CHOOSING = """
window.showDirectoryPicker = async () => {
  const isCancelled = sessionStorage.cancelling;
  delete sessionStorage.cancelling;
  if (isCancelled) throw new DOMException("The user aborted a request.", "AbortError");
  return (await navigator.storage.getDirectory()).getDirectoryHandle("site", { create: true });
};
FileSystemHandle.prototype.requestPermission = async () => "granted";
FileSystemHandle.prototype.queryPermission = async () => "granted";
"""

_FOLDER = """
const root = await navigator.storage.getDirectory();
const folder = async (names) => {
  let found = await root.getDirectoryHandle("site", { create: true });
  for (const name of names) found = await found.getDirectoryHandle(name, { create: true });
  return found;
};
"""
_WRITE = f"""async (files) => {{
  {_FOLDER}
  for (const [path, data] of Object.entries(files)) {{
    const names = path.split("/"), name = names.pop();
    const file = await (await folder(names)).getFileHandle(name, {{ create: true }});
    const writable = await file.createWritable();
    await writable.write(Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0)));
    await writable.close();
  }}
}}"""
_READ = f"""async (path) => {{
  {_FOLDER}
  const found = {{}};
  for await (const [name, file] of (await folder(path.split("/"))).entries()) {{
    const bytes = new Uint8Array(await (await file.getFile()).arrayBuffer());
    found[name] = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  }}
  return found;
}}"""


def write(page: Page, files: Mapping[str, str | bytes]) -> None:
    """Write files into the folder, by their names from it."""
    data = {name: as_bytes(content) for name, content in files.items()}
    page.evaluate(_WRITE, {name: b64encode(each).decode() for name, each in data.items()})


def read(page: Page, folder: str) -> dict[str, bytes]:
    """Return what is in a folder within it, by name."""
    found: dict[str, str] = page.evaluate(_READ, folder)
    return {name: b64decode(data) for name, data in found.items()}


def as_bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content
