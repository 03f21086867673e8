// The pieces of the binders page: questions, lists and buttons, made from plain words.

import { element, say } from "../shared/dom.js";

/** The one sentence under a question that says what is wrong, and the control it belongs to. */
export class Fault {
  #control;

  /**
   * @param {HTMLElement} control
   * @param {string} id
   */
  constructor(control, id) {
    this.#control = control;
    this.line = element("p", { id, class: "binders-fault", tabindex: "-1" });
  }

  /**
   * Nothing; the words are shown and tied to the control, and the reader is taken to them.
   * @param {string} words
   */
  show(words) {
    say(this.line, words);
    this.#control.setAttribute("aria-invalid", "true");
    this.line.focus();
  }

  /** Nothing; what was wrong is no longer said. */
  clear() {
    say(this.line, "");
    this.#control.removeAttribute("aria-invalid");
  }
}

/**
 * A passphrase question: label, hint, field, and a button that shows what is written.
 *
 * The field is never left readable with the browser's form memory on: what it shows as plain text
 * could otherwise be written to disk with the window's state.
 * @param {{id: string, label: string, hint: string, autocomplete: "new-password" | "current-password"}} words
 */
export function passphraseQuestion({ id, label, hint, autocomplete }) {
  const input = element("input", {
    id,
    type: "password",
    autocomplete,
    autocapitalize: "none",
    spellcheck: "false",
    writingsuggestions: "false",
    translate: "no",
    "aria-describedby": `${id}-hjalp ${id}-fel`,
  });
  const fault = new Fault(input, `${id}-fel`);
  const toggle = element("button", { type: "button", class: "button button--quiet", "aria-controls": id });
  const reveal = (/** @type {boolean} */ visible) => {
    input.setAttribute("autocomplete", visible ? "off" : autocomplete);
    input.type = visible ? "text" : "password";
    say(toggle, visible ? "Dölj lösenfrasen" : "Visa lösenfrasen");
  };
  toggle.addEventListener("click", () => reveal(input.type === "password"));
  window.addEventListener("pagehide", () => reveal(false));
  reveal(false);
  const root = element(
    "div",
    { class: "binders-question" },
    element("label", { for: id }, label),
    element("p", { id: `${id}-hjalp`, class: "binders-hint" }, hint),
    element("div", { class: "binders-entry" }, input, toggle),
    fault.line,
  );
  return { root, input, fault, reveal };
}

/**
 * A question with one choice for each binder; the only one, or the last saved, is already chosen.
 * @param {import("../storage/session.js").BinderListing[]} binders
 * @param {(stored: string) => string} day
 */
export function binderChoice(binders, day) {
  const newest = binders.reduce((best, one) => (one.savedOn >= best.savedOn ? one : best), binders[0]);
  const choices = binders.map(({ id, name, savedOn }) =>
    element(
      "label",
      { class: "binders-choice" },
      element("input", { type: "radio", name: "parm", value: id, checked: id === newest.id }),
      element("span", {}, name, element("span", { class: "binders-soft" }, `, senast sparad ${day(savedOn)}`)),
    ),
  );
  return element("fieldset", {}, element("legend", {}, "Vilken pärm?"), ...choices);
}

/**
 * A list of links to sheets, each with when it was saved.
 * @param {{address: string, title: string, about: string, mark: string}[]} sheets
 */
export function sheetList(sheets) {
  const items = sheets.map(({ address, title, about, mark }) =>
    element(
      "li",
      {},
      element("a", { href: address }, title),
      mark ? element("span", { class: "binders-mark" }, ` – ${mark}`) : null,
      element("span", { class: "binders-soft" }, about),
    ),
  );
  return element("ul", { class: "binders-sheets" }, ...items);
}

/**
 * A part of the page under its own heading.
 * @param {string} id
 * @param {string} heading
 * @param {...import("../shared/dom.js").Child} children
 */
export function part(id, heading, ...children) {
  const title = element("h2", { id, tabindex: "-1" }, heading);
  return element("section", { class: "binders-part", "aria-labelledby": id }, title, ...children);
}

/**
 * A form that never sends anything: pressing its button calls the function, once at a time.
 * @param {() => Promise<void>} work
 * @param {...import("../shared/dom.js").Child} children
 */
export function quietForm(work, ...children) {
  let busy = false;
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    try {
      await work();
    } finally {
      busy = false;
    }
  };
  return element("form", { novalidate: true, autocomplete: "off", on: { submit } }, ...children);
}
