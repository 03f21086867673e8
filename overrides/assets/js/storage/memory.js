// Drafts without a binder: kept in the page's memory, and never written anywhere.

import { KeptAsCopy, asCopy, saysTheSame } from "./entries.js";
import { MEMORY_NAME } from "./messages.js";
import { localMoment } from "../shared/time.js";

/**
 * @typedef {import("./entries.js").Draft} Draft
 * @typedef {import("./entries.js").Entry} Entry
 */

const KEPT_REVISIONS = 20;

/** Drafts that are gone when the last page of the site is. */
export class Memory {
  /** @type {"memory" | "practice"} */ mode = "memory";
  id = "";
  name = MEMORY_NAME;
  /** @type {string[]} */
  damaged = [];
  /** Revisions by draft, newest first. @type {Map<string, Entry[]>} */
  #kept = new Map();

  /**
   * The newest revision of every draft.
   * @returns {Promise<Entry[]>}
   */
  async newest() {
    return this.all();
  }

  /** The same as `newest`, at once: for a page that is about to leave. */
  all() {
    return [...this.#kept.values()].map(([newest]) => newest);
  }

  /**
   * Every revision of one draft, newest first.
   * @param {string} draft
   * @returns {Promise<Entry[]>}
   */
  async revisions(draft) {
    return [...(this.#kept.get(draft) ?? [])];
  }

  /**
   * The entry as it is now kept; another text in its place makes this one a copy.
   * @param {Entry} entry
   * @param {number} base
   * @returns {Promise<Entry>}
   * @throws {KeptAsCopy}
   */
  async save(entry, base) {
    const [newest] = this.#kept.get(entry.draft.id) ?? [];
    if ((newest?.draft.rev ?? 0) !== base) {
      if (newest && saysTheSame(newest.draft, entry.draft)) return newest;
      throw new KeptAsCopy(await this.save(asCopy(entry), 0));
    }
    const kept = { ...entry, draft: { ...entry.draft, rev: base + 1, saved_at: localMoment() } };
    this.#put(structuredClone(kept));
    return kept;
  }

  /** @param {Entry} entry */
  #put(entry) {
    const older = this.#kept.get(entry.draft.id) ?? [];
    this.#kept.set(entry.draft.id, [entry, ...older].slice(0, KEPT_REVISIONS));
  }

  /**
   * Copies made because another tab had written another text under the same number.
   * @param {Entry[]} entries what the other tabs hold
   * @param {string[]} removed what they removed
   * @returns {Entry[]}
   */
  merge(entries, removed = []) {
    for (const id of removed) this.#kept.delete(id);
    /** @type {Entry[]} */
    const copies = [];
    for (const entry of entries) {
      const [own] = this.#kept.get(entry.draft.id) ?? [];
      if (own && own.draft.rev > entry.draft.rev) continue;
      if (own && own.draft.rev === entry.draft.rev) {
        if (saysTheSame(own.draft, entry.draft)) continue;
        const copy = asCopy(own);
        copies.push({ ...copy, draft: { ...copy.draft, rev: 1 } });
      }
      this.#put(entry);
    }
    for (const copy of copies) this.#put(copy);
    return copies;
  }

  /**
   * Nothing; the draft is forgotten.
   * @param {string} draft
   */
  async remove(draft) {
    this.#kept.delete(draft);
  }
}
