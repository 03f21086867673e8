// "Ta bort svar": every scale and every choice can be left unanswered again.
import { asControl, groupOf } from "./controls.js";

/**
 * Nothing; the clear buttons of the form show themselves when there is something to clear, and clear it.
 * @param {HTMLFormElement} form
 */
export function startClearing(form) {
  form.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-clear]") : null;
    const field = button?.closest("[data-field]");
    const first = asControl(field?.querySelector('input[type="radio"]'));
    if (!(first instanceof HTMLInputElement)) return;
    for (const radio of groupOf(first)) radio.checked = false;
    first.dispatchEvent(new Event("input", { bubbles: true }));
    first.focus();
  });
  form.addEventListener("input", (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === "radio") showClear(event.target.closest("[data-field]"));
  });
}

/**
 * Nothing; every clear button under the root is shown or hidden as its question stands.
 * @param {Element} root
 */
export function showClears(root) {
  for (const button of root.querySelectorAll("[data-clear]")) showClear(button.closest("[data-field]"));
}

/** @param {Element | null} field */
function showClear(field) {
  const button = field?.querySelector("[data-clear]");
  if (button instanceof HTMLElement) button.hidden = !field?.querySelector("input[type=radio]:checked");
}
