// Asks the engine what the answers mean, a moment after the last key, and shows it: hidden questions and worked-out values.
import { element, replace } from "../shared/dom.js";
import { call } from "../engine/engine.js";
import { Turns } from "./turns.js";

/**
 * @typedef {{lines: string[], source?: string}} Value
 * @typedef {{problems: import("./problems.js").Problem[], hidden: string[],
 *   computed: {[name: string]: Value}, fetched: {[name: string]: import("./fetched.js").Fetch},
 *   first: import("./written.js").Raw, chosen?: import("./written.js").Raw | null,
 *   pictures?: {[name: string]: import("../shared/picture-shapes.js").Picture}}} Reading
 */

const PAUSE_MS = 250;

/** What the engine has said of one form's answers. */
export class Meaning {
  #payload;
  #onRead;
  #timer = 0;
  #asked = 0;
  /** A long sheet takes the engine a while: its answers are waited for, never piled up. */
  #turns = new Turns(() => this.read());
  /** What each output shows, so that what has not changed is not touched. @type {Map<Element, string>} */
  #said = new Map();
  /** @type {Map<Element, Node[]>} */
  #blanks = new Map();
  /** The questions that may have a condition; those in rows never do. @type {HTMLElement[]} */
  #fields;
  /** @type {string[]} */
  #hidden = [];
  #hasRead = false;

  /**
   * @param {HTMLFormElement} form
   * @param {() => Promise<{[name: string]: unknown}>} payload
   * @param {(reading: Reading) => void} onRead
   */
  constructor(form, payload, onRead) {
    this.#fields = [...form.querySelectorAll(".ws-section > [data-field]")].filter((field) => field instanceof HTMLElement);
    this.#payload = payload;
    this.#onRead = onRead;
    for (const output of form.querySelectorAll("[data-output]")) this.#blanks.set(output, [...output.childNodes]);
    form.addEventListener("focusout", () => setTimeout(() => this.#hide(), 0));
  }

  /** Whether the page shows what the engine has worked out, and not only what the build laid there. */
  get hasRead() {
    return this.#hasRead;
  }

  /** Nothing; the engine is asked when nothing more has come for a moment. */
  soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#turns.ask(), PAUSE_MS);
  }

  /**
   * What the engine says now. Throws EngineError when it cannot say.
   * @returns {Promise<Reading>}
   */
  async read() {
    clearTimeout(this.#timer);
    this.#asked += 1;
    const mine = this.#asked;
    const reading = /** @type {Reading} */ (await call("check", await this.#payload()));
    if (mine === this.#asked) this.#show(reading);
    return reading;
  }

  /** @param {Reading} reading */
  #show(reading) {
    this.#hasRead = true;
    this.#hidden = reading.hidden;
    this.#hide();
    for (const [output, blank] of this.#blanks) {
      const name = output.getAttribute("data-output") ?? "";
      const value = reading.computed[name] ?? reading.fetched[name];
      const said = JSON.stringify(value ?? null);
      if (said === this.#said.get(output)) continue;
      this.#said.set(output, said);
      const lines = value?.lines.map((line) => element("span", { class: "ws-line", role: "listitem" }, line)) ?? [];
      if (lines.length === 0) replace(output, ...blank);
      else replace(output, element("span", { class: "ws-lines", role: "list" }, ...lines), sourceOf(value));
    }
    this.#onRead(reading);
  }

  /** Nothing; the questions that are not asked now are hidden, but never the one somebody is in. */
  #hide() {
    for (const field of this.#fields) {
      const hidden = this.#hidden.includes(field.dataset["field"] ?? "");
      if (field.hidden !== hidden) field.hidden = hidden && !field.contains(document.activeElement);
    }
  }
}

/** @param {Value | undefined} value */
function sourceOf(value) {
  if (!value?.source) return null;
  return element("small", { class: "ws-source" }, value.source);
}
