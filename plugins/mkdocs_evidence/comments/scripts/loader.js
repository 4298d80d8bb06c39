// Waits until the reader asks for the comments, and loads everything else only then. It stands
// behind the place of the comments, so that it runs again when Material replaces the page. Each post
// has it, so that it is as small as can be.
(() => {
  const place = document.querySelector("[data-comments]");
  const button = place.querySelector("button");
  const values = JSON.parse(place.dataset.comments);
  button.onclick = (click) => import("./request.js").then(({ open }) => open(place, values, click)).catch(() => {
    button.textContent = place.dataset.failed;
  });
  place.hidden = false;
  // The address is that of a comment, such as #isso-12, which is there only once it is loaded.
  if (location.hash.startsWith(`#${values.module}-`)) button.focus();
  try {
    // Who comes back from signing in with a provider has asked for the comments in this tab before.
    const isBack = location.search.includes(`${values.module}=`) && sessionStorage[`evidence-${values.module}`] != null;
    if (isBack || localStorage["evidence-comments"] === values.receiver) button.click();
  } catch {
    // Where nothing may be stored, nothing was.
  }
})();
