// Knows readers again who left the page to sign in with a provider and are led back to it. Anybody can
// write such an address, but only the tab from which they left knows the mark that it has put into it.
import { keep, kept } from "./kept.js";

const MARK = "evidence";

// Returns the address by which a provider is to lead the reader back to a page.
export function wayBack(page, values) {
  const way = new URL(page), name = nameOf(values);
  const mark = kept("sessionStorage", name) ?? crypto.getRandomValues(new Uint32Array(4)).join("-");
  keep("sessionStorage", name, mark);
  way.searchParams.set(MARK, mark);
  return way;
}

// Says whether the reader has come by that address.
export function hasComeBack(values) {
  const brought = new URLSearchParams(location.search).get(MARK);
  return brought !== null && brought === kept("sessionStorage", nameOf(values));
}

export function withoutMark(address) {
  const page = new URL(address);
  page.searchParams.delete(MARK);
  return page;
}

function nameOf({ module, receiver }) {
  return `evidence-${module}-${receiver}`;
}
