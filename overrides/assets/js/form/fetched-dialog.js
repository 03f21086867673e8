// Lets the person choose, row by row, what to take from another sheet. Nothing is chosen beforehand.
import { element, say } from "../shared/dom.js";
import { FETCHED } from "./messages.js";

/**
 * @typedef {{row: string, kind: string, kept: string, now: string}} Change
 * @typedef {{onTake: (rows: string[]) => Promise<void>, onLeave: () => Promise<void>, onClosed: () => void}} Answers
 */

const HEADING = "ws-choose-heading";
const GROUPS = /** @type {const} */ ([
  ["nytt", FETCHED.new, FETCHED.newHelp],
  ["ändrat", FETCHED.changed, FETCHED.changedHelp],
  ["borta", FETCHED.gone, FETCHED.goneHelp],
]);

/**
 * Nothing; the choice stands before the page until it is made or put off.
 * @param {{title: string, changes: Change[]}} fetch
 * @param {Answers} answers
 */
export function openChoice({ title, changes }, answers) {
  const warning = element("p", { class: "ws-choose__warning", role: "alert" });
  const dialog = element("dialog", { class: "ws-choose", "aria-labelledby": HEADING });
  /** Whether what follows has a better place for the focus than the button that opened this. */
  let isAnswered = false;
  /** @param {() => Promise<void>} answer */
  const close = async (answer) => {
    isAnswered = true;
    dialog.close();
    await answer();
    if (document.activeElement === document.body) answers.onClosed();
  };
  const take = () => {
    const rows = [...dialog.querySelectorAll("input:checked")].map((one) => /** @type {HTMLInputElement} */ (one).value);
    if (rows.length === 0) say(warning, FETCHED.none);
    else void close(() => answers.onTake(rows));
  };
  dialog.append(
    element("h2", { id: HEADING, tabindex: "-1", autofocus: true }, FETCHED.heading(title)),
    element("p", {}, FETCHED.intro),
    ...GROUPS.flatMap(([kind, heading, help]) => groupOf(title, heading(title), help, changes.filter((one) => one.kind === kind))),
    warning,
    element(
      "div",
      { class: "ws-buttons" },
      button("button", FETCHED.take, take),
      button("button button--quiet", FETCHED.leave, () => void close(answers.onLeave)),
      button("button button--quiet", FETCHED.later, () => dialog.close()),
    ),
  );
  dialog.addEventListener("change", () => say(warning, ""));
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (!isAnswered) answers.onClosed();
  });
  document.body.append(dialog);
  dialog.showModal();
}

/**
 * @param {string} name
 * @param {string} words
 * @param {() => void} click
 */
function button(name, words, click) {
  return element("button", { type: "button", class: name, on: { click } }, words);
}

/**
 * @param {string} title
 * @param {string} heading
 * @param {string} help
 * @param {Change[]} changes
 */
function groupOf(title, heading, help, changes) {
  if (changes.length === 0) return [];
  const choices = changes.map((change) =>
    element("label", { class: "ws-choice" }, element("input", { type: "checkbox", value: change.row, autocomplete: "off" }), wordsOf(title, change)),
  );
  return [element("fieldset", { class: "ws-choose__group" }, element("legend", {}, heading), element("p", {}, help), ...choices)];
}

/**
 * @param {string} title
 * @param {Change} change
 */
function wordsOf(title, { kind, kept, now }) {
  if (kind !== "ändrat") return element("span", { class: "ws-choose__words" }, kept || now);
  /** @param {string} where @param {string} words */
  const told = (where, words) => element("span", { class: "ws-choose__told" }, element("small", {}, where), " ", element("span", { class: "ws-choose__words" }, words));
  return element("span", {}, told(FETCHED.here, kept), told(FETCHED.there(title), now));
}
