// Finds pages in the index that the build prepared (`macros/search_index.py`): plain data in, plain data out, nothing kept.
import { marksIn, snippetOf } from "./search-snippet.js";
import { fold, isOneSlipApart, stem, wordsOf } from "./search-words.js";

/**
 * @typedef {[anchor: string, heading: string, text: string]} Part
 * @typedef {[address: string, title: string, kind: string, tab: number, parts: Part[], lead: string]} Page
 * @typedef {{pages: Page[], terms: Record<string, number[]>, synonyms: Record<string, string[]>, stopwords: string[]}} Index
 * @typedef {{terms: string[], share: number}} Way one way to understand a word: all of these stems, and how sure it is
 * @typedef {{address: string, title: string, kind: string, tab: number, heading: string, snippet: import("./search-snippet.js").Piece[]}} Hit
 * @typedef {{hits: Hit[], total: number, meant: string}} Answer `meant` is the question as it was understood, if it was misspelt
 */

const SYNONYM = 0.8;
const BEGINNING = 0.55;
/** A word that is whole already is seldom the beginning of another. */
const WHOLE_BEGINNING = 0.25;
const SPLIT = 0.6;
/** What a compound that the site does use still says about its last part. */
const LAST_PART = 0.4;
/** A word on that many pages needs no help from its parts. */
const COMMON = 5;
const SHEET = "Arbetsblad";
const OWN_TITLE = 1.4;
const OWN_TITLE_OF_SHEET = 2.2;
const SLIP = 0.7;
/** The longest phrase that a synonym is kept for, in words. */
const LONGEST_PHRASE = 4;
const SHORTEST_BEGINNING = 2;
const SHORTEST_PART = 3;
const SHORTEST_LAST_PART = 4;
/** A piece of a word that long, with a known stem, is an inflected word. */
const SURELY_A_WORD = 5;
const MOST = 30;

/** Looks things up in one index. */
export class SearchEngine {
  /** @param {Index} index */
  constructor(index) {
    this.index = index;
    this.terms = new Map(Object.entries(index.terms));
    this.synonyms = new Map(Object.entries(index.synonyms));
    this.stopwords = new Set(index.stopwords);
    /** Every word of the site as it is written, by its folded letters. @type {Map<string, string>} */
    this.written = new Map();
    /** The stems of those words, worked out for the first slip. @type {Map<string, string>} */
    this.stems = new Map();
    /** Which pages have a title of exactly these telling words. @type {Map<string, number[]>} */
    this.titles = new Map();
    for (const [number, [, title, , , parts, lead]] of index.pages.entries()) {
      const name = this.#telling(title).map(stem).join(" ");
      this.titles.set(name, [...(this.titles.get(name) ?? []), number]);
      for (const text of [title, lead, ...parts.flatMap(([, heading, body]) => [heading, body])]) {
        for (const { word } of wordsOf(text)) {
          const folded = fold(word);
          if (!this.written.has(folded)) this.written.set(folded, word.toLowerCase());
        }
      }
    }
    for (const phrase of this.synonyms.keys()) {
      if (!phrase.includes(" ") && !this.written.has(phrase)) this.written.set(phrase, phrase);
    }
  }

  /**
   * The pages that fit best, best first.
   * @param {string} asked
   * @returns {Answer}
   */
  find(asked) {
    const words = this.#telling(asked);
    const { units, corrected } = this.#understand(words);
    const scores = this.#score(units);
    for (const number of this.titles.get(words.map(stem).join(" ")) ?? []) {
      const share = this.index.pages[number]?.[2].startsWith(SHEET) ? OWN_TITLE_OF_SHEET : OWN_TITLE;
      scores.set(number, (scores.get(number) ?? 0) * share);
    }
    const ranked = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([number]) => number);
    const sought = new Set(units.flatMap((unit) => unit.flatMap(({ terms }) => terms)));
    return {
      hits: ranked.slice(0, MOST).map((number) => this.#hit(number, sought)),
      total: ranked.length,
      meant: corrected.size === 0 ? "" : asked.replace(/[\p{L}\p{N}\p{M}]+/gu, (word) => corrected.get(fold(word)) ?? word),
    };
  }

