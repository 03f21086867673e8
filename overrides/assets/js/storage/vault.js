// The only place that touches cryptography: passphrase to key, and text to sealed bytes and back.

/**
 * @typedef {{name: "argon2id", memory: number, passes: number, lanes: number, salt: Uint8Array}} Argon2
 * @typedef {{name: "pbkdf2-sha-256", rounds: number, salt: Uint8Array}} Pbkdf2
 * @typedef {Argon2 | Pbkdf2} Stretching
 * @typedef {{format: 1, stretching: Stretching, iv: Uint8Array, wrapped: Uint8Array}} Header
 * @typedef {{binder: string, draft: string, rev: number}} Place
 * @typedef {{iv: Uint8Array, sealed: Uint8Array}} Sealed
 */

/** The passphrase does not open this binder. */
export class WrongPassphrase extends Error {
  name = "WrongPassphrase";
}

/** What was stored is not what was once written: cut, altered, moved or of an unknown kind. */
export class Damaged extends Error {
  name = "Damaged";
}

const FORMAT = 1;
/** Strongest first; the next one is tried when the device cannot do the first. */
const ARGON2_CHOICES = [
  { memory: 65_536, passes: 3 },
  { memory: 19_456, passes: 2 },
];
const PBKDF2_ROUNDS = 600_000;
/** A stored header is written by us, but read as if by a stranger: it must not hang the tablet. */
const LIMITS = { memory: [8_192, 262_144], passes: [1, 10], lanes: [1, 4], rounds: [600_000, 10_000_000] };
const STRETCH_TIMEOUT_MS = 60_000;

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
 * The bytes that stand for a passphrase, however the keyboard composed its letters.
 * @param {string} passphrase
 */
function passphraseBytes(passphrase) {
  return utf8(passphrase.normalize("NFC"));
}

/**
 * The bytes that tie sealed text to its place, so that it cannot be moved or rolled back unseen.
 * @param {Place} place
 */
function placeBytes({ binder, draft, rev }) {
  return utf8(`ract|${FORMAT}|${binder}|${draft}|${rev}`);
}

/** @param {string} binder */
function wrapBytes(binder) {
  return utf8(`ract|${FORMAT}|${binder}|key`);
}

/**
 * A worker that runs Argon2id under the page's own content policy.
 *
 * Started from a blob: a worker started from a network address would not inherit the policy.
 */
function startStretcher() {
  const source = `import ${JSON.stringify(new URL("argon2.worker.js", import.meta.url).href)};`;
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  return { worker: new Worker(address, { type: "module" }), address };
}

/**
 * The 32 bytes Argon2id makes of a passphrase; rejects when this device cannot.
 * @param {string} passphrase
 * @param {Argon2} how
 * @returns {Promise<Uint8Array>}
 */
async function argon2(passphrase, how) {
  const { worker, address } = startStretcher();
  try {
    return await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("argon2 gave no answer")), STRETCH_TIMEOUT_MS);
      worker.onerror = () => reject(new Error("argon2 could not start"));
      worker.onmessage = ({ data }) => {
        if (data.ready) {
          const { salt, memory, passes, lanes } = how;
          worker.postMessage({ password: passphraseBytes(passphrase), salt, memory, passes, lanes });
          return;
        }
        clearTimeout(timer);
        if (data.bytes) resolve(data.bytes);
        else reject(new Error(data.failure));
      };
    });
  } finally {
    worker.terminate();
    URL.revokeObjectURL(address);
  }
}

/**
 * The key that wraps a binder's key.
 * @param {string} passphrase
 * @param {Stretching} how
 */
async function wrappingKey(passphrase, how) {
  const wrapping = { name: "AES-GCM", length: 256 };
  /** @type {KeyUsage[]} */
  const uses = ["wrapKey", "unwrapKey"];
  if (how.name === "argon2id") {
    const bytes = await argon2(passphrase, how);
    return crypto.subtle.importKey("raw", bytes.slice(), wrapping, false, uses);
  }
  const base = await crypto.subtle.importKey("raw", passphraseBytes(passphrase), "PBKDF2", false, ["deriveKey"]);
  const recipe = { name: "PBKDF2", hash: "SHA-256", salt: how.salt.slice(), iterations: how.rounds };
  return crypto.subtle.deriveKey(recipe, base, wrapping, false, uses);
}

