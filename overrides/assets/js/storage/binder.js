// An open binder: drafts sealed before they are written, and read back before they are called saved.

import { Conflict, StoreError, appendRow, pruneRows, readNewest, readRow, readRows, removeRows } from "./drafts.js";
import { Diary } from "./diary.js";
import { KeptAsCopy, asCopy, entryText, readEntry, saysTheSame } from "./entries.js";
import { localDay, localMoment } from "../shared/time.js";
import { Damaged, seal, unseal } from "./vault.js";

/**
 * @typedef {import("./entries.js").Draft} Draft
 * @typedef {import("./entries.js").Entry} Entry
 * @typedef {import("./drafts.js").Row} Row
 */

const SITTING_PAUSE_MS = 600_000;

/** One binder that the right passphrase has opened. */
export class Binder {
  mode = /** @type {const} */ ("binder");
  /** Ids of drafts of which no revision could be read at the last look. @type {string[]} */
  damaged = [];
  /** @type {string} */ id;
  /** @type {string} */ name;
  /** @type {CryptoKey} */ key;
  /** When each draft was last saved here. @type {Map<string, number>} */
  #saved = new Map();

  /** @param {{id: string, name: string, key: CryptoKey}} opened */
  constructor({ id, name, key }) {
    this.id = id;
    this.name = name;
    this.key = key;
  }

  /**
   * The newest readable revision of every draft.
   * @returns {Promise<Entry[]>}
   */
  async newest() {
    const found = await readNewest(this.id);
    const entries = await Promise.all([...found].map(([draft, rev]) => this.#newestOf(draft, rev)));
    this.damaged = [...found.keys()].filter((_, at) => entries[at] === null);
    return entries.filter((entry) => entry !== null);
  }

  /**
   * The newest readable revision of one draft; an older one when the newest is damaged.
   * @param {string} draft
   * @param {number} rev
   * @returns {Promise<Entry | null>}
   */
  async #newestOf(draft, rev) {
    const row = await readRow(this.id, draft, rev);
    const entry = row && (await this.#readable(row));
    return entry || ((await this.revisions(draft))[0] ?? null);
  }

  /**
   * Every readable revision of one draft, newest first.
   * @param {string} draft
   * @returns {Promise<Entry[]>}
   */
  async revisions(draft) {
    const rows = await readRows(this.id, draft);
    const entries = await Promise.all(rows.map((row) => this.#readable(row)));
    return entries.filter((entry) => entry !== null);
  }

  /**
   * @param {Row} row
   * @returns {Promise<Entry | null>}
   */
  async #readable(row) {
    try {
      return readEntry(await unseal(this.key, row, row));
    } catch (error) {
      if (error instanceof Damaged) return null;
      throw error;
    }
  }

  /**
   * The entry as it now stands on disk, read back and compared.
   *
   * When another text stands where this one was to go, this one is kept as a copy of its own.
   * @param {Entry} entry
   * @param {number} base the revision this text was written on (0: a new draft)
   * @param {number} [rev] the number it gets
   * @returns {Promise<Entry>}
   * @throws {KeptAsCopy | StoreError}
   */
  async save(entry, base, rev = base + 1) {
    const kept = { ...entry, draft: { ...entry.draft, rev, saved_at: localMoment() } };
    try {
      await this.#write(kept, base);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return this.#settle(entry, error.newest);
    }
    // Only tidying: the new revision is safe, and the next save tidies again.
    pruneRows(this.id, kept.draft.id).catch(() => {});
    return kept;
  }

  /**
   * @param {Entry} kept
   * @param {number} base
   */
  async #write(kept, base) {
    const place = { binder: this.id, draft: kept.draft.id, rev: kept.draft.rev };
    const text = entryText(kept);
    const row = { ...place, day: localDay(), begins: this.#begins(place.draft), ...(await seal(this.key, place, text)) };
    try {
      await appendRow(row, base);
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== "quota") throw error;
      await pruneRows(this.id, place.draft, 1);
      await appendRow(row, base);
    }
    const back = await readRow(this.id, place.draft, place.rev);
    if (!back || (await unseal(this.key, place, back)) !== text) throw new StoreError("unknown");
  }

  /**
   * Whether a save begins a new sitting: the first on this page, or after a pause.
   * @param {string} draft
   */
  #begins(draft) {
    const [last, now] = [this.#saved.get(draft) ?? -Infinity, performance.now()];
    this.#saved.set(draft, now);
    return now - last > SITTING_PAUSE_MS;
  }

  /**
   * @param {Entry} entry
   * @param {Row | null} newest
   * @returns {Promise<Entry>}
   */
  async #settle(entry, newest) {
    const standing = newest && (await this.#readable(newest));
    if (standing && saysTheSame(standing.draft, entry.draft)) return standing;
    // What cannot be read cannot be overwritten by mistake either: it stays as it is, below ours.
    if (newest && !standing) return this.save(entry, newest.rev);
    throw new KeptAsCopy(await this.save(asCopy(entry), 0));
  }

  /**
   * Nothing; texts that were only in memory stand in the binder, those new to it under their own numbers.
   * @param {Entry[]} entries
   */
  async bring(entries) {
    const known = await readNewest(this.id);
    for (const entry of entries) {
      const { id, rev } = entry.draft;
      try {
        // A draft the binder knows was on its way to disk: its number is the one it was based on, also when
        // that one never came there.
        const newest = known.get(id);
        if (newest !== undefined) await this.save(entry, Math.min(rev, newest));
        else await this.save(entry, 0, Math.max(rev, 1));
      } catch (error) {
        if (!(error instanceof KeptAsCopy)) throw error;
      }
    }
  }

  /**
   * The days when unreadable drafts were last saved: all that can be told of them.
   * @returns {Promise<string[]>}
   */
  async damagedDays() {
    const rows = await Promise.all(this.damaged.map((draft) => readRows(this.id, draft)));
    return rows.flatMap(([newest]) => newest?.day ?? []).sort();
  }

  /** What has been noted about the binder itself, such as its backups. */
  get diary() {
    return new Diary(this.id, this.key);
  }

  /**
   * Nothing; the draft and its history are gone from the binder.
   * @param {string} draft
   */
  async remove(draft) {
    await removeRows(this.id, draft);
  }
}
