// Who is told when something happens to the session, and how long they may take over what they do about it.

import { pause } from "../shared/time.js";

/**
 * @typedef {"saved" | "removed" | "opened" | "handed-over" | "renamed" | "locking" | "locked" | "storage"} ChangeType
 * @typedef {{type: ChangeType, id?: string}} Change
 */

const PATIENCE_MS = 3_000;

/** The listeners of one session. */
export class Changes {
  /** @type {Set<(change: Change) => unknown>} */
  #listeners = new Set();

  /**
   * A function that stops the telling; until then `fn` hears of every change.
   * @param {(change: Change) => unknown} fn
   */
  listen(fn) {
    this.#listeners.add(fn);
    return () => this.#listeners.delete(fn);
  }

  /**
   * Nothing; everyone who listens has been told, and has finished what they do about it.
   * @param {Change} change
   */
  async tell(change) {
    const answers = [...this.#listeners].map(async (fn) => fn(change));
    await Promise.race([Promise.allSettled(answers), pause(PATIENCE_MS)]);
  }
}
