// What a kept draft is, and how two of them are compared and copied.

import { randomId } from "../shared/ids.js";

/**
 * @typedef {{id: string, worksheet: string, version: number, rev: number, saved_at: string,
 *   answers: {[name: string]: string | string[]}, rows: {[field: string]: string[]}}} Draft
 * @typedef {{draft: Draft, copyOf: string | null}} Entry
 */

/** A save that met another text; `copy` is where this text was kept instead. */
export class KeptAsCopy extends Error {
  name = "KeptAsCopy";

  /** @param {Entry} copy */
  constructor(copy) {
    super("kept as copy");
    this.copy = copy;
  }
}

/**
 * The same draft, which no later change of the one it was made from reaches.
 * @param {Draft} draft
 * @returns {Draft}
 */
export function ownCopy(draft) {
  return { ...draft, answers: withOwnLists(draft.answers), rows: withOwnLists(draft.rows) };
}

/**
 * @template T
 * @param {{[name: string]: T}} part
 */
function withOwnLists(part) {
  const own = { ...part };
  for (const name of Object.keys(own)) {
    const value = own[name];
    if (Array.isArray(value)) own[name] = /** @type {T} */ ([...value]);
  }
  return own;
}

/** What has been written out of each draft's answers: the same text is handed on and kept. @type {WeakMap<object, string>} */
const writtenOut = new WeakMap();

/**
 * The entry as text. Only for entries of our own, whose answers are never changed.
 * @param {Entry} entry
 */
export function entryText({ draft: { answers, rows, ...head }, copyOf }) {
  const parts = writtenOut.get(answers) ?? `"answers":${JSON.stringify(answers)},"rows":${JSON.stringify(rows)}`;
  writtenOut.set(answers, parts);
  return `{"draft":{${JSON.stringify(head).slice(1, -1)},${parts}},"copy_of":${JSON.stringify(copyOf)}}`;
}

/**
 * The entry that a text of `entryText` tells.
 * @param {string} text
 * @returns {Entry}
 */
export function readEntry(text) {
  const { draft, copy_of: copyOf } = JSON.parse(text);
  return { draft, copyOf };
}

/**
 * Text that is equal when two sets of answers are, whatever order they were written in.
 * @param {Draft} draft
 */
function content({ worksheet, answers, rows }) {
  const sorted = (/** @type {object} */ part) => Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([worksheet, sorted(answers), sorted(rows)]);
}

/**
 * Whether two drafts say the same, apart from when and in which order they were saved.
 * @param {Draft} one
 * @param {Draft} other
 */
export function saysTheSame(one, other) {
  return content(one) === content(other);
}

/**
 * The same text under a new id, marked as a copy of the draft it could not be saved as.
 * @param {Entry} entry
 * @returns {Entry}
 */
export function asCopy({ draft, copyOf }) {
  return { draft: { ...draft, id: randomId(), rev: 0 }, copyOf: copyOf ?? draft.id };
}
