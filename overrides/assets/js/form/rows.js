// Adds, removes and moves rows. Each row keeps a random id, so that no answer hangs on a position.
import { moveFocus } from "../shared/dom.js";
import { randomRowId } from "../shared/ids.js";
import { part } from "./parts.js";
import { ROWS } from "./messages.js";
import { namedControls } from "./written.js";

/**
 * @typedef {import("./written.js").Written} Written
 * @typedef {import("./undo.js").Undo} Undo
 * @typedef {import("./announce.js").Voice} Voice
 * @typedef {{written: Written, undo: Undo, voice: Voice, onChange: () => void, onShown: (row: Element) => void}} Surroundings
 */

const PLACEHOLDER = "__row__";
const RENAMED = ["id", "name", "for", "aria-describedby", "aria-labelledby", "data-field"];

/**
 * Every container of rows on the form.
 * @param {Element} form
 * @returns {HTMLElement[]}
 */
export function rowContainers(form) {
  return /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-rows]")]);
}

/**
 * Nothing; the numbered rows of the page get ids of their own, with what is already written in them.
 * @param {HTMLFormElement} form
 * @param {Written} written
 */
export function adoptRows(form, written) {
  for (const container of rowContainers(form)) {
    for (const row of rowsOf(container)) {
      if (!row.hasAttribute("data-fixed-row")) renameRow(row, fieldOf(container), randomRowId());
    }
    container.dataset["blank"] = String(rowsOf(container).length);
    noteOrder(container, written);
    numberRows(container);
  }
}

/**
 * Nothing; the container shows the rows of the answers, in their order.
 * @param {HTMLElement} container
 * @param {Written} written
 */
export function showRows(container, written) {
  const field = fieldOf(container);
  const fixed = new Map(rowsOf(container).map((row) => [row.dataset["row"] ?? "", row]));
  for (const [id, row] of fixed) if (!row.hasAttribute("data-fixed-row")) fixed.delete(id);
  const wanted = written.rowsOf(field) ?? blankIds(container, fixed.size);
  const ids = [...new Set([...wanted, ...fixed.keys()])];
  container.replaceChildren(...ids.map((id) => fixed.get(id) ?? makeRow(container, id)));
  written.arrange(field, ids);
  numberRows(container);
}

/**
 * New ids for as many rows as the page came with.
 * @param {HTMLElement} container
 * @param {number} fixed how many of them have ids already
 */
function blankIds(container, fixed) {
  const count = Math.max(0, Number(container.dataset["blank"]) - fixed);
  return Array.from({ length: count }, () => randomRowId());
}

/**
 * The rows of a container, in order.
 * @param {HTMLElement} container
 * @returns {HTMLElement[]}
 */
function rowsOf(container) {
  return /** @type {HTMLElement[]} */ ([...container.children].filter((child) => child.hasAttribute("data-row")));
}

/** @param {HTMLElement} container */
function fieldOf(container) {
  return container.dataset["rows"] ?? "";
}

/**
 * @param {HTMLElement} container
 * @param {string} id
 * @returns {HTMLElement}
 */
function makeRow(container, id) {
  const field = fieldOf(container);
  const pattern = container.parentElement?.querySelector(`template[data-row-template="${field}"]`);
  if (!(pattern instanceof HTMLTemplateElement)) throw new TypeError(`no pattern for rows of ${field}`);
  const copy = /** @type {DocumentFragment} */ (document.importNode(pattern.content, true));
  const row = part(/** @type {any} */ (copy), "[data-row]");
  renameRow(row, field, id);
  showScriptParts(row);
  return row;
}

/**
 * Nothing; the row and all in it are called by another id.
 * @param {HTMLElement} row
 * @param {string} field
 * @param {string} id
 */
function renameRow(row, field, id) {
  const old = row.dataset["row"] ?? PLACEHOLDER;
  for (const inner of row.querySelectorAll("*")) {
    for (const name of RENAMED) {
      const value = inner.getAttribute(name);
      if (value === null) continue;
      inner.setAttribute(name, value.replaceAll(`${field}--${old}--`, `${field}--${id}--`).replaceAll(`${field}/${old}/`, `${field}/${id}/`));
    }
  }
  row.dataset["row"] = id;
}

/**
 * Nothing; what only works with script is shown.
 * @param {Element} root
 */
