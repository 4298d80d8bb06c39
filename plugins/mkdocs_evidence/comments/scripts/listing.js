// Asks for the numbers of comments on a list of posts if the reader has chosen to see comments
// always; otherwise it does nothing. It stands behind the posts.
(() => {
  const { parentElement: list, dataset } = document.currentScript;
  const values = JSON.parse(dataset.comments);
  try {
    if (localStorage.getItem(`evidence-${values.module}`) !== values.receiver) return;
  } catch {
    return;
  }
  // Without the numbers the list is as good.
  import("./count.js").then(({ count }) => count(list, values)).catch(() => {});
})();
