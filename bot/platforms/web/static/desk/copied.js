// Counts how many words in a row a text shares with the article, by the rule of the check.

/** So many words in a row are no longer the newsroom's own. */
export const COPIED = 8;

const MOST_WORDS = 60_000; // of an article; the longest of a newspaper has a tenth
const WORD = /[\p{L}\p{N}_]+/gu;
const QUOTES = /["'“”„‟‘’‚‛«»‹›`´]/g;
const FOLDED = { ß: "ss", ς: "σ", ſ: "s" };

/** The words of a text, without quotation marks, in one case. */
export function wordsOf(text) {
  const plain = text.replace(QUOTES, "").toLowerCase();
  return plain.replace(/[ßςſ]/g, (sign) => FOLDED[sign]).match(WORD) ?? [];
}

/** Finds the longest run of words that a text has in common with one of the paragraphs. */
export class Runs {
  #places = new Map();
  #words = [];

  constructor(paragraphs) {
    for (const paragraph of paragraphs) {
      for (const word of wordsOf(paragraph)) if (this.#words.length < MOST_WORDS) this.#add(word);
      this.#words.push(null); // no run goes from one paragraph into the next
    }
  }

  #add(word) {
    if (!this.#places.has(word)) this.#places.set(word, []);
    this.#places.get(word).push(this.#words.length);
    this.#words.push(word);
  }

  /** The longest run of words, as a list; of several the first. */
  longest(text) {
    const words = wordsOf(text);
    let before = new Map(); // by the place in the article of a run's last word: the run's length
    let best = { length: 0, end: 0 };
    for (const [index, word] of words.entries()) {
      const now = new Map();
      for (const place of this.#places.get(word) ?? []) now.set(place, (before.get(place - 1) ?? 0) + 1);
      for (const length of now.values()) if (length > best.length) best = { length, end: index + 1 };
      before = now;
    }
    return words.slice(best.end - best.length, best.end);
  }
}
