// Puts values into the words of a language.

// Returns the words with the values in their places, such as {name}; numbers as the language has them.
export function filled(words, values, language) {
  return words.replace(/\{(\w+)\}/g, (_, name) => values[name].toLocaleString(language));
}

// Returns how many there are, in words: those for one and, perhaps, for none have names of their own.
export function counted(count, words, language, name = "thread_count") {
  const special = { 0: words[`${name}_none`], 1: words[`${name}_one`] }[count];
  return filled(special ?? words[name], { count }, language);
}