/**
 * The strongest stretching this device manages, and the key it gives.
 * @param {string} passphrase
 * @returns {Promise<{how: Stretching, key: CryptoKey}>}
 */
async function strongestKey(passphrase) {
  for (const choice of ARGON2_CHOICES) {
    /** @type {Argon2} */
    const how = { name: "argon2id", ...choice, lanes: 1, salt: randomBytes(16) };
    try {
      return { how, key: await wrappingKey(passphrase, how) };
    } catch {
      // Too little memory, or no WebAssembly: the next choice asks for less.
    }
  }
  /** @type {Pbkdf2} */
  const how = { name: "pbkdf2-sha-256", rounds: PBKDF2_ROUNDS, salt: randomBytes(16) };
  return { how, key: await wrappingKey(passphrase, how) };
}

/**
 * A new binder's key, and the header that lets the passphrase bring it back.
 *
 * The key that seals drafts is random; the passphrase only wraps it. Another passphrase later
 * means another header, never other drafts.
 * @param {string} binder
 * @param {string} passphrase
 * @returns {Promise<{header: Header, key: CryptoKey}>}
 */
export async function makeKey(binder, passphrase) {
  const { how, key: wrapping } = await strongestKey(passphrase);
  const fresh = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, ["encrypt", "decrypt"]);
  const iv = randomBytes(12);
  const recipe = { name: "AES-GCM", iv, additionalData: wrapBytes(binder) };
  const wrapped = new Uint8Array(await crypto.subtle.wrapKey("raw", fresh, wrapping, recipe));
  /** @type {Header} */
  const header = { format: FORMAT, stretching: how, iv, wrapped };
  return { header, key: await unwrap(binder, header, wrapping) };
}

/**
 * The binder's key, unwrapped so that it can be used but never read out.
 * @param {string} binder
 * @param {Header} header
 * @param {CryptoKey} wrapping
 */
async function unwrap(binder, header, wrapping) {
  const recipe = { name: "AES-GCM", iv: header.iv.slice(), additionalData: wrapBytes(binder) };
  const uses = /** @type {KeyUsage[]} */ (["encrypt", "decrypt"]);
  return crypto.subtle.unwrapKey("raw", header.wrapped.slice(), wrapping, recipe, "AES-GCM", false, uses);
}

/**
 * @param {unknown} value
 * @param {number[]} limits
 */
function within(value, [least, most]) {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

/**
 * @param {unknown} value
 * @param {number} length
 */
function isBytes(value, length) {
  return value instanceof Uint8Array && value.length === length;
}

/**
 * The same header, when every number in it is one a tablet can carry out; else Damaged.
 * @param {Header} header
 * @returns {Header}
 */
export function checkedHeader(header) {
  const how = /** @type {any} */ (header?.stretching);
  const counts =
    how?.name === "argon2id"
      ? within(how.memory, LIMITS.memory) && within(how.passes, LIMITS.passes) && within(how.lanes, LIMITS.lanes)
      : how?.name === "pbkdf2-sha-256" && within(how.rounds, LIMITS.rounds);
  const whole = header?.format === FORMAT && isBytes(header.iv, 12) && isBytes(header.wrapped, 48);
  if (!counts || !whole || !isBytes(how.salt, 16)) throw new Damaged("binder header");
  return header;
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
  const wrapping = await wrappingKey(passphrase, checkedHeader(header).stretching);
  try {
    return await unwrap(binder, header, wrapping);
  } catch {
    throw new WrongPassphrase();
  }
}

/**
 * Text sealed for one place.
 * @param {CryptoKey} key
 * @param {Place} place
 * @param {string} text
 * @returns {Promise<Sealed>}
 */
export async function seal(key, place, text) {
  const iv = randomBytes(12);
  const recipe = { name: "AES-GCM", iv, additionalData: placeBytes(place) };
  return { iv, sealed: new Uint8Array(await crypto.subtle.encrypt(recipe, key, utf8(text))) };
}

/**
 * The text that was sealed for this very place.
 * @param {CryptoKey} key
 * @param {Place} place
 * @param {Sealed} row
 * @returns {Promise<string>}
 * @throws {Damaged}
 */
export async function unseal(key, place, { iv, sealed }) {
  try {
    const recipe = { name: "AES-GCM", iv: iv.slice(), additionalData: placeBytes(place) };
    const bytes = await crypto.subtle.decrypt(recipe, key, sealed.slice());
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Damaged("revision");
  }
}
