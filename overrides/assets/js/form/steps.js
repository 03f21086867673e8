// "Ett steg i taget": the same form with the same controls, one question on the screen at a time. Print is not touched.
import { controlId } from "./parts.js";
import { rememberPresentation, rememberedPresentation } from "./presentation.js";
import { END, isAnswered, placeOf, questionsOf, rowsIn, stepAt, stepsOf } from "./step-list.js";
import { StepView } from "./step-view.js";
import { STEPS } from "./step-words.js";

/**
 * @typedef {import("./step-list.js").Step} Step
 * @typedef {{flush: () => Promise<boolean>, isBinder: () => boolean, isBlank: () => boolean, voice: import("./announce.js").Voice}} Around
 */

const NOW = "data-now";

/** One form, shown a step at a time when the person wants it so. */
class Steps {
  #form;
  #around;
  #view;
  #on = false;
  #hasMoved = false;
  /** What is said after "Räcker för i dag", until one goes on. */
  #pause = "";
  #at = 0;
  /** @type {Step} */
  #step = END;
  /** @type {Set<Element>} */
  #opened = new Set();
  #waiting = 0;
  /** Whether something is written in each row or question that was written in. @type {WeakMap<Element, boolean>} */
  #answered = new WeakMap();

  /**
   * @param {HTMLFormElement} form
   * @param {Around} around
   */
  constructor(form, around) {
    this.#form = form;
    this.#around = around;
    this.#view = new StepView(form, {
      whole: () => this.#choose(false),
      steps: () => this.#choose(true),
      back: () => (this.#pause ? this.#goOn() : this.#move(this.#at - 1)),
      next: () => (this.#pause ? this.#goOn() : this.#move(this.#list().length > this.#at + 1 ? this.#at + 1 : this.#at)),
      skip: () => this.#skip(),
      pause: () => void this.#rest(),
      add: () => this.#add(),
    });
    this.#step = this.#list()[0] ?? END;
    this.#watch();
    this.#turn(rememberedPresentation() === "steg");
  }

