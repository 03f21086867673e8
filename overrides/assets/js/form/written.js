// What is written on the sheet, control by control, so that a key press never re-reads the whole form.
import { asControl, fillControl, readControl } from "./controls.js";
import { settle } from "../shared/json-text.js";

/**
 * @typedef {import("./controls.js").Answer} Answer
 * @typedef {import("./controls.js").Control} Control
 * @typedef {{answers: {[name: string]: Answer}, rows: {[field: string]: string[]}}} Raw
 */

/** The raw answers of one form. Maps, since a name may be anything that a file says. */
export class Written {
  /** @type {Map<string, Answer>} */
  #answers = new Map();
  /** Each answer as its piece of JSON: a key writes out one answer anew, not the whole sheet. @type {Map<string, string>} */
  #pieces = new Map();
  /** @type {Map<string, string[]>} */
  #rows = new Map();
  /** The answers as plain data, as they were last asked for. @type {Raw} */
  #raw = { answers: settle({}), rows: settle({}) };
  /** What has been written since; null when everything is another. @type {Set<string> | null} */
  #changed = new Set();
  #hasMoved = false;

  /** The names that have an answer. */
  get names() {
    return [...this.#answers.keys()];
  }

  /**
   * What is written under a name; blank when nothing is.
   * @param {string} name
   * @returns {Answer}
   */
  answer(name) {
    return this.#answers.get(name) ?? "";
  }

  /**
   * The ids of a field's rows in their order, or undefined when the field has never been shown.
   * @param {string} field
   */
  rowsOf(field) {
    return this.#rows.get(field);
  }

  /**
   * The answers that have no control on this form.
   * @param {HTMLFormElement} form
   * @returns {[string, Answer][]}
   */
  homeless(form) {
    const names = new Set(namedControls(form).map((control) => control.name));
    return [...this.#answers].filter(([name]) => !names.has(name));
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
    if (answer.length === 0) {
      this.#answers.delete(name);
      this.#pieces.delete(name);
    } else {
      this.#answers.set(name, answer);
      this.#pieces.set(name, piece(name, answer));
    }
    this.#changed?.add(name);
  }

  /**
   * Nothing; a field has these rows, in this order.
   * @param {string} field
   * @param {string[]} ids
   */
  arrange(field, ids) {
    this.#rows.set(field, [...ids]);
    this.#hasMoved = true;
  }

  /**
   * Nothing; the answers are taken over from a draft.
   * @param {Raw} raw
   */
  take(raw) {
    this.#answers = new Map(Object.entries(raw.answers));
    this.#pieces = new Map(Object.entries(raw.answers).map(([name, answer]) => [name, piece(name, answer)]));
    this.#rows = new Map(Object.entries(raw.rows).map(([field, ids]) => [field, [...ids]]));
    this.#changed = null;
    this.#hasMoved = true;
  }

  /**
   * Nothing; every control under the root shows its answer.
   * @param {Element} root
   */
  fill(root) {
    for (const older of root.querySelectorAll("[data-older]")) older.remove();
    for (const control of namedControls(root)) fillControl(control, this.answer(control.name));
  }

  /**
   * Nothing; every control under the root is noted.
   * @param {Element} root
   */
  noteAll(root) {
    for (const control of namedControls(root)) this.note(control);
  }

  /**
   * The answers as plain data, for the draft and for the engine. Never changed, and the same until something is
   * written: whoever keeps it need not copy it, and writes it out as text once.
   * @returns {Raw}
   */
  raw() {
    const answers = this.#changed?.size === 0 ? this.#raw.answers : settle(this.#plain(), `{${[...this.#pieces.values()].join()}}`);
    const rows = this.#hasMoved ? settle(Object.fromEntries(this.#rows)) : this.#raw.rows;
    if (answers !== this.#raw.answers || rows !== this.#raw.rows) this.#raw = { answers, rows };
    this.#changed = new Set();
    this.#hasMoved = false;
    return this.#raw;
  }

  /** A copy of the last answers with the changed ones changed costs half of making them all anew. */
  #plain() {
    if (!this.#changed) return Object.fromEntries(this.#answers);
    const plain = { ...this.#raw.answers };
    for (const name of this.#changed) {
      const value = this.#answers.get(name);
      if (value === undefined) delete plain[name];
      // Not by assignment: a name may be __proto__.
      else Object.defineProperty(plain, name, { value, configurable: true, enumerable: true, writable: true });
    }
    return plain;
  }
}

/**
 * @param {string} name
 * @param {Answer} answer
 */
function piece(name, answer) {
  return `${JSON.stringify(name)}:${JSON.stringify(answer)}`;
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
