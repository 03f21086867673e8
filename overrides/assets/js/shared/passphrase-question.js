// A question for a passphrase, with what is wrong told beneath it, in a form that never sends anything.

import { element, say } from "./dom.js";

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
