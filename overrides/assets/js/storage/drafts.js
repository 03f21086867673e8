// The only place that touches IndexedDB: rows of sealed bytes, written so that nothing is lost.

import { KEPT_REVISIONS, Pruning, remember, remembered } from "./pruning.js";
import { ROOT } from "../shared/root.js";
import { localDay } from "../shared/time.js";

/**
 * @typedef {import("idb").IDBPDatabase} Database
 * @typedef {import("idb").IDBPTransaction<unknown, string[], IDBTransactionMode>} Transaction
 * @typedef {import("./vault.js").Header} Header
 * @typedef {{binder: string, draft: string, rev: number, day: string, iv: Uint8Array, sealed: Uint8Array,
 *   begins?: boolean}} Row `begins`: the first of a sitting, so that the one before it is worth keeping
 * @typedef {import("./vault.js").Sealed} Sealed
 * @typedef {{id: string, number: number, saved_on: string, header: Header | null, device_key?: CryptoKey,
 *   nickname?: Sealed, shown_name?: string, backed_up_on?: string, handed_over?: {[draft: string]: Sealed}}} BinderRow
 * @typedef {"missing" | "refused" | "silent" | "quota" | "outdated" | "gone" | "unknown"} StoreCode
 */

/** The device could not keep or give what was asked; `code` tells why. */
export class StoreError extends Error {
  name = "StoreError";

  /**
   * @param {StoreCode} code
   * @param {unknown} [cause]
   */
  constructor(code, cause) {
    super(code, { cause });
    this.code = code;
  }
}

/** Somebody else wrote the draft first; `newest` is what stands there now, if anything does. */
export class Conflict extends Error {
  name = "Conflict";

  /** @param {Row | null} newest */
  constructor(newest) {
    super("conflict");
    this.newest = newest;
  }
}

/** Never depends on path or release: a moved site must find what it kept. */
const NAME = "ract-parm";
const VERSION = 1;
const OPEN_TIMEOUT_MS = 5_000;
const WORK_TIMEOUT_MS = 10_000;
const FLUSH_TIMEOUT_MS = 3_000;
/** What a binder's diary is kept as. */
export const DIARY = "dagbok";
/** What iOS and others say when they dropped the connection under a page that is still open. */
const LOST_CONNECTION = ["InvalidStateError", "UnknownError", "AbortError"];

/** @type {Promise<Database> | null} */
let connection = null;
let openedBefore = false;
let foundCleared = false;
/** @type {Set<(why: "outdated" | "blocked") => unknown>} */
const listeners = new Set();

/**
 * Nothing; the function is told when another tab needs the database in another version.
 *
 * It may return a promise: the connection stays open (at most 3 s) so that text can be saved first.
 * @param {(why: "outdated" | "blocked") => unknown} fn
 */
export function onStoreChange(fn) {
  listeners.add(fn);
}

/** @param {"outdated" | "blocked"} why */
async function tellListeners(why) {
  const answers = [...listeners].map(async (fn) => fn(why));
  const patience = new Promise((resolve) => setTimeout(resolve, FLUSH_TIMEOUT_MS));
  await Promise.race([Promise.allSettled(answers), patience]);
}

/**
 * The promise's value, or a StoreError when it takes too long.
 * @template T
 * @param {Promise<T>} promise
 * @param {number} milliseconds
 * @returns {Promise<T>}
 */
