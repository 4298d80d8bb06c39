// Filters and sorts the evidence table below it, which is complete without it. It stands before the
// table and does not wait, so that of a long one only the first rows are laid out (see the
// stylesheet), and so that it runs again when Material replaces the page.
(() => {
  const frame = document.currentScript.parentElement;
  const AT_FIRST = 30;
  const LIVE = "evidence-across--live", RETRACTION = "retraction";
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  function start() {
    const form = frame.querySelector("form"), table = frame.querySelector("table");
    const body = table.tBodies[0], headings = [...table.querySelectorAll("[data-sort]")];
    const status = form.querySelector("[role=status]"), all = frame.querySelector(".evidence-all");
    const { language } = form.dataset, { compare } = new Intl.Collator(language);
    const { text, topic, design, certainty, retracted } = form.elements;
    const rank = (value, { options }) => [...options].findIndex((each) => each.value === value);
    const NEWEST_FIRST = "-date";
    let order = NEWEST_FIRST, limit = AT_FIRST;

    // Some browsers forget what a table is made of where its rows are shown as cards.
    const parts = { table: "table", "thead, tbody": "rowgroup", tr: "row", td: "cell", "thead th": "columnheader", "tbody th": "rowheader" };
    for (const [names, role] of Object.entries(parts)) {
      for (const part of frame.querySelectorAll(names)) part.setAttribute("role", role);
    }

    const items = [...body.rows].map((row) => {
      const cells = row.cells, data = row.dataset;
      return {
        row,
        data,
        words: fold(row.textContent),
        topics: [...cells[6].children].map((each) => each.textContent),
        date: row.querySelector("time").dateTime,
        design: rank(data.design, design),
        people: data.people && Number(data.people),
        outcome: cells[3].textContent,
        certainty: data.certainty && -rank(data.certainty, certainty),
      };
    });

    function matching() {
      const words = fold(text.value).split(/\s+/);
      return items.filter((item) =>
        (!topic.value || item.topics.includes(topic.value)) &&
        (!design.value || item.data.design === design.value) &&
        (!certainty.value || item.data.certainty === certainty.value) &&
        !(retracted?.checked && item.data.notice === RETRACTION) &&
        words.every((word) => item.words.includes(word)));
    }

    // What is not known comes last, whichever way the rest is sorted.
    function sorted(found) {
      if (order === NEWEST_FIRST) return found;
      const key = order.replace("-", ""), sign = order.startsWith("-") ? -1 : 1;
      const difference = (a, b) => (typeof a === "number" ? a - b : compare(a, b));
      return found.sort(({ [key]: a }, { [key]: b }) =>
        a === undefined || b === undefined
          ? (a === undefined) - (b === undefined)
          : sign * difference(a, b));
    }

    function show(most = AT_FIRST) {
      limit = most;
      const found = sorted(matching()), rows = found.slice(0, limit).map(({ row }) => row);
      body.replaceChildren(...rows);
      all.hidden = rows.length === found.length;
      const numbers = { count: found.length, shown: rows.length, total: items.length };
      const fill = (words) => words.replace(/\{(\w+)\}/g, (_, name) => numbers[name].toLocaleString(language));
      const { none, part, some } = status.dataset;
      status.textContent = fill(!found.length ? none : all.hidden ? some : part);
      all.textContent = fill(all.dataset.label);
      for (const heading of headings) {
        const isSorted = heading.dataset.sort === order.replace("-", "");
        heading.ariaSort = isSorted ? (order.startsWith("-") ? "descending" : "ascending") : null;
      }
    }

    // What was chosen stands behind the # of the address, which no server is told.
    function remember() {
      const chosen = new URLSearchParams(new FormData(form));
      if (order !== NEWEST_FIRST) chosen.set("sort", order);
      for (const [name, value] of [...chosen]) if (!value) chosen.delete(name);
      const hash = String(chosen);
      history.replaceState(history.state, "", hash ? `#${hash}` : location.pathname + location.search);
    }

    function recall() {
      const chosen = new URLSearchParams(location.hash.slice(1));
      for (const element of [text, topic, design, certainty]) element.value = chosen.get(element.name) ?? "";
      for (const element of [topic, design, certainty]) element.selectedIndex = Math.max(0, element.selectedIndex);
      if (retracted) retracted.checked = chosen.get("retracted") === "out";
      const sort = chosen.get("sort") ?? "";
      order = headings.some(({ dataset }) => dataset.sort === sort.replace("-", "")) ? sort : NEWEST_FIRST;
      show();
    }

    for (const heading of headings) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener("click", () => {
        const { sort, first } = heading.dataset;
        const directions = first === "descending" ? [`-${sort}`, sort] : [sort, `-${sort}`];
        order = directions[order === directions[0] ? 1 : 0];
        show();
        remember();
      });
    }

    form.addEventListener("input", () => show());
    form.addEventListener("change", remember);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.querySelector("button").addEventListener("click", () => {
      form.reset();
      order = NEWEST_FIRST;
      show();
      remember();
    });
    all.addEventListener("click", () => {
      show(Infinity);
      body.rows[AT_FIRST].querySelector("a").focus();
    });

    // As long as the table is on the page: on paper stands all that was chosen.
    function on(name, react) {
      addEventListener(name, function heard() {
        if (table.isConnected) react();
        else removeEventListener(name, heard);
      });
    }
    let before;
    on("beforeprint", () => {
      before = limit;
      show(Infinity);
    });
    on("afterprint", () => show(before));
    on("hashchange", () => location.hash.includes("=") && recall());

    recall();
    form.hidden = false;
  }

  // In a browser that cannot do it, all rows are there as without the script.
  function begin() {
    try {
      start();
    } catch (error) {
      frame.classList.remove(LIVE);
      throw error;
    }
  }

  frame.classList.add(LIVE);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
