// Finds the parts of a form that its scripts speak through.

/** The form lacks a part that the scripts need: the page and the scripts are of different builds. */
export class MissingFormPart extends Error {
  name = "MissingFormPart";
}

/**
 * The element with a data attribute inside the form.
 * @param {Element} form
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function part(form, selector) {
  const found = form.querySelector(selector);
  if (found instanceof HTMLElement) return found;
  throw new MissingFormPart(selector);
}

/**
 * The id of the control that has a name, as the page was rendered.
 * @param {string} name
 */
export function controlId(name) {
  return `f-${name.replaceAll("/", "--")}`;
}

/**
 * A random id of lower-case letters and digits that starts with a letter.
 * @param {number} length
 */
export function randomId(length) {
  const letters = "abcdefghijklmnopqrstuvwxyz";
  const signs = `${letters}0123456789`;
  const bytes = crypto.getRandomValues(new Uint32Array(length));
  return [...bytes].map((byte, at) => (at === 0 ? letters[byte % 26] : signs[byte % 36])).join("");
}

/** A random id of sixteen hexadecimal digits: a draft's. */
export function randomDraftId() {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
