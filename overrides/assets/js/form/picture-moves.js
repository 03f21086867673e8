// Moves a person on the network map by finger, mouse and keyboard. What moves is the row's own answers.
import { MAP } from "./picture-messages.js";
import { svgElement } from "../shared/picture-shapes.js";

/**
 * @typedef {import("../shared/picture-shapes.js").Moves} Moves
 * @typedef {import("../shared/picture-shapes.js").Person} Person
 * @typedef {{read: (row: string, column: string) => string, write: (row: string, column: string, value: string) => boolean, onReleased: () => void}} Rows
 * @typedef {{sector: string, near: string}} Spot
 * @typedef {{group: SVGGElement, row: string, from: DOMPoint, centre: {x: number, y: number}, isMoved: boolean}} Hold
 */

/** So many units a finger may tremble before it is a move. */
const TREMBLE = 6;
/** So far outside the circle a person may still be dropped. */
const OUTSIDE = 40;

/** The hand on one network map. */
export class PersonMover {
  #figure;
  #voice;
  #rows;
  /** @type {Moves} */
  #moves = { rows: "", sector: "", near: "", sectors: [], first: -90, rings: [] };
  /** @type {Map<string, string>} */
  #names = new Map();
  /** @type {SVGGraphicsElement | null} */
  #svg = null;
  /** @type {Hold | null} */
  #hold = null;

  /**
   * @param {HTMLElement} figure
   * @param {import("./announce.js").Voice} voice
   * @param {Rows} rows
   */
  constructor(figure, voice, rows) {
    this.#figure = figure;
    this.#voice = voice;
    this.#rows = rows;
  }

  /** The rows in which somebody is moved. */
  get rows() {
    return this.#moves.rows;
  }

  /** Whether somebody is being moved right now. */
  get isHolding() {
    return this.#hold !== null;
  }

  /**
   * Nothing; where the sectors and the rings are is known.
   * @param {Moves} moves
   */
  learn(moves) {
    this.#moves = moves;
  }

  /**
   * Nothing; the map answers to hands and keys.
   * @param {SVGElement} svg
   */
  start(svg) {
    this.#svg = /** @type {SVGGraphicsElement} */ (svg);
    svg.addEventListener("keydown", (event) => this.#press(event));
    svg.addEventListener("pointerdown", (event) => this.#take(event));
    svg.addEventListener("pointermove", (event) => this.#carry(event));
    svg.addEventListener("pointerup", (event) => this.#drop(event));
    svg.addEventListener("pointercancel", () => this.#letGo());
    svg.addEventListener("click", (event) => this.#choose(event));
    const help = this.#figure.parentElement?.querySelector("[data-picture-help]");
    if (help instanceof HTMLElement) {
      help.textContent = MAP.help;
      help.hidden = false;
    }
  }

  /**
   * A new, empty group for a person: a button in the picture.
   * @param {string} row
   */
  makeGroup(row) {
    return svgElement("g", { class: "pic-group", role: "button", tabindex: "0", "aria-pressed": "false", "data-person": row });
  }

  /**
   * Nothing; the group is called by its person and where that person stands.
   * @param {Element} group
   * @param {Person} person
   */
  describe(group, person) {
    this.#names.set(person.row, person.name);
    group.setAttribute("aria-label", MAP.stands(person.name, person));
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const group = personOf(event.target);
    if (!group) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.#toggle(group);
      return;
    }
    const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
    const step = Object.entries(steps).find(([key]) => key === event.key)?.[1];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const row = group.getAttribute("data-person") ?? "";
    this.#put(row, this.#next(row, step[0] ?? 0, step[1] ?? 0));
  }

  /**
   * The spot one step away; who has no place yet comes in on the middle ring.
   * @param {string} row
   * @param {number} out rings outwards
   * @param {number} on sectors onwards
   * @returns {Spot}
   */
  #next(row, out, on) {
    const { sectors, rings } = this.#moves;
    const values = rings.map((ring) => ring.value);
    const [sector, near] = [sectors.indexOf(this.#read(row).sector), values.indexOf(this.#read(row).near)];
    const middle = Math.floor(values.length / 2);
    const ring = near < 0 ? middle : sector < 0 ? near : Math.min(Math.max(near + out, 0), values.length - 1);
    const part = sector < 0 ? 0 : near < 0 ? sector : (sector + on + sectors.length) % sectors.length;
    return { sector: sectors[part] ?? "", near: values[ring] ?? "" };
  }

  /**
   * @param {string} row
   * @returns {Spot}
   */
  #read(row) {
    return { sector: this.#rows.read(row, this.#moves.sector), near: this.#rows.read(row, this.#moves.near) };
  }

  /**
   * Nothing; the row's answers say where the person stands, and so does the voice.
   * @param {string} row
   * @param {Spot} spot
   */
  #put(row, spot) {
    const now = this.#read(row);
    let isWritten = true;
    if (spot.sector !== now.sector) isWritten = this.#rows.write(row, this.#moves.sector, spot.sector);
    if (spot.near !== now.near) isWritten = this.#rows.write(row, this.#moves.near, spot.near) && isWritten;
    this.#tell(isWritten ? MAP.stands(this.#names.get(row) ?? "", spot) : MAP.readOnly);
    return isWritten;
  }

  /** @param {string} words */
  #tell(words) {
    this.#voice.answer(words);
    const seen = this.#figure.querySelector("[data-picture-words]");
    if (seen) seen.textContent = words;
  }

  /** @param {PointerEvent} event */
  #take(event) {
    const group = personOf(event.target);
    const from = this.#pointAt(event);
    if (!group || !from || !event.isPrimary || event.button !== 0) return;
    const hit = group.querySelector(".pic-hit");
    const centre = { x: Number(hit?.getAttribute("cx")), y: Number(hit?.getAttribute("cy")) };
    this.#hold = { group, row: group.getAttribute("data-person") ?? "", from, centre, isMoved: false };
    this.#svg?.setPointerCapture(event.pointerId);
  }

  /** @param {PointerEvent} event */
  #carry(event) {
    const hold = this.#hold;
    const point = this.#pointAt(event);
    if (!hold || !point) return;
    const [x, y] = [point.x - hold.from.x, point.y - hold.from.y];
    if (!hold.isMoved && Math.hypot(x, y) < TREMBLE) return;
    hold.isMoved = true;
    hold.group.classList.add("is-held");
    hold.group.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
  }

  /** @param {PointerEvent} event */
  #drop(event) {
    const hold = this.#hold;
    const point = this.#pointAt(event);
    if (!hold || !point) return;
    if (!hold.isMoved) {
      this.#letGo();
      this.#focus(hold.group);
      this.#toggle(hold.group);
      return;
    }
    const spot = this.#spotAt(hold.centre.x + point.x - hold.from.x, hold.centre.y + point.y - hold.from.y);
    const now = this.#read(hold.row);
    const isNew = spot !== null && (spot.sector !== now.sector || spot.near !== now.near);
    if (spot && isNew && this.#put(hold.row, spot)) this.#letGo(false);
    else this.#letGo();
    this.#focus(hold.group);
  }

  /** @param {SVGGElement} group */
  #focus(group) {
    group.focus({ preventScroll: true });
  }

  /**
   * Nothing; the hand is empty. A person who was not moved stands where it stood.
   * @param {boolean} isBack
   */
  #letGo(isBack = true) {
    const hold = this.#hold;
    if (!hold) return;
    this.#hold = null;
    hold.group.classList.remove("is-held");
    if (isBack) hold.group.removeAttribute("transform");
    this.#rows.onReleased();
  }

