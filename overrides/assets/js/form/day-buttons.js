// Two quick ways to a day: today, and the device's own calendar, whose choice is written on the line.
import { localDay } from "../shared/time.js";

/**
 * Nothing; the form's day buttons work from now on.
 * @param {HTMLFormElement} form
 */
export function startDays(form) {
  form.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    const day = button?.closest("[data-day]");
    if (!button || !day) return;
    if (button.hasAttribute("data-today")) write(day, localDay());
    if (button.hasAttribute("data-calendar")) open(day);
  });
  form.addEventListener("change", (event) => {
    const picker = event.target;
    if (!(picker instanceof HTMLInputElement) || !picker.hasAttribute("data-picker")) return;
    const day = picker.closest("[data-day]");
    if (day && picker.value) write(day, picker.value);
  });
}

/** @param {Element} day */
function open(day) {
  const picker = day.querySelector("[data-picker]");
  const line = lineOf(day);
  if (!(picker instanceof HTMLInputElement) || !line) return;
  picker.value = /^\d{4}-\d{2}-\d{2}$/.test(line.value) ? line.value : "";
  try {
    picker.showPicker();
  } catch {
    // The browser has no calendar to show: the day is written by hand.
    line.focus();
  }
}

/**
 * @param {Element} day
 * @param {string} words
 */
function write(day, words) {
  const line = lineOf(day);
  if (!line) return;
  line.value = words;
  line.dispatchEvent(new Event("input", { bubbles: true }));
  line.focus();
}

/**
 * @param {Element} day
 * @returns {HTMLInputElement | null}
 */
function lineOf(day) {
  return day.querySelector("input[name]");
}
