// Reads a day as people write it, where Python is not needed: the same ways of writing as ract/fields/date.py.

const MONTHS = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];
const YEAR_FIRST = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/;
/** Without anything between, only eight digits are one day: 2026111 could be two. */
const ONLY_DIGITS = /^(\d{4})(\d{2})(\d{2})$/;
const DAY_FIRST = /^(\d{1,2})[-/. ]\s?(\d{1,2})[-/. ]\s?(\d{4})$/;
const WITH_MONTH = /^(?:den )?(\d{1,2}) ([a-zåäö]{3,9})\.? (\d{4})$/;

/** @param {string} words */
function parts(words) {
  const yearFirst = YEAR_FIRST.exec(words) ?? ONLY_DIGITS.exec(words);
  if (yearFirst) return [yearFirst[1], yearFirst[2], yearFirst[3]].map(Number);
  const dayFirst = DAY_FIRST.exec(words);
  if (dayFirst) return [dayFirst[3], dayFirst[2], dayFirst[1]].map(Number);
  const named = WITH_MONTH.exec(words);
  const month = named ? MONTHS.findIndex((name) => name.startsWith(String(named[2]))) : -1;
  return named && month >= 0 ? [Number(named[3]), month + 1, Number(named[1])] : null;
}

/**
 * The day that was written, as stored (`2026-03-27`), or null when it is no day of the calendar.
 * @param {unknown} written
 * @returns {string | null}
 */
export function readDay(written) {
  const [year = 0, month = 0, day = 0] = (typeof written === "string" && parts(written.trim().toLowerCase())) || [];
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}
