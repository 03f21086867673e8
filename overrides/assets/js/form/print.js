// Makes the form ready for paper: the whole text of every line, also what does not fit in its box.
import { element } from "../shared/dom.js";

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
    if (!around.isBlank()) return;
    unhidden = /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-field][hidden]")]);
    for (const field of unhidden) field.hidden = false;
  });
  window.addEventListener("afterprint", () => {
    for (const field of unhidden) field.hidden = true;
    unhidden = [];
    note.remove();
    for (const mirror of form.querySelectorAll(".ws-mirror")) mirror.textContent = "";
  });
}

/** @param {HTMLFormElement} form */
function fillMirrors(form) {
  for (const mirror of form.querySelectorAll(".ws-mirror")) {
    const control = mirror.previousElementSibling;
    const isText = control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement;
    mirror.textContent = isText ? control.value : "";
  }
}
