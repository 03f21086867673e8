// Speaks to screen readers through containers that stand empty in the page from the start.
import { say } from "../shared/dom.js";
import { part } from "./parts.js";

const QUIET_MS = 30_000;

/** The form's voice: polite at most every half minute unless it answers a press, and urgent when it must. */
export class Voice {
  #polite;
  #urgent;
  #last = -Infinity;

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.#polite = part(form, "[data-announce]");
    this.#urgent = part(form, "[data-alert]");
  }

  /**
   * Nothing; said only when nothing was said the last half minute.
   * @param {string} words
   */
  mention(words) {
    const now = performance.now();
    if (now - this.#last < QUIET_MS) return;
    this.#last = now;
    say(this.#polite, words);
  }

  /**
   * Nothing; said at once, as the answer to a press.
   * @param {string} words
   */
  answer(words) {
    this.#last = performance.now();
    say(this.#polite, words);
  }

  /**
   * Nothing; said at once and before anything else. Blank takes it back.
   * @param {string} words
   */
  warn(words) {
    say(this.#urgent, words);
  }
}
