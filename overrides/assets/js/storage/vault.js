// The keys of binders: wrapped by a passphrase and by a code on paper; and text to sealed bytes and back.

import { isBearable, strongestKey, wrappingKey } from "./stretching.js";

/**
 * @typedef {import("./stretching.js").Stretching} Stretching
 * @typedef {{stretching: Stretching, iv: Uint8Array, wrapped: Uint8Array}} Wrapping
 * @typedef {{salt: Uint8Array, iv: Uint8Array, wrapped: Uint8Array}} Recovery
 * @typedef {Wrapping & {format: 1, next?: Wrapping, recovery?: Recovery}} Header
 * @typedef {{passphrase: string} | {code: string}} Secret
 * @typedef {{binder: string, draft: string, rev: number}} Place
 * @typedef {{iv: Uint8Array, sealed: Uint8Array}} Sealed
 */

/** The passphrase, or the code, does not open this binder. */
export class WrongPassphrase extends Error {
  name = "WrongPassphrase";
}

/** What was stored is not what was once written: cut, altered, moved or of an unknown kind. */
export class Damaged extends Error {
  name = "Damaged";
}

const FORMAT = 1;
const KEY_BYTES = 32;
/** A key, sealed with its tag. */
const WRAPPED_BYTES = 48;
const IV_BYTES = 12;
const SALT_BYTES = 16;
const AES = { name: "AES-GCM", length: 256 };

/**
 * Random bytes.
 * @param {number} count
 */
function randomBytes(count) {
  return crypto.getRandomValues(new Uint8Array(count));
}

/** @param {string} text */
function utf8(text) {
  return new TextEncoder().encode(text);
}

/**
 * The bytes that tie something to its place, so that it cannot be moved or rolled back unseen.
 * @param {...(string | number)} parts
 */
function tied(...parts) {
  return utf8(["ract", FORMAT, ...parts].join("|"));
}

/**
 * The key that wraps a binder's key when it is opened by the code on paper, which needs no stretching: it is random.
 * @param {string} binder
 * @param {string} code
 * @param {Uint8Array} salt
 */
async function codeKey(binder, code, salt) {
  const base = await crypto.subtle.importKey("raw", utf8(code), "HKDF", false, ["deriveKey"]);
  const recipe = { name: "HKDF", hash: "SHA-256", salt: salt.slice(), info: tied(binder, "recovery") };
  return crypto.subtle.deriveKey(recipe, base, AES, false, ["wrapKey", "unwrapKey"]);
}

/**
 * A binder's key, unwrapped. To be used it can never be read out; to be wrapped anew it must be, for that moment.
 * @param {string} binder
 * @param {{iv: Uint8Array, wrapped: Uint8Array}} kept
 * @param {CryptoKey} wrapping
 * @param {"use" | "wrap"} purpose
 */
async function unwrap(binder, kept, wrapping, purpose) {
  const recipe = { name: "AES-GCM", iv: kept.iv.slice(), additionalData: tied(binder, "key") };
  const [kind, uses] = purpose === "use" ? ["HKDF", ["deriveKey"]] : ["AES-GCM", ["encrypt"]];
  try {
    const wanted = /** @type {KeyUsage[]} */ (uses);
    return await crypto.subtle.unwrapKey("raw", kept.wrapped.slice(), wrapping, recipe, String(kind), purpose === "wrap", wanted);
  } catch {
    throw new WrongPassphrase();
  }
}

/**
 * @param {string} binder
 * @param {CryptoKey} key
 * @param {CryptoKey} wrapping
 */
async function wrap(binder, key, wrapping) {
  const iv = randomBytes(IV_BYTES);
  const recipe = { name: "AES-GCM", iv, additionalData: tied(binder, "key") };
  return { iv, wrapped: new Uint8Array(await crypto.subtle.wrapKey("raw", key, wrapping, recipe)) };
}

