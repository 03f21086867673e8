// Saves one sheet: finds its draft, saves what is typed, and gives way when another tab writes.
import { Autosave } from "./autosave.js";
import { KEPT } from "./messages.js";
import { newestForm } from "./older-draft.js";
import { randomId } from "../shared/ids.js";
import { SaveError, resumeSession } from "../storage/session.js";

/**
 * @typedef {import("../storage/session.js").Draft} Draft
 * @typedef {import("../storage/page-session.js").Session} Session
 * @typedef {{raw: () => import("./written.js").Raw, onSearch: () => void, onDraft: (draft: Draft | null) => void, onRole: (role: Role) => void,
 *   onNotice: (words: string) => void, onElsewhere: () => void, onLocked: (isSafe: boolean) => void}} Sheet
 * @typedef {"writer" | "reader" | "lost" | "lost-unsaved" | "newer" | "older"} Role
 */

const CLAIM_TRIES = 4;
const CLAIM_PAUSE_MS = 250;
const LOOK_AGAIN_MS = 5_000;
/** The page of binders points at one of several drafts of a sheet by its random id. */
const ASKED_FOR = /^#blad=([0-9a-f]{16})$/;

/** What one form keeps its words with. */
export class SheetSaving {
  /** @type {Session | null} */
  session = null;
  /** @type {Draft | null} */
  draft = null;
  /** @type {Role} */
  role = "writer";
  #worksheet;
  #version;
  #isStuck = false;
  #sheet;
  #state;
  /** @type {Promise<void>} */
  #ready = Promise.resolve();
  #autosave;

