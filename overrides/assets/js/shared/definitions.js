// The worksheets that this site holds, as the build wrote them: ids, titles and versions.
import { ROOT } from "./root.js";

/**
 * @typedef {{till: string, namn?: {[old: string]: string}, alternativ?: {fält: string, var: string, blev: string}[]}} Change
 *   what became of a sheet's questions in one version, as its editor wrote it
 */

/**
 * Every worksheet's definition; rejects when the list cannot be fetched.
 * @returns {Promise<{id: string, title: string, version: number, changes: Change[]}[]>}
 */
export async function readDefinitions() {
  const response = await fetch(new URL("definitions.json", ROOT));
  /** @type {{id: string, title: string, formulär: {version: string, ändringar?: Change[]}}[]} */
  const found = await response.json();
  return found.map(({ id, title, formulär }) => ({ id, title, version: Number(formulär.version), changes: formulär.ändringar ?? [] }));
}

/**
 * The questions that older versions of a worksheet asked, by `fält` or `fält/kolumn`; none when there are no older.
 * @param {string} worksheet
 * @returns {Promise<Map<string, string>>}
 */
export async function readOldQuestions(worksheet) {
  const response = await fetch(new URL("old-questions.json", ROOT));
  /** @type {{[worksheet: string]: {[question: string]: string}}} */
  const found = await response.json();
  return new Map(Object.entries(found[worksheet] ?? {}));
}
