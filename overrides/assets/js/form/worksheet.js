// Brings one worksheet's form to life: it saves by itself, its rows grow, and its answers get meaning. Never waits for Python.
import { Voice } from "./announce.js";
import { showClears, startClearing } from "./clear-buttons.js";
import { startDays } from "./day-buttons.js";
import { showEarlier } from "./earlier-answers.js";
import { call, engineTrouble, onEngineState, startEngine, stopEngine } from "../engine/engine.js";
import { asControl, clean } from "./controls.js";
import { Fetched } from "./fetched.js";
import { startGuard } from "../guard/guard.js";
import { BINDER, HAND_OVER } from "./messages.js";
import { Occasions } from "./occasions.js";
import { part } from "./parts.js";
import { SheetSaving } from "./sheet-saving.js";
import { HandOver } from "./hand-over.js";
import { startLeaving } from "./leave-warning.js";
import { replace } from "../shared/dom.js";
import { saveBeforeReload } from "../shared/save-first.js";
import { settle } from "../shared/json-text.js";
import { localDay } from "../shared/time.js";
import { Pictures } from "./pictures.js";
import { startPrint } from "./print.js";
import { Problems } from "./problems.js";
import { showRole } from "./read-only.js";
import { References } from "./references.js";
import { adoptRows, rowContainers, showRows, showScriptParts, startRows } from "./rows.js";
import { SaveState } from "./save-state.js";
import { startActions, tell } from "./sheet-actions.js";
import { Meaning } from "./meaning.js";
import { startSteps } from "./steps.js";
import { Undo } from "./undo.js";
import { Written } from "./written.js";

/** @typedef {import("../storage/session.js").Draft} Draft */

const ENGINE_PATIENCE_MS = 1_500;

