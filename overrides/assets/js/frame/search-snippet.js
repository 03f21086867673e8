// Which words of a text were looked for, and some words around the first of them, as pieces of plain text.
import { fold, stem, wordsOf } from "./search-words.js";

/** @typedef {{text: string, hit: boolean}} Piece */

const LENGTH = 150;
const BEFORE = 45;
/** A shorter stem is marked only where it is a whole word. */
const SHORTEST_WITHIN = 4;

/**
 * The words of a text that were looked for, also as parts of compounds.
 * @param {string} text
 * @param {Set<string>} sought stems
 * @param {Set<string>} stopwords
 */
export function marksIn(text, sought, stopwords) {
  const within = [...sought].filter((term) => term.length >= SHORTEST_WITHIN);
  return wordsOf(text).filter(({ word }) => {
    const folded = fold(word);
    if (stopwords.has(folded)) return false;
    return sought.has(stem(folded)) || within.some((term) => folded.includes(term));
  });
}

/**
 * Some words around the first word that was found, in pieces: found, or not.
 * @param {string} text
 * @param {Set<string>} sought stems
 * @param {Set<string>} stopwords
 * @returns {Piece[]}
 */
export function snippetOf(text, sought, stopwords) {
  const first = marksIn(text, sought, stopwords)[0]?.at ?? 0;
  const start = first <= BEFORE ? 0 : text.indexOf(" ", first - BEFORE) + 1;
  const cut = text.length > start + LENGTH ? text.lastIndexOf(" ", start + LENGTH) : text.length;
  const end = cut > start ? cut : text.length;
  const shown = text.slice(start, end);
  /** @type {Piece[]} */
  const pieces = [];
  let done = 0;
  for (const { word, at } of marksIn(shown, sought, stopwords)) {
    if (at > done) pieces.push({ text: shown.slice(done, at), hit: false });
    pieces.push({ text: word, hit: true });
    done = at + word.length;
  }
  if (done < shown.length) pieces.push({ text: shown.slice(done), hit: false });
  if (start > 0) pieces.unshift({ text: "… ", hit: false });
  if (end < text.length) pieces.push({ text: " …", hit: false });
  return pieces;
}
