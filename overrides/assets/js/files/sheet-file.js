// A sheet as a file to keep, and back: written and read without Python, so that nobody is locked in.
import { FILES } from "./messages.js";

/** @typedef {import("../storage/session.js").Draft} Draft */

const FORMAT = "ract-arbetsblad";
const PLAN_FORMAT = "ract-plan";
const FORMAT_VERSION = 1;
/** The largest file that is read in, of any sort. */
export const MOST_BYTES = 10_000_000;
const DEEPEST = 64;
export const DRAFT_ID = /^[0-9a-f]{16}$/;
const WORKSHEET_ID = /^[a-z][a-z0-9-]{0,79}$/;
const CONTROL = /^[a-z][a-z0-9_]{0,79}(?:\/[a-z0-9][a-z0-9_-]{0,79}){0,3}$/;
const ROW = /^[a-z0-9][a-z0-9-]{0,79}$/;

/** A file that cannot be read in, with a sentence for the person who chose it. */
export class FileError extends Error {
  name = "FileError";
}

/**
 * The text of a draft's file, read back and compared before it is given.
 * @param {Draft} draft
 * @param {string} day
 * @throws {FileError}
 */
export function writeSheetFile(draft, day) {
  const file = { format: FORMAT, format_version: FORMAT_VERSION, exported: day, draft };
  const text = `${JSON.stringify(file, null, 1)}\n`;
  if (JSON.stringify(parse(text)) !== JSON.stringify(file)) throw new FileError(FILES.notWritten);
  return text;
}

/**
 * The bytes of a file that somebody chose, proved few enough to be a sheet's before any is read.
 * @param {File} file
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 * @throws {FileError}
 */
export async function readBytes(file) {
  if (file.size > MOST_BYTES) throw new FileError(FILES.tooBig);
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new FileError(FILES.unreadable);
  }
}

/**
 * The bytes as text, proved to be UTF-8 and shallow.
 * @param {AllowSharedBufferSource} bytes
 * @throws {FileError}
 */
export function decode(bytes) {
  let text;
  try {
    // The decoder takes a byte order mark away by itself.
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new FileError(FILES.notOurs);
  }
  if (isTooDeep(text)) throw new FileError(FILES.tooDeep);
  return text;
}

/**
 * Whether brackets nest deeper than any sheet. A reader that recurses would otherwise end the engine for good.
 * @param {string} text
 */
export function isTooDeep(text) {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (inString) {
      if (sign === "\\") at += 1;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === "[" || sign === "{") {
      depth += 1;
      if (depth > DEEPEST) return true;
    } else if (sign === "]" || sign === "}") depth -= 1;
  }
  return false;
}

/**
 * The draft in a file's text, every key checked.
 * @param {string} text
 * @returns {Draft}
 * @throws {FileError}
 */
export function readSheetFile(text) {
  const data = parseStrictly(text);
  if (!isMapping(data)) throw new FileError(FILES.notOurs);
  if (data["format"] === PLAN_FORMAT) throw new FileError(FILES.plan);
  if (data["format"] !== FORMAT) throw new FileError(FILES.notOurs);
  if (!isCount(data["format_version"])) throw new FileError(FILES.damaged);
  if (data["format_version"] > FORMAT_VERSION) throw new FileError(FILES.newer);
  const draft = data["draft"];
  if (!isDraft(draft)) throw new FileError(FILES.damaged);
  return draft;
}

/** @param {string} text */
function parse(text) {
  try {
    return /** @type {unknown} */ (JSON.parse(text));
  } catch {
    throw new FileError(text.trimStart().startsWith("{") ? FILES.damaged : FILES.notOurs);
  }
}

/**
 * The value of a JSON text in which no key is given twice: a reader would silently drop the first.
 * @param {string} text
 * @returns {unknown}
 * @throws {FileError}
 */
export function parseStrictly(text) {
  const value = parse(text);
  if (countKeys(value) !== countColons(text)) throw new FileError(FILES.damaged);
  return value;
}

/**
 * @param {unknown} value
 * @returns {number}
 */
function countKeys(value) {
  if (typeof value !== "object" || value === null) return 0;
  const inside = Object.values(value).reduce((sum, one) => sum + countKeys(one), 0);
  return inside + (Array.isArray(value) ? 0 : Object.keys(value).length);
}

/** How many keys a JSON text gives: one colon outside its strings each. @param {string} text */
function countColons(text) {
  return text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"/gs, "").split(":").length - 1;
}

/**
 * @param {unknown} value
 * @returns {value is {[key: string]: unknown}}
 */
export function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * @param {unknown} value
 * @returns {value is number}
 */
export function isCount(value) {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/**
 * @param {unknown} value
 * @param {RegExp} pattern
 */
function matches(value, pattern) {
  return typeof value === "string" && pattern.test(value);
}

/**
 * @param {unknown} draft
 * @returns {draft is Draft}
 */
export function isDraft(draft) {
  if (!isMapping(draft) || !isMapping(draft["answers"]) || !isMapping(draft["rows"])) return false;
  const answers = Object.entries(draft["answers"]).every(([name, value]) => CONTROL.test(name) && isAnswer(value));
  const rows = Object.entries(draft["rows"]).every(([name, ids]) => CONTROL.test(name) && areRowIds(ids));
  const ids = matches(draft["id"], DRAFT_ID) && matches(draft["worksheet"], WORKSHEET_ID);
  return answers && rows && ids && isCount(draft["version"]) && isCount(draft["rev"]) && typeof draft["saved_at"] === "string";
}

/** @param {unknown} value */
function isAnswer(value) {
  return typeof value === "string" || (Array.isArray(value) && value.every((word) => typeof word === "string"));
}

/** @param {unknown} ids */
function areRowIds(ids) {
  return Array.isArray(ids) && ids.every((id) => matches(id, ROW)) && new Set(ids).size === ids.length;
}