  /**
   * The folded words of a text that say something; all of them if none does.
   * @param {string} text
   */
  #telling(text) {
    const all = wordsOf(text).map(({ word }) => fold(word));
    const telling = all.filter((word) => !this.stopwords.has(word));
    return telling.length > 0 ? telling : all;
  }

  /**
   * Every word or phrase of the question, with the ways it may be understood.
   * @param {string[]} words
   */
  #understand(words) {
    /** @type {Way[][]} */
    const units = [];
    /** @type {Map<string, string>} */
    const corrected = new Map();
    for (let at = 0; at < words.length;) {
      const length = this.#phraseAt(words, at);
      const stems = words.slice(at, at + length).map(stem);
      const isLast = at + length === words.length;
      const ways = [{ terms: stems, share: 1 }, ...this.#others(stems.join(" "), SYNONYM)];
      if (length === 1) ways.push(...this.#waysOf(words[at] ?? "", isLast, corrected));
      units.push(ways);
      at += length;
    }
    return { units, corrected };
  }

  /**
   * How many words from here make the longest phrase that has synonyms.
   * @param {string[]} words
   * @param {number} at
   */
  #phraseAt(words, at) {
    for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 1; length -= 1) {
      if (this.synonyms.has(words.slice(at, at + length).map(stem).join(" "))) return length;
    }
    return 1;
  }

  /**
   * @param {string} phrase
   * @param {number} share
   * @returns {Way[]}
   */
  #others(phrase, share) {
    return (this.synonyms.get(phrase) ?? []).map((other) => ({ terms: other.split(" "), share }));
  }

  /**
   * What else one word may be: the beginning of a word, a compound of words, or a slip.
   * @param {string} word
   * @param {boolean} isLast
   * @param {Map<string, string>} corrected
   * @returns {Way[]}
   */
  #waysOf(word, isLast, corrected) {
    const begun = isLast && word.length >= SHORTEST_BEGINNING ? this.#begunWith(word) : [];
    if (this.#isKnown(stem(word)) || begun.length > 0) {
      const isRare = this.#pagesOf(stem(word)) < COMMON && begun.length === 0;
      return isRare ? this.#waysOfStems(this.#lastPartOf(word), LAST_PART) : begun;
    }
    const meant = this.#closeTo(word);
    const [first] = meant;
    if (first === undefined) {
      const parts = this.#partsOf(word);
      return this.#waysOfStems(parts.length > 0 ? parts : this.#lastPartOf(word), SPLIT);
    }
    corrected.set(word, this.written.get(first) ?? first);
    return this.#waysOfStems(meant.map(stem), SLIP);
  }

  /**
   * @param {string[]} stems
   * @param {number} share
   */
  #waysOfStems(stems, share) {
    return stems.flatMap((one) => [{ terms: [one], share }, ...this.#others(one, share * SYNONYM)]);
  }

  /** @param {string} term */
  #isKnown(term) {
    return this.terms.has(term) || this.synonyms.has(term);
  }

  /** @param {string} beginning */
  #begunWith(beginning) {
    const own = stem(beginning);
    const share = this.written.has(beginning) || this.#isKnown(own) ? WHOLE_BEGINNING : BEGINNING;
    const stems = new Set([...this.written.keys()].filter((word) => word.startsWith(beginning)).map(stem));
    const known = [...stems].filter((term) => term !== own && this.terms.has(term));
    const most = Math.max(...known.map((term) => this.#pagesOf(term)));
    return known.map((term) => ({ terms: [term], share: share * Math.sqrt(this.#pagesOf(term) / most) }));
  }

  /** @param {string} term */
  #pagesOf(term) {
    return (this.terms.get(term) ?? []).length / 2;
  }

  /**
   * A compound that the site never uses, by two words that it does.
   * @param {string} word
   * @returns {string[]}
   */
  #partsOf(word) {
    let best = { parts: /** @type {string[]} */ ([]), shortest: 0 };
    for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at += 1) {
      const [first, last] = [word.slice(0, at), word.slice(at)];
      const begin = [first, first.replace(/[seaou]$/u, ""), first.replace(/[eou]$/u, "a"), `${first}a`].find((part) => this.#isWord(part));
      const shortest = Math.min(at, last.length);
      if (begin !== undefined && this.#isWord(last) && shortest > best.shortest) best = { parts: [stem(begin), stem(last)], shortest };
    }
    return best.parts;
  }

  /**
   * The longest word of the site that this word ends with: "tecken" of "varningstecken".
   * @param {string} word
   */
  #lastPartOf(word) {
    for (let at = SHORTEST_PART; at <= word.length - SHORTEST_LAST_PART; at += 1) {
      if (this.#isWord(word.slice(at))) return [stem(word.slice(at))];
    }
    return [];
  }

  /** @param {string} part */
  #isWord(part) {
    const isWhole = this.written.has(part) || this.#isKnown(part) || part.length >= SURELY_A_WORD;
    return part.length >= SHORTEST_PART && !this.stopwords.has(part) && isWhole && this.#isKnown(stem(part));
  }

  /**
   * Words of the site that are one typing error away, the most telling first.
   * @param {string} word
   */
  #closeTo(word) {
    const own = stem(word);
    if (this.stems.size === 0) for (const one of this.written.keys()) this.stems.set(one, stem(one));
    const near = [...this.written.keys()].filter((one) => {
      const term = this.stems.get(one) ?? one;
      return (isOneSlipApart(word, one) || isOneSlipApart(own, term)) && this.#isKnown(term);
    });
    return near.sort((a, b) => Number(b[0] === word[0]) - Number(a[0] === word[0]) || this.#reach(b) - this.#reach(a)).slice(0, 3);
  }

  /** @param {string} word */
  #reach(word) {
    return this.terms.get(stem(word))?.[1] ?? 0;
  }

  /**
   * How well each page fits: every word counts by its best way, and a page that lacks a word counts for less.
   * @param {Way[][]} units
   */
  #score(units) {
    /** @type {Map<number, {sum: number, found: number}>} */
    const pages = new Map();
    for (const ways of units) {
      /** @type {Map<number, number>} */
      const best = new Map();
      for (const way of ways) {
        for (const [page, weight] of this.#weightsOf(way)) best.set(page, Math.max(best.get(page) ?? 0, weight));
      }
      for (const [page, weight] of best) {
        const so = pages.get(page) ?? { sum: 0, found: 0 };
        pages.set(page, { sum: so.sum + weight, found: so.found + 1 });
      }
    }
    return new Map([...pages].map(([page, { sum, found }]) => [page, sum * (found / units.length)]));
  }

  /**
   * @param {Way} way
   * @returns {Map<number, number>}
   */
  #weightsOf({ terms, share }) {
    /** @type {Map<number, number>[]} */
    const each = terms.map((term) => {
      const flat = this.terms.get(term) ?? [];
      return new Map(Array.from({ length: flat.length / 2 }, (_, at) => [flat[2 * at] ?? 0, flat[2 * at + 1] ?? 0]));
    });
    const [first, ...rest] = each;
    const all = [...(first ?? new Map())].filter(([page]) => rest.every((one) => one.has(page)));
    return new Map(all.map(([page, weight]) => {
      const sum = rest.reduce((total, one) => total + (one.get(page) ?? 0), weight);
      return [page, (share * sum) / Math.sqrt(terms.length)];
    }));
  }

  /**
   * @param {number} number
   * @param {Set<string>} sought
   * @returns {Hit}
   */
  #hit(number, sought) {
    const [address, title, kind, tab, parts, lead] = /** @type {Page} */ (this.index.pages[number]);
    /** @param {string} text */
    const count = (text) => marksIn(text, sought, this.stopwords).length;
    let best = { found: count(lead) > 0 ? 1 : 0, anchor: "", heading: "", text: lead || parts[0]?.[2] || "" };
    if (count(title) === 0) {
      for (const [anchor, heading, text] of parts) {
        const found = 2 * count(heading) + count(text);
        if (found > best.found) best = { found, anchor, heading, text };
      }
    }
    return {
      address: best.anchor ? `${address}#${best.anchor}` : address, title, kind, tab, heading: best.heading,
      snippet: snippetOf(best.text, sought, this.stopwords),
    };
  }
}
