// Makes the form ready for paper: the whole text of every line, also what does not fit in its box.

/**
 * Nothing; before each print the mirrors are filled, and a blank sheet shows all its questions.
 * @param {HTMLFormElement} form
 * @param {{isBlank: () => boolean, before: () => void}} around
 */
export function startPrint(form, around) {
  /** @type {HTMLElement[]} */
  let unhidden = [];
  window.addEventListener("beforeprint", () => {
    around.before();
    fillMirrors(form);
    if (!around.isBlank()) return;
    unhidden = /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-field][hidden]")]);
    for (const field of unhidden) field.hidden = false;
  });
  window.addEventListener("afterprint", () => {
    for (const field of unhidden) field.hidden = true;
    unhidden = [];
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
