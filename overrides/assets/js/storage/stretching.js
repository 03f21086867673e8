// Stretches a passphrase into the key that wraps a binder's key. Nothing but vault.js uses it.

import { ACCEPTED, ARGON2_CHOICES, PBKDF2_ROUNDS, STRETCH_TIMEOUT_MS } from "./limits.js";

/**
 * @typedef {{name: "argon2id", memory: number, passes: number, lanes: number, salt: Uint8Array}} Argon2
 * @typedef {{name: "pbkdf2-sha-256", rounds: number, salt: Uint8Array}} Pbkdf2
 * @typedef {Argon2 | Pbkdf2} Stretching
 */

const SALT_BYTES = 16;

/**
 * The bytes that stand for a passphrase, however the keyboard composed its letters.
 * @param {string} passphrase
 */
function passphraseBytes(passphrase) {
  return new TextEncoder().encode(passphrase.normalize("NFC"));
}

function newSalt() {
  return crypto.getRandomValues(new Uint8Array(SALT_BYTES));
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
export async function wrappingKey(passphrase, how) {
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
export async function strongestKey(passphrase) {
  for (const choice of ARGON2_CHOICES) {
    /** @type {Argon2} */
    const how = { name: "argon2id", ...choice, lanes: 1, salt: newSalt() };
    try {
      return { how, key: await wrappingKey(passphrase, how) };
    } catch {
      // Too little memory, or no WebAssembly: the next choice asks for less.
    }
  }
  /** @type {Pbkdf2} */
  const how = { name: "pbkdf2-sha-256", rounds: PBKDF2_ROUNDS, salt: newSalt() };
  return { how, key: await wrappingKey(passphrase, how) };
}

/**
 * @param {unknown} value
 * @param {readonly number[]} limits
 */
function within(value, [least, most]) {
  return Number.isInteger(value) && Number(value) >= Number(least) && Number(value) <= Number(most);
}

/**
 * Whether a tablet can carry out what a stored header asks for.
 * @param {any} how
 */
export function isBearable(how) {
  const counts =
    how?.name === "argon2id"
      ? within(how.memory, ACCEPTED.memory) && within(how.passes, ACCEPTED.passes) && within(how.lanes, ACCEPTED.lanes)
      : how?.name === "pbkdf2-sha-256" && within(how.rounds, ACCEPTED.rounds);
  return counts && how.salt instanceof Uint8Array && how.salt.length === SALT_BYTES;
}
