// Shows a sheet that may only be read here, says why, and offers to take it over.
import { element, replace } from "../shared/dom.js";
import { WRITER } from "./messages.js";
import { part } from "./parts.js";

/** @typedef {import("./sheet-saving.js").Role} Role */

const TURNED_OFF = "data-turned-off";
const STILL_USED = "[data-print], [data-download], [data-rescue], [data-lock], [data-take-over], [data-engine-retry], [data-way], [data-history-open], [data-history] button";
const WORDS = /** @type {{[role: string]: string}} */ ({
  reader: WRITER.elsewhere,
  lost: WRITER.lost,
  "lost-unsaved": WRITER.lostUnsaved,
  newer: WRITER.newer,
  older: WRITER.older,
});

/**
 * Nothing; the form can be written in, or only read, as the role says.
 * @param {HTMLFormElement} form
 * @param {Role} role
 * @param {import("./announce.js").Voice} voice
 * @param {() => void} onTakeOver
 */
export function showRole(form, role, voice, onTakeOver) {
  const note = part(form, "[data-reader]");
  const isReader = role !== "writer";
  const hadFocus = note.contains(document.activeElement);
  setReadOnly(form, isReader);
  note.hidden = !isReader;
  voice.warn(WORDS[role] ?? "");
  if (!isReader) {
    replace(note);
    if (hadFocus) form.querySelector("input")?.focus();
    return;
  }
  const button = element("button", { class: "button", type: "button", "data-take-over": true, on: { click: onTakeOver } }, WRITER.takeOver);
  replace(note, element("p", {}, WORDS[role] ?? WRITER.elsewhere), role === "newer" || role === "older" ? null : button);
}

/**
 * @param {HTMLFormElement} form
 * @param {boolean} on
 */
function setReadOnly(form, on) {
  for (const one of form.querySelectorAll("input, textarea, select, button")) {
    if (one.matches(STILL_USED)) continue;
    const isLine = one instanceof HTMLTextAreaElement || (one instanceof HTMLInputElement && one.type === "text");
    if (isLine) one.readOnly = on;
    else if (on) turnOff(one);
    else turnOn(one);
  }
}

/** @param {Element} one */
function turnOff(one) {
  if (one.hasAttribute("disabled")) return;
  one.setAttribute("disabled", "");
  one.setAttribute(TURNED_OFF, "");
}

/**
 * Nothing; only what was turned off here is turned on: a first row still cannot go up.
 * @param {Element} one
 */
function turnOn(one) {
  if (!one.hasAttribute(TURNED_OFF)) return;
  one.removeAttribute("disabled");
  one.removeAttribute(TURNED_OFF);
}
