// Makes a backup and reads one in: proved to open before it is offered, compared before anything is changed.
import { MOST_BACKUP_BYTES, openAge, sealAge } from "./age.js";
import { readBackup, writeBackup } from "./backup-file.js";
import { BACKUP, RESTORE } from "./backup-messages.js";
import { DEVICE_FORMAT, readDevice, writeDevice } from "./device-file.js";
import { FileError, decode, isMapping, parseStrictly } from "./sheet-file.js";
import { localDay } from "../shared/time.js";
import { asCopy, saysTheSame } from "../storage/entries.js";

/**
 * @typedef {import("../storage/entries.js").Draft} Draft
 * @typedef {import("../storage/entries.js").Entry} Entry
 * @typedef {import("../storage/page-session.js").Session} Session
 * @typedef {import("./backup-file.js").Backup} Backup
 * @typedef {import("./device-file.js").DeviceBackup} DeviceBackup
 * @typedef {{entry: Entry, sort: "new" | "same" | "differs", standing: Draft | null}} Step
 * @typedef {{added: Draft[], copies: Draft[], same: number}} Restored
 */

/** A restoring that had to stop; `done` is what was restored before that. */
export class Stopped extends Error {
  name = "Stopped";

  /**
   * @param {Restored} done
   * @param {unknown} cause
   */
  constructor(done, cause) {
    super("stopped", { cause });
    this.done = done;
  }
}

/**
 * What a backup of the session would hold now.
 * @param {Session} session
 * @returns {Promise<Backup>}
 */
export async function gather(session) {
  const drafts = await session.drafts();
  const entries = drafts.map((draft) => ({ draft, copyOf: session.copyOf(draft.id) }));
  return { binder: { id: session.binder?.id ?? "", name: session.name }, day: localDay(), entries };
}

/**
 * The backup as a file that the passphrase opens: opened again and compared before it is given.
 * @param {Backup | DeviceBackup} backup
 * @param {string} passphrase
 * @throws {FileError}
 */
export async function makeBackup(backup, passphrase) {
  const text = "sealed" in backup ? writeDevice(backup) : writeBackup(backup);
  const file = await sealAge(text, passphrase);
  const opened = decode(await openAge(file, passphrase));
  if (opened !== text) throw new FileError(BACKUP.notEqual);
  read(opened);
  return file;
}

/** @param {string} text */
function read(text) {
  const data = parseStrictly(text);
  return isMapping(data) && data["format"] === DEVICE_FORMAT ? readDevice(text) : readBackup(text);
}

/**
 * The backup in a file that somebody chose: all of it proved before any of it is given.
 * @param {File} file
 * @param {string} passphrase
 * @returns {Promise<Backup | DeviceBackup>}
 * @throws {FileError | import("../storage/vault.js").WrongPassphrase}
 */
export async function openBackup(file, passphrase) {
  if (file.size > MOST_BACKUP_BYTES) throw new FileError(RESTORE.tooBig);
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new FileError(RESTORE.unreadable);
  }
  return read(decode(await openAge(bytes, passphrase)));
}

/**
 * What restoring would do with each sheet of the backup. Nothing is changed.
 * @param {Session} session
 * @param {Backup} backup
 * @returns {Promise<Step[]>}
 */
export async function compareBackup(session, backup) {
  const drafts = await session.drafts();
  return backup.entries.map((entry) => {
    const standing = drafts.find(({ id }) => id === entry.draft.id) ?? null;
    const isThere = drafts.some((draft) => saysTheSame(draft, entry.draft) && (draft === standing || isCopyOf(session, draft, entry)));
    return { entry, standing, sort: isThere ? "same" : standing ? "differs" : "new" };
  });
}

/**
 * Whether the draft was kept beside the one that the entry is about: restoring twice adds nothing.
 * @param {Session} session
 * @param {Draft} draft
 * @param {Entry} entry
 */
function isCopyOf(session, draft, entry) {
  return session.copyOf(draft.id) === (entry.copyOf ?? entry.draft.id);
}

/**
 * What was restored: new sheets under their own ids, sheets that differ as copies beside what stands.
 * @param {Session} session
 * @param {Step[]} steps
 * @returns {Promise<Restored>}
 * @throws {Stopped}
 */
export async function restore(session, steps) {
  /** @type {Restored} */
  const done = { added: [], copies: [], same: 0 };
  for (const { entry, sort } of steps) {
    try {
      if (sort === "same") done.same += 1;
      else if (sort === "new") done.added.push(await add(session, entry));
      else done.copies.push(await add(session, asCopy(entry)));
    } catch (error) {
      throw new Stopped(done, error);
    }
  }
  return done;
}

/**
 * The draft as it is now kept, marked as a copy if it is one; without a binder there are no marks.
 * @param {Session} session
 * @param {Entry} entry
 */
async function add(session, { draft, copyOf }) {
  const fresh = { ...draft, rev: 0 };
  if (!session.binder || copyOf === null) return session.save(fresh);
  return (await session.binder.save({ draft: fresh, copyOf }, 0)).draft;
}

/**
 * Whether everything that was restored is gone again; what was changed since stays.
 * @param {Session} session
 * @param {Restored} done
 */
export async function takeBack(session, { added, copies }) {
  const now = await session.drafts();
  let isWhole = true;
  for (const draft of [...added, ...copies]) {
    const isUntouched = now.some(({ id, rev }) => id === draft.id && rev === draft.rev);
    if (isUntouched) await session.remove(draft.id);
    else isWhole = false;
  }
  return isWhole;
}
