// What has been noted about a binder itself, sealed like its drafts: when it was backed up, and for whom.

import { Conflict, DIARY, appendRow, pruneRows, readRows, run } from "./drafts.js";
import { localDay } from "../shared/time.js";
import { Damaged, seal, unseal } from "./vault.js";

/**
 * @typedef {{what: "backup", at: string, sheets: number, whom: string, basis: string}} Note one line of a
 *   diary: when, how many sheets the copy holds, who was to have it, and by which right (both blank
 *   when it stays with the one who made it)
 */

const MOST_NOTES = 200;
const KEPT_REVISIONS = 2;
const MOST_TRIES = 5;

/** The diary of one open binder. */
export class Diary {
  #binder;
  #key;

  /**
   * @param {string} binder
   * @param {CryptoKey} key
   */
  constructor(binder, key) {
    this.#binder = binder;
    this.#key = key;
  }

  /**
   * Every note, newest first; none of a diary that cannot be read.
   * @returns {Promise<Note[]>}
   */
  async read() {
    return (await this.#newest()).notes;
  }

  /** When the binder was last backed up, as a stored moment; blank when it never was. */
  async lastBackup() {
    return (await this.read()).find(({ what }) => what === "backup")?.at ?? "";
  }

  /**
   * Nothing; the note stands first in the diary, whatever another tab writes meanwhile.
   * @param {Note} note
   */
  async add(note) {
    for (let tries = 1; ; tries += 1) {
      const { rev, notes } = await this.#newest();
      try {
        await this.#write(rev, [note, ...notes].slice(0, MOST_NOTES));
        await this.#tellDay(note.at.slice(0, 10));
        return;
      } catch (error) {
        if (!(error instanceof Conflict) || tries === MOST_TRIES) throw error;
      }
    }
  }

  /**
   * @param {number} base
   * @param {Note[]} notes
   */
  async #write(base, notes) {
    const place = { binder: this.#binder, draft: DIARY, rev: base + 1 };
    const sealed = await seal(this.#key, place, JSON.stringify(notes));
    await appendRow({ ...place, day: localDay(), ...sealed }, base);
    await pruneRows(this.#binder, DIARY, KEPT_REVISIONS);
  }

  /**
   * Nothing; the day of the last backup stands where it can be read while the binder is locked.
   * @param {string} day
   */
  async #tellDay(day) {
    await run(["binders"], "readwrite", async (tx) => {
      const store = tx.objectStore("binders");
      const row = await store.get(this.#binder);
      if (row) await store.put({ ...row, backed_up_on: day });
    });
  }

  /** @returns {Promise<{rev: number, notes: Note[]}>} */
  async #newest() {
    const rows = await readRows(this.#binder, DIARY);
    const rev = rows[0]?.rev ?? 0;
    for (const row of rows) {
      try {
        return { rev, notes: JSON.parse(await unseal(this.#key, row, row)) };
      } catch (error) {
        // An older revision may still be whole.
        if (!(error instanceof Damaged)) throw error;
      }
    }
    return { rev, notes: [] };
  }
}
