// Binders as they lie on the device, sealed: taken out whole and put in whole, without ever being opened.

import { DIARY, range, readBinders, run } from "./drafts.js";
import { binderName } from "./messages.js";

/**
 * @typedef {import("./drafts.js").BinderRow} BinderRow
 * @typedef {import("./drafts.js").Row} Row
 * @typedef {{binder: BinderRow, revisions: Row[]}} SealedBinder
 */

/** How many revisions of each draft follow along. */
const KEPT = 2;

/**
 * Every binder that its own passphrase opens anywhere, and the names of those that only this device can open.
 * @returns {Promise<{sealed: SealedBinder[], left: string[]}>}
 */
export async function readSealed() {
  const found = { sealed: /** @type {SealedBinder[]} */ ([]), left: /** @type {string[]} */ ([]) };
  for (const binder of await readBinders()) {
    if (binder.header) found.sealed.push({ binder, revisions: await revisionsOf(binder.id) });
    else found.left.push(binderName(binder.number));
  }
  return found;
}

/**
 * The newest revisions of each draft: one to read, and one before it if that should be damaged.
 * @param {string} binder
 * @returns {Promise<Row[]>}
 */
async function revisionsOf(binder) {
  const all = /** @type {Row[]} */ (await run(["revisions"], "readonly", (tx) => tx.objectStore("revisions").getAll(range(binder))));
  return all.filter(({ draft }, at) => all[at + KEPT]?.draft !== draft);
}

/**
 * Whether the binder was put on the device; one that is there already is left as it is.
 * @param {SealedBinder} sealed
 * @returns {Promise<boolean>}
 */
export async function addSealed({ binder, revisions }) {
  return run(["binders", "revisions"], "readwrite", async (tx) => {
    const binders = tx.objectStore("binders");
    if (await binders.get(binder.id)) return false;
    const numbers = (await binders.getAll()).map((/** @type {BinderRow} */ { number }) => number);
    await binders.add({ ...binder, number: Math.max(0, ...numbers) + 1 });
    for (const row of revisions) await tx.objectStore("revisions").add(row);
    return true;
  });
}

/**
 * Whether a revision may lie under this name in a binder.
 * @param {string} draft
 */
export function isRevisionsName(draft) {
  return draft === DIARY || /^[0-9a-f]{16}$/.test(draft);
}
