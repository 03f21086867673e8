// A binder as one file: what is written in its sheets, as text, before it is sealed and after it is opened.
import { RESTORE } from "./backup-messages.js";
import { DRAFT_ID, FileError, isCount, isDraft, isMapping, parseStrictly } from "./sheet-file.js";

/**
 * @typedef {import("../storage/entries.js").Entry} Entry
 * @typedef {{binder: {id: string, name: string}, day: string, entries: Entry[]}} Backup
 */

const FORMAT = "ract-sakerhetskopia";
const FORMAT_VERSION = 1;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LONGEST_NAME = 80;

/**
 * The name of a backup's file: the day and four letters, and nothing of the person.
 * @param {string} day
 * @param {string} letters
 */
export function backupName(day, letters) {
  return `parm-${day}-${letters}.age`;
}

/**
 * A backup as text.
 * @param {Backup} backup
 */
export function writeBackup({ binder, day, entries }) {
  const sheets = entries.map(({ draft, copyOf }) => ({ draft, copy_of: copyOf }));
  return `${JSON.stringify({ format: FORMAT, format_version: FORMAT_VERSION, exported: day, binder, sheets })}\n`;
}

/**
 * The backup in a text: all of it checked before any of it is given.
 * @param {string} text
 * @returns {Backup}
 * @throws {FileError}
 */
export function readBackup(text) {
  const data = parseStrictly(text);
  if (!isMapping(data) || data["format"] !== FORMAT) throw new FileError(RESTORE.notOurs);
  if (!isCount(data["format_version"])) throw new FileError(RESTORE.damaged);
  if (data["format_version"] > FORMAT_VERSION) throw new FileError(RESTORE.newer);
  const { binder, exported: day, sheets } = data;
  if (!isBinder(binder) || typeof day !== "string" || !DAY.test(day)) throw new FileError(RESTORE.damaged);
  if (!Array.isArray(sheets) || !sheets.every(isSheet)) throw new FileError(RESTORE.damaged);
  const entries = sheets.map(({ draft, copy_of: copyOf }) => ({ draft, copyOf }));
  if (new Set(entries.map(({ draft }) => draft.id)).size !== entries.length) throw new FileError(RESTORE.damaged);
  return { binder, day, entries };
}

/**
 * @param {unknown} binder
 * @returns {binder is Backup["binder"]}
 */
function isBinder(binder) {
  if (!isMapping(binder)) return false;
  const { id, name } = binder;
  const isKnown = typeof id === "string" && (id === "" || DRAFT_ID.test(id));
  return isKnown && typeof name === "string" && name.length <= LONGEST_NAME;
}

/**
 * @param {unknown} sheet
 * @returns {sheet is {draft: import("../storage/entries.js").Draft, copy_of: string | null}}
 */
function isSheet(sheet) {
  if (!isMapping(sheet) || !isDraft(sheet["draft"])) return false;
  const copyOf = sheet["copy_of"];
  return copyOf === null || (typeof copyOf === "string" && DRAFT_ID.test(copyOf));
}
