// Reads and fills single controls: raw text in, raw text out, nothing interpreted.
import { element } from "../shared/dom.js";

/**
 * @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control
 * @typedef {string | string[]} Answer
 */

/** Half characters (with the u flag, whole pairs never match) and control signs other than tab and line break. */
const UNPRINTABLE = /[\ud800-\udfff\u0000-\u0008\u000b-\u001f]/gu;

/**
 * The control, when the element is one that is part of the answers.
 * @param {unknown} target
 * @returns {Control | null}
 */
export function asControl(target) {
  const known = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
  return known && target.name !== "" ? target : null;
}

/**
 * Words that can be stored, shown and printed: half characters and control signs become one visible sign.
 * @param {string} words
 */
export function clean(words) {
  return words.replace(/\r\n?/g, "\n").replace(UNPRINTABLE, "\ufffd");
}

/**
 * What is written or picked under the control's name.
 * @param {Control} control
 * @returns {Answer}
 */
export function readControl(control) {
  if (!(control instanceof HTMLInputElement)) return clean(control.value);
  if (control.type === "radio") return groupOf(control).find((one) => one.checked)?.value ?? "";
  if (control.type === "checkbox") return groupOf(control).filter((one) => one.checked).map((one) => one.value);
  return clean(control.value);
}

/**
 * The answer is shown in the control; nothing is returned.
 *
 * An answer that the sheet no longer offers gets a place of its own, so that it is seen and kept.
 * @param {Control} control
 * @param {Answer} answer
 */
export function fillControl(control, answer) {
  const words = Array.isArray(answer) ? answer : answer === "" ? [] : [answer];
  if (control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox")) {
    const group = groupOf(control);
    if (group[0] !== control) return;
    for (const word of words) if (!group.some((one) => one.value === word)) group.push(addOlderChoice(control, word));
    for (const one of group) one.checked = words.includes(one.value);
    return;
  }
  const text = words.join(", ");
  if (control instanceof HTMLSelectElement && text && ![...control.options].some((one) => one.value === text)) {
    control.append(element("option", { value: text, "data-older": true }, `${text} (äldre svar)`));
  }
  if (control.value !== text) control.value = text;
}

/**
 * The radios or boxes that share the control's name, in order.
 * @param {HTMLInputElement} control
 * @returns {HTMLInputElement[]}
 */
export function groupOf(control) {
  const field = control.closest("[data-field]");
  if (!field) return [control];
  const all = /** @type {NodeListOf<HTMLInputElement>} */ (field.querySelectorAll(`input[type="${control.type}"]`));
  return [...all].filter((one) => one.name === control.name);
}

/**
 * @param {HTMLInputElement} control
 * @param {string} word
 * @returns {HTMLInputElement}
 */
function addOlderChoice(control, word) {
  const { type, name } = control;
  const made = element("input", { type, name, value: word, autocomplete: "off" });
  const label = element("label", { class: "ws-choice", "data-older": true }, made, element("span", {}, `${word} (äldre svar)`));
  control.closest("label")?.parentElement?.append(label);
  return made;
}