/**
 * @param {string} binder
 * @param {CryptoKey} key
 * @param {string} passphrase
 * @returns {Promise<Wrapping>}
 */
async function wrapByPassphrase(binder, key, passphrase) {
  const { how, key: wrapping } = await strongestKey(passphrase);
  return { stretching: how, ...(await wrap(binder, key, wrapping)) };
}

/**
 * @param {string} binder
 * @param {CryptoKey} key
 * @param {string} code
 * @returns {Promise<Recovery>}
 */
async function wrapByCode(binder, key, code) {
  const salt = randomBytes(SALT_BYTES);
  return { salt, ...(await wrap(binder, key, await codeKey(binder, code, salt))) };
}

/**
 * A new binder's key, and the header that lets the passphrase (and the code, if there is one) bring it back.
 *
 * The key that seals drafts is random; the passphrase only wraps it. Another passphrase later
 * means another header, never other drafts.
 * @param {string} binder
 * @param {string} passphrase
 * @param {string} [code]
 * @returns {Promise<{header: Header, key: CryptoKey}>}
 */
export async function makeKey(binder, passphrase, code) {
  const fresh = await crypto.subtle.generateKey(AES, true, ["encrypt", "decrypt"]);
  /** @type {Header} */
  const header = { format: FORMAT, ...(await wrapByPassphrase(binder, fresh, passphrase)) };
  if (code) header.recovery = await wrapByCode(binder, fresh, code);
  return { header, key: await openKey(binder, header, passphrase) };
}

/**
 * A key for a binder that opens without a passphrase: it can be used on this device, and never read out.
 * @returns {Promise<CryptoKey>}
 */
export async function makeDeviceKey() {
  const bytes = randomBytes(KEY_BYTES);
  const key = await crypto.subtle.importKey("raw", bytes, "HKDF", false, ["deriveKey"]);
  bytes.fill(0);
  return key;
}

/**
 * @param {unknown} value
 * @param {number} length
 */
function isBytes(value, length) {
  return value instanceof Uint8Array && value.length === length;
}

/** @param {any} kept */
function isWrapping(kept) {
  return isBytes(kept?.iv, IV_BYTES) && isBytes(kept.wrapped, WRAPPED_BYTES);
}

/**
 * The same header, when every number in it is one a tablet can carry out; else Damaged.
 * @param {Header} header
 * @returns {Header}
 */
export function checkedHeader(header) {
  const { format, next, recovery, ...first } = /** @type {any} */ (header ?? {});
  const wrappings = next === undefined ? [first] : [first, next];
  const isWhole = wrappings.every((kept) => isWrapping(kept) && isBearable(kept.stretching));
  const isPaper = recovery === undefined || (isWrapping(recovery) && isBytes(recovery.salt, SALT_BYTES));
  if (format !== FORMAT || !isWhole || !isPaper) throw new Damaged("binder header");
  return header;
}

/**
 * What the secret unwraps, and the header with the one passphrase that is good from now on.
 *
 * While a passphrase is being changed two are good, so that a battery that dies leaves one that works.
 * @param {string} binder
 * @param {Header} header
 * @param {Secret} secret
 * @param {"use" | "wrap"} purpose
 * @returns {Promise<{key: CryptoKey, settled: Header}>}
 */
async function open(binder, header, secret, purpose) {
  const { next, ...first } = checkedHeader(header);
  if ("code" in secret) {
    if (!first.recovery) throw new WrongPassphrase();
    const wrapping = await codeKey(binder, secret.code, first.recovery.salt);
    return { key: await unwrap(binder, first.recovery, wrapping, purpose), settled: first };
  }
  const byPassphrase = async (/** @type {Wrapping} */ kept) =>
    unwrap(binder, kept, await wrappingKey(secret.passphrase, kept.stretching), purpose);
  try {
    return { key: await byPassphrase(first), settled: first };
  } catch (error) {
    if (!next || !(error instanceof WrongPassphrase)) throw error;
    return { key: await byPassphrase(next), settled: { ...first, ...next } };
  }
}

