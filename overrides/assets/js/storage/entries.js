// What a kept draft is, and how two of them are compared and copied.

import { randomId } from "../shared/ids.js";
import { isSettled, jsonText, settle } from "../shared/json-text.js";

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
 * The same draft with its answers settled: no later change of the one it was made from reaches it.
 * @param {Draft} draft
 * @returns {Draft}
 */
export function ownCopy(draft) {
  return { ...draft, answers: settledCopy(draft.answers), rows: settledCopy(draft.rows) };
}

/**
 * @template {string | string[]} T
 * @param {{[name: string]: T}} part
 */
function settledCopy(part) {
  if (isSettled(part)) return part;
  const own = { ...part };
  for (const name of Object.keys(own)) {
    const value = own[name];
    if (Array.isArray(value)) own[name] = /** @type {T} */ ([...value]);
  }
  return settle(own);
}

/**
 * The entry as text.
 * @param {Entry} entry
 */
export function entryText({ draft: { answers, rows, ...head }, copyOf }) {
  const parts = `"answers":${jsonText(answers)},"rows":${jsonText(rows)}`;
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
