// Shows a sheet's pictures as the engine draws them, and keeps the focus where it was.
import { asControl, fillControl, groupOf } from "./controls.js";
import { part } from "./parts.js";
import { PersonMover } from "./picture-moves.js";
import { frame, letScroll, shapeElement, stillPicture, svgElement } from "../shared/picture-shapes.js";

/**
 * @typedef {import("../shared/picture-shapes.js").Picture} Picture
 * @typedef {import("../shared/picture-shapes.js").Moves} Moves
 * @typedef {import("../shared/picture-shapes.js").Person} Person
 */

/** The pictures of one form. */
export class Pictures {
  #form;
  #voice;
  /** @type {Map<string, FormPicture>} */
  #shown = new Map();

  /**
   * @param {HTMLFormElement} form
   * @param {import("./announce.js").Voice} voice
   */
  constructor(form, voice) {
    this.#form = form;
    this.#voice = voice;
    for (const figure of form.querySelectorAll("[data-picture]")) {
      if (figure instanceof HTMLElement) this.#adopt(figure);
    }
  }

  /** @param {HTMLElement} figure */
  #adopt(figure) {
    letScroll(part(figure, ".picture__room"), figure.getAttribute("aria-labelledby") ?? "");
    this.#shown.set(figure.dataset["picture"] ?? "", new FormPicture(this.#form, figure, this.#voice));
  }

  /**
   * Nothing; each picture shows what the engine drew.
   * @param {{[name: string]: Picture} | undefined} pictures
   */
  show(pictures) {
    for (const [name, picture] of Object.entries(pictures ?? {})) this.#shown.get(name)?.show(picture);
  }
}

/** One picture in the form. */
class FormPicture {
  #form;
  #figure;
  #mover;
  #drawn = "";
  /** @type {Picture | null} */
  #waiting = null;
  /** @type {SVGElement | null} */
  #svg = null;
  #back = svgElement("g", { "aria-hidden": "true" });
  #people = svgElement("g");

  /**
   * @param {HTMLFormElement} form
   * @param {HTMLElement} figure
   * @param {import("./announce.js").Voice} voice
   */
  constructor(form, figure, voice) {
    this.#form = form;
    this.#figure = figure;
    this.#mover = new PersonMover(figure, voice, {
      read: (row, column) => this.#read(row, column),
      write: (row, column, value) => this.#write(row, column, value),
      onReleased: () => this.#release(),
    });
  }

  /** @param {Picture} picture */
  show(picture) {
    const drawn = JSON.stringify(picture);
    if (drawn === this.#drawn) return;
    if (this.#mover.isHolding) {
      this.#waiting = picture;
      return;
    }
    this.#drawn = drawn;
    part(this.#figure, "[data-picture-alt]").textContent = picture.alt;
    if ("rows" in picture.moves) this.#drawMovable(picture, picture.moves);
    else part(this.#figure, ".picture__room").replaceChildren(stillPicture(picture));
  }

  #release() {
    const next = this.#waiting;
    this.#waiting = null;
    if (next) this.show(next);
  }

  /**
   * @param {Picture} picture
   * @param {Moves} moves
   */
  #drawMovable(picture, moves) {
    const svg = this.#svg ?? this.#begin();
    frame(svg, picture);
    this.#mover.learn(moves);
    this.#back.replaceChildren(...picture.shapes.filter((shape) => !shape.person).map(shapeElement));
    this.#drawPeople(picture);
  }

  #begin() {
    const id = this.#figure.id;
    const svg = svgElement("svg", {
      class: "picture__svg",
      role: "group",
      "aria-labelledby": this.#figure.getAttribute("aria-labelledby") ?? "",
      "aria-describedby": `${id}-alt ${id}-flytta`,
    });
    svg.append(this.#back, this.#people);
    const room = part(this.#figure, ".picture__room");
    room.replaceChildren(svg);
    this.#mover.start(svg);
    this.#svg = svg;
    return svg;
  }

  /**
   * Those who are still there keep their element, so that nobody loses the focus by being drawn anew.
   * @param {Picture} picture
   */
  #drawPeople(picture) {
    const focused = this.#people.contains(document.activeElement) ? document.activeElement : null;
    const there = new Map([...this.#people.children].map((one) => [one.getAttribute("data-person"), one]));
    let place = 0;
    for (const shape of picture.shapes) {
      if (!shape.person) continue;
      const group = there.get(shape.person.row) ?? this.#mover.makeGroup(shape.person.row);
      there.delete(shape.person.row);
      this.#mover.describe(group, shape.person);
      group.removeAttribute("transform");
      group.replaceChildren(...(shape.shapes ?? []).map(shapeElement));
      const at = this.#people.children[place] ?? null;
      if (at !== group) this.#people.insertBefore(group, at);
      place += 1;
    }
    for (const gone of there.values()) gone.remove();
    if (focused instanceof SVGElement && focused.isConnected && focused !== document.activeElement) focused.focus({ preventScroll: true });
  }

  /**
   * @param {string} row
   * @param {string} column
   */
  #read(row, column) {
    const control = this.#control(row, column);
    if (control instanceof HTMLInputElement) return groupOf(control).find((one) => one.checked)?.value ?? "";
    return control?.value ?? "";
  }

  /**
   * Whether the value could be written; it is told as typing is, and so it is saved as typing is.
   * @param {string} row
   * @param {string} column
   * @param {string} value
   */
  #write(row, column, value) {
    const control = this.#control(row, column);
    if (!control || control.disabled) return false;
    fillControl(control, value);
    control.dispatchEvent(new InputEvent("input", { bubbles: true }));
    return true;
  }

  /**
   * @param {string} row
   * @param {string} column
   */
  #control(row, column) {
    return asControl(this.#form.querySelector(`[name="${CSS.escape(`${this.#mover.rows}/${row}/${column}`)}"]`));
  }
}
