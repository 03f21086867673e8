// Values from another sheet: kept the first time something is written here, and changed only when the person has chosen so.
import { element, moveFocus, replace } from "../shared/dom.js";
import { openChoice } from "./fetched-dialog.js";
import { ENGINE, FETCHED } from "./messages.js";
import { part } from "./parts.js";

/**
 * @typedef {import("./written.js").Raw} Raw
 * @typedef {import("./meaning.js").Reading} Reading
 * @typedef {import("./fetched-dialog.js").Change} Change
 * @typedef {{lines: string[], source: string, kept: boolean, title: string, notice: string, settled: boolean, held_back: boolean,
 *   sign: string, changes: Change[]}} Fetch
 * @typedef {{field: string, sign: string, rows: string[]}} Choice
 * @typedef {{written: import("./written.js").Written, undo: import("./undo.js").Undo, canWrite: () => boolean,
 *   choose: (choice: Choice) => Promise<Reading>, onKept: () => void, read: () => Promise<Reading>,
 *   tell: (words: string) => void}} Surroundings
 */

/** The names under which a draft keeps what was fetched; any other name under the field is an answer of its own. */
const KEPT_NAME = /^([^/]+)\/(?:blad|delning|sett|[^/]+\/(?:rad|datum))$/;

/** The fetched values of one form. */
export class Fetched {
  #form;
  #around;
  /** Where the line about each field stands, after its value. @type {Map<string, HTMLElement>} */
  #places = new Map();
  /** @type {{[name: string]: Fetch}} */
  #fetched = {};
  /** What each place shows, so that nothing is built anew under somebody's finger. @type {Map<string, string>} */
  #shown = new Map();
  /** Whether the person has written on this draft since it was shown. */
  #isTouched = false;

  /**
   * @param {HTMLFormElement} form
   * @param {Surroundings} around
   */
  constructor(form, around) {
    this.#form = form;
    this.#around = around;
    for (const output of form.querySelectorAll("[data-fetched]")) {
      const place = element("div", { class: "ws-fetched" });
      output.after(place);
      this.#places.set(output.getAttribute("data-output") ?? "", place);
    }
  }

  /**
   * Whether a name in the answers belongs to a value from another sheet.
   * @param {string} name
   */
  owns(name) {
    const field = KEPT_NAME.exec(name)?.[1];
    return field !== undefined && this.#places.has(field);
  }

  /** Nothing; the person has written on the sheet: what it shows from other sheets is to be kept. */
  touched() {
    this.#isTouched = true;
  }

  /** Nothing; another draft is shown, on which nothing has been written yet. */
  forget() {
    this.#isTouched = false;
  }

  /** @param {Reading} reading */
  show(reading) {
    this.#fetched = reading.fetched;
    this.refresh();
    this.#keepFirst(reading.first);
  }

  /** Nothing; each field tells how its source differs, with a button for who may write. */
  refresh() {
    const canWrite = this.#around.canWrite();
    for (const [field, fetch] of Object.entries(this.#fetched)) {
      const place = this.#places.get(field);
      const look = JSON.stringify([fetch, canWrite]);
      if (!place || this.#shown.get(field) === look) continue;
      this.#shown.set(field, look);
      const hadFocus = place.contains(document.activeElement);
      place.parentElement?.toggleAttribute("data-kept", fetch.kept);
      place.parentElement?.toggleAttribute("data-held-back", fetch.held_back);
      replace(place, ...this.#lineOf(field, fetch, canWrite), fetch.held_back && element("p", { class: "print-only" }, FETCHED.heldBack));
      if (hadFocus) moveFocus(place.querySelector("button") ?? place);
    }
  }

  /**
   * @param {string} field
   * @param {Fetch} fetch
   * @param {boolean} canWrite
   */
  #lineOf(field, { title, notice, settled, changes }, canWrite) {
    if (!notice) return [];
    const words = settled ? null : element("p", { class: "no-print" }, notice);
    if (!canWrite || changes.length === 0) return [words];
    const name = settled ? FETCHED.again(title) : FETCHED.compare;
    const open = () => this.#open(field);
    return [words, element("button", { type: "button", class: "button button--quiet", "aria-haspopup": "dialog", on: { click: open } }, name)];
  }

  /** A sheet on which nothing is written does not become a draft by what it shows. @param {Raw} first */
  #keepFirst({ answers, rows }) {
    const { written, canWrite, onKept, read } = this.#around;
    if (!this.#isTouched || !canWrite() || Object.keys(answers).length === 0 || !this.#hasOwnWords()) return;
    for (const [name, answer] of Object.entries(answers)) written.set(name, answer);
    for (const [field, ids] of Object.entries(rows)) written.arrange(field, ids);
    onKept();
    void read().catch(() => {});
  }

  #hasOwnWords() {
    const fixed = new Set([...this.#form.querySelectorAll('[data-fixed-row] > input[type="hidden"]')].map((one) => one.getAttribute("name")));
    return this.#around.written.names.some((name) => !fixed.has(name) && !this.owns(name));
  }

  /** @param {string} field */
  #open(field) {
    const fetch = this.#fetched[field];
    const place = this.#places.get(field);
    if (!fetch || !place) return;
    openChoice(fetch, {
      onTake: (rows) => this.#choose(field, fetch, rows),
      onLeave: () => this.#choose(field, fetch, []),
      onClosed: () => moveFocus(place.querySelector("button") ?? place),
    });
  }

  /**
   * @param {string} field
   * @param {Fetch} fetch as the person saw it
   * @param {string[]} rows
   */
  async #choose(field, fetch, rows) {
    const { choose, canWrite, undo, tell } = this.#around;
    try {
      const { chosen } = await choose({ field, sign: fetch.sign, rows });
      if (!canWrite()) return;
      if (!chosen) {
        tell(FETCHED.moved(fetch.title));
        await this.#around.read();
        return;
      }
      const before = this.#kept(field);
      await this.#put(field, chosen);
      if (rows.length === 0) return tell(FETCHED.left);
      const place = /** @type {HTMLElement} */ (this.#places.get(field));
      undo.offer(FETCHED.taken(fetch.title), place, () => void this.#put(field, before).then(() => moveFocus(place.querySelector("button") ?? place)));
      moveFocus(part(this.#form, "[data-undo]"));
    } catch {
      tell(ENGINE.unchecked);
    }
  }

  /**
   * What the sheet has kept of one field, to be put back.
   * @param {string} field
   * @returns {Raw}
   */
  #kept(field) {
    const { answers, rows } = this.#around.written.raw();
    const own = Object.entries(answers).filter(([name]) => name.startsWith(`${field}/`) && this.owns(name));
    return { answers: Object.fromEntries(own), rows: { [field]: rows[field] ?? [] } };
  }

  /**
   * Nothing; the sheet has kept this of one field, and shows it.
   * @param {string} field
   * @param {Raw} kept
   */
  async #put(field, { answers, rows }) {
    const { written, onKept, read } = this.#around;
    for (const name of Object.keys(this.#kept(field).answers)) written.set(name, "");
    for (const [name, answer] of Object.entries(answers)) written.set(name, answer);
    written.arrange(field, rows[field] ?? []);
    onKept();
    await read();
  }
}
