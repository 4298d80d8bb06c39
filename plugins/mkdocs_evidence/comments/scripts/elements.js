// Makes elements of text that others wrote, so that nothing of it is run.

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// Returns HTML from a server as a fragment of harmless elements; what is not known gives its text.
export function harmless(html) {
  const fragment = new DocumentFragment();
  fragment.append(new DOMParser().parseFromString(html, "text/html").body.textContent);
  return fragment;
}
