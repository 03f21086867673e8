// What one page knows about its own drafts: their last numbers, and which of them became copies.

/** @typedef {import("./entries.js").Entry} Entry */

/** What this page wrote of each draft, so that a slow or repeated save never fights with itself. */
export class OwnSaves {
  /** The newest revision this page wrote of each draft. @type {Map<string, number>} */
  #written = new Map();
  /** The draft that each copy is a copy of. @type {Map<string, string | null>} */
  #copies = new Map();
  /** Where a text went that met another text: its later saves follow it there.
   * @type {Map<string, {to: string, base: number}>} */
  #moved = new Map();

  /**
   * The draft, remembered as a copy if it is one.
   * @param {Entry} entry
   */
  remember({ draft, copyOf }) {
    this.#copies.set(draft.id, copyOf);
    return draft;
  }

  /**
   * The id of the draft this one is a copy of, or null.
   * @param {string} id
   */
  copyOf(id) {
    return this.#copies.get(id) ?? null;
  }

  /**
   * The entry itself or, when this page's text has become a copy, the entry under the copy's id.
   * @param {Entry} entry
   * @returns {Entry}
   */
  followed(entry) {
    const { id, rev } = entry.draft;
    const moved = this.#moved.get(id);
    // A draft read anew after the conflict has a higher number, and is the original again.
    if (!moved || rev > moved.base) return entry;
    return { draft: { ...entry.draft, id: moved.to, rev: 0 }, copyOf: id };
  }

  /**
   * The revision an entry is based on, counting what this page wrote since the text was read.
   * @param {Entry} entry
   */
  base({ draft }) {
    return Math.max(draft.rev, this.#written.get(draft.id) ?? 0);
  }

  /**
   * The draft, now the newest this page wrote.
   * @param {Entry} kept
   */
  wrote(kept) {
    this.#written.set(kept.draft.id, kept.draft.rev);
    return this.remember(kept);
  }

  /**
   * Nothing; later saves of the draft go on in its copy.
   * @param {string} id
   * @param {number} base
   * @param {Entry} copy
   */
  becameCopy(id, base, copy) {
    this.#moved.set(id, { to: copy.draft.id, base });
    this.wrote(copy);
  }

  /**
   * Nothing; the draft is gone, and one with the same id would be a new one.
   * @param {string} id
   */
  forget(id) {
    for (const known of [this.#written, this.#copies, this.#moved]) known.delete(id);
  }

  /** Nothing; the page knows of no drafts. */
  forgetAll() {
    for (const known of [this.#written, this.#copies, this.#moved]) known.clear();
  }
}
