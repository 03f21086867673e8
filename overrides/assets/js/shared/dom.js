// Builds elements from plain text: the one way our own code puts words on a page.

/**
 * @typedef {Node | string | number | null | undefined | false} Child
 * @typedef {{[name: string]: string | number | boolean | null | undefined}} Attributes
 * @typedef {{[type: string]: (event: any) => void}} Listeners
 */

/**
 * A new element with attributes, children and (optionally) listeners.
 *
 * Text always becomes a text node. An attribute that is `true` is set empty; `false`, `null` and
 * `undefined` leave it out. Listeners go in `on`, never in an `on…` attribute.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Attributes | {on?: Listeners}} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  const { on = {}, ...plain } = /** @type {{on?: Listeners} & Attributes} */ (attributes);
  for (const [name, value] of Object.entries(/** @type {Attributes} */ (plain))) {
    if (name.startsWith("on")) throw new TypeError(`listener as attribute: ${name}`);
    if (value === false || value === null || value === undefined) continue;
    made.setAttribute(name, value === true ? "" : String(value));
  }
  for (const [type, listener] of Object.entries(on)) made.addEventListener(type, listener);
  append(made, ...children);
  return made;
}

/**
 * The parent, with the children added after what it holds.
 * @template {Node} P
 * @param {P} parent
 * @param {...Child} children
 * @returns {P}
 */
export function append(parent, ...children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    parent.appendChild(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return parent;
}

/**
 * The parent, holding the children and nothing else.
 * @template {Element} P
 * @param {P} parent
 * @param {...Child} children
 * @returns {P}
 */
export function replace(parent, ...children) {
  parent.replaceChildren();
  return append(parent, ...children);
}

/**
 * Nothing; the keyboard and the screen reader are moved to the element.
 *
 * An element that cannot take focus by itself is made able to, but stays out of the tab order.
 * @param {HTMLElement} target
 */
export function moveFocus(target) {
  const focusable = target.matches("a[href], button, input, select, textarea, [tabindex]");
  if (!focusable) target.setAttribute("tabindex", "-1");
  target.focus();
}

/**
 * Nothing; the words are put in a live region that is already in the page.
 *
 * Equal words are not written twice, so that a screen reader is not made to repeat itself.
 * @param {HTMLElement} region
 * @param {string} words
 */
export function say(region, words) {
  if (region.textContent !== words) region.textContent = words;
}
