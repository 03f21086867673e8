// Seals and opens age files with a passphrase, away from the page's thread: one piece of work, one answer.
//
// The format is age v1 with one scrypt stanza. What age does with other keys is left out, and so is
// their code: a passphrase is the only key that a person here has.

import { Stanza, encodeHeader, encodeHeaderNoMAC, parseHeader } from "../../../runtime/vendor/age/age/format.js";
import { flatten, read, readAll, stream } from "../../../runtime/vendor/age/age/io.js";
import { decryptSTREAM, encryptSTREAM } from "../../../runtime/vendor/age/age/stream.js";
import { base64nopad } from "../../../runtime/vendor/age/base/index.js";
import { chacha20poly1305 } from "../../../runtime/vendor/age/ciphers/chacha.js";
import { hkdf } from "../../../runtime/vendor/age/hashes/hkdf.js";
import { hmac } from "../../../runtime/vendor/age/hashes/hmac.js";
import { scrypt } from "../../../runtime/vendor/age/hashes/scrypt.js";
import { sha256 } from "../../../runtime/vendor/age/hashes/sha2.js";

/** @typedef {{work: "seal" | "open", bytes: Uint8Array, passphrase: string, logN: number}} Asked */

const SALT_LABEL = "age-encryption.org/v1/scrypt";
const NO_NONCE = new Uint8Array(12);

/** @param {string} text */
function utf8(text) {
  return new TextEncoder().encode(text);
}

/**
 * @param {string} passphrase
 * @param {Uint8Array} salt
 * @param {number} logN
 */
function stretched(passphrase, salt, logN) {
  return scrypt(utf8(passphrase), flatten([utf8(SALT_LABEL), salt]), { N: 2 ** logN, r: 8, p: 1, dkLen: 32 });
}

/**
 * @param {Uint8Array} fileKey
 * @param {string} label
 * @param {Uint8Array} [nonce]
 */
function derived(fileKey, label, nonce) {
  return hkdf(sha256, fileKey, nonce, utf8(label), 32);
}

/**
 * The bytes as an age file.
 * @param {Asked} asked
 */
async function seal({ bytes, passphrase, logN }) {
  const [fileKey, salt, nonce] = [16, 16, 16].map((count) => crypto.getRandomValues(new Uint8Array(count)));
  const wrapped = chacha20poly1305(stretched(passphrase, salt, logN), NO_NONCE).encrypt(fileKey);
  const stanzas = [new Stanza(["scrypt", base64nopad.encode(salt), String(logN)], wrapped)];
  const mac = hmac(sha256, derived(fileKey, "header"), encodeHeaderNoMAC(stanzas));
  const sealed = await readAll(stream(bytes).pipeThrough(encryptSTREAM(derived(fileKey, "payload", nonce))));
  return flatten([encodeHeader(stanzas, mac), nonce, sealed]);
}

/**
 * The file's key, or null when the passphrase is another.
 * @param {Stanza} stanza
 * @param {string} passphrase
 */
function unwrapped(stanza, passphrase) {
  const [, salt = "", logN] = stanza.args;
  const key = stretched(passphrase, base64nopad.decode(salt), Number(logN));
  try {
    return chacha20poly1305(key, NO_NONCE).decrypt(stanza.body);
  } catch {
    return null;
  }
}

/**
 * What was sealed, or null when the passphrase is another.
 * @param {Asked} asked
 */
async function open({ bytes, passphrase }) {
  const { stanzas, headerNoMAC, MAC, rest } = await parseHeader(stream(bytes));
  const fileKey = unwrapped(/** @type {Stanza} */ (stanzas[0]), passphrase);
  if (!fileKey) return null;
  // The comparison may take its time: who can change the file already has it.
  if (String(hmac(sha256, derived(fileKey, "header"), headerNoMAC)) !== String(MAC)) throw new Error("header");
  const { data: nonce, rest: sealed } = await read(rest, 16);
  return readAll(sealed.pipeThrough(decryptSTREAM(derived(fileKey, "payload", nonce))));
}

/** @param {MessageEvent<Asked>} event */
async function work({ data }) {
  try {
    const bytes = await (data.work === "seal" ? seal(data) : open(data));
    self.postMessage({ bytes });
  } catch (error) {
    // What cannot be allocated is a RangeError; all else says that the file is not what it was.
    self.postMessage({ failure: error instanceof RangeError ? "memory" : "damaged" });
  }
}

self.addEventListener("message", work);
self.postMessage({ ready: true });
