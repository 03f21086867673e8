// What "Ett steg i taget" adds to the page: the switch, the step's heading and the buttons. Built only where scripts work.
import { element, replace } from "../shared/dom.js";
import { part } from "./parts.js";
import { STEPS } from "./step-words.js";

/** @typedef {{whole: () => void, steps: () => void, back: () => void, next: () => void, skip: () => void, pause: () => void, add: () => void}} Acts */

/**
 * A button that also works when the sheet can only be read.
 * @param {string} words
 * @param {() => void} act
 * @param {string} [look]
 */
function button(words, act, look = "button--quiet") {
  return element("button", { type: "button", class: `button ${look}`, "data-way": "", on: { click: act } }, words);
}

/** The parts of one form that only this presentation has. */
export class StepView {
  #form;
  #where = element("span", { class: "ws-step-where" });
  #count = element("span", { class: "ws-step-count" });
  #asked = element("span", { class: "unseen" });
  #more = element("p", { class: "ws-step-more" });
  #links = element("p", { class: "ws-step-links" });

  /**
   * @param {HTMLFormElement} form
   * @param {Acts} acts
   */
  constructor(form, acts) {
    this.#form = form;
    this.#links.append(element("a", { href: "../../oversikt/" }, STEPS.overview));
    this.heading = element("h2", { class: "ws-step-heading", tabindex: -1 }, this.#where, " ", this.#count, this.#asked);
    this.whole = button(STEPS.whole, acts.whole);
    this.steps = button(STEPS.steps, acts.steps);
    this.back = button(STEPS.back, acts.back);
    this.next = button(STEPS.next, acts.next, "");
    this.skip = button(STEPS.skip, acts.skip);
    this.pause = button(STEPS.pause, acts.pause);
    this.add = element("button", { type: "button", class: "button button--quiet ws-step-add", on: { click: acts.add } });
    this.seeWhole = button(STEPS.seeWhole, acts.whole);
    for (const way of /** @type {const} */ (["back", "next", "skip", "pause"])) this[way].dataset["way"] = way;
    this.#place();
  }

  #place() {
    const choice = element("div", { class: "ws-mode no-print", role: "group", "aria-label": STEPS.group }, this.whole, this.steps);
    const head = element("div", { class: "ws-step-head no-print" }, this.heading);
    const extra = element("div", { class: "ws-step-extra" }, this.#more, this.add);
    const moves = element("div", { class: "ws-step-moves" }, this.back, this.next, this.skip, this.pause, this.seeWhole, this.#links);
    const foot = element("div", { class: "ws-step-foot no-print", role: "group", "aria-label": STEPS.moves }, extra, moves);
    part(this.#form, "[data-error-summary]").before(choice);
    this.#form.querySelector(".ws-section")?.before(head);
    part(this.#form, "[data-earlier]").before(foot);
  }

  /**
   * Nothing; the switch and the form say which presentation is on.
   * @param {boolean} on
   */
  turn(on) {
    this.#form.toggleAttribute("data-steps", on);
    this.whole.setAttribute("aria-pressed", String(!on));
    this.steps.setAttribute("aria-pressed", String(on));
  }

  /**
   * Nothing; the words of the step are shown. Words that are the same are left alone.
   * @param {{where: string, count: string, asked: string, more: string, add: string}} words
   */
  say({ where, count, asked, more, add }) {
    put(this.#where, where);
    put(this.#count, count);
    put(this.#asked, asked ? `: ${asked}` : "");
    put(this.#more, more);
    put(this.add, add);
    this.add.hidden = add === "";
  }

  /**
   * Nothing; the buttons that lead somewhere from here are shown.
   * @param {{back: boolean, next: boolean, skip: boolean, pause: boolean, leave: boolean}} ways
   */
  offer({ back, next, skip, pause, leave }) {
    this.back.hidden = !back;
    this.next.hidden = !next;
    this.skip.hidden = !skip;
    this.pause.hidden = !pause;
    this.seeWhole.hidden = !leave;
    this.#links.hidden = !leave;
  }

  /** @param {string} words on the button that goes on */
  nameNext(words) {
    put(this.next, words);
  }
}

/**
 * @param {HTMLElement} place
 * @param {string} words
 */
function put(place, words) {
  if (place.textContent !== words) replace(place, words);
}
