// What keys do with the menu, the search and the choice of colours, and what else of Material's is
// mended in the browser. Without this file, the space bar opens menu and sections all the same.
(() => {
  const menu = document.getElementById("__drawer"), search = document.getElementById("__search");
  const narrow = matchMedia("(max-width: 76.234375em)");
  const BESIDE = ".md-skip, .evidence-help, .md-header__option, [data-switches=__search], .md-search, .md-tabs, " +
    ".md-content, .md-top, .md-footer";

  // Before the label in the header, which no key reaches, stands a button in its place.
  function button(toggle) {
    const label = document.querySelector(`.md-header__button[for=${toggle.id}]`);
    const button = document.createElement("button");
    const tell = () => (button.ariaExpanded = toggle.checked);
    Object.assign(button, { type: "button", className: label.className, innerHTML: label.innerHTML });
    button.ariaLabel = toggle.ariaLabel;
    button.dataset.switches = toggle.id;
    button.addEventListener("click", () => toggle.click());
    toggle.addEventListener("change", tell);
    tell();
    label.hidden = true;
    label.before(button);
    return button;
  }

  // The keyboard does not leave the open menu for what lies below it.
  function keepInMenu() {
    const isOpen = menu.checked && narrow.matches;
    for (const element of document.querySelectorAll(BESIDE)) element.inert = isOpen;
  }

  const menuButton = button(menu), searchButton = search && button(search);
  menu.addEventListener("change", keepInMenu);
  narrow.addEventListener("change", keepInMenu);
  search?.addEventListener("change", () => {
    (search.checked ? document.querySelector(".md-search__input") : searchButton).focus();
  });

  // Material takes feeds for sites in other languages, and asks each for its sitemap.
  for (const feed of document.querySelectorAll("link[rel=alternate][type]")) {
    feed.relList.add("feed");
  }

  // Tables that are wider than the screen can be moved by keyboard. Material wraps them when it is
  // ready, which changes the height of the page.
  new ResizeObserver(() => {
    for (const table of document.querySelectorAll(".md-typeset__scrollwrap")) {
      table.tabIndex = table.scrollWidth > table.clientWidth ? 0 : -1;
    }
  }).observe(document.body);

  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    const isText = target.matches("input, textarea, select, [contenteditable]");
    const isPlain = !(event.ctrlKey || event.metaKey || event.altKey);
    // Material opens the search by its field, which cannot be had while it is hidden.
    if (search && !search.checked && isPlain && !isText && "/sf".includes(key)) {
      event.preventDefault();
      search.click();
    }
    if (key === "Enter" && target.matches(".md-toggle")) target.click();
    if (key === "Escape" && menu.checked) {
      menu.click();
      menuButton.focus();
    }
    if (key === " " && target.matches(".md-option")) {
      event.preventDefault();
      // Material hears Enter alone.
      target.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    }
  });
})();
