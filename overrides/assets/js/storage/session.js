// The one way pages keep drafts: this page's session, and the binders on the device.

import { Binder } from "./binder.js";
import { addBinder, readBinders } from "./drafts.js";
import { randomId } from "../shared/ids.js";
import { STORAGE_MESSAGES, binderName } from "./messages.js";
import { pause } from "../shared/time.js";
import { Session } from "./page-session.js";
import { SaveError } from "./save-error.js";
import { makeKey, openKey } from "./vault.js";

export { SaveError } from "./save-error.js";
export { WrongPassphrase } from "./vault.js";

/**
 * @typedef {import("./entries.js").Draft} Draft
 * @typedef {{id: string, name: string, savedOn: string}} BinderListing
 */

const PROBE_PATIENCE_MS = 1_500;

/** @type {Promise<Session> | null} */
let current = null;
/** @type {Promise<void> | null} */
let probing = null;

/** @param {boolean} register */
async function startSession(register) {
  const session = new Session();
  await session.start(register);
  return session;
}

/**
 * This page's session: an open binder or drafts in memory, gone on with from the site's other pages.
 * @returns {Promise<Session>}
 */
export async function resumeSession() {
  const session = await (current ??= startSession(true));
  if (!globalThis.isSecureContext || !globalThis.crypto?.subtle) {
    session.notice = STORAGE_MESSAGES.insecure;
    return session;
  }
  probing ??= session.probe();
  await Promise.race([probing, pause(PROBE_PATIENCE_MS)]);
  return session;
}

/**
 * Nothing; a page without forms helps to carry what is open, and stores nothing itself.
 */
export async function carrySession() {
  current ??= startSession(false);
  await current;
}

/**
 * The binders on this device, by neutral names: what is in them is not told before they are opened.
 * @returns {Promise<BinderListing[]>}
 */
export async function listBinders() {
  const rows = await readBinders();
  return rows.map(({ id, number, saved_on: savedOn }) => ({ id, name: binderName(number), savedOn }));
}

/**
 * The session, in a new binder that holds what was in memory.
 * @param {string} passphrase
 * @returns {Promise<Session>}
 */
export async function createBinder(passphrase) {
  const session = await resumeSession();
  const id = randomId();
  const { header, key } = await makeKey(id, passphrase);
  await addBinder(id, header);
  const row = (await readBinders()).find((kept) => kept.id === id);
  if (!row || String(row.header.wrapped) !== String(header.wrapped)) throw new SaveError("unknown");
  await session.enter(new Binder({ id, name: binderName(row.number), key }), true);
  // Asked for, never waited for: the answer changes no promise that we make.
  void navigator.storage?.persist?.().catch(() => false);
  return session;
}

/**
 * The session, in the binder that the passphrase opens.
 * @param {string} id
 * @param {string} passphrase
 * @param {{bring?: boolean}} [options] whether drafts in memory are taken along
 * @returns {Promise<Session>}
 */
export async function openBinder(id, passphrase, { bring = true } = {}) {
  const session = await resumeSession();
  const row = (await readBinders()).find((kept) => kept.id === id);
  if (!row) throw new SaveError("gone");
  const key = await openKey(id, row.header, passphrase);
  await session.enter(new Binder({ id, name: binderName(row.number), key }), bring);
  return session;
}
