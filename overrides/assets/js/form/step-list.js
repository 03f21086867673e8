// Reads a form as a list of steps: one question each, and of a question with rows one row at a time.
import { namedControls } from "./written.js";

/**
 * @typedef {{field: HTMLElement | null, row: HTMLElement | null, kind: "question" | "row" | "more" | "end"}} Step
 */

/** The last of every list: no question, but what one can do when all are seen. @type {Step} */
export const END = { field: null, row: null, kind: "end" };

/**
 * The steps of the form as it stands now, in order. Questions that are not asked now are not among them.
 *
 * Of rows that nobody has written in, only the first is a step: the others are offered by "Lägg till".
 * @param {HTMLFormElement} form
 * @param {Set<Element>} opened rows that the person has been in
 * @param {Step} [current] is kept although nothing is written in it
 * @returns {Step[]}
 */
export function stepsOf(form, opened, current) {
  return [...questionsOf(form).flatMap((field) => stepsIn(field, opened, current)), END];
}

/**
 * The questions that are asked now. A value from another sheet is one when there is something to read.
 * @param {HTMLFormElement} form
 * @returns {HTMLElement[]}
 */
export function questionsOf(form) {
  const all = /** @type {HTMLElement[]} */ ([...form.querySelectorAll(".ws-section > [data-field]")]);
  return all.filter((field) => !field.hidden && !field.querySelector("output .ws-blank"));
}

/**
 * Whether something is written or picked here.
 * @param {Element} root
 */
export function isAnswered(root) {
  return namedControls(root).some((control) => {
    const isPick = control instanceof HTMLInputElement && ["radio", "checkbox"].includes(control.type);
    return isPick ? /** @type {HTMLInputElement} */ (control).checked : control.type !== "hidden" && control.value.trim() !== "";
  });
}

/**
 * The rows of a question that has rows, in order.
 * @param {Element} field
 * @returns {HTMLElement[]}
 */
export function rowsIn(field) {
  return /** @type {HTMLElement[]} */ ([...field.querySelectorAll("[data-rows] > [data-row]")]);
}

/**
 * Where a step is in the list; -1 when it is no longer there.
 * @param {Step[]} steps
 * @param {Step} step
 */
export function placeOf(steps, step) {
  return steps.findIndex(({ field, row, kind }) => field === step.field && row === step.row && kind === step.kind);
}

/**
 * The step that an element of a question belongs to; null when it is part of none.
 * @param {Element | null} element
 * @returns {Step | null}
 */
export function stepAt(element) {
  const field = element?.closest(".ws-section > [data-field]");
  if (!(field instanceof HTMLElement)) return null;
  const row = /** @type {HTMLElement | null} */ (element?.closest("[data-row]") ?? null);
  const isRows = field.dataset["kind"] === "rows";
  return { field, row, kind: row ? "row" : isRows ? "more" : "question" };
}

/**
 * @param {HTMLElement} field
 * @param {Set<Element>} opened
 * @param {Step} [current]
 * @returns {Step[]}
 */
function stepsIn(field, opened, current) {
  if (field.dataset["kind"] !== "rows") return [{ field, row: null, kind: "question" }];
  const rows = rowsIn(field);
  const isStep = (/** @type {HTMLElement} */ row, /** @type {number} */ at) =>
    at === 0 || row.hasAttribute("data-fixed-row") || opened.has(row) || row === current?.row || isAnswered(row);
  const steps = /** @type {Step[]} */ (rows.filter(isStep).map((row) => ({ field, row, kind: "row" })));
  const last = steps.at(-1)?.row;
  const isOffered = !last || isAnswered(last) || (current?.field === field && current.kind === "more");
  return isOffered ? [...steps, { field, row: null, kind: "more" }] : steps;
}
