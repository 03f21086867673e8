// The rows of the binders on the device: what of a binder can change, and how it is taken away whole.

import { StoreError, range, run } from "./drafts.js";

/**
 * @typedef {import("./drafts.js").BinderRow} BinderRow
 */

/**
 * One binder's row.
 * @param {string} id
 * @returns {Promise<BinderRow>}
 * @throws {StoreError} when it is gone
 */
export async function readBinder(id) {
  const row = await run(["binders"], "readonly", (tx) => tx.objectStore("binders").get(id));
  if (!row) throw new StoreError("gone");
  return row;
}

/**
 * The binder's row, changed and read back; a change made meanwhile by a save stays.
 * @param {string} id
 * @param {{[name in keyof BinderRow]?: BinderRow[name] | undefined}} change what is `undefined` in it is taken away
 * @returns {Promise<BinderRow>}
 * @throws {StoreError}
 */
export async function changeBinder(id, change) {
  await run(["binders"], "readwrite", async (tx) => {
    const store = tx.objectStore("binders");
    const row = await store.get(id);
    if (!row) throw new StoreError("gone");
    const changed = { ...row, ...change };
    for (const [name, value] of Object.entries(change)) if (value === undefined) delete changed[name];
    await store.put(changed);
  });
  return readBinder(id);
}

/**
 * Nothing; the binder's key and every revision in it are gone from the database, in one step.
 * @param {string} id
 */
export async function removeBinder(id) {
  await run(["binders", "revisions"], "readwrite", async (tx) => {
    await tx.objectStore("revisions").delete(range(id));
    await tx.objectStore("binders").delete(id);
  });
}
