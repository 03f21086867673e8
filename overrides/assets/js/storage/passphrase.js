// How strong a passphrase is, in words, and five random words for the one who wants them.

import { PASSPHRASE_MESSAGES } from "./messages.js";
import { WORDS } from "./passphrase-words.js";

export const SHORTEST = 12;
const GOOD_LENGTH = 20;
const SUGGESTED_WORDS = 5;
const FEWEST_SIGNS = 5;

/**
 * @typedef {{ok: boolean, words: string}} Judgement
 */

/**
 * The number of signs as a person counts them.
 * @param {string} passphrase
 */
function signs(passphrase) {
  return Array.from(passphrase.normalize("NFC"));
}

/**
 * Whether the passphrase may be used, and what to say about it.
 * @param {string} passphrase
 * @returns {Judgement}
 */
export function judge(passphrase) {
  const written = signs(passphrase);
  if (written.length < SHORTEST) return { ok: false, words: PASSPHRASE_MESSAGES.short(written.length) };
  if (passphrase.trim() !== passphrase) return { ok: false, words: PASSPHRASE_MESSAGES.spaces };
  if (/^[\d\s.,+-]+$/.test(passphrase)) return { ok: false, words: PASSPHRASE_MESSAGES.digits };
  if (new Set(written).size < FEWEST_SIGNS) return { ok: false, words: PASSPHRASE_MESSAGES.same };
  const words = written.length < GOOD_LENGTH ? PASSPHRASE_MESSAGES.enough : PASSPHRASE_MESSAGES.good;
  return { ok: true, words };
}

/**
 * A number from 0 up to, but not including, `size`; each equally likely.
 * @param {number} size at most 65 536
 */
function randomBelow(size) {
  const fair = 65_536 - (65_536 % size);
  const drawn = new Uint16Array(1);
  do crypto.getRandomValues(drawn);
  while (drawn[0] >= fair);
  return drawn[0] % size;
}

/**
 * Five random words, and what to say about them.
 * @returns {{passphrase: string, words: string}}
 */
export function suggest() {
  const drawn = Array.from({ length: SUGGESTED_WORDS }, () => WORDS[randomBelow(WORDS.length)]);
  const size = new Intl.NumberFormat("sv-SE").format(WORDS.length);
  return { passphrase: drawn.join(" "), words: PASSPHRASE_MESSAGES.suggested(SUGGESTED_WORDS, size) };
}
