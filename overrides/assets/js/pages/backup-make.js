// Makes a backup: what it holds and for whom, the file once it has been proved to open, and whether it arrived.
import { armored } from "../files/age.js";
import { gather, makeBackup } from "../files/backup.js";
import { backupName } from "../files/backup-file.js";
import { BACKUP, WHOLE } from "../files/backup-messages.js";
import { canShare, isInstalled, shareFile } from "../files/share.js";
import { offerFile, randomLetters } from "../files/download.js";
import { FileError } from "../files/sheet-file.js";
import { button, lineQuestion, place } from "./backup-parts.js";
import { part } from "./binders-parts.js";
import { newPassphrase } from "./new-passphrase.js";
import { whileBusy } from "../shared/busy.js";
import { element, moveFocus, replace, say } from "../shared/dom.js";
import { quietForm } from "../shared/passphrase-question.js";
import { localDay, localMoment } from "../shared/time.js";
import { readSealed } from "../storage/sealed-binders.js";

/**
 * @typedef {import("../storage/page-session.js").Session} Session
 * @typedef {import("../files/backup-file.js").Backup} Backup
 * @typedef {{whom: string, basis: string}} Receiver
 * @typedef {import("../files/device-file.js").DeviceBackup} DeviceBackup
 */

const MEDIA_TYPE = "application/octet-stream";
const HEADING = "Säkerhetskopiera";

/**
 * The part of the page that makes a backup of what is open.
 * @param {Session} session
 * @returns {Promise<HTMLElement>}
 */
export async function makePart(session) {
  const backup = await gather(session);
  const count = backup.entries.length;
  const damaged = (await session.binder?.damagedDays()) ?? [];
  const told = [
    session.binder ? BACKUP.holds(session.name, count) : BACKUP.memory,
    session.binder ? BACKUP.last(await session.binder.diary.lastBackup()) : "",
  ];
  const missing = damaged.length > 0 ? element("p", { class: "binders-notice" }, BACKUP.unreadable(damaged)) : null;
  if (count === 0) return part("kopiera", HEADING, element("p", {}, BACKUP.nothing), missing);
  const about = element("p", {}, told.join(" ").trim());
  return part("kopiera", HEADING, about, missing, askForm(session));
}

/** @param {Session} session */
function askForm(session) {
  const receiver = receiverQuestion();
  const passphrase = copysPassphrase(
    "kopians-losenfras",
    "Den som öppnar kopian behöver den. Stannar kopian hos dig kan du ta samma som till pärmen. Ska någon annan ha den: hitta på en ny.",
  );
  const work = async () => {
    say(place("state"), "");
    const written = passphrase.read();
    if (written === null) return;
    const whom = receiver.read();
    if (!whom) return;
    say(place("state"), BACKUP.working);
    try {
      // Gathered now: another tab may have written since the page was shown.
      const backup = await gather(session);
      const file = await whileBusy(makeBackup(backup, written));
      passphrase.question.input.value = "";
      say(place("state"), "");
      showFile(session, BACKUP.made(backup.entries.length), file, { ...whom, sheets: backup.entries.length });
    } catch (error) {
      say(place("state"), "");
      passphrase.question.fault.show(error instanceof FileError ? error.message : BACKUP.notMade);
    }
  };
  const warning = element(
    "p",
    { class: "binders-warning" },
    element("strong", {}, "Utan lösenfrasen går kopian inte att öppna. "),
    "Skriv ner den och lägg den på ett annat ställe än filen.",
  );
  const go = element("button", { type: "submit", class: "button" }, "Säkerhetskopiera");
  return quietForm(work, receiver.root, ...passphrase.parts, warning, go);
}

/**
 * The part of the page that makes a backup of every binder on the device, locked as they are; null when there is none.
 * @returns {Promise<HTMLElement | null>}
 */
export async function wholePart() {
  const { sealed, left } = await readSealed().catch(() => ({ sealed: [], left: [] }));
  if (sealed.length + left.length === 0) return null;
  const missing = left.length > 0 ? element("p", { class: "binders-notice" }, WHOLE.left(left)) : null;
  const heading = "Säkerhetskopiera hela enheten";
  if (sealed.length === 0) return part("hela", heading, element("p", {}, WHOLE.none), missing);
  const passphrase = copysPassphrase("enhetens-losenfras", "Den som läser in kopian behöver både den och pärmarnas egna lösenfraser.");
  const work = async () => {
    const written = passphrase.read();
    if (written === null) return;
    say(place("state"), BACKUP.working);
    try {
      const backup = { day: localDay(), sealed: (await readSealed()).sealed };
      const file = await whileBusy(makeBackup(backup, written));
      passphrase.question.input.value = "";
      say(place("state"), "");
      showFile(null, WHOLE.made(backup.sealed.length), file, { whom: "", basis: "", sheets: 0 });
    } catch (error) {
      say(place("state"), "");
      passphrase.question.fault.show(error instanceof FileError ? error.message : BACKUP.notMade);
    }
  };
  const go = element("button", { type: "submit", class: "button" }, "Kopiera alla pärmar");
  const about = element("p", {}, `${WHOLE.holds(sealed.length)} ${WHOLE.about}`);
  const form = quietForm(work, ...passphrase.parts, go);
  return part("hela", heading, about, missing, element("details", { class: "binders-more" }, element("summary", {}, "Gör en kopia av alla pärmar"), form));
}

