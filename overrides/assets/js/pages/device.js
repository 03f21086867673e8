// The page Den här enheten: whether it keeps the notes, what lies on it, and a way to take everything away.
import { isInstalled } from "../files/share.js";
import { button } from "./backup-parts.js";
import { part } from "./binders-parts.js";
import { OfflinePart } from "./device-offline.js";
import { DEVICE, backupVerdict, verdicts } from "./device-words.js";
import { startGuard } from "../guard/guard.js";
import { element, moveFocus, replace, say } from "../shared/dom.js";
import { quietForm } from "../shared/passphrase-question.js";
import { ROOT } from "../shared/root.js";
import { askToKeep, emptyDevice, isKept, lookOnDevice, roomLeft } from "../storage/on-device.js";
import { listBinders, resumeSession } from "../storage/session.js";

/**
 * @typedef {import("../storage/page-session.js").Session} Session
 * @typedef {import("../storage/on-device.js").OnDevice} OnDevice
 */

/** While everything is taken away the page must not show it anew. */
let isEmptying = false;

/** @param {string} name */
function place(name) {
  return /** @type {HTMLElement} */ (document.querySelector(`[data-device${name}]`));
}

/** @param {import("./device-words.js").Verdict} verdict */
function verdictLine({ isGood, title, words }) {
  const mark = element("span", { class: isGood ? "device-mark" : "device-mark device-mark--bad" }, isGood ? DEVICE.good : DEVICE.bad);
  return element("li", {}, mark, element("div", {}, element("strong", {}, title), element("p", {}, words)));
}

/** @param {Session} session */
async function keepingPart(session) {
  const kept = await isKept();
  const facts = {
    isSecure: globalThis.isSecureContext,
    notice: session.notice,
    kept,
    installed: isInstalled(),
    isApple: navigator.vendor.startsWith("Apple"),
    room: await roomLeft(),
  };
  const ask = async () => {
    const isPromised = await askToKeep();
    await show(session);
    say(place("-state"), isPromised ? DEVICE.promised : DEVICE.notPromised);
  };
  const lines = element("ul", { class: "device-verdicts" }, ...verdicts(facts).map(verdictLine));
  const canAsk = facts.isSecure && !kept;
  return part("behaller", "Behåller enheten det ni skriver?", lines, canAsk ? button("Be webbläsaren att behålla", ask, true) : null);
}

/** @param {Session} session */
async function backupPart(session) {
  const way = element("p", {}, element("a", { href: new URL("sakerhetskopia/", ROOT).href }, "Till säkerhetskopian"));
  if (!session.binder) return part("kopior", "Säkerhetskopior", element("p", {}, DEVICE.noBinder), way);
  const at = await session.binder.diary.lastBackup();
  const line = verdictLine(backupVerdict(session.name, at, new Date()));
  return part("kopior", "Säkerhetskopior", element("ul", { class: "device-verdicts" }, line), way);
}

/** @param {OnDevice} found */
function storedPart({ databases, files, memory, habits, worker }) {
  const rows = [
    ...databases.map((name) => [DEVICE.database, name]),
    ...files.map((name) => [DEVICE.files, name]),
    ...memory.map((name) => [DEVICE.memory, name]),
    ...habits.map((name) => [DEVICE.habit, name]),
    ...(worker ? [[DEVICE.worker, "sw.js"]] : []),
  ];
  const lines = rows.map(([what, name]) => element("li", {}, `${what} `, element("code", {}, name)));
  const list = lines.length > 0 ? element("ul", {}, ...lines) : element("p", {}, DEVICE.nothing);
  return part("ligger", "Det här ligger på enheten", list);
}

/** @param {Session} session */
async function emptyPart(session) {
  const count = (await listBinders().catch(() => [])).length;
  const agree = element("input", { type: "checkbox", id: "tom-forsta" });
  const fault = element("p", { class: "binders-fault", tabindex: "-1" });
  const work = async () => {
    say(fault, agree.checked ? "" : DEVICE.mustAgree);
    if (!agree.checked) return fault.focus();
    isEmptying = true;
    await session.lock();
    const isEmpty = await emptyDevice().catch(() => false);
    const again = element("p", {}, element("a", { href: ROOT.href }, "Till startsidan"));
    replace(place(""), part("tomd", isEmpty ? "Enheten är tömd" : "Enheten är inte helt tömd", element("p", {}, isEmpty ? DEVICE.emptied : DEVICE.held), again));
    moveFocus(/** @type {HTMLElement} */ (document.getElementById("tomd")));
  };
  const label = element("label", { class: "binders-choice" }, agree, element("span", {}, "Jag förstår att det inte går att ångra"));
  const remains =
    "Krypterade rester kan ligga kvar på disken tills webbläsaren har städat. Filer som är nerladdade och papper som är utskrivna påverkas inte.";
  return part(
    "tom",
    "Töm enheten",
    element("p", {}, DEVICE.loses(count)),
    element("p", {}, remains),
    quietForm(work, label, fault, element("button", { type: "submit", class: "button button--quiet" }, "Töm enheten")),
  );
}

/** Stays as it is while the rest is shown anew, so that a fetching under way is not lost sight of. */
const offline = new OfflinePart(verdictLine, async () => {
  document.getElementById("ligger")?.closest("section")?.replaceWith(storedPart(await lookOnDevice()));
});

/** @param {Session} session */
async function show(session) {
  const stored = storedPart(await lookOnDevice());
  replace(place(""), await keepingPart(session), offline.whole, await backupPart(session), stored, await emptyPart(session));
}

/** Nothing; the page tells how things are on this device, and follows when a binder is opened or locked. */
export async function start() {
  const session = await resumeSession();
  session.onChange(async ({ type }) => {
    if (!isEmptying && (type === "opened" || type === "locked")) await show(session);
  });
  startGuard(session);
  await show(session);
  await offline.show();
}
