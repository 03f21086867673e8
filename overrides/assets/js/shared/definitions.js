// The worksheets that this site holds, as the build wrote them: ids, titles and versions.
import { ROOT } from "./root.js";

/**
 * Every worksheet's definition; rejects when the list cannot be fetched.
 * @returns {Promise<{id: string, title: string, version: number}[]>}
 */
export async function readDefinitions() {
  const response = await fetch(new URL("definitions.json", ROOT));
  /** @type {{id: string, title: string, formulär: {version: string}}[]} */
  const found = await response.json();
  return found.map(({ id, title, formulär }) => ({ id, title, version: Number(formulär.version) }));
}
