// Takes back the last removal: one step at a time, newest first, through one button that follows the event.
import { ROWS } from "./messages.js";
import { part } from "./parts.js";

/** @typedef {{words: string, place: HTMLElement, back: () => void}} Step */

const MOST_STEPS = 20;

/** The steps that can be taken back on one form. */
export class Undo {
  /** @type {Step[]} */
  #steps = [];
  #note;
  #words;
  #voice;

  /**
   * @param {HTMLFormElement} form
   * @param {import("./announce.js").Voice} voice
   */
  constructor(form, voice) {
    this.#note = part(form, "[data-undo-note]");
    this.#words = part(form, "[data-undo-words]");
    this.#voice = voice;
    part(form, "[data-undo]").addEventListener("click", () => this.#takeBack());
  }

  /**
   * Nothing; the step can be taken back, by a button that stands before the place.
   * @param {string} words what was done
   * @param {HTMLElement} place
   * @param {() => void} back
   */
  offer(words, place, back) {
    this.#steps.push({ words, place, back });
    if (this.#steps.length > MOST_STEPS) this.#steps.shift();
    this.#show();
    this.#voice.answer(words);
  }

  /** Nothing; nothing can be taken back any more. */
  clear() {
    this.#steps = [];
    this.#show();
  }

  #takeBack() {
    const step = this.#steps.pop();
    if (!step) return;
    this.#show();
    step.back();
    this.#voice.answer(ROWS.undone);
  }

  #show() {
    const last = this.#steps.at(-1);
    this.#note.hidden = last === undefined;
    if (!last) return;
    this.#words.textContent = last.words;
    last.place.before(this.#note);
  }
}
