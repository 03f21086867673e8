// The questions for what opens a binder: a new passphrase, and the code on paper.
import { CODE, ROOM } from "./binders-words.js";
import { newPassphrase } from "./new-passphrase.js";
import { element } from "../shared/dom.js";
import { Fault } from "../shared/passphrase-question.js";
import { readCode } from "../storage/recovery-code.js";
import { BINDER_MESSAGES as SAID } from "../storage/messages.js";

/**
 * The question for a new passphrase that is to open the binder.
 * @param {string} id
 * @param {string} label
 */
export function bindersPassphrase(id, label) {
  return newPassphrase({ id, label, hint: ROOM.newHint, empty: SAID.emptyPassphrase });
}

/**
 * A question for the code on paper; `read` gives it, or says which group to look at again and gives null.
 * @param {string} id
 */
export function codeQuestion(id) {
  const input = element("input", {
    id,
    type: "text",
    autocomplete: "off",
    autocapitalize: "characters",
    spellcheck: "false",
    writingsuggestions: "false",
    translate: "no",
    "aria-describedby": `${id}-hjalp ${id}-fel`,
  });
  const fault = new Fault(input, `${id}-fel`);
  input.addEventListener("input", () => fault.clear());
  const root = element(
    "div",
    { class: "binders-question" },
    element("label", { for: id }, CODE.heading),
    element("p", { id: `${id}-hjalp`, class: "binders-hint" }, ROOM.codeHint),
    element("div", { class: "binders-entry" }, input),
    fault.line,
  );
  const read = () => {
    const found = readCode(input.value);
    if ("code" in found) return found.code;
    fault.show("wrongGroup" in found ? CODE.wrongGroup(found.wrongGroup) : CODE.length(found.groups));
    return null;
  };
  return { root, input, fault, read };
}

/**
 * The code to print or to copy by hand, shown once.
 * @param {string} code
 * @param {() => void} onDone
 */
export function codeOnPaper(code, onDone) {
  const groups = code.split("-").map((group) => element("li", {}, group));
  return element(
    "section",
    { class: "binders-code", "aria-labelledby": "koden" },
    element("h3", { id: "koden", tabindex: "-1" }, CODE.heading),
    element("p", { class: "no-print" }, CODE.about),
    element("p", { class: "print-only" }, CODE.paper),
    element("ol", { class: "binders-groups", translate: "no" }, ...groups),
    element("p", { class: "print-only" }, CODE.paperHow),
    element("p", { class: "print-only" }, CODE.paperKeep),
    element(
      "div",
      { class: "binders-buttons no-print" },
      element("button", { type: "button", class: "button", on: { click: () => window.print() } }, CODE.print),
      element("button", { type: "button", class: "button button--quiet", on: { click: onDone } }, CODE.done),
    ),
  );
}