export function showScriptParts(root) {
  for (const one of root.querySelectorAll("[data-script]")) one.removeAttribute("hidden");
}

/**
 * @param {HTMLElement} container
 * @param {Written} written
 */
function noteOrder(container, written) {
  written.arrange(fieldOf(container), rowsOf(container).map((row) => row.dataset["row"] ?? ""));
}

/** @param {HTMLElement} container */
function numberRows(container) {
  const rows = rowsOf(container);
  rows.forEach((row, at) => {
    if (row.hasAttribute("data-fixed-row")) return;
    const name = `${container.dataset["rowName"] ?? ""} ${at + 1}`;
    const title = row.querySelector(":scope > [data-row-title]");
    if (title && title.textContent !== name) title.textContent = name;
    for (const label of row.querySelectorAll("[data-row-name]")) label.textContent = ` ${name}`;
    enable(row, "up", at > 0 && !rows[at - 1]?.hasAttribute("data-fixed-row"));
    enable(row, "down", at < rows.length - 1);
  });
}

/**
 * @param {HTMLElement} row
 * @param {string} way
 * @param {boolean} possible
 */
function enable(row, way, possible) {
  const button = row.querySelector(`[data-move-row="${way}"]`);
  if (button instanceof HTMLButtonElement) button.disabled = !possible;
}

/**
 * Nothing; the form's row buttons work from now on, also for rows that come later.
 * @param {HTMLFormElement} form
 * @param {Surroundings} around
 */
export function startRows(form, around) {
  form.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (!button) return;
    if (button.dataset["addRow"]) addRow(part(form, `[data-rows="${button.dataset["addRow"]}"]`), around);
    else if (button.hasAttribute("data-remove-row")) removeRow(button, around);
    else if (button.dataset["moveRow"]) moveRow(button, around);
  });
}

/**
 * @param {HTMLElement} container
 * @param {Surroundings} around
 */
function addRow(container, around) {
  const row = makeRow(container, randomRowId());
  container.append(row);
  settle(container, around);
  around.onShown(row);
  const first = row.querySelector("input:not([type=hidden]), textarea, select");
  if (first instanceof HTMLElement) first.focus();
}

/**
 * @param {HTMLElement} button
 * @param {Surroundings} around
 */
function removeRow(button, around) {
  const row = /** @type {HTMLElement | null} */ (button.closest("[data-row]"));
  const container = /** @type {HTMLElement | null} */ (row?.closest("[data-rows]"));
  if (!row || !container) return;
  const title = row.querySelector("[data-row-title]")?.textContent ?? "";
  const next = row.nextElementSibling;
  const kept = namedControls(row).map((control) => /** @type {const} */ ([control.name, around.written.answer(control.name)]));
  for (const [name] of kept) around.written.set(name, "");
  row.remove();
  settle(container, around);
  around.undo.offer(ROWS.removed(title), container, () => {
    container.insertBefore(row, next?.parentElement === container ? next : null);
    for (const [name, answer] of kept) around.written.set(name, answer);
    settle(container, around);
    moveFocus(part(row, "[data-row-title]"));
  });
  moveFocus(part(/** @type {HTMLElement} */ (container.closest("[data-field]")), "[data-rows-heading]"));
}

/**
 * @param {HTMLElement} button
 * @param {Surroundings} around
 */
function moveRow(button, around) {
  const row = /** @type {HTMLElement | null} */ (button.closest("[data-row]"));
  const container = /** @type {HTMLElement | null} */ (row?.parentElement ?? null);
  if (!row || !container) return;
  const isUp = button.dataset["moveRow"] === "up";
  if (isUp) row.previousElementSibling?.before(row);
  else row.nextElementSibling?.after(row);
  settle(container, around);
  const usable = /** @type {HTMLButtonElement} */ (button).disabled ? row.querySelector("[data-move-row]:enabled") : button;
  if (usable instanceof HTMLElement) usable.focus();
  const place = rowsOf(container).indexOf(row) + 1;
  around.voice.answer(ROWS.moved(part(row, "[data-row-title]").textContent ?? "", place));
}

/**
 * @param {HTMLElement} container
 * @param {Surroundings} around
 */
function settle(container, around) {
  noteOrder(container, around.written);
  numberRows(container);
  around.onChange();
}
