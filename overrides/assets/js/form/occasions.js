// Several occasions of one sheet: which one this is, the others, a new one, and what has changed since the one before.
import { call } from "../engine/engine.js";
import { element, moveFocus, replace } from "../shared/dom.js";
import { randomId } from "../shared/ids.js";
import { localDay, swedishDay } from "../shared/time.js";
import { comparedParts } from "./comparison.js";
import { History } from "./history.js";
import { DONE, ENGINE, KEPT, OCCASIONS } from "./messages.js";
import { part } from "./parts.js";
import { tell } from "./sheet-actions.js";

/**
 * @typedef {import("../storage/session.js").Draft} Draft
 * @typedef {Pick<Draft, "answers" | "saved_at">} Dated
 * @typedef {import("./comparison.js").Compared} Compared
 */

/** The day that a draft is about: the date that was written on it, else the day it was saved. @param {Dated} draft */
function dayOf({ answers, saved_at: savedAt }) {
  const written = answers["datum"];
  return typeof written === "string" && /^\d{4}-\d{2}-\d{2}$/.test(written) ? written : savedAt.slice(0, 10) || localDay();
}

/** @param {Dated} draft */
function orderOf(draft) {
  return `${dayOf(draft)} ${draft.saved_at || "9"}`;
}

/** The occasions of one form. */
export class Occasions {
  #sheet;
  #root;
  #history;
  /** The other occasions, newest first. @type {Draft[]} */
  #others = [];

