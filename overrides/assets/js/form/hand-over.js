// "Lämna över": only this sheet is left on the tablet, and afterwards the case manager sees what has changed.
import { call } from "../engine/engine.js";
import { comparedGroup } from "./comparison.js";
import { openDialog } from "../shared/dialog.js";
import { element, moveFocus, replace } from "../shared/dom.js";
import { passphraseQuestion, quietForm } from "../shared/passphrase-question.js";
import { localDay } from "../shared/time.js";
import { canHandOver, forgetHandedOver, handedOver } from "../storage/handed-over.js";
import { BINDER_MESSAGES as SAID } from "../storage/messages.js";
import { WrongPassphrase, openBinder } from "../storage/session.js";
import { HAND_OVER, KEPT } from "./messages.js";
import { part } from "./parts.js";
import { tell } from "./sheet-actions.js";

/** @typedef {import("../storage/session.js").Draft} Draft */

/** What of the page and of the form is not the sheet itself, and leads elsewhere or tells of something else. */
const NOT_THE_SHEET = ".ws-paper, [data-example], .ws-binder, [data-occasions], [data-returned], .ws-pick, [data-occasion-place]";

/** One sheet's way into other hands and back. */
export class HandOver {
  #sheet;
  /** The binder that the passphrase leads back to. */
  #binder = "";

  /** @param {import("./worksheet.js").Sheet} sheet */
  constructor(sheet) {
    this.#sheet = sheet;
    part(sheet.form, "[data-hand-over]").addEventListener("click", () => this.#ask());
  }

  get #session() {
    return this.#sheet.saving.session;
  }

  /** Nothing; the button is there when a passphrase leads back. */
  async offer() {
    const button = part(this.#sheet.form, "[data-hand-over]");
    const binder = this.#session?.binder ?? null;
    const may = binder && this.#sheet.saving.role === "writer" && (await canHandOver(binder).catch(() => false));
    button.hidden = !may;
  }

  #ask() {
    const go = element("button", { type: "button", class: "button", autofocus: true }, HAND_OVER.go);
    const stay = element("button", { type: "button", class: "button button--quiet" }, HAND_OVER.stay);
    const dialog = openDialog(
      "lamna-over",
      HAND_OVER.heading,
      element("p", {}, HAND_OVER.about),
      element("p", {}, HAND_OVER.back),
      element("div", { class: "guard-buttons" }, go, stay),
    );
    stay.addEventListener("click", () => dialog.close());
    go.addEventListener("click", () => {
      dialog.close();
      void this.#go();
    });
  }

