// New ids, random, so that nothing hangs on a position or a clock.

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const SIGNS = `${LETTERS}0123456789`;
const ROW_ID_LENGTH = 8;

/** An id of sixteen hexadecimal digits, for a draft or a binder. */
export function randomId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** An id of eight lower-case letters and digits that starts with a letter, for a row. */
export function randomRowId() {
  const numbers = crypto.getRandomValues(new Uint32Array(ROW_ID_LENGTH));
  return Array.from(numbers, (number, at) => (at === 0 ? LETTERS[number % 26] : SIGNS[number % 36])).join("");
}
