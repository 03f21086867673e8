// Data that is never changed again, as JSON text written out once: the same text is kept, handed on and asked about.

/** The settled, each with its text once it is known. @type {WeakMap<object, string | null>} */
const settled = new WeakMap();

/**
 * The same thing, promised never to be changed. (Freezing a long sheet's answers takes longer than writing them out.)
 * @template {object} T
 * @param {T} thing
 * @param {string} [text] its JSON text, when that is known already
 * @returns {T}
 */
export function settle(thing, text) {
  settled.set(thing, text ?? null);
  return thing;
}

/**
 * Whether a thing is promised never to be changed.
 * @param {object} thing
 */
export function isSettled(thing) {
  return settled.has(thing);
}

/**
 * The JSON text of something plain; of what is settled it is remembered.
 * @param {unknown} thing
 * @returns {string}
 */
export function jsonText(thing) {
  if (Object(thing) !== thing) return JSON.stringify(thing);
  const key = /** @type {object} */ (thing);
  const text = settled.get(key) ?? JSON.stringify(thing);
  if (settled.has(key)) settled.set(key, text);
  return text;
}

/**
 * The JSON text of an object, part by part: settled parts are not written out anew. What is undefined is left out.
 * @param {{[name: string]: unknown}} whole
 */
export function jsonTextOf(whole) {
  const told = Object.entries(whole).filter(([, value]) => value !== undefined);
  return `{${told.map(([name, value]) => `${JSON.stringify(name)}:${jsonText(value)}`).join()}}`;
}