  async #go() {
    const { saving } = this.#sheet;
    // A blank sheet is kept too: without a draft of its own there would be nothing to leave the key of.
    if (!saving.draft) saving.touch();
    const isKept = await saving.flush();
    const id = saving.draft?.id;
    this.#binder = this.#session?.binder?.id ?? "";
    if (!isKept || !id) return tell(this.#sheet, `${KEPT.failed} ${KEPT.rescue}`);
    try {
      await this.#session?.handOver(id);
    } catch {
      return tell(this.#sheet, HAND_OVER.failed);
    }
    this.#strip();
    moveFocus(/** @type {HTMLElement} */ (document.querySelector("main h1") ?? this.#sheet.form));
  }

  /** Nothing is on the page but the sheet, its name and the way back. */
  #strip() {
    const { form } = this.#sheet;
    document.documentElement.dataset["handedOver"] = "";
    /** @type {Element} */
    let inside = form;
    while (inside !== document.body && inside.parentElement) {
      const parent = /** @type {Element} */ (inside.parentElement);
      for (const one of [...parent.children]) if (one !== inside && !one.matches("h1, script")) one.remove();
      inside = parent;
    }
    for (const one of form.querySelectorAll(NOT_THE_SHEET)) if (one instanceof HTMLElement) one.hidden = true;
    for (const one of form.querySelectorAll(":scope > .ws-buttons")) /** @type {HTMLElement} */ (one).hidden = true;
    for (const link of form.querySelectorAll("a[href]")) link.removeAttribute("href");
    const back = element("button", { type: "button", class: "button", on: { click: () => this.#return() } }, HAND_OVER.giveBack);
    part(form, ".ws-bar .ws-buttons").append(back);
  }

  #return() {
    const question = passphraseQuestion({ id: "ater-losenfras", label: HAND_OVER.label, hint: HAND_OVER.hint, autocomplete: "current-password" });
    const unlock = async () => {
      if (question.input.value === "") return question.fault.show(SAID.emptyPassphrase);
      await this.#unlock(question.input.value, question.fault);
    };
    const stay = element("button", { type: "button", class: "button button--quiet" }, HAND_OVER.goOn);
    const submit = element("button", { type: "submit", class: "button" }, HAND_OVER.unlock);
    const dialog = openDialog("lamna-tillbaka", HAND_OVER.giveBack, quietForm(unlock, question.root, element("div", { class: "guard-buttons" }, submit, stay)));
    stay.addEventListener("click", () => dialog.close());
  }

  /**
   * @param {string} passphrase
   * @param {import("../shared/passphrase-question.js").Fault} fault
   */
  async #unlock(passphrase, fault) {
    const { saving } = this.#sheet;
    const id = saving.draft?.id ?? "";
    fault.clear();
    if (!(await saving.flush())) return fault.show(KEPT.failed);
    try {
      await openBinder(this.#binder, passphrase);
    } catch (error) {
      return fault.show(error instanceof WrongPassphrase ? SAID.wrong : SAID.notOpened);
    }
    history.replaceState(history.state, "", `#blad=${id}`);
    window.location.reload();
  }

  /** Nothing; when the sheet has been in other hands, what changed there is shown until somebody has seen it. */
  async showReturned() {
    const { saving, form } = this.#sheet;
    const binder = this.#session?.binder;
    const place = part(form, "[data-returned]");
    if (!binder || !saving.draft || !place.hidden) return;
    const before = (await handedOver(binder)).find(({ id }) => id === saving.draft?.id);
    if (before) await this.#showChanges(place, before);
  }

  /**
   * @param {HTMLElement} place
   * @param {Draft} before
   */
  async #showChanges(place, before) {
    const { saving } = this.#sheet;
    const { worksheet, answers, rows } = saving.current();
    place.hidden = false;
    const heading = element("h2", { tabindex: "-1" }, HAND_OVER.changed);
    replace(place, heading, element("p", {}, HAND_OVER.reading));
    // The first thing one wants to see, wherever on the sheet the other person stopped.
    heading.focus();
    try {
      const drafts = await this.#sheet.neededDrafts();
      const reading = await call("check", { worksheet, answers, rows, drafts, before, today: localDay() });
      /** @type {import("./comparison.js").Compared[]} */
      const compared = reading.compared;
      const changed = compared.filter((one) => one.before !== one.now);
      const seen = element("button", { type: "button", class: "button", on: { click: () => void this.#seen(place) } }, HAND_OVER.seen);
      replace(place, heading, ...(changed.length > 0 ? comparedGroup(HAND_OVER.answers, changed, HAND_OVER.before) : [element("p", {}, HAND_OVER.same)]), seen);
    } catch {
      const again = element("button", { type: "button", class: "button", on: { click: () => void this.#showChanges(place, before) } }, HAND_OVER.again);
      replace(place, heading, element("p", {}, HAND_OVER.unread), again);
    }
  }

  /** @param {HTMLElement} place */
  async #seen(place) {
    const { saving, form } = this.#sheet;
    const binder = this.#session?.binder;
    if (binder && saving.draft) await forgetHandedOver(binder, saving.draft.id);
    place.hidden = true;
    replace(place);
    moveFocus(part(form, "[data-occasion-name]"));
  }
}
