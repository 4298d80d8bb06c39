// Waits until the reader asks for the comments, and loads everything else only then. It stands
// behind the place of the comments, so that it runs again when Material replaces the page.
(() => {
  const place = document.currentScript.previousElementSibling;
  const values = JSON.parse(place.dataset.comments);
  const button = place.querySelector("button");
  const open = (click) => import("./request.js")
    .then(({ open }) => open(place, values, click))
    .catch(() => {
      const [told] = place.children;
      told.setAttribute("role", "alert");
      told.textContent = place.dataset.failed;
    });
  button.addEventListener("click", open);
  place.hidden = false;
  // The address is that of a comment, such as #isso-12, which is there only once it is loaded.
  if (location.hash.startsWith(`#${values.module.slice(0, -3)}-`)) button.focus();
  try {
    if (localStorage.getItem("evidence-comments") === values.receiver) open();
  } catch {
    // Where nothing may be stored, nothing was.
  }
})();
