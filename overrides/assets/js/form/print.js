// Makes the form ready for paper: the whole text of every line, also what does not fit in its box.
import { element } from "../shared/dom.js";

/** A row with so many questions may go on over a page, and its name is not to stay behind: print.css. */
const LONG_ROW = ".ws-row:has(> .ws-field ~ .ws-field ~ .ws-field ~ .ws-field ~ .ws-field)";
const NOT_WITH = "Det som pärmen själv räknar ut, hämtar och ritar är inte med på den här utskriften.";

/**
 * Nothing; before each print the mirrors are filled, and a blank sheet shows all its questions.
 * @param {HTMLFormElement} form
 * @param {{isBlank: () => boolean, isRead: () => boolean, before: () => void}} around
 */
export function startPrint(form, around) {
  /** @type {HTMLElement[]} */
  let unhidden = [];
  const note = element("p", { class: "ws-print" }, NOT_WITH);
  window.addEventListener("beforeprint", () => {
    around.before();
    fillMirrors(form);
    // An empty map above three persons would be untrue.
    if (!around.isBlank() && !around.isRead() && form.querySelector("[data-picture], [data-output]")) form.prepend(note);
    unhidden = around.isBlank() ? /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-field][hidden]")]) : [];
    for (const field of unhidden) field.hidden = false;
    nameFirstQuestions(form);
  });
  window.addEventListener("afterprint", () => {
    for (const field of unhidden) field.hidden = true;
    unhidden = [];
    note.remove();
    for (const mirror of form.querySelectorAll(".ws-mirror")) mirror.textContent = "";
    for (const question of form.querySelectorAll("[data-print-name]")) question.removeAttribute("data-print-name");
  });
}

/**
 * Nothing; the first question of each long row carries the row's name, since a legend can be left alone at a page's foot.
 * @param {HTMLFormElement} form
 */
function nameFirstQuestions(form) {
  for (const row of form.querySelectorAll(LONG_ROW)) {
    const [question] = row.querySelectorAll(":scope > .ws-field:not([hidden])");
    const name = row.querySelector(":scope > legend")?.textContent?.trim();
    if (question && name) question.setAttribute("data-print-name", name);
  }
}

/** @param {HTMLFormElement} form */
function fillMirrors(form) {
  for (const mirror of form.querySelectorAll(".ws-mirror")) {
    const control = mirror.previousElementSibling;
    const isText = control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement;
    mirror.textContent = isText ? control.value : "";
  }
}
