// What happens once the reader has asked for the comments: the choice is kept if the reader says
// so, the provider's own module is loaded, and what goes wrong is said in words.
const KEPT = "evidence-comments";

export async function open(place, values) {
  if (place.querySelector("[type=checkbox]").checked) localStorage.setItem(KEPT, values.receiver);
  const here = import.meta.url;
  const [{ show }, { default: words }] = await Promise.all([
    import(new URL(values.module, here)),
    import(new URL(`words/${values.language}.js`, here)),
  ]);
  place.replaceChildren();
  await show(place, values, words);
}
