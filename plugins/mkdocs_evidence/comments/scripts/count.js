// Writes the number of comments at each post of a list that has some.
import { counted } from "./wording.js";

export async function count(list, values) {
  const places = [...list.querySelectorAll("[data-thread]")];
  const languages = places.map((place) => place.closest("[lang]").lang);
  const { counts } = await import(new URL(`${values.module}.js`, import.meta.url));
  const found = await counts(values, places.map(({ dataset }) => dataset.thread));
  const catalogues = await Promise.all(languages.map((each) => import(new URL(`words/${each}.js`, import.meta.url))));
  places.forEach((place, number) => {
    const count = found[number], { default: words } = catalogues[number];
    if (!count) return;
    place.querySelector("a").textContent = counted(count, words, languages[number]);
    place.hidden = false;
  });
}
