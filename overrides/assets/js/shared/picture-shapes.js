// Turns a picture's shapes, as Python drew them, into SVG elements. Words are only ever text.

/**
 * @typedef {{row: string, name: string, sector: string, near: string}} Person
 * @typedef {{tag: string, style: string, set: {[name: string]: string}, words?: string, shapes?: Shape[], person?: Person}} Shape
 * @typedef {{rows: string, sector: string, near: string, sectors: string[], first: number, rings: {value: string, outer: number}[]}} Moves
 * @typedef {{view_box: string, width: string, alt: string, shapes: Shape[], moves: Moves | {}}} Picture
 */

const SVG = "http://www.w3.org/2000/svg";
const TAGS = ["circle", "line", "polyline", "path", "text", "g"];
/** How small a unit may become on the screen; a narrower screen scrolls the picture instead. */
const SMALLEST = 0.8;
const LARGEST = 1.15;

/**
 * A new SVG element with attributes.
 * @param {string} tag
 * @param {{[name: string]: string}} [attributes]
 * @returns {SVGElement}
 */
export function svgElement(tag, attributes = {}) {
  const made = /** @type {SVGElement} */ (document.createElementNS(SVG, tag));
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/**
 * One shape as an element, with all that it holds.
 * @param {Shape} shape
 * @returns {SVGElement}
 */
export function shapeElement(shape) {
  if (!TAGS.includes(shape.tag)) throw new TypeError(`unknown shape: ${shape.tag}`);
  const made = svgElement(shape.tag, { ...shape.set, class: `pic-${shape.style}` });
  if (shape.words) made.textContent = shape.words;
  // The space is not seen; it keeps the lines of a name apart for those who listen.
  for (const inner of shape.shapes ?? []) made.append(shapeElement(inner), " ");
  return made;
}

/**
 * Nothing; the edges of the picture are set, and how small it may become.
 * @param {SVGElement} svg
 * @param {Picture} picture
 */
export function frame(svg, picture) {
  svg.setAttribute("viewBox", picture.view_box);
  svg.style.minWidth = `${Math.round(Number(picture.width) * SMALLEST)}px`;
  svg.style.maxWidth = `${Math.round(Number(picture.width) * LARGEST)}px`;
}

/**
 * A whole picture that is only looked at, named by its own sentence.
 * @param {Picture} picture
 * @returns {SVGElement}
 */
export function stillPicture(picture) {
  const svg = svgElement("svg", { class: "picture__svg", role: "img", "aria-label": picture.alt });
  frame(svg, picture);
  svg.append(...picture.shapes.map(shapeElement));
  return svg;
}

/**
 * Nothing; a picture wider than its room can be scrolled by keyboard too.
 * @param {HTMLElement} room
 * @param {string} label the id of its name
 */
export function letScroll(room, label) {
  let isCentred = false;
  new ResizeObserver(() => {
    const isWide = room.scrollWidth > room.clientWidth;
    for (const [name, value] of Object.entries({ tabindex: "0", role: "group", "aria-labelledby": label })) {
      if (isWide) room.setAttribute(name, value);
      else room.removeAttribute(name);
    }
    if (isWide && !isCentred) room.scrollLeft = (room.scrollWidth - room.clientWidth) / 2;
    isCentred = true;
  }).observe(room);
}
