// "Lägg i kalendern": the days of a sheet as a calendar file, without personal words unless the person asks for them.
import { bytesOf, offerFile, randomLetters } from "../files/download.js";
import { EngineError, call } from "../engine/engine.js";
import { FILES } from "../files/messages.js";
import { localMoment, utcMoment } from "../shared/time.js";
import { ENGINE } from "./messages.js";

/** @typedef {import("./worksheet.js").Sheet} Sheet */

/**
 * Nothing; the button works from now on, on the sheets that have one.
 * @param {Sheet} sheet
 * @param {(words: string) => void} tell
 */
export function startCalendar(sheet, tell) {
  const words = /** @type {HTMLInputElement | null} */ (sheet.form.querySelector("[data-calendar-words]"));
  const button = sheet.form.querySelector("[data-to-calendar]");
  button?.addEventListener("click", () => void offerCalendar(sheet, words?.checked ?? false, tell));
}

/**
 * @param {Sheet} sheet
 * @param {boolean} detailed
 * @param {(words: string) => void} tell
 */
async function offerCalendar(sheet, detailed, tell) {
  void sheet.saving.flush();
  const draft = sheet.saving.current();
  const asked = { what: "worksheet", format: "ics", worksheet: draft.worksheet, draft_id: draft.id, detailed };
  try {
    const file = await call("export", { ...asked, drafts: [draft], now: localMoment(), utc: utcMoment(), letters: randomLetters() });
    offerFile(file.name, file.media_type, bytesOf(file.base64));
    tell(FILES.calendar);
  } catch (error) {
    const isOurs = error instanceof EngineError && error.code !== "engine-failed";
    tell(isOurs ? error.message : ENGINE.noCalendar);
  }
}
