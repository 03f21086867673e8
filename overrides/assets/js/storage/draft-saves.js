// Reads, saves and removes one page's drafts, one thing after another, wherever they are kept.

import { Memory } from "./memory.js";
import { KeptAsCopy, ownCopy } from "./entries.js";
import { asSaveError } from "./save-error.js";
import { OwnSaves } from "./own-saves.js";

/**
 * @typedef {import("./entries.js").Draft} Draft
 * @typedef {import("./entries.js").Entry} Entry
 * @typedef {Memory | import("./binder.js").Binder} Keeper
 * @typedef {{keeper: () => Keeper, offer: (change: {put?: Entry[], drop?: string[]}) => void,
 *   tell: (message: {type: string, draft: string}) => void}} Owner
 */

/** The drafts of one page's session. */
export class DraftSaves {
  #ownSaves = new OwnSaves();
  /**
   * Texts on their way to disk, each with the number it is based on when those before it in line have got theirs:
   * another page may be the one that saves it.
   * @type {Map<string, Entry>}
   */
  #pending = new Map();
  /** @type {Promise<unknown>} */
  #line = Promise.resolve();
  #owner;

  /** @param {Owner} owner */
  constructor(owner) {
    this.#owner = owner;
  }

  /** The texts that are on their way to disk. */
  get pending() {
    return [...this.#pending.values()];
  }

  /** Nothing, when all that was asked for is done. */
  async settle() {
    await this.#line;
  }

  /** Nothing; the page knows of no drafts. */
  forget() {
    this.#ownSaves.forgetAll();
    this.#pending.clear();
  }

  /**
   * What the work gives, after everything asked before it is finished.
   * @template T
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  #inLine(work) {
    const result = this.#line.then(work);
    this.#line = result.catch(() => {});
    return result;
  }

  /**
   * The newest revision of each draft, last saved first.
   * @returns {Promise<Draft[]>}
   */
  async all() {
    const drafts = (await this.#owner.keeper().newest()).map((entry) => this.#ownSaves.remember(entry));
    return drafts.sort((one, other) => (one.saved_at < other.saved_at ? 1 : -1));
  }

  /**
   * The id of the draft this one is a conflict copy of, or null.
   * @param {string} id
   */
  copyOf(id) {
    return this.#ownSaves.copyOf(id);
  }

  /**
   * The draft as it is now kept.
   * @param {Draft} draft
   * @returns {Promise<Draft>}
   * @throws {import("./save-error.js").SaveError}
   */
  save(draft) {
    const entry = { draft: ownCopy(draft), copyOf: this.copyOf(draft.id) };
    const pending = this.#owner.keeper() instanceof Memory ? null : this.#behindOthers(entry);
    if (pending) {
      this.#pending.set(draft.id, pending);
      this.#owner.offer({ put: [pending] });
    }
    return this.#inLine(() => this.#save(entry, pending));
  }

  /** @param {Entry} entry */
  #behindOthers(entry) {
    const before = this.#pending.get(entry.draft.id);
    const rev = before ? before.draft.rev + 1 : this.#ownSaves.base(entry);
    return { ...entry, draft: { ...entry.draft, rev } };
  }

  /**
   * @param {Entry} asked
   * @param {Entry | null} pending
   */
  async #save(asked, pending) {
    const entry = this.#ownSaves.followed(asked);
    const base = this.#ownSaves.base(entry);
    try {
      const kept = await this.#owner.keeper().save(entry, base);
      this.#tellSaved(asked, kept, pending);
      return this.#ownSaves.wrote(kept);
    } catch (error) {
      if (error instanceof KeptAsCopy) {
        this.#ownSaves.becameCopy(entry.draft.id, base, error.copy);
        this.#tellSaved(asked, error.copy, pending);
      }
      throw asSaveError(error);
    } finally {
      if (pending && this.#pending.get(asked.draft.id) === pending) this.#pending.delete(asked.draft.id);
    }
  }

  /**
   * @param {Entry} asked
   * @param {Entry} kept
   * @param {Entry | null} pending
   */
  #tellSaved(asked, kept, pending) {
    if (this.#owner.keeper() instanceof Memory) this.#owner.offer({ put: [kept] });
    // A newer text that waits in line is still to be carried.
    else if (this.#pending.get(asked.draft.id) === pending) this.#owner.offer({ drop: [asked.draft.id] });
    this.#owner.tell({ type: "saved", draft: kept.draft.id });
  }

  /**
   * Nothing; the draft and its history are gone.
   * @param {string} id
   */
  remove(id) {
    return this.#inLine(async () => {
      try {
        await this.#owner.keeper().remove(id);
      } catch (error) {
        throw asSaveError(error);
      }
      this.#ownSaves.forget(id);
      this.#owner.offer({ drop: [id] });
      this.#owner.tell({ type: "removed", draft: id });
    });
  }
}
