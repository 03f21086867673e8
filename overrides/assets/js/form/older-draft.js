// Brings a draft of an older version of its sheet up to the newest, by what the editor declared, and nothing else.
//
// The same rules as `ract/changes.py`: saving and reading never wait for Python. One list of cases holds the two together.
import { readDefinitions } from "../shared/definitions.js";

/**
 * @typedef {import("../storage/session.js").Draft} Draft
 * @typedef {import("./written.js").Raw} Raw
 * @typedef {import("../shared/definitions.js").Change} Change
 */

const COLUMN_PARTS = 3;

/**
 * The draft under the names of this version of its sheet; the same draft when it is not older.
 * @param {Draft} draft
 * @param {number} version
 * @returns {Promise<Draft>}
 */
export async function newestForm(draft, version) {
  if (draft.version >= version) return draft;
  const sheet = (await readDefinitions()).find(({ id }) => id === draft.worksheet);
  return { ...draft, ...bringUp(draft, draft.version, sheet?.changes ?? []), version };
}

/**
 * What was written, after every change since the version it was written on.
 * @param {Raw} raw
 * @param {number} version
 * @param {Change[]} changes
 * @returns {Raw}
 */
export function bringUp(raw, version, changes) {
  const later = changes.filter(({ till }) => Number(till) > version).sort((one, other) => Number(one.till) - Number(other.till));
  let { answers, rows } = raw;
  for (const { namn = {}, alternativ = [] } of later) {
    const names = new Map(Object.entries(namn));
    answers = moved(answers, (name) => renamed(name, names));
    rows = moved(rows, (name) => names.get(name) ?? name);
    answers = picked(answers, alternativ);
  }
  return { answers, rows };
}

/**
 * The entries under their new names, all moved at once, since questions may take each other's ids. One whose new
 * place is taken stays, so that nothing is written over; and what stays may keep another out.
 * @template T
 * @param {{[name: string]: T}} entries
 * @param {(name: string) => string} nameOf
 * @returns {{[name: string]: T}}
 */
function moved(entries, nameOf) {
  const places = new Map(Object.keys(entries).map((name) => [name, nameOf(name)]));
  for (let stuck = firstStuck(places); stuck !== undefined; stuck = firstStuck(places)) places.set(stuck, stuck);
  return Object.fromEntries(Object.entries(entries).map(([name, value]) => [places.get(name) ?? name, value]));
}

/**
 * The first name whose new place is taken by one that stays, or by one before it.
 * @param {Map<string, string>} places
 */
function firstStuck(places) {
  const taken = new Set([...places].filter(([name, place]) => place === name).map(([name]) => name));
  for (const [name, place] of places) {
    if (place === name) continue;
    if (taken.has(place)) return name;
    taken.add(place);
  }
  return undefined;
}

/**
 * @param {string} name
 * @param {Map<string, string>} names
 */
function renamed(name, names) {
  const [field = "", row = "", column = "", ...rest] = name.split("/");
  const target = column ? names.get(`${field}/${column}`)?.split("/") : undefined;
  if (target?.[1]) return [target[0], row, target[1], ...rest].join("/");
  return [names.get(field) ?? field, ...name.split("/").slice(1)].join("/");
}

/**
 * A control's question, or its column's as `fält/kolumn`.
 * @param {string} name
 */
export function questionOf(name) {
  const parts = name.split("/");
  return parts.length >= COLUMN_PARTS ? `${parts[0]}/${parts[2]}` : (parts[0] ?? name);
}

/**
 * The answers with new words for options, all at once; own words beside them never change.
 * @param {Raw["answers"]} answers
 * @param {{fält: string, var: string, blev: string}[]} options
 */
function picked(answers, options) {
  const isOwn = (/** @type {string} */ name) => [1, COLUMN_PARTS].includes(name.split("/").length);
  const entries = Object.entries(answers).map(([name, value]) => {
    const mine = isOwn(name) ? options.filter(({ fält: question }) => question === questionOf(name)) : [];
    const change = (/** @type {string} */ word) => mine.find((option) => option.var === word)?.blev ?? word;
    return /** @type {const} */ ([name, Array.isArray(value) ? value.map(change) : change(value)]);
  });
  return Object.fromEntries(entries);
}
