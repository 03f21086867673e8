// The one way pages keep drafts: this page's session, and the binders on the device.

import { Binder } from "./binder.js";
import { addBinder, readBinders } from "./drafts.js";
import { randomId } from "../shared/ids.js";
import { STORAGE_MESSAGES, binderName } from "./messages.js";
import { pause } from "../shared/time.js";
import { Session } from "./page-session.js";
import { SaveError } from "./save-error.js";
import { changeBinder } from "./binder-rows.js";
import { nameOf } from "./nicknames.js";
import { Damaged, makeDeviceKey, makeKey, openAndSettle } from "./vault.js";

export { SaveError } from "./save-error.js";
export { WrongPassphrase } from "./vault.js";

/**
 * @typedef {import("./entries.js").Draft} Draft
 * @typedef {import("./drafts.js").BinderRow} BinderRow
 * @typedef {{id: string, name: string, savedOn: string, backedUpOn: string, kind: "passphrase" | "device",
 *   hasCode: boolean}} BinderListing
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
 * The session of a page without forms, which helps to carry what is open, and stores nothing itself.
 * @returns {Promise<Session>}
 */
export async function carrySession() {
  return (current ??= startSession(false));
}

/**
 * The binders on this device, by neutral names or those somebody chose to show: nothing else is told before they are opened.
 * @returns {Promise<BinderListing[]>}
 */
export async function listBinders() {
  const rows = await readBinders();
  return rows.map((row) => ({
    id: row.id,
    name: row.shown_name ?? binderName(row.number),
    savedOn: row.saved_on,
    backedUpOn: row.backed_up_on ?? "",
    kind: row.device_key ? "device" : "passphrase",
    hasCode: Boolean(row.header?.recovery),
  }));
}

/**
 * The session, in a new binder that holds what was in memory.
 * @param {string} passphrase
 * @param {{code?: string}} [options] a code on paper that opens it too
 * @returns {Promise<Session>}
 */
export async function createBinder(passphrase, { code } = {}) {
  const id = randomId();
  const { header, key } = await makeKey(id, passphrase, code);
  await addBinder(id, header);
  const row = (await readBinders()).find((kept) => kept.id === id);
  if (!row || String(row.header?.wrapped) !== String(header.wrapped)) throw new SaveError("unknown");
  return enterNew(row, key);
}

/**
 * The session, in a new binder that opens without a passphrase on this device, and only here.
 * @returns {Promise<Session>}
 */
export async function createDeviceBinder() {
  const id = randomId();
  await addBinder(id, null, { device_key: await makeDeviceKey() });
  const row = (await readBinders()).find((kept) => kept.id === id);
  if (!row?.device_key) throw new SaveError("unknown");
  return enterNew(row, row.device_key);
}

/**
 * @param {BinderRow} row
 * @param {CryptoKey} key
 */
async function enterNew(row, key) {
  const session = await resumeSession();
  await session.enter(new Binder({ id: row.id, name: binderName(row.number), key }), true);
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
  const row = await findBinder(id);
  if (!row.header) throw new Damaged("binder header");
  const { key, settled } = await openAndSettle(id, row.header, passphrase);
  if (row.header.next) await changeBinder(id, { header: settled });
  return enter(row, key, bring);
}

/**
 * The session, in a binder that this device itself opens.
 * @param {string} id
 * @param {{bring?: boolean}} [options] whether drafts in memory are taken along
 * @returns {Promise<Session>}
 */
export async function openDeviceBinder(id, { bring = true } = {}) {
  const row = await findBinder(id);
  if (!row.device_key) throw new Damaged("device key");
  return enter(row, row.device_key, bring);
}

/** @param {string} id */
async function findBinder(id) {
  const row = (await readBinders()).find((kept) => kept.id === id);
  if (!row) throw new SaveError("gone");
  return row;
}

/**
 * @param {BinderRow} row
 * @param {CryptoKey} key
 * @param {boolean} bring
 */
async function enter(row, key, bring) {
  const session = await resumeSession();
  await session.enter(new Binder({ id: row.id, name: await nameOf(row, key), key }), bring);
  return session;
}
