// What the page of binders shows while one is open: what is due, what is in it, and what can be done with the whole.
import { part, sheetList } from "./binders-parts.js";
import { bindersPassphrase, codeOnPaper } from "./binders-secrets.js";
import { CHANGE, CODE, PRACTICE, REMOVE, RENAME, ROOM } from "./binders-words.js";
import { nextMeeting } from "./next-meeting.js";
import { element } from "../shared/dom.js";
import { Fault, passphraseQuestion, quietForm } from "../shared/passphrase-question.js";
import { localDay, swedishDay, swedishMoment } from "../shared/time.js";
import { changePassphrase, newCode } from "../storage/binder-keys.js";
import { removeBinder } from "../storage/binder-rows.js";
import { BINDER_MESSAGES as SAID } from "../storage/messages.js";
import { giveName } from "../storage/nicknames.js";

/**
 * @typedef {import("./binders.js").BindersPage} BindersPage
 * @typedef {import("../storage/entries.js").Draft} Draft
 * @typedef {{drafts: Draft[], problem: string, sheets: Parameters<typeof sheetList>[0], kind: "passphrase" | "device",
 *   backedUpOn: string, shown: {isShown: boolean, name: string, hasOwn: boolean}, changed: {address: string, title: string}[]}} Opened
 */

const LONGEST_NAME = 40;

/**
 * The open binder.
 * @param {BindersPage} page
 * @param {Opened} opened
 */
export function openedParts(page, opened) {
  const { session } = page;
  const lock = element("button", { type: "button", class: "button", on: { click: () => session.lock() } }, "Lås");
  const unread = session.damaged.length;
  const notices = [opened.problem, unread > 0 ? SAID.unreadable(unread) : ""].filter((words) => words !== "");
  return [
    part(
      "parmen",
      `${session.name} är öppen`,
      element("p", {}, opened.kind === "device" ? ROOM.device : ROOM.intro),
      element("div", { class: "binders-buttons" }, lock, page.link("min-plan/", "Till min plan"), page.link("oversikt/", "Välj arbetsblad")),
      ...notices.map((words) => element("p", { class: "binders-notice" }, words)),
      page.code ? codeOnPaper(page.code, () => page.forgetCode()) : null,
      changedSheets(opened.changed),
      glance(opened),
      element("h3", {}, "Det här ligger i pärmen"),
      opened.sheets.length > 0 ? sheetList(opened.sheets) : element("p", {}, ROOM.empty),
    ),
    part("om-parmen", "Om pärmen", renaming(page, opened), ...(opened.kind === "device" ? [] : [changing(page), coding(page)]), removing(page)),
  ];
}

/**
 * The invented person's binder.
 * @param {BindersPage} page
 * @param {Parameters<typeof sheetList>[0]} sheets
 */
export function practiceParts(page, sheets) {
  const end = element("button", { type: "button", class: "button", on: { click: () => page.session.lock() } }, "Avsluta övningen");
  const buttons = element("div", { class: "binders-buttons" }, end, page.link("min-plan/", "Till min plan"), page.link("oversikt/", "Välj arbetsblad"));
  return [part("parmen", "Övningspärmen är öppen", element("p", {}, PRACTICE.open), buttons, sheetList(sheets))];
}

/** @param {Opened} opened */
function glance({ drafts, backedUpOn }) {
  const meeting = nextMeeting(drafts, localDay());
  const saved = drafts[0]?.saved_at ?? "";
  const facts = [
    ["Senast sparad", saved ? swedishMoment(saved) : "inget sparat än"],
    ["Senast säkerhetskopierad", backedUpOn ? swedishDay(backedUpOn) : ROOM.never],
    ["Nästa möte", meeting ? `${swedishDay(meeting.day)}${meeting.time ? ` klockan ${meeting.time}` : ""}` : ROOM.noMeeting],
  ];
  return element("dl", { class: "binders-glance" }, ...facts.map(([name, words]) => element("div", {}, element("dt", {}, name), element("dd", {}, words))));
}

/** @param {{address: string, title: string}[]} changed */
function changedSheets(changed) {
  if (changed.length === 0) return null;
  const links = changed.map(({ address, title }) => element("li", {}, element("a", { href: address }, `Se vad som ändrades på ${title}`)));
  return element("div", { class: "binders-warning" }, element("p", {}, "Plattan har varit utlämnad."), element("ul", { class: "binders-sheets" }, ...links));
}

