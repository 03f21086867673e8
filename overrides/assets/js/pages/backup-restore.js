// Reads a backup in: shows first what it would do with each sheet, then does it, and can take it back.
import { Stopped, compareBackup, openBackup, restore, takeBack } from "../files/backup.js";
import { RESTORE, WHOLE } from "../files/backup-messages.js";
import { FileError } from "../files/sheet-file.js";
import { button, place } from "./backup-parts.js";
import { part } from "./binders-parts.js";
import { readDefinitions } from "../shared/definitions.js";
import { whileBusy } from "../shared/busy.js";
import { element, moveFocus, replace, say } from "../shared/dom.js";
import { passphraseQuestion, quietForm } from "../shared/passphrase-question.js";
import { swedishDay, swedishMoment } from "../shared/time.js";
import { binderName } from "../storage/messages.js";
import { addSealed } from "../storage/sealed-binders.js";
import { listBinders } from "../storage/session.js";
import { WrongPassphrase } from "../storage/vault.js";

/**
 * @typedef {import("../storage/page-session.js").Session} Session
 * @typedef {import("../files/backup.js").Step} Step
 * @typedef {import("../files/backup.js").Restored} Restored
 * @typedef {import("../files/backup-file.js").Backup} Backup
 */

const HEADING = "Läs in en säkerhetskopia";
const SORTS = { new: RESTORE.isNew, same: RESTORE.isSame, differs: RESTORE.differs };

/**
 * The part of the page that asks for a backup.
 * @param {Session} session
 * @returns {HTMLElement}
 */
export function restorePart(session) {
  const file = element("input", { id: "kopia", type: "file", accept: ".age,.txt,application/octet-stream,text/plain", class: "backup-file" });
  const passphrase = passphraseQuestion({
    id: "kopia-losenfras",
    label: "Kopians lösenfras",
    hint: "Den som valdes när kopian gjordes. Det kan vara en annan än pärmens.",
    autocomplete: "current-password",
  });
  const work = async () => {
    const chosen = file.files?.[0];
    if (!chosen) return passphrase.fault.show(RESTORE.chooseFile);
    if (passphrase.input.value === "") return passphrase.fault.show(RESTORE.noPassphrase);
    passphrase.fault.clear();
    say(place("state"), RESTORE.opening);
    try {
      const backup = await whileBusy(openBackup(chosen, passphrase.input.value));
      passphrase.input.value = "";
      say(place("state"), "");
      if ("sealed" in backup) await previewDevice(session, backup);
      else await preview(session, backup);
    } catch (error) {
      say(place("state"), "");
      passphrase.fault.show(reason(error));
    }
  };
  const choose = element("div", { class: "binders-question" }, element("label", { for: "kopia" }, "Fil med säkerhetskopian"), file);
  const go = element("button", { type: "submit", class: "button" }, "Läs in fil");
  const about = element("p", {}, "Du får först se vad som skulle hända. Inget skrivs över.");
  return part("aterstall", HEADING, about, quietForm(work, choose, passphrase.root, go));
}

/** @param {unknown} error */
function reason(error) {
  if (error instanceof WrongPassphrase) return RESTORE.wrong;
  return error instanceof FileError ? error.message : RESTORE.noMemory;
}

/** @returns {Promise<Map<string, string>>} */
async function readTitles() {
  try {
    return new Map((await readDefinitions()).map(({ id, title }) => [id, title]));
  } catch {
    return new Map();
  }
}

/**
 * @param {Session} session
 * @param {Backup} backup
 */
async function preview(session, backup) {
  const [steps, titles] = await Promise.all([compareBackup(session, backup), readTitles()]);
  const hasWork = steps.some(({ sort }) => sort !== "same");
  const heading = element("h2", { id: "forhandsvisning", tabindex: "-1" }, "Det här skulle hända");
  const go = button("Återställ", () => carryOut(session, steps));
  const stop = button(hasWork ? "Avbryt" : "Stäng", () => close(session, hasWork ? RESTORE.cancelled : ""), true);
  replace(
    place("restore"),
    heading,
    element("p", {}, RESTORE.opened(backup.binder.name, backup.day, steps.length)),
    session.binder ? null : element("p", { class: "binders-notice" }, RESTORE.memory),
    hasWork ? null : element("p", {}, RESTORE.nothingToDo),
    element("ul", { class: "binders-sheets" }, ...steps.map((step) => stepLine(step, titles))),
    element("div", { class: "binders-buttons" }, hasWork ? go : null, stop),
  );
  moveFocus(heading);
}