/** One form and all that works on it. */
export class Sheet {
  written = new Written();
  /** Names that were written before the draft was found. @type {Set<string>} */
  #early = new Set();
  #isFound = false;
  /** @type {Promise<Draft[]> | null} */
  #needed = null;
  #noticed = "";
  #notice;

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.#notice = part(form, "[data-notice]");
    this.voice = new Voice(form);
    this.undo = new Undo(form, this.voice);
    this.problems = new Problems(form);
    this.pictures = new Pictures(form, this.voice);
    this.meaning = new Meaning(form, () => this.#payload(), (reading) => {
      this.problems.update(reading.problems);
      this.pictures.show(reading.pictures);
      this.fetched.show(reading);
    });
    this.fetched = new Fetched(form, {
      written: this.written,
      undo: this.undo,
      canWrite: () => this.saving.role === "writer",
      choose: async (choice) => call("check", { ...(await this.#payload()), choice }),
      onKept: () => this.saving.touch(),
      read: () => this.meaning.read(),
      tell: (words) => tell(this, words),
    });
    this.saving = new SheetSaving(form, new SaveState(form, this.voice), {
      raw: () => this.written.raw(),
      onSearch: () => (this.#isFound = false),
      onDraft: (draft) => this.#showDraft(draft),
      onRole: (role) => {
        showRole(form, role, this.voice, () => void this.saving.takeOver());
        this.fetched.refresh();
      },
      onNotice: (words) => tell(this, words),
      // What cannot be read now is told by the save state; the words on the page stand.
      onElsewhere: () => void this.#lookAround().catch(() => {}),
      onLocked: (isSafe) => this.#locked(isSafe),
    });
    this.occasions = new Occasions(this);
    this.handOver = new HandOver(this);
    this.references = new References(form, {
      session: () => this.saving.session,
      written: this.written,
      worksheet: form.dataset["worksheet"] ?? "",
      voice: this.voice,
      onWritten: () => this.#changed(),
    });
  }

  /** Nothing; the form is alive when this resolves, and can be written in long before. */
  async start() {
    const { form } = this;
    showScriptParts(form);
    adoptRows(form, this.written);
    this.#keepEarly();
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", (event) => this.#typed(/** @type {InputEvent} */ (event)));
    for (const type of ["change", "focusout"]) form.addEventListener(type, () => void this.saving.flush());
    startRows(form, {
      written: this.written,
      undo: this.undo,
      voice: this.voice,
      onChange: () => this.#changed(),
      onShown: (row) => this.references.offer(row),
    });
    startDays(form);
    startClearing(form);
    startActions(this);
    startSteps(form, {
      flush: () => this.saving.flush(),
      isBinder: () => this.saving.isBinder,
      isBlank: () => this.saving.draft === null && this.written.names.length === 0,
      voice: this.voice,
    });
    startPrint(form, { isBlank: () => this.saving.draft === null, isRead: () => this.meaning.hasRead, before: () => void this.saving.flush() });
    this.#watchPage();
    this.#watchEngine();
    await this.saving.start();
    startGuard(this.saving.session);
    await this.#lookAround();
    await this.handOver.showReturned();
  }

  /**
   * Nothing is left of what was written, here or in Python; but words that could not be saved stay.
   * @param {boolean} isSafe
   */
  #locked(isSafe) {
    stopEngine();
    if (!isSafe) return;
    this.undo.clear();
    this.put({ answers: {}, rows: {} });
    window.location.reload();
  }

  #watchPage() {
    const leave = () => this.saving.leave();
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && leave());
    document.addEventListener("freeze", leave);
    window.addEventListener("pagehide", leave);
    saveBeforeReload(() => this.saving.flush());
    startLeaving(() => (!this.saving.isBinder && this.saving.draft !== null) || this.saving.isBehind);
  }

  #watchEngine() {
    const note = part(this.form, "[data-engine-note]");
    onEngineState((state) => {
      note.hidden = state !== "failed";
      part(this.form, "[data-engine-words]").textContent = state === "failed" ? engineTrouble() : "";
      if (state === "ready") this.meaning.soon();
    });
    part(this.form, "[data-engine-retry]").addEventListener("click", startEngine);
    // After the first paint, when nothing else is to be done; Safari has no idle callback.
    if ("requestIdleCallback" in window) requestIdleCallback(startEngine, { timeout: ENGINE_PATIENCE_MS });
    else setTimeout(startEngine, ENGINE_PATIENCE_MS);
  }

  /** Notes what was written before the script came, and what the page itself brought (fixed rows). */
  #keepEarly() {
    this.written.noteAll(this.form);
    const fixed = new Set([...this.form.querySelectorAll('[data-fixed-row] > input[type="hidden"]')].map((one) => one.getAttribute("name")));
    for (const name of this.written.names) if (!fixed.has(name)) this.#early.add(name);
    if (this.#early.size > 0) this.#changed();
  }

  /** @param {InputEvent} event */
  #typed(event) {
    const control = asControl(event.target);
    if (!control) return;
    const isLine = control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type === "text");
    if (isLine && !event.isComposing && clean(control.value) !== control.value) control.value = clean(control.value);
    this.written.note(control);
    if (!this.#isFound) this.#early.add(control.name);
    this.#changed();
  }

  #changed() {
    if (!this.#notice.hidden) tell(this, "");
    this.saving.touch();
    this.fetched.touched();
    this.occasions.name();
    this.meaning.soon();
  }

  /** @param {Draft | null} draft */
  #showDraft(draft) {
    const early = this.#early;
    this.#early = new Set();
    const wasFound = this.#isFound;
    this.#isFound = true;
    // Another occasion has other earlier ones.
    this.#needed = null;
    if (draft === null && !wasFound) return;
    this.undo.clear();
    this.fetched.forget();
    if (early.size === 0) this.put(draft ?? { answers: {}, rows: {} });
    else this.#putTogether(/** @type {Draft} */ (draft), early);
  }

  /**
   * Shows the draft with what was written while it was being found: nothing of either is dropped.
   * @param {Draft} draft
   * @param {Set<string>} early
   */
  #putTogether(draft, early) {
    const { answers, rows } = this.written.raw();
    const merged = { answers: { ...draft.answers }, rows: { ...draft.rows } };
    for (const name of early) {
      const [kept, typed] = [merged.answers[name], answers[name] ?? ""];
      const both = typeof kept === "string" && typeof typed === "string" && kept && kept !== typed;
      merged.answers[name] = both && !this.#isPicked(name) ? `${kept} ${typed}` : typed;
      const [field = "", row] = name.split("/");
      const order = merged.rows[field] ?? [];
      if (row && rows[field]?.includes(row) && !order.includes(row)) merged.rows[field] = [...order, row];
    }
    this.put(merged);
    this.#changed();
  }

  /** @param {string} name */
  #isPicked(name) {
    const found = this.form.elements.namedItem(name);
    return !(found instanceof HTMLInputElement && found.type === "text") && !(found instanceof HTMLTextAreaElement);
  }

  /**
   * Nothing; the form shows these answers and no others.
   * @param {import("./written.js").Raw} raw
   */
  put(raw) {
    const { form, written } = this;
    const focused = asControl(document.activeElement)?.name;
    written.take(raw);
    for (const container of rowContainers(form)) showRows(container, written);
    this.#putFixed();
    written.fill(form);
    showClears(form);
    showEarlier(form, written.homeless(form).filter(([name]) => !this.fetched.owns(name)));
    this.references.offer(form);
    this.meaning.soon();
    if (focused && document.activeElement === document.body) {
      const again = form.querySelector(`[name="${CSS.escape(focused)}"]`);
      if (again instanceof HTMLElement) again.focus();
    }
  }

  /** The fixed rows' own names stand in the page and are part of the answers. */
  #putFixed() {
    for (const one of this.form.querySelectorAll('[data-fixed-row] > input[type="hidden"]')) {
      const control = asControl(one);
      if (control) this.written.set(control.name, control.getAttribute("value") ?? "");
    }
  }

  #whereWords() {
    const { session, isBinder } = this.saving;
    if (session?.mode === "practice") return BINDER.practice;
    return isBinder ? BINDER.open(session?.name ?? "") : BINDER.none;
  }

  /** What other sheets hold is offered and read anew. */
  async #lookAround() {
    const { session, isBinder } = this.saving;
    part(this.form, "[data-session-name]").textContent = this.#whereWords();
    part(this.form, "[data-open-binder]").hidden = session?.mode !== "memory";
    part(this.form, "[data-lock]").hidden = !isBinder;
    replace(part(this.form, "[data-whose]"), session?.isHandedOver ? HAND_OVER.only : (session?.name ?? ""));
    part(this.form, "[data-whose]").hidden = session?.mode === "memory";
    await this.handOver.offer();
    if (session && session.notice !== this.#noticed) tell(this, (this.#noticed = session.notice));
    this.#needed = null;
    await this.occasions.refresh();
    await this.references.refresh();
    this.meaning.soon();
  }

  /** The drafts that this sheet shows something from: other sheets, and its own other occasions where they are read. */
  neededDrafts() {
    return (this.#needed ??= this.#readNeeded());
  }

  async #readNeeded() {
    const needs = (this.form.dataset["needs"] ?? "").split(" ");
    const drafts = (await this.saving.session?.drafts()) ?? [];
    return settle(drafts.filter(({ worksheet }) => needs.includes(worksheet)));
  }

  async #payload() {
    const { answers, rows } = this.written.raw();
    const drafts = await this.neededDrafts();
    return { worksheet: this.form.dataset["worksheet"], draft_id: this.saving.draft?.id, answers, rows, drafts, today: localDay() };
  }
}

/** Brings the page's form to life. */
export async function start() {
  const form = document.querySelector("form[data-worksheet]");
  if (form instanceof HTMLFormElement) await new Sheet(form).start();
}
