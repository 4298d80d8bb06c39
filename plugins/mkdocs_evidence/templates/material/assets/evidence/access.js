// What keys do with the menu, the search and the choice of colours. Without this file, the space
// bar opens and closes the menu all the same.
(() => {
  const menu = document.getElementById("__drawer"), search = document.getElementById("__search");
  const narrow = matchMedia("(max-width: 76.234375em)");
  const BESIDE = "#__search, .md-skip, .md-header, .md-tabs, .md-content, .md-top, .md-footer";

  // The keyboard does not leave the open menu for what lies below it.
  function keepInMenu() {
    const isOpen = menu.checked && narrow.matches;
    for (const element of document.querySelectorAll(BESIDE)) element.inert = isOpen;
  }

  menu.addEventListener("change", keepInMenu);
  narrow.addEventListener("change", keepInMenu);
  search?.addEventListener("change", () => {
    (search.checked ? document.querySelector(".md-search__input") : search).focus();
  });

  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (key === "Enter" && target.matches(".md-toggle")) target.click();
    if (key === "Escape" && menu.checked) {
      menu.click();
      menu.focus();
    }
    if (key === " " && target.matches(".md-option")) {
      event.preventDefault();
      target.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    }
  });
})();