/**
 * @param {string} heading
 * @param {...import("../shared/dom.js").Child} children
 */
function more(heading, ...children) {
  return element("details", { class: "binders-more" }, element("summary", {}, heading), ...children);
}

/**
 * @param {BindersPage} page
 * @param {Opened} opened
 */
function renaming(page, { shown }) {
  const own = shown.hasOwn ? page.session.name : "";
  const input = element("input", { id: "smeknamn", type: "text", value: own, autocomplete: "off", spellcheck: "false", translate: "no", "aria-describedby": "smeknamn-hjalp smeknamn-fel" });
  const fault = new Fault(input, "smeknamn-fel");
  const isShown = element("input", { type: "checkbox", checked: shown.isShown });
  const save = async () => {
    const name = input.value.trim().normalize("NFC");
    if (name.length > LONGEST_NAME) return fault.show(RENAME.long);
    await page.attempt(fault, RENAME.done, RENAME.failed, async () => {
      const { binder } = page.session;
      if (binder) await page.session.rename(await giveName(binder, name, isShown.checked));
    });
  };
  const question = element(
    "div",
    { class: "binders-question" },
    element("label", { for: "smeknamn" }, RENAME.label),
    element("p", { id: "smeknamn-hjalp", class: "binders-hint" }, RENAME.hint),
    element("div", { class: "binders-entry" }, input),
    fault.line,
  );
  return more(
    RENAME.heading,
    shown.hasOwn && !shown.isShown ? element("p", {}, RENAME.hidden(shown.name)) : null,
    quietForm(save, question, element("label", { class: "binders-choice" }, isShown, element("span", {}, RENAME.shown)), element("button", { type: "submit", class: "button" }, RENAME.save)),
  );
}

/** @param {BindersPage} page */
function changing(page) {
  const old = passphraseQuestion({ id: "gammal-losenfras", label: CHANGE.old, hint: ROOM.oldHint, autocomplete: "current-password" });
  const fresh = bindersPassphrase("bytt-losenfras", CHANGE.fresh);
  const change = async () => {
    if (old.input.value === "") return old.fault.show(SAID.emptyPassphrase);
    const passphrase = fresh.read();
    const { binder } = page.session;
    if (!passphrase || !binder) return;
    const isDone = await page.attempt(old.fault, CHANGE.done, CHANGE.failed, () => changePassphrase(binder.id, { passphrase: old.input.value }, passphrase));
    if (!isDone) return;
    for (const { input, reveal } of [old, fresh.question]) {
      input.value = "";
      reveal(false);
    }
  };
  return more(CHANGE.heading, quietForm(change, old.root, ...fresh.parts, element("p", {}, element("button", { type: "submit", class: "button" }, CHANGE.save))));
}

/** @param {BindersPage} page */
function coding(page) {
  const question = passphraseQuestion({ id: "kodens-losenfras", label: CHANGE.old, hint: ROOM.oldHint, autocomplete: "current-password" });
  const make = async () => {
    if (question.input.value === "") return question.fault.show(SAID.emptyPassphrase);
    const { binder } = page.session;
    if (!binder) return;
    const isDone = await page.attempt(question.fault, "", SAID.notOpened, async () => {
      page.code = await newCode(binder.id, question.input.value);
    });
    if (isDone) await page.show("koden");
  };
  return more(CODE.heading, element("p", {}, CODE.replaces), quietForm(make, question.root, element("button", { type: "submit", class: "button" }, CODE.make)));
}

/** @param {BindersPage} page */
function removing(page) {
  const input = element("input", { id: "ta-bort", type: "text", autocomplete: "off", autocapitalize: "none", spellcheck: "false", "aria-describedby": "ta-bort-fel" });
  const fault = new Fault(input, "ta-bort-fel");
  const remove = async () => {
    if (input.value.trim().toLowerCase() !== REMOVE.word) return fault.show(REMOVE.mistyped);
    const { binder } = page.session;
    if (!binder) return;
    await page.attempt(fault, REMOVE.done, REMOVE.failed, async () => {
      await removeBinder(binder.id);
      await page.session.lock();
    });
  };
  return more(
    REMOVE.heading,
    element("p", {}, REMOVE.about),
    quietForm(
      remove,
      element("div", { class: "binders-question" }, element("label", { for: "ta-bort" }, REMOVE.label), element("div", { class: "binders-entry" }, input), fault.line),
      element("button", { type: "submit", class: "button" }, REMOVE.act),
    ),
  );
}
