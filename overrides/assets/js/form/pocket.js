// The card for the pocket: the most important of a sheet, on the whole screen at once, and as a file to print.
import { element, replace } from "../shared/dom.js";
import { bytesOf, offerFile, randomLetters } from "../files/download.js";
import { EngineError, call } from "../engine/engine.js";
import { FILES } from "../files/messages.js";
import { localMoment } from "../shared/time.js";
import { ENGINE, POCKET } from "./messages.js";

/** @typedef {import("./worksheet.js").Sheet} Sheet */

const HEADING = "ws-full-heading";
const UNSEEN_TYPES = new Set(["hidden", "file", "button", "submit"]);

/**
 * Nothing; the buttons work from now on, on the sheets that have them.
 * @param {Sheet} sheet
 * @param {(words: string) => void} tell
 */
export function startPocket(sheet, tell) {
  const place = sheet.form.querySelector("[data-pocket]");
  if (!place) return;
  const names = (place.getAttribute("data-pocket") ?? "").split(" ");
  place.querySelector("[data-full-screen]")?.addEventListener("click", () => showFullScreen(sheet.form, names));
  place.querySelector("[data-pocket-file]")?.addEventListener("click", () => void offerCards(sheet, tell));
}

/**
 * Nothing; the chosen answers fill the screen. What is written needs no Python; what comes from other sheets follows.
 * @param {HTMLFormElement} form
 * @param {string[]} names
 */
function showFullScreen(form, names) {
  const words = element("div", { class: "ws-full__words" });
  const draw = () => replace(words, ...partsOf(form, names));
  const watcher = new MutationObserver(draw);
  const dialog = element("dialog", { class: "ws-full no-print", "aria-labelledby": HEADING });
  dialog.append(
    element("div", { class: "ws-full__top" },
      element("h2", { id: HEADING, tabindex: "-1", autofocus: true }, form.dataset["title"]),
      element("button", { class: "button", type: "button", on: { click: () => dialog.close() } }, POCKET.close)),
    words,
  );
  dialog.addEventListener("close", () => {
    watcher.disconnect();
    dialog.remove();
  });
  for (const output of form.querySelectorAll("[data-output]")) watcher.observe(output, { childList: true, subtree: true });
  draw();
  document.body.append(dialog);
  dialog.showModal();
}

/**
 * @param {HTMLFormElement} form
 * @param {string[]} names
 */
function partsOf(form, names) {
  const fields = names.map((name) => form.querySelector(`[data-field="${name}"]`));
  const shown = fields.filter((field) => field instanceof HTMLElement && !field.hidden);
  const parts = /** @type {HTMLElement[]} */ (shown).map((field) => ({ question: questionOf(field), lines: linesOf(field) }));
  const said = parts.filter(({ lines }) => lines.length > 0);
  const waits = document.documentElement.dataset["engine"] !== "ready" && shown.some((field) => field?.querySelector("[data-output]"));
  return [
    ...said.map(({ question, lines }) =>
      element("section", { class: "ws-full__part" }, element("h3", {}, question), ...lines.map((line) => element("p", {}, line)))),
    waits ? element("p", { class: "ws-full__quiet" }, POCKET.waiting) : said.length === 0 && element("p", {}, POCKET.nothing),
  ];
}

/** @param {Element} field */
function questionOf(field) {
  return field.querySelector(".ws-question")?.textContent?.trim() ?? "";
}

/** @param {Element} field */
function linesOf(field) {
  const output = field.querySelector("[data-output]");
  if (output) return field.hasAttribute("data-held-back") ? [] : [...output.querySelectorAll(".ws-line")].map((line) => line.textContent ?? "");
  const rows = [...field.querySelectorAll(":scope > [data-rows] > [data-row]")];
  const places = rows.length > 0 ? rows : [field];
  return places.map((place) => wordsOf(place)).filter((words) => words !== "");
}

/**
 * The answers in a row or a question, in their order; a fixed row begins with its name once something is answered.
 * @param {Element} place
 */
function wordsOf(place) {
  const words = [...place.querySelectorAll("input, select, textarea")].map((one) => wordOf(one)).filter((word) => word !== "");
  const title = place.hasAttribute("data-fixed-row") && words.length > 0 ? [place.querySelector("[data-row-title]")?.textContent ?? ""] : [];
  return [...title, ...words].join(" · ");
}

/** @param {Element} control */
function wordOf(control) {
  if (control.closest("[data-field]")?.hasAttribute("hidden")) return "";
  if (control instanceof HTMLInputElement) {
    if (UNSEEN_TYPES.has(control.type)) return "";
    if (control.type === "radio" || control.type === "checkbox") return control.checked ? (control.closest("label")?.textContent?.trim() ?? control.value) : "";
    return control.value.trim();
  }
  return control instanceof HTMLSelectElement || control instanceof HTMLTextAreaElement ? control.value.trim() : "";
}

/**
 * @param {Sheet} sheet
 * @param {(words: string) => void} tell
 */
async function offerCards(sheet, tell) {
  void sheet.saving.flush();
  tell(ENGINE.makingPdf);
  const draft = sheet.saving.current();
  const asked = { what: "worksheet", format: "pdf", pocket: true, worksheet: draft.worksheet, draft_id: draft.id };
  try {
    const drafts = [draft, ...(await sheet.neededDrafts())];
    const file = await call("export", { ...asked, drafts, now: localMoment(), letters: randomLetters() });
    offerFile(file.name, file.media_type, bytesOf(file.base64));
    tell(FILES.downloaded);
  } catch (error) {
    const isOurs = error instanceof EngineError && error.code !== "engine-failed";
    tell(isOurs ? error.message : POCKET.noFile);
  }
}
