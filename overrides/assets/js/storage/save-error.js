// Why a save did not happen as asked, as one error that pages can show.

import { StoreError } from "./drafts.js";
import { KeptAsCopy } from "./entries.js";
import { SAVE_MESSAGES } from "./messages.js";

/**
 * @typedef {import("./entries.js").Draft} Draft
 * @typedef {"conflict" | "quota" | "closed" | "gone" | "outdated" | "loose" | "unknown"} SaveCode
 */

/** A save that did not happen as asked. On a conflict, `copy` is the draft the text was kept as. */
export class SaveError extends Error {
  name = "SaveError";

  /**
   * @param {SaveCode} code
   * @param {{cause?: unknown, copy?: Draft | null}} [more]
   */
  constructor(code, { cause, copy = null } = {}) {
    super(SAVE_MESSAGES[code], { cause });
    this.code = code;
    this.copy = copy;
  }
}

/**
 * The same error as a SaveError, with a sentence that says what to do.
 * @param {unknown} error
 */
export function asSaveError(error) {
  if (error instanceof SaveError) return error;
  if (error instanceof KeptAsCopy) return new SaveError("conflict", { cause: error, copy: error.copy.draft });
  const code = error instanceof StoreError ? error.code : "unknown";
  const known = code === "quota" || code === "gone" || code === "outdated";
  return new SaveError(known ? code : "unknown", { cause: error });
}
