// The code on paper that opens a binder when the passphrase is forgotten: random letters in groups, each with a check letter.

/** Without I, L, O and U: nobody can read them as 1, 0 or V. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUPS = 7;
/** Four random letters of five bits in each of seven groups: 140 random bits. */
const RANDOM_IN_GROUP = 4;
/** Odd, so that one wrong letter is always found; different, so that two that changed places almost always are. */
const WEIGHTS = [1, 3, 5, 7];

/**
 * @typedef {{code: string} | {wrongGroup: number} | {groups: number}} Reading a whole code, the first group that
 *   cannot be right, or how many groups there are when they are too few or too many
 */

/**
 * The check letter: also of the group's place, so that two groups in the wrong order are found.
 * @param {number[]} values
 * @param {number} group
 */
function checkLetter(values, group) {
  const sum = values.reduce((total, value, at) => total + value * Number(WEIGHTS[at]), group * 11 + 5);
  return LETTERS[sum % LETTERS.length];
}

/**
 * A new code, as it stands on paper: `7K3FX-…`, seven groups of five.
 * @returns {string}
 */
export function makeCode() {
  const drawn = crypto.getRandomValues(new Uint8Array(GROUPS * RANDOM_IN_GROUP));
  const groups = Array.from({ length: GROUPS }, (_, group) => {
    const values = [...drawn.slice(group * RANDOM_IN_GROUP, (group + 1) * RANDOM_IN_GROUP)].map((byte) => byte % LETTERS.length);
    return values.map((value) => LETTERS[value]).join("") + checkLetter(values, group);
  });
  return groups.join("-");
}

/**
 * What somebody typed from the paper, in big or small letters, with or without hyphens and spaces.
 * @param {string} typed
 * @returns {Reading}
 */
export function readCode(typed) {
  const letters = typed.toUpperCase().replaceAll("O", "0").replace(/[IL]/g, "1").replace(/[\s\-–—.]/g, "");
  const groups = letters.match(/.{1,5}/gu) ?? [];
  if (groups.length !== GROUPS || groups.at(-1)?.length !== RANDOM_IN_GROUP + 1) return { groups: groups.length };
  const wrong = groups.findIndex((group, at) => {
    const values = [...group.slice(0, RANDOM_IN_GROUP)].map((letter) => LETTERS.indexOf(letter));
    return values.includes(-1) || checkLetter(values, at) !== group.at(-1);
  });
  return wrong >= 0 ? { wrongGroup: wrong + 1 } : { code: groups.join("-") };
}
