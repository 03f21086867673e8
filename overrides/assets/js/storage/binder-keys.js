// What opens a binder, changed while its drafts stay as they are: another passphrase, a code on paper.

import { changeBinder, readBinder } from "./binder-rows.js";
import { makeCode } from "./recovery-code.js";
import { SaveError, asSaveError } from "./save-error.js";
import { openBinder } from "./session.js";
import { Damaged, openKey, rewrap, withCode } from "./vault.js";

/**
 * @typedef {import("./vault.js").Header} Header
 * @typedef {import("./vault.js").Secret} Secret
 */

/**
 * @param {string} id
 * @returns {Promise<Header>}
 */
async function headerOf(id) {
  const { header } = await readBinder(id).catch((error) => Promise.reject(asSaveError(error)));
  if (!header) throw new Damaged("binder header");
  return header;
}

/**
 * Nothing; the new passphrase opens the binder, and the old one no longer does.
 *
 * Both open until the new one has been tried on what stands on disk: a battery that dies leaves one that works.
 * @param {string} id
 * @param {Secret} secret the old passphrase, or the code on paper
 * @param {string} passphrase the new one
 * @throws {import("./vault.js").WrongPassphrase | Damaged | SaveError}
 */
export async function changePassphrase(id, secret, passphrase) {
  const { both, settled } = await rewrap(id, await headerOf(id), secret, passphrase);
  const kept = await changeBinder(id, { header: both });
  if (!kept.header?.next) throw new SaveError("unknown");
  await openKey(id, { ...kept.header, ...kept.header.next }, passphrase);
  await changeBinder(id, { header: settled });
}

/**
 * A new code that opens the binder when the passphrase is forgotten; an earlier code no longer does.
 * @param {string} id
 * @param {string} passphrase
 * @returns {Promise<string>}
 * @throws {import("./vault.js").WrongPassphrase | Damaged | SaveError}
 */
export async function newCode(id, passphrase) {
  const code = makeCode();
  await changeBinder(id, { header: await withCode(id, await headerOf(id), passphrase, code) });
  return code;
}

/**
 * The session, in the binder that the code opens and that has a new passphrase.
 * @param {string} id
 * @param {string} code
 * @param {string} passphrase
 * @param {{bring?: boolean}} [options]
 */
export async function recoverBinder(id, code, passphrase, options) {
  await changePassphrase(id, { code }, passphrase);
  return openBinder(id, passphrase, options);
}
