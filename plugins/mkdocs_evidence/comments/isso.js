// Shows the comments of a thread on an Isso server, and a form to write one.

export async function show(place, { server, thread }, words) {
  const answer = await fetch(`${server}/?uri=${encodeURIComponent(thread)}`, { credentials: "include" });
  const { replies } = await answer.json();
  const count = document.createElement("p");
  count.textContent = words.thread_count.replace("{count}", replies.length);
  place.append(count);
}
