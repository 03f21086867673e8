// Dates and times as they are stored (local, without zone), as they are read in Swedish, and as they pass.

const MONTHS = [
  "januari", "februari", "mars", "april", "maj", "juni",
  "juli", "augusti", "september", "oktober", "november", "december",
];

/** @param {number} number */
function two(number) {
  return String(number).padStart(2, "0");
}

/**
 * The moment as stored in a draft: `2026-11-22T14:32:05`, on the device's own clock.
 * @param {Date} [moment]
 */
export function localMoment(moment = new Date()) {
  const clock = [moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(two).join(":");
  return `${localDay(moment)}T${clock}`;
}

/**
 * The moment as a calendar file stamps itself, in UTC: `2026-11-22T13:32:05Z`.
 * @param {Date} [moment]
 */
export function utcMoment(moment = new Date()) {
  return `${moment.toISOString().slice(0, 19)}Z`;
}

/**
 * The day as stored: `2026-11-22`.
 * @param {Date} [moment]
 */
export function localDay(moment = new Date()) {
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/**
 * A stored day or moment as people write it: `22 november 2026`; anything else unchanged.
 * @param {string} stored
 */
export function swedishDay(stored) {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(stored);
  const month = found ? MONTHS[Number(found[2]) - 1] : undefined;
  return found && month ? `${Number(found[3])} ${month} ${found[1]}` : stored;
}

/**
 * A stored moment with its clock: `22 november 2026 klockan 14.32`.
 * @param {string} stored
 */
export function swedishMoment(stored) {
  const clock = /T(\d{2}):(\d{2})/.exec(stored);
  return clock ? `${swedishDay(stored)} klockan ${clock[1]}.${clock[2]}` : swedishDay(stored);
}

/**
 * Nothing, after a while.
 * @param {number} milliseconds
 * @returns {Promise<void>}
 */
export function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(() => resolve(), milliseconds));
}
