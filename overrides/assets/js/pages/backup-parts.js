// The pieces that making a backup and reading one in have in common.
import { element } from "../shared/dom.js";

/**
 * The element that the page's template always has.
 * @param {string} name
 * @returns {HTMLElement}
 */
export function place(name) {
  const found = document.querySelector(`[data-backup-${name}]`);
  if (!(found instanceof HTMLElement)) throw new Error(`sakerhetskopia.html has no data-backup-${name}`);
  return found;
}

/**
 * A button that does one thing.
 * @param {string} words
 * @param {() => unknown} act
 * @param {boolean} [isQuiet]
 */
export function button(words, act, isQuiet = false) {
  const look = isQuiet ? "button button--quiet" : "button";
  return element("button", { type: "button", class: look, on: { click: () => void act() } }, words);
}

/**
 * A question with one line to write on.
 * @param {string} id
 * @param {string} label
 * @param {string} hint
 */
export function lineQuestion(id, label, hint) {
  const describedBy = hint ? `${id}-hjalp` : undefined;
  const input = element("input", { id, type: "text", autocomplete: "off", spellcheck: "false", writingsuggestions: "false", "aria-describedby": describedBy });
  const root = element(
    "div",
    { class: "binders-question" },
    element("label", { for: id }, label),
    hint ? element("p", { id: `${id}-hjalp`, class: "binders-hint" }, hint) : null,
    element("div", { class: "binders-entry" }, input),
  );
  return { root, input };
}
