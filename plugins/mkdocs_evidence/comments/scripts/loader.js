// Waits until the reader asks for the comments, and loads everything else only then. It stands
// behind the place of the comments, so that it runs again when Material replaces the page. Each post
// has it, so that it is as small as can be.
{
  const place = document.querySelector("[data-comments]");
  const button = place.querySelector("button");
  const { module, receiver } = JSON.parse(place.dataset.comments);
  button.onclick = (click) => import("./request.js").then(({ open }) => open(place, click)).catch(() => {
    button.textContent = place.dataset.failed;
  });
  place.hidden = false;
  // The address is that of a comment, such as #isso-12, which is there only once it is loaded.
  if (location.hash.startsWith(`#${module}-`)) button.focus();
  try {
    // Who may come back from signing in with a provider is looked at more closely in request.js.
    if (location.search.includes(module) || localStorage["evidence-" + module] === receiver) button.click();
  } catch {
    // Where nothing may be stored, nothing was.
  }
}