/**
 * @param {Step} step
 * @param {Map<string, string>} titles
 */
function stepLine({ entry, sort, standing }, titles) {
  const { worksheet, saved_at: savedAt } = entry.draft;
  const days = [`I kopian: ${savedAt ? swedishMoment(savedAt) : "okänd dag"}`];
  if (sort === "differs" && standing) days.push(`här: ${swedishMoment(standing.saved_at)}`);
  return element(
    "li",
    {},
    element("strong", {}, titles.get(worksheet) ?? worksheet),
    element("span", { class: "binders-soft" }, `${days.join(", ")}.`),
    element("span", { class: "backup-sort" }, SORTS[sort]),
  );
}

/**
 * @param {Session} session
 * @param {import("../files/device-file.js").DeviceBackup} backup
 */
async function previewDevice(session, { day, sealed }) {
  const there = new Set((await listBinders()).map(({ id }) => id));
  const lines = sealed.map(({ binder, revisions }) =>
    element(
      "li",
      {},
      element("strong", {}, binderName(binder.number)),
      element("span", { class: "binders-soft" }, `Senast sparad ${swedishDay(binder.saved_on)}, ${revisions.length} sparade versioner.`),
      element("span", { class: "backup-sort" }, there.has(binder.id) ? WHOLE.isThere : WHOLE.isNew),
    ),
  );
  const heading = element("h2", { tabindex: "-1" }, "Det här skulle hända");
  const put = button("Återställ", async () => {
    for (const one of place("restore").querySelectorAll("button")) one.disabled = true;
    close(session, await whileBusy(putOnDevice(sealed)));
  });
  const stop = button("Avbryt", () => close(session, RESTORE.cancelled), true);
  const about = element("p", {}, WHOLE.opened(day, sealed.length));
  replace(place("restore"), heading, about, element("ul", { class: "binders-sheets" }, ...lines), element("div", { class: "binders-buttons" }, put, stop));
  moveFocus(heading);
}

/**
 * What is said when the binders were put on the device, or as many of them as there was room for.
 * @param {import("../storage/sealed-binders.js").SealedBinder[]} sealed
 */
async function putOnDevice(sealed) {
  let [added, there] = [0, 0];
  try {
    for (const one of sealed) {
      if (await addSealed(one)) added += 1;
      else there += 1;
    }
  } catch {
    return WHOLE.stopped(added + there, sealed.length);
  }
  return WHOLE.done(added, there);
}

/**
 * @param {Session} session
 * @param {Step[]} steps
 */
async function carryOut(session, steps) {
  for (const one of place("restore").querySelectorAll("button")) one.disabled = true;
  try {
    const done = await whileBusy(restore(session, steps));
    showDone(session, done, RESTORE.done({ added: done.added.length, copies: done.copies.length, same: done.same }));
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    const { added, copies, same } = error.done;
    showDone(session, error.done, RESTORE.stopped(added.length + copies.length + same, steps.length));
  }
}

/**
 * @param {Session} session
 * @param {Restored} done
 * @param {string} words
 */
function showDone(session, done, words) {
  const heading = element("h2", { tabindex: "-1" }, "Återställt");
  const said = element("p", { class: "binders-state", role: "status" }, words);
  const undo = button("Ångra", async () => {
    undo.disabled = true;
    say(said, await undone(session, done));
  }, true);
  replace(place("restore"), heading, said, element("div", { class: "binders-buttons" }, undo, button("Klar", () => close(session, ""))));
  moveFocus(heading);
}

/**
 * @param {Session} session
 * @param {Restored} done
 */
async function undone(session, done) {
  try {
    return (await takeBack(session, done)) ? RESTORE.undone : RESTORE.changed;
  } catch {
    return RESTORE.notUndone;
  }
}

/**
 * @param {Session} session
 * @param {string} words
 */
function close(session, words) {
  replace(place("restore"), restorePart(session));
  say(place("state"), words);
  const heading = document.getElementById("aterstall");
  if (heading) moveFocus(heading);
}
