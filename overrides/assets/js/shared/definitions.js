// The worksheets that this site holds, as the build wrote them: ids, titles, versions and invented examples.
import { randomId } from "./ids.js";
import { ROOT } from "./root.js";

/**
 * @typedef {{svar: {[name: string]: string | string[]}, rader?: {[field: string]: string[]}}} Example
 * @typedef {{id: string, title: string, formulär: {version: string, exempel: Example}}} Definition
 */

/** @returns {Promise<Definition[]>} */
async function fetchDefinitions() {
  const response = await fetch(new URL("definitions.json", ROOT));
  return response.json();
}

/**
 * Every worksheet's definition; rejects when the list cannot be fetched.
 * @returns {Promise<{id: string, title: string, version: number}[]>}
 */
export async function readDefinitions() {
  return (await fetchDefinitions()).map(({ id, title, formulär }) => ({ id, title, version: Number(formulär.version) }));
}

/**
 * Every worksheet as it is filled in for the invented person, as drafts that have never been kept.
 */
export async function readExamples() {
  return (await fetchDefinitions()).map(({ id, formulär: { version, exempel } }) => ({
    id: randomId(),
    worksheet: id,
    version: Number(version),
    rev: 1,
    saved_at: `${exempel.svar["datum"]}T12:00:00`,
    answers: exempel.svar,
    rows: exempel.rader ?? {},
  }));
}
