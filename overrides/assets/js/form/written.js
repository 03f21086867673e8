// What is written on the sheet, control by control, so that a key press never re-reads the whole form.
import { asControl, fillControl, readControl } from "./controls.js";

/**
 * @typedef {import("./controls.js").Answer} Answer
 * @typedef {import("./controls.js").Control} Control
 * @typedef {{answers: {[name: string]: Answer}, rows: {[field: string]: string[]}}} Raw
 */

/** The raw answers of one form. A Map, since a name may be anything that a file says. */
export class Written {
  /** @type {Map<string, Answer>} */
  answers = new Map();
  /** @type {Map<string, string[]>} */
  rows = new Map();

  /**
   * The answers that have no control on this form.
   * @param {HTMLFormElement} form
   * @returns {[string, Answer][]}
   */
  homeless(form) {
    const names = new Set(namedControls(form).map((control) => control.name));
    return [...this.answers].filter(([name]) => !names.has(name));
  }

  /**
   * Nothing; the control's answer is noted.
   * @param {Control} control
   */
  note(control) {
    this.set(control.name, readControl(control));
  }

  /**
   * Nothing; an answer is noted, and a blank one forgotten.
   * @param {string} name
   * @param {Answer} answer
   */
  set(name, answer) {
    if (answer.length === 0) this.answers.delete(name);
    else this.answers.set(name, answer);
  }

  /**
   * Nothing; the answers are taken over from a draft.
   * @param {Raw} raw
   */
  take(raw) {
    this.answers = new Map(Object.entries(raw.answers));
    this.rows = new Map(Object.entries(raw.rows).map(([field, ids]) => [field, [...ids]]));
  }

  /**
   * Nothing; every control under the root shows its answer.
   * @param {Element} root
   */
  fill(root) {
    for (const older of root.querySelectorAll("[data-older]")) older.remove();
    for (const control of namedControls(root)) fillControl(control, this.answers.get(control.name) ?? "");
  }

  /**
   * Nothing; every control under the root is noted.
   * @param {Element} root
   */
  noteAll(root) {
    for (const control of namedControls(root)) this.note(control);
  }

  /**
   * The answers as plain data, for the draft and for the engine.
   * @returns {Raw}
   */
  raw() {
    return { answers: Object.fromEntries(this.answers), rows: Object.fromEntries(this.rows) };
  }
}

/**
 * Every control under the root that is part of the answers.
 * @param {Element} root
 * @returns {Control[]}
 */
export function namedControls(root) {
  const found = [...root.querySelectorAll("input[name], textarea[name], select[name]")];
  return found.map(asControl).filter((control) => control !== null);
}
