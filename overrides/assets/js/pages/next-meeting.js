// The next meeting that the sheets of an open binder tell of, read from what was written, without Python.
import { readDay } from "../shared/days.js";

/** Where a meeting to come is written: the sheet, its day and its time. */
const PLACES = /** @type {const} */ ([
  ["inbjudan", "mote", "mote_tid"],
  ["motesanteckningar", "nasta", "nasta_tid"],
  ["vard-och-stodmote", "nasta", "nasta_tid"],
]);

/**
 * The nearest meeting from today on, or null when no sheet tells of one.
 * @param {import("../storage/entries.js").Draft[]} drafts
 * @param {string} today as stored
 * @returns {{day: string, time: string} | null}
 */
export function nextMeeting(drafts, today) {
  const found = drafts.flatMap(({ worksheet, answers }) =>
    PLACES.filter(([sheet]) => sheet === worksheet).flatMap(([, day, time]) => {
      const read = readDay(answers[day]);
      return read && read >= today ? [{ day: read, time: String(answers[time] ?? "").trim() }] : [];
    }),
  );
  return found.sort((one, other) => (`${one.day} ${one.time}` < `${other.day} ${other.time}` ? -1 : 1))[0] ?? null;
}
