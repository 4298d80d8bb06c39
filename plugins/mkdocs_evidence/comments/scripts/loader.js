// Waits until the reader asks for the comments, and loads everything else only then. It stands
// behind the place of the comments, so that it runs again when Material replaces the page.
(() => {
  const place = document.currentScript.previousElementSibling;
  const values = JSON.parse(place.dataset.comments);
  const open = () => import("./request.js")
    .then(({ open }) => open(place, values))
    .catch(() => { place.textContent = place.dataset.failed; });
  place.querySelector("button").addEventListener("click", open);
  place.hidden = false;
  try {
    if (localStorage.getItem("evidence-comments") === values.receiver) open();
  } catch {
    // Where nothing may be stored, nothing was.
  }
})();