  /**
   * @param {HTMLFormElement} form
   * @param {import("./save-state.js").SaveState} state
   * @param {Sheet} sheet
   */
  constructor(form, state, sheet) {
    this.#worksheet = form.dataset["worksheet"] ?? "";
    this.#version = Number(form.dataset["version"]);
    this.#sheet = sheet;
    this.#state = state;
    this.#autosave = new Autosave(() => this.#write(), {
      onSaving: () => this.isBinder && state.show("saving", KEPT.saving),
      onSaved: () => this.showKept(),
      onFailed: (error) => this.#showFailure(error),
    });
  }

  /** Whether a binder is open. */
  get isBinder() {
    return this.session?.mode === "binder";
  }

  /** Whether something typed is not kept yet. */
  get isBehind() {
    return this.#autosave.isBehind;
  }

  /** Nothing; the session is found, the draft shown, and this tab is its writer if no other is. */
  start() {
    this.#ready = this.#begin();
    return this.#ready;
  }

  async #begin() {
    try {
      this.session = await resumeSession();
      this.session.onChange((change) => this.#changed(change));
      await this.#load();
    } catch (error) {
      this.#showFailure(error);
    }
    setInterval(() => void this.#lookAgain(), LOOK_AGAIN_MS);
  }

  async #load() {
    this.#adopt(await this.#find());
    this.#become(await this.#claim());
  }

  /**
   * The draft that the address asks for, or else the one to go on with.
   * @returns {Promise<Draft | null>}
   */
  async #find() {
    const asked = ASKED_FOR.exec(window.location.hash)?.[1];
    const drafts = asked ? await this.session?.drafts() : [];
    const found = drafts?.find(({ id, worksheet }) => id === asked && worksheet === this.#worksheet);
    return this.#newest(found ?? (await this.session?.draftFor(this.#worksheet)) ?? null);
  }

  /**
   * The draft as one of this version of the sheet; as it is when that cannot be done now, and then only to be read.
   * @param {Draft | null} draft
   */
  async #newest(draft) {
    this.#isStuck = false;
    try {
      return draft && (await newestForm(draft, this.#version));
    } catch {
      this.#isStuck = true;
      return draft;
    }
  }

  /** @param {Draft | null} draft */
  #adopt(draft) {
    // What was typed before the draft was looked for has a draft of its own, if none was found.
    this.draft = draft ?? (this.isBehind ? this.draft : null);
    this.#sheet.onDraft(draft);
    this.showKept();
  }

  /** The id that other tabs see taken: the draft's, or the blank sheet's. */
  get #claimed() {
    return this.draft?.id ?? `nytt-${this.#worksheet}`;
  }

  /** @returns {Promise<Role>} */
  async #claim() {
    if (this.draft && this.draft.version > this.#version) return "newer";
    if (this.#isStuck) return "older";
    // The page before this one, in the same tab, may not have let go yet.
    for (let tries = 0; tries < CLAIM_TRIES; tries += 1) {
      if (tries > 0) await new Promise((resolve) => setTimeout(resolve, CLAIM_PAUSE_MS));
      if (await this.session?.claimWriter(this.#claimed, () => this.#lose())) return "writer";
    }
    return "reader";
  }

  /** @param {Role} role */
  #become(role) {
    this.role = role;
    this.#sheet.onRole(role);
  }

  async #lose() {
    const isSafe = await this.#autosave.flush();
    this.#become(isSafe ? "lost" : "lost-unsaved");
  }

  /** Nothing; this tab becomes the writer, of what the other tab saved. */
  async takeOver() {
    await this.session?.takeOver(this.#claimed);
    await this.#load();
  }

  /** A reader whose writer has closed its tab becomes the writer. */
  async #lookAgain() {
    if (this.role !== "reader" || document.visibilityState !== "visible") return;
    if (await this.session?.claimWriter(this.#claimed, () => this.#lose())) await this.#load();
  }

  /** Nothing; something was typed. */
  touch() {
    if (this.role !== "writer") return;
    this.draft ??= this.#blank();
    this.#autosave.touch();
  }

  /** @returns {Draft} */
  #blank() {
    return { id: randomId(), worksheet: this.#worksheet, version: this.#version, rev: 0, saved_at: "", answers: {}, rows: {} };
  }

  /** Whether everything typed is kept, after having tried. */
  flush() {
    return this.#autosave.flush();
  }

  /** Nothing; the page may be gone in a moment, and everything typed is on its way. */
  leave() {
    this.#autosave.leave();
  }

  /**
   * The draft with what is on the screen now, whether it is kept or not.
   * @returns {Draft}
   */
  current() {
    // What this page cannot understand is passed on as it was kept, sign for sign.
    if (this.draft && (this.role === "newer" || this.role === "older")) return this.draft;
    const draft = this.draft ?? this.#blank();
    return { ...draft, version: Math.max(draft.version, this.#version), ...this.#sheet.raw() };
  }

  /**
   * Nothing; another draft is shown and written on from now on.
   * @param {Draft | null} draft
   */
  async switchTo(draft) {
    this.#adopt(await this.#newest(draft));
    this.#become(await this.#claim());
  }

  /**
   * How this draft has stood, newest first, under the questions of this version of the sheet. One that cannot be
   * brought up now is as it was kept: nothing of it is lost, but some of it has no place.
   * @returns {Promise<Draft[]>}
   */
  async revisions() {
    const kept = (await this.session?.revisions(this.draft?.id ?? "")) ?? [];
    return Promise.all(kept.map((one) => newestForm(one, this.#version).catch(() => one)));
  }

  async #write() {
    await this.#ready;
    const { session, draft } = this;
    if (!session || !draft) throw new SaveError("unknown");
    const isNew = draft.rev === 0;
    const kept = await this.#keep(session, this.current());
    // The person may have gone on to another draft while this one was on its way.
    if (this.draft?.id === draft.id) this.draft = kept;
    if (isNew) await session.claimWriter(kept.id, () => this.#lose());
  }

  /**
   * @param {Session} session
   * @param {Draft} draft
   * @returns {Promise<Draft>}
   */
  async #keep(session, draft) {
    try {
      return await session.save(draft);
    } catch (error) {
      if (!(error instanceof SaveError) || !error.copy) throw error;
      this.#sheet.onNotice(error.message);
      await session.claimWriter(error.copy.id, () => this.#lose());
      return error.copy;
    }
  }

  /** Nothing; the save state says how things are when nothing is on its way. */
  showKept() {
    if (this.isBehind) return;
    if (!this.isBinder) this.#state.show(this.draft ? "memory" : "empty", this.session?.mode === "practice" ? KEPT.practice : KEPT.memory);
    else if (this.draft?.saved_at) this.#state.show("saved", KEPT.saved(this.draft.saved_at));
    else this.#state.show("empty", KEPT.untouched);
  }

  /** @param {unknown} error */
  #showFailure(error) {
    const why = error instanceof SaveError ? error.message : `${KEPT.failed} ${KEPT.rescue}`;
    this.#state.show("failed", why);
  }

  /** @param {import("../storage/page-session.js").Change} change */
  async #changed({ type, id }) {
    if (type === "locking") {
      await this.#autosave.flush();
    } else if (type === "locked") {
      const isSafe = !this.isBehind;
      if (isSafe) this.draft = null;
      this.#sheet.onLocked(isSafe);
    } else {
      await this.#changedElsewhere(type, id);
    }
  }

  /**
   * @param {string} type
   * @param {string | undefined} id
   */
  async #changedElsewhere(type, id) {
    const isUntouched = this.draft === null && !this.isBehind;
    if (type === "opened" && isUntouched) await this.#lookInBinder();
    else if (this.role !== "writer" && (!id || id === this.draft?.id || isUntouched)) await this.#reread();
    else this.showKept();
    this.#sheet.onElsewhere();
  }

  /** A binder was opened elsewhere. What is written while its draft is looked for stands, with the draft or without. */
  async #lookInBinder() {
    this.#sheet.onSearch();
    const found = await this.#find();
    if (found || !this.draft) this.#adopt(found);
    else this.#sheet.onDraft(null);
    this.#become(await this.#claim());
  }

  async #reread() {
    if (this.isBehind) return;
    this.#adopt(await this.#find());
    this.#sheet.onRole(this.role);
  }
}