async function within(promise, milliseconds) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new StoreError("silent")), milliseconds);
  });
  try {
    return await /** @type {Promise<T>} */ (Promise.race([promise, late]));
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @param {Database} database
 * @param {number} oldVersion
 * @param {Transaction} transaction
 */
function upgrade(database, oldVersion, transaction) {
  if (openedBefore && oldVersion === 0) {
    // It was there a moment ago: somebody cleared it. An empty one must not look like ours.
    foundCleared = true;
    // Told by the failing open; without this the abort would also be reported as unhandled.
    transaction.done.catch(() => {});
    transaction.abort();
    return;
  }
  database.createObjectStore("binders", { keyPath: "id" });
  database.createObjectStore("revisions", { keyPath: ["binder", "draft", "rev"] });
  database.createObjectStore("probe", { keyPath: "id" });
}

/** @returns {Promise<Database>} */
async function open() {
  if (!("indexedDB" in globalThis) || !globalThis.indexedDB) throw new StoreError("missing");
  const address = new URL("runtime/vendor/idb.js", ROOT).href;
  const idb = /** @type {typeof import("idb")} */ (await import(address));
  const database = await idb.openDB(NAME, VERSION, {
    upgrade: (fresh, old, _new, transaction) =>
      upgrade(fresh, old, /** @type {Transaction} */ (/** @type {unknown} */ (transaction))),
    blocked: () => void tellListeners("blocked"),
    blocking: () => void stepAside(database),
    terminated: drop,
  });
  openedBefore = true;
  return database;
}

/** @param {Database} database */
async function stepAside(database) {
  await tellListeners("outdated");
  database.close();
  drop();
}

/** Nothing; the next piece of work opens a new connection. */
function drop() {
  connection = null;
}

/** @returns {Promise<Database>} */
async function connect() {
  connection ??= within(open(), OPEN_TIMEOUT_MS);
  try {
    return await connection;
  } catch (error) {
    drop();
    throw foundCleared ? new StoreError("gone", error) : asStoreError(error);
  }
}

/**
 * @param {unknown} error
 * @returns {Error}
 */
function asStoreError(error) {
  if (error instanceof StoreError || error instanceof Conflict) return error;
  const name = error instanceof DOMException ? error.name : "";
  if (name === "QuotaExceededError") return new StoreError("quota", error);
  if (name === "VersionError") return new StoreError("outdated", error);
  if (name === "SecurityError" || name === "NotAllowedError") return new StoreError("refused", error);
  return new StoreError("unknown", error);
}

/**
 * What the work gives, once the transaction is complete.
 * @template T
 * @param {string[]} stores
 * @param {"readonly" | "readwrite"} mode
 * @param {(transaction: any) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function transact(stores, mode, work) {
  const database = await connect();
  const transaction = database.transaction(stores, mode, { durability: "strict" });
  const done = transaction.done;
  // Awaited below; without this an aborted transaction would also be reported as unhandled.
  done.catch(() => {});
  try {
    const result = await work(transaction);
    await done;
    return result;
  } catch (error) {
    if (transaction.error) throw transaction.error;
    if (error instanceof Conflict || error instanceof StoreError) transaction.abort();
    throw error;
  }
}

/**
 * What the work gives, once it is complete, with one new try on a new connection when the old one was lost.
 * @template T
 * @param {string[]} stores
 * @param {"readonly" | "readwrite"} mode
 * @param {(transaction: any) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function run(stores, mode, work) {
  try {
    return await within(transact(stores, mode, work), WORK_TIMEOUT_MS);
  } catch (error) {
    const lost = error instanceof DOMException && LOST_CONNECTION.includes(error.name);
    if (!lost) throw asStoreError(error);
  }
  drop();
  try {
    return await within(transact(stores, mode, work), WORK_TIMEOUT_MS);
  } catch (error) {
    throw asStoreError(error);
  }
}

/**
 * The keys of a binder's revisions, or of one draft's.
 * @param {string} binder
 * @param {string} [draft]
 */
export function range(binder, draft) {
  const from = draft === undefined ? [binder] : [binder, draft];
  return IDBKeyRange.bound(from, [...from, []]);
}

/**
 * Nothing, when this browser really keeps and gives back; else a StoreError.
 *
 * What is tried is random bytes, never anything a person wrote.
 */
export async function probeStore() {
  const id = crypto.randomUUID();
  await run(["probe"], "readwrite", (tx) => tx.objectStore("probe").add({ id }));
  const found = await run(["probe"], "readonly", (tx) => tx.objectStore("probe").get(id));
  await run(["probe"], "readwrite", (tx) => tx.objectStore("probe").delete(id));
  if (found?.id !== id) throw new StoreError("unknown");
}

/**
 * Every binder on the device, oldest first.
 * @returns {Promise<BinderRow[]>}
 */
export async function readBinders() {
  const rows = await run(["binders"], "readonly", (tx) => tx.objectStore("binders").getAll());
  return rows.sort((/** @type {BinderRow} */ a, /** @type {BinderRow} */ b) => a.number - b.number);
}

/**
 * The binder as it now stands on the device, with the number that names it.
 * @param {string} id
 * @param {Header | null} header
 * @param {Partial<BinderRow>} [more]
 * @returns {Promise<BinderRow>}
 */
export async function addBinder(id, header, more = {}) {
  return run(["binders"], "readwrite", async (tx) => {
    const store = tx.objectStore("binders");
    const numbers = (await store.getAll()).map((/** @type {BinderRow} */ row) => row.number);
    const row = { id, number: Math.max(0, ...numbers) + 1, saved_on: localDay(), header, ...more };
    await store.add(row);
    return row;
  });
}

/**
 * Nothing; the row stands after the revision it was based on (0: nothing may stand there yet).
 * @param {Row} row
 * @param {number} base
 * @throws {Conflict | StoreError}
 */
export async function appendRow(row, base) {
  await run(["binders", "revisions"], "readwrite", async (tx) => {
    const binders = tx.objectStore("binders");
    const binder = await binders.get(row.binder);
    if (!binder) throw new StoreError("gone");
    const revisions = tx.objectStore("revisions");
    // Only the key: the text that stands there is as long as the sheet, and is read when it is needed.
    const cursor = await revisions.openKeyCursor(range(row.binder, row.draft), "prev");
    if ((cursor?.key[2] ?? 0) !== base) {
      const newest = /** @type {Row | null} */ (cursor ? await revisions.get(cursor.key) : null);
      // A lost connection may hide that the first try arrived: the same random IV is our own row.
      if (newest && String(newest.iv) === String(row.iv)) return;
      throw new Conflict(newest);
    }
    await revisions.add(row);
    await binders.put({ ...binder, saved_on: row.day });
    remember(row);
  });
}

/**
 * All revisions of one draft, newest first.
 * @param {string} binder
 * @param {string} draft
 * @returns {Promise<Row[]>}
 */
export async function readRows(binder, draft) {
  return (await run(["revisions"], "readonly", (tx) => tx.objectStore("revisions").getAll(range(binder, draft)))).reverse();
}

/**
 * The ids of the drafts in a binder, each with its newest revision's number.
 * @param {string} binder
 * @returns {Promise<Map<string, number>>}
 */
export async function readNewest(binder) {
  const work = (/** @type {any} */ tx) => tx.objectStore("revisions").getAllKeys(range(binder));
  const keys = /** @type {[string, string, number][]} */ (await run(["revisions"], "readonly", work));
  // The diary has its rows among the drafts', under an id that no draft can have.
  return new Map(keys.filter(([, draft]) => draft !== DIARY).map(([, draft, rev]) => [draft, rev]));
}

/**
 * One revision, or undefined.
 * @param {string} binder
 * @param {string} draft
 * @param {number} rev
 * @returns {Promise<Row | undefined>}
 */
export async function readRow(binder, draft, rev) {
  return run(["revisions"], "readonly", (tx) => tx.objectStore("revisions").get([binder, draft, rev]));
}

/**
 * Nothing; old revisions are gone, but the newest, the last of each sitting and one of each day stay.
 * @param {string} binder
 * @param {string} draft
 * @param {number} [kept] how many of the newest stay; 1 drops the daily ones too, to make room
 */
export async function pruneRows(binder, draft, kept = KEPT_REVISIONS) {
  await run(["revisions"], "readwrite", async (tx) => {
    const store = tx.objectStore("revisions");
    // Keys first: the newest rows stay whatever they hold.
    const keys = (await store.getAllKeys(range(binder, draft))).reverse();
    const pruning = new Pruning(kept);
    // The last of the newest tells whether the one before it ended a sitting.
    for (const key of keys.slice(kept - 1)) if (!pruning.keeps(remembered(key) ?? remember(await store.get(key)))) await store.delete(key);
  });
}

/**
 * Nothing; the draft and its revisions are no longer in the binder.
 * @param {string} binder
 * @param {string} draft
 */
export async function removeRows(binder, draft) {
  await run(["revisions"], "readwrite", (tx) => tx.objectStore("revisions").delete(range(binder, draft)));
}
