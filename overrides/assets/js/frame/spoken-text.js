// A page's words in the order they are said aloud: sentence by sentence, each knowing where it stands on the page.

const BLOCKS = "h1, h2, h3, h4, p, li, tr, dt, dd, summary, caption, figcaption, blockquote";
/** What is no part of the text: ways onward, sources, notes of explained words, shapes, what is folded away. */
const SILENT = [
  ".band, .facts, .paper, .sources, .paper-foot, .onward, .read-aloud, .print-only, .unseen",
  "nav, svg, script, style, noscript, button:not(.word), [popover], [hidden], [aria-hidden='true']",
  "details:not([open]) > :not(summary)",
].join(", ");

/**
 * @typedef {{node: Text, from: number}} Piece a text node, and where its first letter stands in the block's words
 * @typedef {{block: Element, words: string, pieces: Piece[]}} Block
 * @typedef {{block: Element, words: string, rangeOf: (from: number, length: number) => Range | null}} Sentence
 */

/**
 * The sentences of an article, from top to bottom.
 * @param {Element} article
 * @returns {Sentence[]}
 */
export function sentencesOf(article) {
  return blocksOf(article).flatMap((block) =>
    cut(block.words).map(({ from, words }) => ({
      block: block.block,
      words,
      rangeOf: (/** @type {number} */ at, /** @type {number} */ length) => rangeIn(block.pieces, from + at, length),
    })),
  );
}

/**
 * @param {Element} article
 * @returns {Block[]}
 */
function blocksOf(article) {
  /** @type {Block[]} */
  const blocks = [];
  /** @type {Element | null | undefined} */
  let cell;
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    const holder = node.parentElement;
    const block = holder?.closest(BLOCKS);
    if (!holder || !block || !article.contains(block) || holder.closest(SILENT)) continue;
    const square = block.matches("tr") ? holder.closest("th, td") : null;
    if (block.matches("tr") && !square) continue;
    let last = blocks.at(-1);
    if (last?.block !== block) blocks.push((last = { block, words: "", pieces: [] }));
    // The squares of a table's row are said with a stop between them.
    if (square && square !== cell && /[^\s.?!:]\s*$/.test(last.words)) last.words += ". ";
    cell = square;
    last.pieces.push({ node, from: last.words.length });
    // A line that ends in the source is no end of a sentence; every letter keeps its place.
    last.words += node.data.replace(/\s/g, " ");
  }
  return blocks;
}

/**
 * @param {string} words
 * @returns {{from: number, words: string}[]}
 */
function cut(words) {
  // A browser that cannot tell sentences apart says the whole block at once.
  const parts =
    "Segmenter" in Intl
      ? [...new Intl.Segmenter("sv", { granularity: "sentence" }).segment(words)]
      : [{ index: 0, segment: words }];
  return parts
    .map(({ index, segment }) => ({ from: index, words: segment }))
    .filter((part) => /[\p{L}\p{N}]/u.test(part.words));
}

/**
 * @param {Piece[]} pieces
 * @param {number} from
 * @param {number} length
 */
function rangeIn(pieces, from, length) {
  const holding = (/** @type {number} */ at) =>
    pieces.find((piece) => piece.from <= at && at < piece.from + piece.node.length);
  const [first, last] = [holding(from), holding(from + length - 1)];
  if (!first || !last || length < 1) return null;
  const range = document.createRange();
  range.setStart(first.node, from - first.from);
  range.setEnd(last.node, from + length - last.from);
  return range;
}
