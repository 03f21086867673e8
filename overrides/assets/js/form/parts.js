// Finds the parts of a form that its scripts speak through.

/** The form lacks a part that the scripts need: the page and the scripts are of different builds. */
class MissingFormPart extends Error {
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
