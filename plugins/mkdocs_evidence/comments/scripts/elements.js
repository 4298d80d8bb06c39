// Makes elements, and those of text that others wrote so that nothing of it is run.

const KEPT = new Set([
  "p", "br", "em", "i", "strong", "b", "del", "code", "pre", "blockquote", "ul", "ol", "li", "sub", "sup",
]);
// The page has headings of its own.
const INSTEAD = { h1: "p", h2: "p", h3: "p", h4: "p", h5: "p", h6: "p" };
// What these hold is no text for readers; so is what belongs to SVG or MathML.
const GONE = new Set(["script", "style", "iframe", "template", "object", "embed", "noembed", "noframes", "title"]);
const HTML = "http://www.w3.org/1999/xhtml";

// Attributes are set as they are: an address that others wrote goes through `webAddress` before.
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export function buttonOf(label, act, attributes = {}) {
  const button = element("button", { type: "button", class: "evidence-plain", ...attributes }, label);
  button.addEventListener("click", act);
  return button;
}

// Returns an address that others wrote if it leads to the web, and null otherwise.
export function webAddress(text) {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && ["http:", "https:"].includes(url.protocol) ? url.href : null;
}

// Returns a link to an address that others wrote, or the children alone where it does not lead to
// the web.
export function linkTo(address, ...children) {
  const href = webAddress(address);
  if (href) return element("a", { href, rel: "nofollow noopener noreferrer ugc" }, ...children);
  const fragment = new DocumentFragment();
  fragment.append(...children);
  return fragment;
}

// Returns HTML from a server as a fragment of harmless elements; what is not known gives its text.
export function harmless(html) {
  const fragment = new DocumentFragment();
  fragment.append(...rebuilt(new DOMParser().parseFromString(html, "text/html").body));
  return fragment;
}

function rebuilt(parent) {
  return [...parent.childNodes].flatMap((node) => {
    if (node.nodeType === Node.TEXT_NODE) return [node.data];
    const name = node.localName;
    if (node.nodeType !== Node.ELEMENT_NODE || node.namespaceURI !== HTML || GONE.has(name)) return [];
    const children = rebuilt(node);
    if (name === "a") return [linkTo(node.getAttribute("href"), ...children)];
    const kept = KEPT.has(name) ? name : INSTEAD[name];
    return kept ? [element(kept, {}, ...children)] : children;
  });
}
