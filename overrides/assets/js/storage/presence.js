// Whether somebody is there: when the page was last touched, and when a page of the site was last in sight.

import { LOCK } from "./limits.js";

/** @typedef {{wall: number, steady: number}} Stamp */

/** @param {number} ago */
function stamp(ago) {
  return { wall: Date.now() - ago, steady: performance.now() - ago };
}

/**
 * How long ago it was. The wall clock goes on while the device sleeps, the steady one when somebody sets the clock back.
 * @param {Stamp} moment
 */
function since({ wall, steady }) {
  return Math.max(0, Date.now() - wall, performance.now() - steady);
}

/** What one page knows of who is there, also in the other tabs. */
export class Presence {
  #touched = stamp(0);
  #seen = stamp(0);

  /**
   * Nothing; somebody touched a page.
   * @param {number} [ago] milliseconds
   */
  touch(ago = 0) {
    if (ago < since(this.#touched)) this.#touched = stamp(ago);
    this.see(ago);
  }

  /**
   * Nothing; a page was in sight.
   * @param {number} [ago] milliseconds
   */
  see(ago = 0) {
    if (ago < since(this.#seen)) this.#seen = stamp(ago);
  }

  /** What other tabs are told: moments, not how long ago, so that a slow message does not make them later. */
  told() {
    return { touched: Date.now() - since(this.#touched), seen: Date.now() - since(this.#seen) };
  }

  /** Milliseconds until the lock because nobody touches anything. */
  get untilIdle() {
    return LOCK.IDLE_MS - since(this.#touched);
  }

  /** Whether it is time to lock: untouched for too long, or out of sight. */
  get isOver() {
    return this.untilIdle <= 0 || since(this.#seen) >= LOCK.HIDDEN_MS;
  }
}
