// Historik: how a sheet stood earlier, what differs from now, and a way back that loses nothing.
import { call } from "../engine/engine.js";
import { element, moveFocus, replace } from "../shared/dom.js";
import { localDay, swedishMoment } from "../shared/time.js";
import { comparedParts } from "./comparison.js";
import { HISTORY, KEPT } from "./messages.js";
import { part } from "./parts.js";
import { comparePlainly } from "./plain-comparison.js";
import { tell } from "./sheet-actions.js";

/**
 * @typedef {import("../storage/session.js").Draft} Draft
 * @typedef {import("./comparison.js").Compared} Compared
 */

/** How many characters of a stored moment name its minute. */
const TO_THE_MINUTE = 16;

/** The earlier versions of one form's draft. */
export class History {
  #sheet;
  #open;
  #place;

  /** @param {import("./worksheet.js").Sheet} sheet */
  constructor(sheet) {
    this.#sheet = sheet;
    this.#open = part(sheet.form, "[data-history-open]");
    this.#place = part(sheet.form, "[data-history]");
    this.#open.addEventListener("click", () => void this.#list());
  }

  /** Nothing; the way to the history is there when something has been written. */
  update() {
    this.#open.hidden = this.#sheet.saving.draft === null;
  }

  /** Nothing; what was shown of older versions is no longer on the page. */
  forget() {
    this.#place.hidden = true;
    replace(this.#place);
  }

  #close() {
    this.forget();
    this.#open.focus();
  }

  async #list() {
    const { saving } = this.#sheet;
    if (!(await saving.flush())) return tell(this.#sheet, `${KEPT.failed} ${KEPT.rescue}`);
    const older = lastOfEachMinute(await saving.revisions());
    const lines = older.map((draft) => element("li", {}, this.#button(swedishMoment(draft.saved_at), () => this.#show(draft)), " ", this.#difference(draft)));
    const about = older.length > 0 ? HISTORY.about : HISTORY.none;
    this.#fill(HISTORY.heading, element("p", {}, about), element("ul", { class: "ws-history" }, ...lines), this.#button(HISTORY.close, () => this.#close()));
  }

  /** @param {Draft} draft */
  #difference(draft) {
    const compared = comparePlainly(this.#sheet.form, draft, this.#sheet.saving.current());
    return HISTORY.differs(compared.filter(({ before, now }) => before !== now).length);
  }

  /** @param {Draft} draft */
  async #show(draft) {
    const moment = swedishMoment(draft.saved_at);
    const compared = await this.#compare(draft);
    const isWriter = this.#sheet.saving.role === "writer";
    const restore = isWriter ? element("button", { type: "button", class: "button", on: { click: () => void this.#restore(draft) } }, HISTORY.restore) : null;
    const ways = element("div", { class: "ws-buttons" }, restore, this.#button(HISTORY.back, () => this.#list()), this.#button(HISTORY.close, () => this.#close()));
    this.#fill(HISTORY.at(moment), ...comparedParts(compared, HISTORY.then), ways);
  }

  /**
   * In Python's words when Python is there, else as it is written: nobody waits for an engine to read.
   * @param {Draft} before
   * @returns {Promise<Compared[]>}
   */
  async #compare(before) {
    const { saving, form } = this.#sheet;
    const { worksheet, answers, rows } = saving.current();
    if (document.documentElement.dataset["engine"] === "ready") {
      try {
        const drafts = await this.#sheet.neededDrafts();
        return (await call("check", { worksheet, answers, rows, drafts, before, today: localDay() })).compared;
      } catch {
        // The plain comparison below says the same in rawer words.
      }
    }
    return comparePlainly(form, before, { answers, rows });
  }

  /** @param {Draft} draft */
  async #restore(draft) {
    const { saving, undo, form } = this.#sheet;
    const before = this.#sheet.written.raw();
    this.#put(draft);
    await saving.flush();
    this.forget();
    undo.offer(HISTORY.restored(swedishMoment(draft.saved_at)), part(form, "[data-occasion-place]"), () => {
      this.#put(before);
      moveFocus(this.#open);
    });
    moveFocus(part(form, "[data-undo]"));
  }

  /** @param {import("./written.js").Raw} raw */
  #put(raw) {
    this.#sheet.put(raw);
    this.#sheet.saving.touch();
  }

  /**
   * @param {string} words
   * @param {() => unknown} act
   */
  #button(words, act) {
    return element("button", { type: "button", class: "button button--quiet", on: { click: () => void act() } }, words);
  }

  /**
   * @param {string} words
   * @param {...import("../shared/dom.js").Child} children
   */
  #fill(words, ...children) {
    const heading = element("h2", { tabindex: "-1" }, words);
    replace(this.#place, heading, ...children);
    this.#place.hidden = false;
    heading.focus();
  }
}

/**
 * The versions before the newest, the last of each minute: what was saved between two keys is no version to go back to.
 * @param {Draft[]} revisions newest first
 */
function lastOfEachMinute([newest, ...older]) {
  let minute = newest?.saved_at.slice(0, TO_THE_MINUTE);
  return older.filter(({ saved_at: savedAt }) => {
    const isNew = savedAt.slice(0, TO_THE_MINUTE) !== minute;
    minute = savedAt.slice(0, TO_THE_MINUTE);
    return isNew;
  });
}
