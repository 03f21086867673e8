// Swedish words as the search sees them: letters folded, endings taken off, one typing error apart. As `macros/search_words.py`.

const VOWELS = "aeiouy";
const ENDINGS = ("heterna hetens andet anden andes arnas ernas ornas arens heten heter arna erna orna ande arne aste aren ades erns"
  + " enas ade are ena ern ens ets het ast en ar er or es et a e").split(" ");
const BEFORE_S = "bcdfghjklmnoprtvy";
const DOUBLES = ["dd", "gd", "nn", "dt", "gt", "kt", "tt", "llt", "skt"];
const LONG_ENDINGS = /** @type {[string, number][]} */ ([["fullt", 1], ["lost", 1], ["lig", 3], ["els", 3], ["ig", 2]]);
const STEM_KEEPS = 3;
/** A shorter word has too many neighbours to be taken for a slip. */
const SHORTEST_SLIP = 4;

/**
 * The text in small letters without dots, rings and accents: Möte and mote are one.
 * @param {string} text
 */
export function fold(text) {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}+/gu, "");
}

/**
 * The words of a text as they are written, with their places.
 * @param {string} text
 * @returns {{word: string, at: number}[]}
 */
export function wordsOf(text) {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((found) => ({ word: found[0], at: found.index }));
}

/**
 * A folded word without its endings: möten, mötet and mötena all become mot.
 * @param {string} word
 */
export function stem(word) {
  const start = stemStart(word);
  /** @param {string} ending */
  const endsIn = (ending) => word.endsWith(ending) && word.length - ending.length >= start;
  const ending = ENDINGS.find(endsIn);
  if (ending) word = word.slice(0, -ending.length);
  else if (/(?<!pl|m)ans?$/u.test(word) && word.replace(/ans?$/u, "").length >= start) word = word.replace(/ans?$/u, "");
  if (endsIn("s") && BEFORE_S.includes(word.at(-2) ?? " ")) word = word.slice(0, -1);
  if (DOUBLES.some(endsIn)) word = word.slice(0, -1);
  const long = LONG_ENDINGS.find(([last]) => endsIn(last));
  if (long) word = word.slice(0, -long[1]);
  return word.endsWith("ckn") ? word.slice(0, -1) : word;
}

/** @param {string} word */
function stemStart(word) {
  for (let place = 1; place < word.length; place += 1) {
    if (!VOWELS.includes(word.charAt(place)) && VOWELS.includes(word.charAt(place - 1))) return Math.max(STEM_KEEPS, place + 1);
  }
  return word.length;
}

/**
 * Whether two words are one typing error apart: a letter too many, missing, wrong, or two that changed places.
 * @param {string} typed
 * @param {string} meant
 */
export function isOneSlipApart(typed, meant) {
  if (typed.length < SHORTEST_SLIP || Math.abs(typed.length - meant.length) > 1 || typed === meant) return false;
  let same = 0;
  while (same < typed.length && typed[same] === meant[same]) same += 1;
  const [left, right] = [typed.slice(same), meant.slice(same)];
  if (left.length > right.length) return left.slice(1) === right;
  if (left.length < right.length) return left === right.slice(1);
  return left.slice(1) === right.slice(1)
    || (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2));
}
