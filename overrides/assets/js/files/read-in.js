// Reads a sheet's file in: proved by JavaScript first, brought up to date by Python when it can.
import { EngineError, call } from "../engine/engine.js";
import { readDefinitions } from "../shared/definitions.js";
import { randomId } from "../shared/ids.js";
import { FILES } from "./messages.js";
import { isPdf, readPdf } from "./pdf-file.js";
import { FileError, decode, readBytes, readSheetFile } from "./sheet-file.js";

/**
 * @typedef {import("../storage/session.js").Draft} Draft
 * @typedef {{draft: Draft, title: string}} Found
 */

/**
 * The draft of a chosen file under a new id, so that nothing that is kept can be overwritten by it.
 * @param {File} file
 * @returns {Promise<Found>}
 * @throws {FileError}
 */
export async function readFile(file) {
  const bytes = await readBytes(file);
  const text = isPdf(bytes) ? await readPdf(bytes) : decode(bytes);
  const draft = readSheetFile(text);
  const sheet = await definitionOf(draft.worksheet);
  if (draft.version > sheet.version) throw new FileError(FILES.newer);
  const upgraded = draft.version < sheet.version ? await upgrade(text, draft) : draft;
  return { draft: { ...upgraded, id: randomId(), rev: 0 }, title: sheet.title };
}

/**
 * @param {string} worksheet
 * @returns {Promise<{title: string, version: number}>}
 */
async function definitionOf(worksheet) {
  const found = (await readDefinitions()).find(({ id }) => id === worksheet);
  if (!found) throw new FileError(FILES.unknownSheet(worksheet.slice(0, 60)));
  return found;
}

/**
 * @param {string} text
 * @param {Draft} draft
 * @returns {Promise<Draft>}
 */
async function upgrade(text, draft) {
  try {
    return (await call("upgrade", { file: text })).draft;
  } catch (error) {
    // Without Python the file is kept as it is; what has lost its place is shown under Tidigare svar.
    if (error instanceof EngineError && error.code === "engine-failed") return draft;
    throw new FileError(error instanceof Error ? error.message : FILES.damaged);
  }
}
