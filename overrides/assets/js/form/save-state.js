// Shows, in one place, whether what was written is kept.
import { part } from "./parts.js";

/** @typedef {"empty" | "memory" | "saving" | "saved" | "failed"} State */

/** The save state of one form: what is seen, and what is said aloud. */
export class SaveState {
  #shown;
  #rescue;
  #voice;

  /**
   * @param {HTMLFormElement} form
   * @param {import("./announce.js").Voice} voice
   */
  constructor(form, voice) {
    this.#shown = part(form, "[data-save-state]");
    this.#rescue = part(form, "[data-rescue]");
    this.#voice = voice;
  }

  /**
   * Nothing; the state is shown, with its sentence.
   * @param {State} state
   * @param {string} words
   */
  show(state, words) {
    const before = this.#shown.dataset["saveState"];
    // A new try is no news, and must not take the way out from under somebody's finger.
    if (state === "saving" && before === "failed") return;
    // What is as it was is left alone: each touch makes the browser style and draw the page once more.
    if (before !== state) this.#shown.dataset["saveState"] = state;
    if (this.#shown.textContent !== words) this.#shown.textContent = words;
    if (this.#rescue.hidden !== (state !== "failed")) this.#rescue.hidden = state !== "failed";
    if (state === "failed" && before !== "failed") this.#voice.warn(words);
    if (state === "saved" || state === "memory") {
      if (before !== state) this.#voice.warn("");
      this.#voice.mention(words);
    }
  }
}
