// Tells of summaries that the form cannot show, which Sveltia only counts.

const LONGEST = 60;

let list;

export function tell(text, message) {
  const item = document.createElement("li");
  const title = /^title:[ \t]*(\S.*)$/m.exec(text)?.[1] ?? text.trim();
  item.textContent = `${title.slice(0, LONGEST)} … ${message}`;
  (list ?? made()).append(item);
}

function made() {
  const [notice, heading, close] = ["section", "h2", "button"].map((name) => document.createElement(name));
  list = document.createElement("ul");
  heading.textContent = "Not shown here, and left as they are:";
  close.type = "button";
  close.textContent = "Close";
  close.addEventListener("click", () => {
    notice.remove();
    list = undefined;
  });
  notice.className = "evidence-notice";
  notice.setAttribute("role", "status");
  notice.append(heading, list, close);
  document.body.append(notice);
  return list;
}
