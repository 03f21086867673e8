// What a binder is called: sealed like everything else, and shown before it is opened only if somebody chose that.

import { binderName } from "./messages.js";
import { changeBinder, readBinder } from "./binder-rows.js";
import { Damaged, seal, unseal } from "./vault.js";

/**
 * @typedef {import("./drafts.js").BinderRow} BinderRow
 * @typedef {import("./binder.js").Binder} Binder
 */

/** Names are sealed in a place where no draft can stand. @param {string} binder */
function place(binder) {
  return { binder, draft: "namn", rev: 1 };
}

/**
 * What the opened binder is called: its own name, or its neutral one.
 * @param {BinderRow} row
 * @param {CryptoKey} key
 * @returns {Promise<string>}
 */
export async function nameOf(row, key) {
  if (!row.nickname) return binderName(row.number);
  try {
    return await unseal(key, place(row.id), row.nickname);
  } catch (error) {
    if (error instanceof Damaged) return binderName(row.number);
    throw error;
  }
}

/**
 * What the binder is called from now on; without a name it has its neutral one again.
 * @param {Binder} binder
 * @param {string} name
 * @param {boolean} isShown whether the name may stand in the list before the binder is opened
 * @returns {Promise<string>}
 */
export async function giveName(binder, name, isShown) {
  const nickname = name ? await seal(binder.key, place(binder.id), name) : undefined;
  const row = await changeBinder(binder.id, { nickname, shown_name: name && isShown ? name : undefined });
  return nameOf(row, binder.key);
}

/**
 * Whether the binder's name can be read before it is opened, and the name it has then.
 * @param {Binder} binder
 * @returns {Promise<{isShown: boolean, name: string, hasOwn: boolean}>}
 */
export async function shownName(binder) {
  const row = await readBinder(binder.id);
  return { isShown: Boolean(row.shown_name), name: row.shown_name ?? binderName(row.number), hasOwn: Boolean(row.nickname) };
}
