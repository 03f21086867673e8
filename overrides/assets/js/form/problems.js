// Shows what cannot be understood, first when the person says Klar: a summary on top, the same words at the field.
import { element, moveFocus, replace } from "../shared/dom.js";
import { DONE } from "./messages.js";
import { controlId, part } from "./parts.js";

/** @typedef {{name: string, message: string}} Problem */

/** The problems that one form shows. */
export class Problems {
  #form;
  #summary;
  #title = document.title;
  /** @type {Map<string, string>} */
  #shown = new Map();

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.#form = form;
    this.#summary = part(form, "[data-error-summary]");
    this.#summary.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (!link) return;
      event.preventDefault();
      this.#goTo(link.dataset["name"] ?? "");
    });
  }

  /** Whether any problem is shown now. */
  get any() {
    return this.#shown.size > 0;
  }

  /**
   * Nothing; the problems are shown, and the summary has the focus when there are any.
   * @param {Problem[]} problems
   */
  show(problems) {
    this.#put(new Map(problems.map(({ name, message }) => [name, message])));
    if (this.any) moveFocus(this.#summary);
  }

  /**
   * Nothing; of the problems shown, those that are mended go away. New ones wait for the next Klar.
   * @param {Problem[]} problems
   */
  update(problems) {
    if (!this.any) return;
    const left = problems.filter(({ name }) => this.#shown.has(name));
    this.#put(new Map(left.map(({ name, message }) => [name, message])));
  }

  /** @param {Map<string, string>} next */
  #put(next) {
    for (const name of this.#shown.keys()) if (!next.has(name)) this.#mark(name, "");
    for (const [name, message] of next) if (this.#shown.get(name) !== message) this.#mark(name, message);
    const changed = [...next].join() !== [...this.#shown].join();
    this.#shown = next;
    if (!changed) return;
    document.title = next.size > 0 ? `${DONE.title}${this.#title}` : this.#title;
    this.#summary.hidden = next.size === 0;
    const links = [...next].map(([name, message]) =>
      element("li", {}, element("a", { href: `#${controlId(name)}`, "data-name": name }, message)),
    );
    replace(this.#summary, element("h2", {}, DONE.heading), element("ul", {}, ...links));
  }

  /**
   * @param {string} name
   * @param {string} message
   */
  #mark(name, message) {
    const words = document.getElementById(`${controlId(name)}-fel`);
    if (words) words.textContent = message;
    const control = document.getElementById(controlId(name));
    if (!control) return;
    if (message) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }

  /** @param {string} name */
  #goTo(name) {
    const control = document.getElementById(controlId(name));
    const field = control?.closest("[data-field]") ?? control;
    field?.scrollIntoView({ block: "center" });
    control?.focus({ preventScroll: true });
    if (!control || !this.#form.contains(control)) moveFocus(this.#summary);
  }
}