/**
 * The binder's key.
 * @param {string} binder
 * @param {Header} header
 * @param {string} passphrase
 * @returns {Promise<CryptoKey>}
 * @throws {WrongPassphrase | Damaged}
 */
export async function openKey(binder, header, passphrase) {
  return (await open(binder, header, { passphrase }, "use")).key;
}

/**
 * The binder's key, and the header to keep from now on: after a change that was cut short, the passphrase
 * that opens is the only one.
 * @param {string} binder
 * @param {Header} header
 * @param {string} passphrase
 */
export async function openAndSettle(binder, header, passphrase) {
  return open(binder, header, { passphrase }, "use");
}

/**
 * Two headers: `both` opens by the old passphrase and the new one, `settled` by the new one only. The key,
 * and so every draft, stays as it is.
 * @param {string} binder
 * @param {Header} header
 * @param {Secret} secret the old passphrase, or the code on paper
 * @param {string} passphrase the new one
 * @returns {Promise<{both: Header, settled: Header}>}
 * @throws {WrongPassphrase | Damaged}
 */
export async function rewrap(binder, header, secret, passphrase) {
  const { key, settled } = await open(binder, header, secret, "wrap");
  const next = await wrapByPassphrase(binder, key, passphrase);
  return { both: { ...settled, next }, settled: { ...settled, ...next } };
}

/**
 * The header with a new code on paper; an earlier code no longer opens.
 * @param {string} binder
 * @param {Header} header
 * @param {string} passphrase
 * @param {string} code
 * @returns {Promise<Header>}
 * @throws {WrongPassphrase | Damaged}
 */
export async function withCode(binder, header, passphrase, code) {
  const { key, settled } = await open(binder, header, { passphrase }, "wrap");
  return { ...settled, recovery: await wrapByCode(binder, key, code) };
}

/** The drafts' own keys, by the binder's key. @type {WeakMap<CryptoKey, Map<string, Promise<CryptoKey>>>} */
const known = new WeakMap();

/**
 * The key of one draft alone: with it nothing else in the binder can be read.
 * @param {CryptoKey} key the binder's key, or a draft's own
 * @param {{binder: string, draft: string}} place
 * @returns {Promise<CryptoKey>}
 */
export function draftKey(key, { binder, draft }) {
  if (key.algorithm.name !== "HKDF") return Promise.resolve(key);
  const own = known.get(key) ?? new Map();
  known.set(key, own);
  const recipe = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info: tied(binder, draft, "draft") };
  const made = own.get(draft) ?? crypto.subtle.deriveKey(recipe, key, AES, false, ["encrypt", "decrypt"]);
  own.set(draft, made);
  return made;
}

/** @param {Place} place */
function placeBytes({ binder, draft, rev }) {
  return tied(binder, draft, rev);
}

/**
 * Text sealed for one place.
 * @param {CryptoKey} key the binder's, or the draft's own
 * @param {Place} place
 * @param {string} text
 * @returns {Promise<Sealed>}
 */
export async function seal(key, place, text) {
  const iv = randomBytes(IV_BYTES);
  const recipe = { name: "AES-GCM", iv, additionalData: placeBytes(place) };
  return { iv, sealed: new Uint8Array(await crypto.subtle.encrypt(recipe, await draftKey(key, place), utf8(text))) };
}

/**
 * The text that was sealed for this very place.
 * @param {CryptoKey} key the binder's, or the draft's own
 * @param {Place} place
 * @param {Sealed} row
 * @returns {Promise<string>}
 * @throws {Damaged}
 */
export async function unseal(key, place, { iv, sealed }) {
  try {
    const recipe = { name: "AES-GCM", iv: iv.slice(), additionalData: placeBytes(place) };
    const bytes = await crypto.subtle.decrypt(recipe, await draftKey(key, place), sealed.slice());
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Damaged("revision");
  }
}
