// Every worksheet as it is filled in for the invented person, as the build wrote it.
import { randomId } from "./ids.js";
import { ROOT } from "./root.js";

/**
 * @typedef {{svar: {[name: string]: string | string[]}, rader?: {[field: string]: string[]}}} Example
 * @typedef {{id: string, title: string, formulär: {version: string, exempel: Example}}} Definition
 */

/**
 * One draft of each worksheet, as if it had been kept on the day that is written on it; rejects when they cannot be fetched.
 */
export async function readExamples() {
  const response = await fetch(new URL("definitions.json", ROOT));
  /** @type {Definition[]} */
  const found = await response.json();
  return found.map(({ id, formulär: { version, exempel } }) => ({
    id: randomId(),
    worksheet: id,
    version: Number(version),
    rev: 1,
    saved_at: `${exempel.svar["datum"]}T12:00:00`,
    answers: exempel.svar,
    rows: exempel.rader ?? {},
  }));
}
