// Previews of references, and the menu that copies them. Everything is heard on the document, so
// that it goes on when Material replaces the page. Without this file, cites and menus are links.
(() => {
  // Material can show footnotes itself.
  const shown = document.getElementById("__config")?.textContent.includes("footnote.tooltips");
  const CITES = "a.cite[href]" + (shown ? "" : ", .citation-note a.footnote-ref");
  const pages = new Map();
  let cite, box, wanted, dismissed, timer, touched;

  const on = (name, react) => document.addEventListener(name, react, true);
  const citeAt = (place) => (box?.contains(place) ? cite : place.closest?.(CITES));

  function load(url) {
    if (!pages.has(url)) {
      const read = (text) => new DOMParser().parseFromString(text, "text/html");
      pages.set(url, fetch(url).then((page) => page.text()).then(read).catch(() => null));
    }
    return pages.get(url);
  }

  // What a cite leads to, on this page or on another one of the site.
  async function reference(link) {
    const url = new URL(link.href);
    if (url.origin !== location.origin) return null;
    const here = url.pathname === location.pathname;
    const page = here ? document : await load(url.href.split("#")[0]);
    const target = page?.getElementById(decodeURIComponent(url.hash.slice(1)));
    const text = link.matches(".cite") ? target?.querySelector(".reference-text") : target;
    if (!text) return null;
    const copy = document.createElement("div");
    copy.append(...document.importNode(text, true).childNodes);
    copy.querySelectorAll(".footnote-backref").forEach((back) => back.remove());
    copy.querySelectorAll("[id]").forEach((each) => each.removeAttribute("id"));
    copy.querySelectorAll("[href]").forEach((a) => (a.href = new URL(a.getAttribute("href"), url)));
    return copy;
  }

  async function show(link) {
    wanted = link;
    const text = await reference(link);
    if (!text || wanted !== link || !link.isConnected) return text;
    hide();
    cite = link;
    box = document.createElement("div");
    box.className = box.id = "cite-preview";
    box.setAttribute("role", "note");
    box.append(text);
    // Right behind the cite, so that the Tab key goes into it.
    (link.closest(".citation-note") ?? link).after(box);
    link.setAttribute("aria-describedby", box.id);
    place();
    return text;
  }

  function hide() {
    clearTimeout(timer);
    cite?.removeAttribute("aria-describedby");
    box?.remove();
    cite = box = wanted = null;
  }

  // Below the cite, or above it where there is more room.
  function place() {
    const lines = [...(cite?.getClientRects() ?? [])];
    if (!lines.length) return;
    const above = lines[0].top, below = innerHeight - lines.at(-1).bottom;
    box.style.maxHeight = "";
    const up = box.offsetHeight > below && above > below;
    const widest = document.documentElement.clientWidth - box.offsetWidth;
    box.style.maxHeight = `${up ? above : below}px`;
    box.style.left = `${Math.max(0, Math.min(lines.at(up ? 0 : -1).left - 8, widest))}px`;
    box.style.top = `${up ? above - box.offsetHeight : lines.at(-1).bottom}px`;
  }

  on("scroll", place);
  addEventListener("resize", place);

  on("pointerover", ({ target, pointerType }) => {
    if (pointerType === "touch" || box?.contains(document.activeElement)) return;
    clearTimeout(timer);
    const link = citeAt(target);
    if (link && (link === cite || link === dismissed)) return;
    dismissed = null;
    if (link) timer = setTimeout(show, 150, link);
    else if (!cite?.matches(":focus-visible")) timer = setTimeout(hide, 300);
  });

  on("focusin", ({ target }) => {
    closeMenus(target);
    const link = citeAt(target);
    if (link && link === cite) return;
    hide();
    if (link?.matches(":focus-visible")) show(link);
  });

  on("pointerdown", ({ target, pointerType }) => {
    touched = pointerType === "touch";
    if (citeAt(target) !== cite) hide();
  });

  on("click", (event) => {
    const { target, isTrusted } = event;
    if (!isTrusted) return; // It comes from below, where there was no other way.
    closeMenus(target);
    const link = target.closest?.(CITES), item = target.closest?.(".reference-copy");
    const isFirstTouch = touched && link !== cite && !box?.contains(link);
    if (link && !isFirstTouch) hide();
    if (!(link ? isFirstTouch : item && window.ClipboardItem)) return;
    event.preventDefault();
    event.stopPropagation();
    if (item) copy(item);
    else show(link).then((text) => text || link.click());
  });

  on("keydown", ({ key }) => {
    if (key !== "Escape") return;
    if ((dismissed = cite)) {
      if (box.contains(document.activeElement)) cite.focus();
      hide();
    } else {
      document.activeElement?.closest(".reference-menu")?.firstElementChild.focus();
      closeMenus();
    }
  });

  function closeMenus(target = null) {
    for (const menu of document.querySelectorAll(".reference-menu[open]")) {
      menu.open = menu.contains(target);
    }
  }

  on("toggle", ({ target: menu }) => {
    if (!menu.matches?.(".reference-menu[open]") || !window.ClipboardItem) return;
    menu.querySelector("button").hidden = false;
    menu.querySelector("[role]")?.remove();
    const status = document.createElement("span");
    status.setAttribute("role", "status");
    menu.append(status);
  });

  async function copy(item) {
    const menu = item.closest(".reference-menu"), status = menu.querySelector("[role]");
    const blob = (text, kind = "text/plain") => new Blob([text], { type: kind });
    const data = {};
    if (item.href) {
      const text = async (file) => (file.ok ? blob(await file.text()) : Promise.reject(file));
      data["text/plain"] = fetch(item.href).then(text);
    } else {
      const text = menu.parentElement.querySelector(".reference-text").cloneNode(true);
      text.querySelectorAll(".csl-left-margin").forEach((number) => number.remove());
      text.querySelectorAll("div").forEach((block) => block.prepend(" "));
      data["text/plain"] = blob(text.textContent.trim().replace(/\s+/g, " "));
      data["text/html"] = blob(text.innerHTML, "text/html");
    }
    status.textContent = "";
    try {
      await navigator.clipboard.write([new ClipboardItem(data)]);
      status.textContent = menu.dataset.copied;
    } catch {
      if (item.href) item.click();
    }
  }
})();
