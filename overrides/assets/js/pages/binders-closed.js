// What the page of binders shows while none is open: the binders there are, and the ways to keep sheets.
import { binderChoice, part, sheetList } from "./binders-parts.js";
import { bindersPassphrase, codeQuestion } from "./binders-secrets.js";
import { CODE, DEVICE, PRACTICE, ROOM, WAYS } from "./binders-words.js";
import { element } from "../shared/dom.js";
import { passphraseQuestion, quietForm } from "../shared/passphrase-question.js";
import { swedishDay } from "../shared/time.js";
import { makeCode } from "../storage/recovery-code.js";
import { recoverBinder } from "../storage/binder-keys.js";
import { BINDER_MESSAGES as SAID } from "../storage/messages.js";
import { createBinder, createDeviceBinder, openBinder, openDeviceBinder } from "../storage/session.js";

/**
 * @typedef {import("./binders.js").BindersPage} BindersPage
 * @typedef {import("../storage/session.js").BinderListing} BinderListing
 */

/**
 * The sheets that are in no binder.
 * @param {Parameters<typeof sheetList>[0]} sheets
 */
export function loosePart(sheets) {
  return part("utan-parm", "Blad utan pärm", element("p", {}, ROOM.loose), sheetList(sheets));
}

/**
 * The binders on this device, and what opens the chosen one.
 * @param {BindersPage} page
 * @param {BinderListing[]} binders
 * @param {boolean} hasLoose
 */
export function openPart(page, binders, hasLoose) {
  const heading = "Dina pärmar på den här enheten";
  if (binders.length === 0) return part("dina-parmar", heading, element("p", {}, ROOM.none));
  const choice = binderChoice(binders, swedishDay);
  const chosen = () => {
    const id = /** @type {HTMLInputElement | null} */ (choice.querySelector("input:checked"))?.value;
    return /** @type {BinderListing} */ (binders.find((binder) => binder.id === id) ?? binders[0]);
  };
  const question = passphraseQuestion({ id: "losenfras", label: "Lösenfras", hint: ROOM.oldHint, autocomplete: "current-password" });
  const bring = element("input", { type: "checkbox", checked: true });
  const take = element("label", { class: "binders-choice" }, bring, element("span", {}, ROOM.take));
  const device = element("p", {}, ROOM.device);
  const paper = recoveryPart(page, chosen, () => bring.checked);
  const show = () => {
    const isDevice = chosen().kind === "device";
    question.root.hidden = isDevice;
    device.hidden = !isDevice;
    paper.show(chosen());
  };
  choice.addEventListener("change", show);
  show();
  const open = async () => {
    const { id, kind } = chosen();
    const options = { bring: bring.checked };
    if (kind === "device") await page.attempt(question.fault, SAID.opened, SAID.notOpened, () => openDeviceBinder(id, options));
    else if (question.input.value === "") question.fault.show(SAID.emptyPassphrase);
    else await page.attempt(question.fault, SAID.opened, SAID.notOpened, () => openBinder(id, question.input.value, options));
  };
  const button = element("button", { type: "submit", class: "button" }, "Öppna");
  return part("dina-parmar", heading, quietForm(open, choice, question.root, device, hasLoose ? take : null, button), paper.root);
}

/**
 * @param {BindersPage} page
 * @param {() => BinderListing} chosen
 * @param {() => boolean} brings
 */
function recoveryPart(page, chosen, brings) {
  const code = codeQuestion("kod");
  const fresh = bindersPassphrase("aterstalld-losenfras", "Lösenfras från och med nu");
  const recover = async () => {
    const typed = code.read();
    const passphrase = typed && fresh.read();
    if (!typed || !passphrase) return;
    await page.attempt(code.fault, SAID.opened, SAID.notOpened, () => recoverBinder(chosen().id, typed, passphrase, { bring: brings() }), CODE.wrong);
  };
  const button = element("button", { type: "submit", class: "button" }, "Använd koden");
  const form = quietForm(recover, code.root, ...fresh.parts, element("p", {}, button));
  const none = element("p", {}, ROOM.noCode);
  const root = element("details", { class: "binders-more" }, element("summary", {}, ROOM.forgotten), form, none);
  const show = (/** @type {BinderListing} */ { kind, hasCode }) => {
    root.hidden = kind === "device";
    form.hidden = !hasCode;
    none.hidden = hasCode;
  };
  return { root, show };
}

/**
 * The ways to keep sheets, each in a sentence, and what begins each of them.
 * @param {BindersPage} page
 * @param {boolean} hasLoose
 */
export function waysPart(page, hasLoose) {
  const ways = [WAYS.passphrase, WAYS.none, WAYS.device].map(([name, about]) =>
    element("div", {}, element("dt", {}, name), element("dd", {}, about)),
  );
  return [
    part("satt-att-spara", WAYS.heading, element("dl", { class: "binders-ways" }, ...ways), page.link("oversikt/", "Välj arbetsblad utan att spara")),
    createPart(page, hasLoose),
    devicePart(page),
    practicePart(page),
  ];
}

/**
 * @param {BindersPage} page
 * @param {boolean} hasLoose
 */
function createPart(page, hasLoose) {
  const fresh = bindersPassphrase("ny-losenfras", "Ny lösenfras");
  const wantsCode = element("input", { type: "checkbox", checked: true });
  const create = async () => {
    const passphrase = fresh.read();
    if (!passphrase) return;
    const code = wantsCode.checked ? makeCode() : "";
    page.code = code;
    await page.attempt(fresh.question.fault, SAID.created, SAID.notCreated, () => createBinder(passphrase, code ? { code } : {}));
  };
  return part(
    "ny-parm",
    "Skapa en ny pärm",
    hasLoose ? element("p", {}, ROOM.follows) : null,
    quietForm(
      create,
      ...fresh.parts,
      element("label", { class: "binders-choice" }, wantsCode, element("span", {}, CODE.choose)),
      warning(),
      element("button", { type: "submit", class: "button" }, "Skapa pärm"),
    ),
  );
}

function warning() {
  return element(
    "p",
    { class: "binders-warning" },
    element("strong", {}, "Glömmer du lösenfrasen, och har ingen återställningskod, är bladen förlorade. "),
    "Ingen kan ta fram den eller öppna pärmen åt dig. Skriv ner den och förvara den säkert, inte tillsammans med enheten.",
  );
}

/** @param {BindersPage} page */
function devicePart(page) {
  const make = () => void page.attempt(null, SAID.created, SAID.notCreated, () => createDeviceBinder());
  return element(
    "details",
    { class: "binders-more" },
    element("summary", {}, "Egen enhet: en pärm utan lösenfras"),
    element("p", {}, DEVICE.who),
    element("p", {}, DEVICE.gone),
    element("button", { type: "button", class: "button button--quiet", on: { click: make } }, DEVICE.make),
  );
}

/** @param {BindersPage} page */
function practicePart(page) {
  const start = () => void page.attempt(null, "", PRACTICE.failed, () => page.practise());
  return part(
    "ovning",
    PRACTICE.heading,
    element("p", {}, PRACTICE.about),
    element("button", { type: "button", class: "button button--quiet", on: { click: start } }, PRACTICE.start),
  );
}