  #watch() {
    const form = this.#form;
    new MutationObserver((records) => this.#on && this.#changed(records)).observe(form, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ["hidden"],
    });
    form.addEventListener("input", (event) => this.#on && this.#written(event.target));
    form.addEventListener("focusin", (event) => this.#settle(event.target));
    // Before the summary's own listener: a control that is not shown cannot take the focus.
    form.addEventListener("click", (event) => this.#on && this.#uncover(event), { capture: true });
    window.addEventListener("popstate", (event) => this.#popped(event.state));
  }

  /** @returns {Step[]} */
  #list() {
    return stepsOf(this.#form, this.#opened, this.#step);
  }

  /** @param {boolean} on */
  #choose(on) {
    if (on === this.#on) return;
    rememberPresentation(on ? "steg" : "hela");
    const field = this.#step.field;
    this.#pause = "";
    this.#turn(on);
    (on ? this.#view.steps : this.#view.whole).focus({ preventScroll: true });
    if (on) this.#view.steps.scrollIntoView({ block: "start" });
    else if (this.#hasMoved && field) field.scrollIntoView({ block: "center" });
  }

  /** @param {boolean} on */
  #turn(on) {
    this.#on = on;
    this.#view.turn(on);
    if (on) this.#show();
    else for (const one of this.#form.querySelectorAll(`[${NOW}]`)) one.removeAttribute(NOW);
  }

  /**
   * Nothing; another step is shown, and its heading has the focus.
   * @param {number} at
   */
  #move(at) {
    const steps = this.#list();
    this.#enter(steps[Math.max(0, Math.min(at, steps.length - 1))] ?? END);
    history.pushState({ steg: this.#at }, "");
  }

  /** @param {Step} step */
  #enter(step) {
    this.#hasMoved = true;
    this.#pause = "";
    this.#step = step;
    this.#show();
    this.#lead();
  }

  /** The eye, the keyboard and the screen reader are led to the step's heading. */
  #lead() {
    this.#view.heading.focus({ preventScroll: true });
    this.#view.heading.scrollIntoView({ block: "start" });
  }

  #goOn() {
    this.#enter(this.#step);
  }

  /** The whole question is passed, also its rows that are left. */
  #skip() {
    const steps = this.#list();
    const next = steps.findIndex(({ field }, at) => at > this.#at && field !== this.#step.field);
    this.#move(next < 0 ? steps.length - 1 : next);
  }

  /** A row that nobody has written in is taken before a new one is made. */
  #add() {
    const { field } = this.#step;
    if (!field) return;
    const free = rowsIn(field).find((row) => !row.hasAttribute("data-fixed-row") && !this.#opened.has(row) && !isAnswered(row));
    if (!free) /** @type {HTMLElement | null} */ (field.querySelector("[data-add-row]"))?.click();
    const row = free ?? rowsIn(field).at(-1) ?? null;
    if (!row) return;
    this.#enter({ field, row, kind: "row" });
    history.pushState({ steg: this.#at }, "");
  }

  async #rest() {
    this.#pause = this.#around.isBlank() ? STEPS.pauseNothing : STEPS.pauseSaving;
    this.#show();
    this.#lead();
    if (this.#around.isBlank()) return;
    const isKept = await this.#around.flush();
    if (!this.#pause) return;
    if (!isKept) this.#pause = STEPS.pauseFailed;
    else this.#pause = this.#around.isBinder() ? STEPS.pauseSaved : STEPS.pauseMemory;
    this.#show();
    this.#around.voice.answer(this.#pause);
  }

  /** @param {unknown} state */
  #popped(state) {
    const at = state && typeof state === "object" && "steg" in state ? Number(state.steg) : null;
    // In the whole sheet the steps of before are nothing to go back to.
    if (!this.#on) return void (at !== null && history.back());
    if (!this.#hasMoved) return;
    const steps = this.#list();
    this.#enter(steps[Math.min(at ?? 0, steps.length - 1)] ?? END);
  }

  /** @param {MouseEvent} event */
  #uncover(event) {
    const link = event.target instanceof Element ? event.target.closest("[data-error-summary] a[data-name]") : null;
    const step = link ? stepAt(document.getElementById(controlId(link.getAttribute("data-name") ?? ""))) : null;
    if (step) this.#enter(step);
  }

  /**
   * Where the person has put the eye is where the steps are, also when the whole sheet is left.
   * @param {EventTarget | null} target
   */
  #settle(target) {
    const step = target instanceof Element ? stepAt(target) : null;
    if (step) this.#hasMoved = true;
    if (step && !this.#on) this.#step = step;
  }

  /**
   * The list of steps hangs on what is answered, not on the words: most keys change nothing in it.
   * @param {EventTarget | null} target
   */
  #written(target) {
    const step = target instanceof Element ? stepAt(target) : null;
    const place = step?.row ?? step?.field;
    if (!place) return;
    const answered = isAnswered(place);
    if (this.#answered.get(place) === answered) return;
    this.#answered.set(place, answered);
    this.#later();
  }

  /** @param {MutationRecord[]} all */
  #changed(all) {
    // What the foot tells of saving, and other words around the questions, is no news here.
    const records = all.filter(({ target }) => target instanceof Element && target.closest(".ws-section"));
    if (records.length === 0) return;
    const added = records.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node instanceof HTMLElement && node.hasAttribute("data-row"));
    const [row] = /** @type {HTMLElement[]} */ (added);
    const field = this.#step.field;
    // A row that came alone was added or brought back here: it is what the person wants to see.
    const isNews = added.length === 1 && row && row !== this.#step.row && rowsIn(field ?? this.#form).includes(row);
    if (isNews && field && this.#hasMoved) this.#enter({ field, row, kind: "row" });
    else this.#later();
  }

  /** The step is looked over before the next picture, however much has happened. */
  #later() {
    if (this.#waiting) return;
    this.#waiting = requestAnimationFrame(() => {
      this.#waiting = 0;
      if (this.#on) this.#show();
    });
  }

  #show() {
    const steps = this.#list();
    const place = placeOf(steps, this.#step);
    if (place >= 0) this.#at = place;
    else this.#fallBack(steps);
    if (!this.#hasMoved) this.#start(steps);
    if (this.#step.row) this.#opened.add(this.#step.row);
    this.#mark();
    this.#say(steps);
  }

  /**
   * The step is gone: its question is, or its row. The nearest that is left takes its place.
   * @param {Step[]} steps
   */
  #fallBack(steps) {
    const same = steps.findLastIndex(({ field }) => field === this.#step.field);
    this.#at = same >= 0 ? same : Math.min(this.#at, steps.length - 1);
    this.#step = steps[this.#at] ?? END;
  }

  /**
   * Before anybody has moved, the first question without an answer is shown: there one goes on.
   * @param {Step[]} steps
   */
  #start(steps) {
    const first = steps.findIndex(({ field, row }) => !field || !isAnswered(row ?? field));
    this.#at = Math.max(0, first);
    this.#step = steps[this.#at] ?? END;
  }

  #mark() {
    const { field, row } = this.#step;
    const section = field?.closest(".ws-section");
    const isFirst = field !== null && field === questionsOf(this.#form).find((one) => one.closest(".ws-section") === section);
    const intro = isFirst && (!row || row === rowsIn(field)[0]) ? [...(section?.querySelectorAll(":scope > p") ?? [])] : [];
    const now = this.#pause ? [] : [section, field, row, ...intro];
    for (const one of this.#form.querySelectorAll(`[${NOW}]`)) if (!now.includes(one)) one.removeAttribute(NOW);
    for (const one of now) one?.setAttribute(NOW, "");
    this.#form.toggleAttribute("data-steps-rest", this.#pause !== "" || this.#step.kind === "end");
  }

  /** @param {Step[]} steps */
  #say(steps) {
    const { field, row, kind } = this.#step;
    const asked = field?.querySelector(":scope > .ws-question")?.textContent?.trim().replace(/\s+/g, " ") ?? "";
    const title = row?.querySelector("[data-row-title]")?.textContent ?? "";
    const questions = questionsOf(this.#form);
    const isRest = this.#pause !== "" || kind === "end";
    const where = field?.closest(".ws-section")?.querySelector("h2")?.textContent ?? "";
    const asking = field ? STEPS.progress(questions.indexOf(field) + 1, questions.length) : STEPS.end;
    const parts = row?.hasAttribute("data-fixed-row") ? rowsIn(/** @type {HTMLElement} */ (field)) : [];
    const count = row && parts.length > 1 ? STEPS.partOf(asking, parts.indexOf(row) + 1, parts.length) : asking;
    const name = field?.querySelector("[data-rows]")?.getAttribute("data-row-name") ?? "";
    const isMore = kind === "more" && !isRest;
    this.#view.say({
      where: isRest ? "" : where,
      count: this.#pause ? STEPS.paused : count,
      asked: isRest ? "" : [asked, title, isMore ? STEPS.more : ""].filter(Boolean).join(", "),
      more: this.#pause || (kind === "end" ? STEPS.endWords : isMore ? STEPS.moreWords : ""),
      add: isMore ? `${STEPS.add}: ${name}` : "",
    });
    const isSkippable = kind === "row" ? steps[this.#at + 1]?.field === field || !isAnswered(row ?? this.#form) : field !== null && !isMore && !isAnswered(field);
    this.#view.nameNext(this.#pause ? STEPS.goOn : STEPS.next);
    this.#view.offer({ back: this.#at > 0 && !this.#pause, next: this.#pause !== "" || kind !== "end", skip: !isRest && isSkippable, pause: !isRest, leave: isRest });
  }
}

/**
 * Nothing; the form can be shown whole or one step at a time, as this device remembers.
 * @param {HTMLFormElement} form
 * @param {Around} around
 */
export function startSteps(form, around) {
  new Steps(form, around);
}
