// The buttons at the foot of a sheet: done, print, files, empty, lock.
import { element, moveFocus, replace } from "../shared/dom.js";
import { bytesOf, fileName, offerFile, randomLetters } from "../files/download.js";
import { EngineError, call } from "../engine/engine.js";
import { FILES } from "../files/messages.js";
import { startCalendar } from "./calendar.js";
import { startPocket } from "./pocket.js";
import { DONE, ENGINE, KEPT, ROWS } from "./messages.js";
import { part } from "./parts.js";
import { readFile } from "../files/read-in.js";
import { whileBusy } from "../shared/busy.js";
import { localDay, localMoment } from "../shared/time.js";
import { FileError, writeSheetFile } from "../files/sheet-file.js";

/** @typedef {import("./worksheet.js").Sheet} Sheet */

/**
 * Nothing; the buttons of the form work from now on.
 * @param {Sheet} sheet
 */
export function startActions(sheet) {
  const { form } = sheet;
  const chooser = /** @type {HTMLInputElement} */ (part(form, "[data-import-file]"));
  const actions = /** @type {{[selector: string]: () => unknown}} */ ({
    "[data-done]": () => finish(sheet),
    "[data-print]": () => window.print(),
    '[data-download="pdf"]': () => downloadPdf(sheet),
    '[data-download="json"]': () => downloadFile(sheet),
    "[data-rescue]": () => downloadFile(sheet),
    "[data-import]": () => chooser.click(),
    "[data-empty]": () => empty(sheet),
    "[data-lock]": () => lock(sheet),
  });
  for (const [selector, act] of Object.entries(actions)) part(form, selector).addEventListener("click", () => void act());
  startCalendar(sheet, (words) => tell(sheet, words));
  startPocket(sheet, (words) => tell(sheet, words));
  chooser.addEventListener("change", () => {
    const file = chooser.files?.[0];
    if (file) void bringIn(sheet, file);
    // The same file can be chosen again after it was mended.
    chooser.value = "";
  });
}

/**
 * Nothing; a sentence stands visibly by the buttons and is read aloud.
 * @param {Sheet} sheet
 * @param {string} words
 * @param {Node} [more]
 */
export function tell({ form, voice }, words, more) {
  const notice = part(form, "[data-notice]");
  notice.hidden = words === "";
  replace(notice, words, more ? " " : null, more);
  if (words) voice.answer(words);
}

/** @param {Sheet} sheet */
async function finish(sheet) {
  const saving = sheet.saving.flush();
  tell(sheet, DONE.reading);
  try {
    const { problems } = await sheet.meaning.read();
    // Who is told that all is well may close the tablet.
    await saving;
    tell(sheet, problems.length > 0 ? "" : DONE.fine);
    sheet.problems.show(problems);
  } catch {
    tell(sheet, ENGINE.unchecked);
  }
}

/** @param {Sheet} sheet */
async function downloadPdf(sheet) {
  void sheet.saving.flush();
  tell(sheet, ENGINE.makingPdf);
  const draft = sheet.saving.current();
  const asked = { what: "worksheet", format: "pdf", worksheet: draft.worksheet, draft_id: draft.id };
  const drafts = [draft, ...(await sheet.neededDrafts())];
  try {
    const file = await call("export", { ...asked, drafts, now: localMoment(), letters: randomLetters() });
    offerFile(file.name, file.media_type, bytesOf(file.base64));
    tell(sheet, FILES.downloaded);
  } catch (error) {
    const isOurs = error instanceof EngineError && error.code !== "engine-failed";
    tell(sheet, isOurs ? error.message : ENGINE.noPdf);
  }
}

/** @param {Sheet} sheet */
function downloadFile(sheet) {
  void sheet.saving.flush();
  const draft = sheet.saving.current();
  const day = localDay();
  try {
    const text = writeSheetFile(draft, day);
    offerFile(fileName(draft.worksheet, day, randomLetters(), "json"), "application/json", text);
    tell(sheet, FILES.downloaded);
  } catch {
    tell(sheet, FILES.notWritten);
  }
}

/**
 * @param {Sheet} sheet
 * @param {File} file
 */
async function bringIn(sheet, file) {
  tell(sheet, FILES.reading);
  try {
    const { draft, title } = await whileBusy(readFile(file));
    if (draft.worksheet === sheet.form.dataset["worksheet"]) await replaceDraft(sheet, draft);
    else await putAside(sheet, draft, title);
  } catch (error) {
    tell(sheet, error instanceof FileError ? error.message : FILES.notKept);
  }
}

/**
 * @param {Sheet} sheet
 * @param {import("../storage/session.js").Draft} draft
 */
async function replaceDraft(sheet, draft) {
  const { saving } = sheet;
  if (!(await saving.flush())) throw new FileError(`${KEPT.failed} ${KEPT.rescue}`);
  const before = saving.draft;
  const kept = await saving.session?.save(draft);
  await saving.switchTo(kept ?? draft);
  await sheet.occasions.refresh();
  tell(sheet, FILES.read);
  sheet.undo.offer(ROWS.replaced, part(sheet.form, "[data-notice]"), () => {
    void takeOut(sheet, draft.id, before);
  });
}

/**
 * @param {Sheet} sheet
 * @param {string} id
 * @param {import("../storage/session.js").Draft | null} before
 */
async function takeOut({ saving, occasions }, id, before) {
  await saving.session?.remove(id);
  await saving.switchTo(before);
  await occasions.refresh();
}

/**
 * @param {Sheet} sheet
 * @param {import("../storage/session.js").Draft} draft
 * @param {string} title
 */
async function putAside(sheet, draft, title) {
  await sheet.saving.session?.save(draft);
  tell(sheet, FILES.otherSheet(title), element("a", { href: `../${draft.worksheet}/` }, FILES.open));
}

/** @param {Sheet} sheet */
function empty(sheet) {
  const before = sheet.written.raw();
  sheet.put({ answers: {}, rows: {} });
  sheet.saving.touch();
  const place = part(sheet.form, "[data-notice]");
  sheet.undo.offer(ROWS.emptied, place, () => {
    sheet.put(before);
    sheet.saving.touch();
    moveFocus(part(sheet.form, "[data-empty]"));
  });
  moveFocus(part(sheet.form, "[data-undo]"));
}

/** @param {Sheet} sheet */
async function lock(sheet) {
  // What cannot be saved would be lost with the key: the save state says so, and offers the file.
  if (!(await sheet.saving.flush())) return;
  await sheet.saving.session?.lock();
}
