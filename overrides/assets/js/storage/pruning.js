// Which revisions of a draft stay: enough to go back to, without keeping every key that was ever pressed.

/** How many of the newest revisions always stay. */
export const KEPT_REVISIONS = 20;
/** How many sittings back the last revision of each stays. */
const KEPT_SITTINGS = 20;

/** @typedef {{day: string, begins?: boolean}} Mark what decides about a revision */

/** The marks of revisions already seen: they never change, and a long sheet's rows are heavy to read. @type {Map<string, Mark>} */
const marks = new Map();

/**
 * The revision's mark, known from now on.
 * @param {Mark & {binder: string, draft: string, rev: number}} row
 * @returns {Mark}
 */
export function remember({ binder, draft, rev, day, begins = false }) {
  marks.set(String([binder, draft, rev]), { day, begins });
  return { day, begins };
}

/**
 * The mark of a revision already seen.
 * @param {IDBValidKey} key
 */
export function remembered(key) {
  return marks.get(String(key));
}

/** Decides about one draft's revisions, asked in order from the last of the newest to the oldest. */
export class Pruning {
  #kept;
  #isFirst = true;
  #sittings = 0;
  #endsSitting = false;
  /** @type {Set<string>} */
  #days = new Set();

  /** @param {number} kept how many of the newest stay; 1 keeps nothing else, to make room */
  constructor(kept) {
    this.#kept = kept;
  }

  /**
   * Whether the next older revision stays.
   * @param {Mark} mark
   */
  keeps({ day, begins = false }) {
    const endsSitting = this.#endsSitting && this.#sittings < KEPT_SITTINGS;
    this.#endsSitting = begins;
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    if (isFirst) return true;
    const isWorthIt = this.#kept > 1 && (endsSitting || !this.#days.has(day));
    if (isWorthIt && endsSitting) this.#sittings += 1;
    if (isWorthIt) this.#days.add(day);
    return isWorthIt;
  }
}