  /**
   * A chosen person goes where the map is pressed next: moving needs no dragging.
   * @param {MouseEvent} event
   */
  #choose(event) {
    const chosen = this.#svg?.querySelector('[aria-pressed="true"]');
    // Speech and switch control press by a click without a place.
    if (event.detail === 0) {
      const group = personOf(event.target);
      if (group) this.#toggle(group);
      return;
    }
    const point = this.#pointAt(event);
    if (personOf(event.target) || !(chosen instanceof SVGGElement) || !point) return;
    const spot = this.#spotAt(point.x, point.y);
    if (!spot) return;
    this.#put(chosen.getAttribute("data-person") ?? "", spot);
    chosen.setAttribute("aria-pressed", "false");
    this.#focus(chosen);
  }

  /** @param {SVGGElement} group */
  #toggle(group) {
    const isChosen = group.getAttribute("aria-pressed") === "true";
    for (const one of this.#svg?.querySelectorAll('[aria-pressed="true"]') ?? []) one.setAttribute("aria-pressed", "false");
    group.setAttribute("aria-pressed", String(!isChosen));
    const row = group.getAttribute("data-person") ?? "";
    const words = MAP.stands(this.#names.get(row) ?? "", this.#read(row));
    this.#tell(isChosen ? words : `${words}. ${MAP.chosen}`);
  }

  /**
   * Where a pointer is, in the picture's own units.
   * @param {MouseEvent} event
   */
  #pointAt(event) {
    const matrix = this.#svg?.getScreenCTM();
    return matrix ? new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse()) : null;
  }

  /**
   * The sector and the ring at a point; null outside the circle.
   * @param {number} x
   * @param {number} y
   * @returns {Spot | null}
   */
  #spotAt(x, y) {
    const { sectors, rings, first } = this.#moves;
    const away = Math.hypot(x, y);
    const last = rings.at(-1);
    if (!last || away > last.outer + OUTSIDE) return null;
    const step = 360 / sectors.length;
    const degrees = (Math.atan2(y, x) * 180) / Math.PI - first + step / 2 + 720;
    const ring = rings.find(({ outer }) => away <= outer) ?? last;
    return { sector: sectors[Math.floor((degrees % 360) / step)] ?? "", near: ring.value };
  }
}

/**
 * The person whose mark or name was touched.
 * @param {EventTarget | null} target
 */
function personOf(target) {
  const found = target instanceof Element ? target.closest("[data-person]") : null;
  return found instanceof SVGGElement ? found : null;
}