  /** @param {import("./worksheet.js").Sheet} sheet */
  constructor(sheet) {
    this.#sheet = sheet;
    this.#root = part(sheet.form, "[data-occasions]");
    this.#history = new History(sheet);
    const actions = { new: () => this.#begin(), compare: () => this.#compare(), remove: () => this.#remove() };
    for (const [name, act] of Object.entries(actions)) {
      part(this.#root, `[data-occasion-${name}]`).addEventListener("click", () => void act());
    }
    // A link to another occasion only changes the end of the address.
    window.addEventListener("hashchange", () => void this.#follow());
  }

  /** Nothing; the name of this occasion is as it is written now. */
  name() {
    const { draft } = this.#sheet.saving;
    const words = draft ? OCCASIONS.this(swedishDay(dayOf(this.#now()))) : OCCASIONS.blank;
    const place = part(this.#root, "[data-occasion-name]");
    if (place.textContent !== words) place.textContent = words;
    this.#history.update();
    this.#offer("[data-occasion-remove]", draft !== null);
    this.#offer("[data-occasion-new]", draft !== null);
    this.#offer("[data-occasion-compare]", this.#before() !== undefined);
  }

  /**
   * Asked for at every key, so a button that stands as it should is not touched.
   * @param {string} selector
   * @param {boolean} isOffered
   */
  #offer(selector, isOffered) {
    const button = part(this.#root, selector);
    if (button.hidden === isOffered) button.hidden = !isOffered;
  }

  /** Nothing; the list of the other occasions is read anew. */
  async refresh() {
    const { saving, form } = this.#sheet;
    const drafts = (await saving.session?.drafts()) ?? [];
    const same = drafts.filter(({ id, worksheet }) => worksheet === form.dataset["worksheet"] && id !== saving.draft?.id);
    this.#others = same.sort((one, other) => (orderOf(one) < orderOf(other) ? 1 : -1));
    this.#list();
    this.name();
  }

  #list() {
    const others = part(this.#root, "[data-occasion-others]");
    others.hidden = this.#others.length === 0;
    const areEarlier = this.#others[0] === this.#before();
    const heading = areEarlier ? OCCASIONS.earlier : OCCASIONS.others;
    part(others, "summary").textContent = `${heading} (${this.#others.length})`;
    const links = this.#others.map((draft) => element("li", {}, element("a", { href: `#blad=${draft.id}` }, swedishDay(dayOf(draft)))));
    replace(part(others, "ul"), ...links);
  }

  /** What tells when this occasion is, and no more: it is looked at for every key, however long the sheet is. @returns {Dated} */
  #now() {
    const { saving, written } = this.#sheet;
    return { answers: { datum: written.answer("datum") }, saved_at: saving.draft?.saved_at ?? "" };
  }

  /** The occasion before this one. */
  #before() {
    const { saving } = this.#sheet;
    if (!saving.draft) return this.#others[0];
    const mine = orderOf(this.#now());
    return this.#others.find((draft) => orderOf(draft) < mine);
  }

  /** @param {Draft | null} draft */
  async #show(draft) {
    this.#forgetComparison();
    this.#history.forget();
    // The address must not go on pointing at another occasion.
    history.replaceState(history.state, "", draft ? `#blad=${draft.id}` : window.location.pathname + window.location.search);
    await this.#sheet.saving.switchTo(draft);
    await this.refresh();
  }

  async #isKept() {
    const isKept = await this.#sheet.saving.flush();
    if (!isKept) tell(this.#sheet, `${KEPT.failed} ${KEPT.rescue}`);
    return isKept;
  }

  async #begin() {
    if (!(await this.#isKept())) return;
    await this.#show(null);
    tell(this.#sheet, OCCASIONS.begun);
    moveFocus(part(this.#root, "[data-occasion-name]"));
  }

  async #follow() {
    const draft = this.#others.find(({ id }) => window.location.hash === `#blad=${id}`);
    if (!draft || !(await this.#isKept())) return;
    await this.#show(draft);
    tell(this.#sheet, OCCASIONS.shown(swedishDay(dayOf(draft))));
    moveFocus(part(this.#root, "[data-occasion-name]"));
  }

  async #remove() {
    const { saving, undo, form } = this.#sheet;
    if (!saving.draft || !(await this.#isKept())) return;
    const gone = saving.current();
    try {
      await saving.session?.remove(gone.id);
    } catch {
      return tell(this.#sheet, OCCASIONS.notRemoved);
    }
    await this.#show(this.#others[0] ?? null);
    undo.offer(OCCASIONS.removed(swedishDay(dayOf(gone))), part(this.#root, "[data-occasion-place]"), () => void this.#restore(gone));
    moveFocus(part(form, "[data-undo]"));
  }

  /** @param {Draft} gone */
  async #restore(gone) {
    if (!(await this.#isKept())) return;
    // The removed id has a history that is gone: what comes back begins one of its own.
    const back = { ...gone, id: randomId(), rev: 0 };
    const kept = await this.#sheet.saving.session?.save(back);
    await this.#show(kept ?? back);
    moveFocus(part(this.#root, "[data-occasion-name]"));
  }

  async #compare() {
    const [before, { saving }] = [this.#before(), this.#sheet];
    if (!before) return;
    tell(this.#sheet, DONE.reading);
    const { worksheet, answers, rows } = saving.current();
    const drafts = await this.#sheet.neededDrafts();
    try {
      const reading = await call("check", { worksheet, answers, rows, drafts, before, today: localDay() });
      tell(this.#sheet, "");
      this.#showComparison(swedishDay(dayOf(before)), reading.compared);
    } catch {
      tell(this.#sheet, ENGINE.unchecked);
    }
  }

  /**
   * @param {string} day
   * @param {Compared[]} compared
   */
  #showComparison(day, compared) {
    const place = part(this.#root, "[data-comparison]");
    const heading = element("h2", { tabindex: "-1" }, OCCASIONS.compared(day));
    const close = element("button", { type: "button", class: "button button--quiet", on: { click: () => this.#close() } }, OCCASIONS.close);
    replace(place, heading, ...comparedParts(compared, day), close);
    place.hidden = false;
    heading.focus();
  }

  #close() {
    this.#forgetComparison();
    part(this.#root, "[data-occasion-compare]").focus();
  }

  #forgetComparison() {
    const place = part(this.#root, "[data-comparison]");
    place.hidden = true;
    replace(place);
  }
}