/**
 * @param {string} id
 * @param {string} hint
 */
function copysPassphrase(id, hint) {
  return newPassphrase({ id, label: "Kopians lösenfras", hint, empty: BACKUP.noPassphrase });
}

/** Who is to have the copy; somebody else only with a reason that is noted in the binder. */
function receiverQuestion() {
  const whom = lineQuestion("kopian-till", "Vem ska få den?", "Skriv roll och verksamhet, till exempel VSS i kommunen.");
  const basis = lineQuestion("kopians-stod", "Finns samtycke eller lagstöd?", "Till exempel: samtycke den 3 november. Svaret sparas bara i pärmen.");
  const fault = element("p", { class: "binders-fault", tabindex: "-1" });
  const more = element("div", { class: "binders-follow", hidden: true }, whom.root, basis.root, fault);
  const choice = (/** @type {string} */ value, /** @type {string} */ words) => {
    const input = element("input", { type: "radio", name: "kopian-for", value, checked: value === "egen" });
    input.addEventListener("change", () => (more.hidden = value === "egen"));
    return element("label", { class: "binders-choice" }, input, element("span", {}, words));
  };
  const root = element(
    "fieldset",
    {},
    element("legend", {}, "Vem är kopian till?"),
    choice("egen", "Den stannar hos oss, för att kunna återställa"),
    choice("annan", "Någon annan ska få den"),
    more,
  );
  /** @returns {Receiver | null} */
  const read = () => {
    if (more.hidden) return { whom: "", basis: "" };
    const answer = { whom: whom.input.value.trim(), basis: basis.input.value.trim() };
    const isWhole = answer.whom !== "" && answer.basis !== "";
    say(fault, isWhole ? "" : BACKUP.noWhom);
    if (!isWhole) fault.focus();
    return isWhole ? answer : null;
  };
  return { root, read };
}

/**
 * @param {Session | null} session where it is noted, if anywhere
 * @param {string} words what was made
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {Receiver & {sheets: number}} receiver
 */
function showFile(session, words, bytes, receiver) {
  const made = localMoment();
  const file = new File([bytes], backupName(made.slice(0, 10), randomLetters()), { type: MEDIA_TYPE });
  const heading = element("h2", { tabindex: "-1" }, HEADING);
  const said = element("p", { role: "status" });
  const answer = element("div", { class: "binders-buttons" });
  replace(
    answer,
    button("Ja, filen är sparad", async () => {
      replace(answer);
      say(said, await note(session, { ...receiver, at: made }));
    }),
    button("Nej", () => say(said, BACKUP.notThere), true),
  );
  replace(
    place("make"),
    heading,
    element("p", { class: "binders-state" }, words),
    element("div", { class: "binders-buttons" }, ...handOvers(file, said)),
    asText(bytes, said),
    element("h3", {}, "Ligger filen där du vill ha den?"),
    element("p", {}, `Filen heter ${file.name}. Vi kan inte se om den kom fram, så det är du som svarar.`),
    answer,
    said,
  );
  moveFocus(heading);
}

/**
 * The ways to the file: in an installed app the browser's own saving often does nothing, so sharing comes first.
 * @param {File} file
 * @param {HTMLElement} said
 */
function handOvers(file, said) {
  const save = (/** @type {boolean} */ isQuiet) =>
    button("Spara filen", () => {
      offerFile(file.name, MEDIA_TYPE, file);
      say(said, BACKUP.offered);
    }, isQuiet);
  if (!canShare(file)) return [save(false)];
  const share = (/** @type {boolean} */ isQuiet) =>
    button("Dela filen", async () => say(said, (await shareFile(file)) ? BACKUP.shared : BACKUP.notShared), isQuiet);
  return isInstalled() ? [share(false), save(true)] : [save(false), share(true)];
}

/**
 * @param {Uint8Array} bytes
 * @param {HTMLElement} said
 */
function asText(bytes, said) {
  const text = element("textarea", { readonly: true, rows: 6, "aria-label": "Kopian som text", spellcheck: "false", translate: "no", class: "backup-text" });
  const copy = button("Kopiera text", async () => {
    try {
      await navigator.clipboard.writeText(text.value);
      say(said, BACKUP.copied);
    } catch {
      text.select();
      say(said, BACKUP.notCopied);
    }
  }, true);
  const about = "Texten är krypterad, precis som filen. Sparar du den i en fil som slutar på .age kan den läsas in igen.";
  const details = element("details", { class: "binders-more" }, element("summary", {}, "Går det inte att spara filen?"), element("p", {}, about), text, copy);
  details.addEventListener("toggle", () => (text.value = armored(bytes)));
  return details;
}

/**
 * A sentence that says whether it was noted.
 * @param {Session | null} session
 * @param {Receiver & {sheets: number, at: string}} note
 */
async function note(session, { whom, basis, sheets, at }) {
  if (!session?.binder) return BACKUP.notedInMemory;
  try {
    await session.binder.diary.add({ what: "backup", at, sheets, whom, basis });
    return BACKUP.noted;
  } catch {
    return BACKUP.notNoted;
  }
}
