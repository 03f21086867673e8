// Every binder of a device as one file: sealed as they lie, written as text, and read back strictly.
import { RESTORE } from "./backup-messages.js";
import { DRAFT_ID, FileError, isCount, isMapping, parseStrictly } from "./sheet-file.js";
import { isRevisionsName } from "../storage/sealed-binders.js";
import { checkedHeader } from "../storage/vault.js";

/**
 * @typedef {import("../storage/sealed-binders.js").SealedBinder} SealedBinder
 * @typedef {{day: string, sealed: SealedBinder[]}} DeviceBackup
 */

export const DEVICE_FORMAT = "ract-enhet";
const FORMAT_VERSION = 1;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const BYTES = "bytes:";
const IV_BYTES = 12;
/** Far more than a binder can be called here. */
const LONGEST_NAME = 80;

/**
 * What a binder's row may hold besides, and how it must look. All else would be read by every page that lists
 * binders, and a key of the device's own never comes from a file. @type {Map<string, (value: unknown) => boolean>}
 */
const MORE = new Map([
  ["nickname", isSealedText],
  ["shown_name", (/** @type {unknown} */ name) => typeof name === "string" && name.length <= LONGEST_NAME],
  ["backed_up_on", isDay],
  ["handed_over", (/** @type {unknown} */ marks) => isMapping(marks) && Object.entries(marks).every(([draft, kept]) => DRAFT_ID.test(draft) && isSealedText(kept))],
]);

/**
 * The binders as text.
 * @param {DeviceBackup} backup
 */
export function writeDevice({ day, sealed }) {
  const file = { format: DEVICE_FORMAT, format_version: FORMAT_VERSION, exported: day, binders: sealed };
  return `${JSON.stringify(file, (_key, value) => (value instanceof Uint8Array ? packed(value) : value))}\n`;
}

/**
 * The binders in a text: all of them checked before any is given.
 * @param {string} text
 * @returns {DeviceBackup}
 * @throws {FileError}
 */
export function readDevice(text) {
  const data = unpacked(parseStrictly(text));
  if (!isMapping(data) || data["format"] !== DEVICE_FORMAT) throw new FileError(RESTORE.notOurs);
  const { format_version: version, exported: day, binders } = data;
  if (!isCount(version) || typeof day !== "string" || !isDay(day)) throw new FileError(RESTORE.damaged);
  if (version > FORMAT_VERSION) throw new FileError(RESTORE.newer);
  if (!Array.isArray(binders) || !binders.every(isSealed)) throw new FileError(RESTORE.damaged);
  if (!areApart(binders, ({ binder }) => binder.id)) throw new FileError(RESTORE.damaged);
  return { day, sealed: binders };
}

/** @param {Uint8Array} bytes */
function packed(bytes) {
  return BYTES + btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/**
 * @param {unknown} value
 * @returns {unknown}
 */
function unpacked(value) {
  if (typeof value === "string" && value.startsWith(BYTES)) return bytesIn(value.slice(BYTES.length));
  if (Array.isArray(value)) return value.map(unpacked);
  if (!isMapping(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unpacked(inner)]));
}

/** @param {string} signs */
function bytesIn(signs) {
  try {
    return Uint8Array.from(atob(signs), (sign) => sign.charCodeAt(0));
  } catch {
    throw new FileError(RESTORE.damaged);
  }
}

/**
 * @param {unknown} sealed
 * @returns {sealed is SealedBinder}
 */
function isSealed(sealed) {
  if (!isMapping(sealed) || !isMapping(sealed["binder"]) || !Array.isArray(sealed["revisions"])) return false;
  const { id, number, saved_on: savedOn, header, ...more } = sealed["binder"];
  const isWhole = typeof id === "string" && DRAFT_ID.test(id) && isCount(number) && isDay(savedOn) && isHeader(header);
  if (!isWhole || !Object.entries(more).every(([name, value]) => MORE.get(name)?.(value))) return false;
  return sealed["revisions"].every((row) => isRevision(row, id)) && areApart(sealed["revisions"], ({ draft, rev }) => `${draft} ${rev}`);
}

/** @param {unknown} day */
function isDay(day) {
  return typeof day === "string" && DAY.test(day);
}

/** @param {unknown} kept */
function isSealedText(kept) {
  return isMapping(kept) && kept["iv"] instanceof Uint8Array && kept["iv"].length === IV_BYTES && kept["sealed"] instanceof Uint8Array;
}

/**
 * Whether no two have the same name: the device keeps one of each.
 * @template T
 * @param {T[]} all
 * @param {(one: T) => string} nameOf
 */
function areApart(all, nameOf) {
  return new Set(all.map(nameOf)).size === all.length;
}

/** @param {unknown} header */
function isHeader(header) {
  try {
    return Boolean(checkedHeader(/** @type {import("../storage/vault.js").Header} */ (header)));
  } catch {
    return false;
  }
}

/**
 * @param {unknown} row
 * @param {string} binder
 */
function isRevision(row, binder) {
  if (!isMapping(row) || row["binder"] !== binder) return false;
  const { draft, rev, day } = row;
  return typeof draft === "string" && isRevisionsName(draft) && isCount(rev) && isDay(day) && isSealedText(row);
}
