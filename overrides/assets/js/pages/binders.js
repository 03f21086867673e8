// The binders page: open a binder, see what is in it, lock it, or make a new one.

import { binderChoice, part, passphraseQuestion, quietForm, sheetList } from "./binders-parts.js";
import { element, moveFocus, replace, say } from "../shared/dom.js";
import { readDefinitions } from "../shared/definitions.js";
import { ROOT } from "../shared/root.js";
import { BINDER_MESSAGES as SAID } from "../storage/messages.js";
import { swedishDay, swedishMoment } from "../shared/time.js";
import { judge, suggest } from "../storage/passphrase.js";
import { SaveError, WrongPassphrase, createBinder, listBinders, openBinder, resumeSession } from "../storage/session.js";
import { Damaged } from "../storage/vault.js";

/**
 * @typedef {import("../storage/entries.js").Draft} Draft
 * @typedef {import("../storage/page-session.js").Session} Session
 */


/** @param {string} name */
function place(name) {
  return /** @type {HTMLElement} */ (document.querySelector(`[data-binders${name}]`));
}

/** @param {string} path */
function address(path) {
  return new URL(path, ROOT).href;
}

/**
 * The titles of the worksheets, by id; empty when they cannot be fetched.
 * @returns {Promise<Map<string, string>>}
 */
async function readTitles() {
  try {
    return new Map((await readDefinitions()).map(({ id, title }) => [id, title]));
  } catch {
    // The ids stand in for the titles: the binder can still be opened and its sheets reached.
    return new Map();
  }
}

/**
 * A sentence for why opening or creating did not go as asked.
 * @param {unknown} error
 * @param {string} otherwise
 */
function reason(error, otherwise) {
  if (error instanceof WrongPassphrase) return SAID.wrong;
  if (error instanceof Damaged) return SAID.damagedBinder;
  if (error instanceof SaveError) return error.message;
  return error instanceof Error && /memory|argon2/i.test(error.message) ? SAID.tooHeavy : otherwise;
}

/** The page and the session it shows. */
class BindersPage {
  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    session.onChange(({ type }) => this.#changed(type));
  }

  /** @param {string} type */
  async #changed(type) {
    if (type === "storage") say(place("-notice"), this.session.notice);
    if (type === "locked") {
      say(place("-state"), SAID.locked);
      await this.show("dina-parmar");
    }
    if (type === "opened") await this.show("parmen");
    if (type === "saved" || type === "removed") await this.#refreshSheets();
  }

  /** Nothing; a binder that is shown open shows what it now holds. */
  async #refreshSheets() {
    if (this.session.mode === "binder" && document.getElementById("parmen")) await this.show();
  }

  /**
   * Nothing; the page shows what is open, or what can be opened.
   * @param {string} [focus] the id of the heading that the reader is taken to
   */
  async show(focus) {
    say(place("-notice"), this.session.notice);
    replace(place(""), ...(this.session.mode === "binder" ? await this.#opened() : await this.#closed()));
    const heading = focus ? document.getElementById(focus) : null;
    if (heading) moveFocus(heading);
  }

  /** @returns {Promise<HTMLElement[]>} */
  async #opened() {
    const { drafts, problem } = await this.#drafts();
    const unread = this.session.damaged.length;
    const lock = element("button", { type: "button", class: "button", on: { click: () => this.session.lock() } }, "Lås");
    const next = element("a", { class: "button button--quiet", href: address("min-plan/") }, "Till min plan");
    const more = element("a", { class: "button button--quiet", href: address("oversikt/") }, "Välj arbetsblad");
    return [
      part(
        "parmen",
        `${this.session.name} är öppen`,
        element("p", {}, "Det du skriver på arbetsbladen sparas i pärmen. Tryck på Lås när du går ifrån enheten."),
        element("div", { class: "binders-buttons" }, lock, next, more),
        problem ? element("p", { class: "binders-notice" }, problem) : null,
        unread > 0 ? element("p", { class: "binders-notice" }, SAID.unreadable(unread)) : null,
        element("h3", {}, "Det här ligger i pärmen"),
        drafts.length > 0 ? await this.#sheets(drafts) : element("p", {}, "Inga blad än."),
      ),
    ];
  }

  async #drafts() {
    try {
      return { drafts: await this.session.drafts(), problem: "" };
    } catch (error) {
      return { drafts: [], problem: reason(error, SAID.notOpened) };
    }
  }

  /** @param {Draft[]} drafts */
  async #sheets(drafts) {
    const titles = await readTitles();
    const sheets = drafts.map(({ id, worksheet, saved_at: savedAt }) => ({
      address: address(`arbetsblad/${encodeURIComponent(worksheet)}/#blad=${id}`),
      title: titles.get(worksheet) ?? worksheet,
      about: `Senast ändrat ${swedishMoment(savedAt)}`,
      mark: this.session.copyOf(id) ? "Kopia i konflikt" : "",
    }));
    return sheetList(sheets);
  }

  /** @returns {Promise<HTMLElement[]>} */
  async #closed() {
    const binders = await this.#binders();
    const { drafts } = await this.#drafts();
    const loose =
      drafts.length > 0
        ? [
            part(
              "utan-parm",
              "Blad utan pärm",
              element("p", {}, "De här bladen finns bara i webbläsarens minne. De försvinner strax efter att du stängt sidan."),
              await this.#sheets(drafts),
            ),
          ]
        : [];
    return [...loose, this.#openPart(binders, drafts.length > 0), this.#createPart(drafts.length > 0)];
  }

  async #binders() {
    try {
      return await listBinders();
    } catch {
      // The notice above already says that this browser cannot keep anything.
      return [];
    }
  }

  /**
   * @param {import("../storage/session.js").BinderListing[]} binders
   * @param {boolean} hasLoose
   */
  #openPart(binders, hasLoose) {
    const heading = "Dina pärmar på den här enheten";
    if (binders.length === 0) return part("dina-parmar", heading, element("p", {}, "Det finns ingen pärm här än."));
    const choice = binderChoice(binders, swedishDay);
    const question = passphraseQuestion({
      id: "losenfras",
      label: "Lösenfras",
      hint: "Skriv den precis som när pärmen skapades.",
      autocomplete: "current-password",
    });
    const bring = element("input", { type: "checkbox", checked: true });
    const take = element(
      "label",
      { class: "binders-choice" },
      bring,
      element("span", {}, "Ta med bladen utan pärm. Annars försvinner de."),
    );
    const open = async () => {
      const chosen = /** @type {HTMLInputElement | null} */ (choice.querySelector("input:checked"));
      const id = chosen?.value ?? "";
      await this.#try(question, SAID.emptyPassphrase, SAID.opened, SAID.notOpened, (passphrase) =>
        openBinder(id, passphrase, { bring: bring.checked }),
      );
    };
    const button = element("button", { type: "submit", class: "button" }, "Öppna");
    return part("dina-parmar", heading, quietForm(open, choice, question.root, hasLoose ? take : null, button));
  }

  /** @param {boolean} hasLoose */
  #createPart(hasLoose) {
    const question = passphraseQuestion({
      id: "ny-losenfras",
      label: "Ny lösenfras",
      hint: "Minst 12 tecken. Flera ord efter varandra är lättast att minnas.",
      autocomplete: "new-password",
    });
    const strength = element("p", { class: "binders-strength", role: "status" });
    question.input.addEventListener("input", () => {
      question.fault.clear();
      say(strength, question.input.value === "" ? "" : judge(question.input.value).words);
    });
    const propose = () => {
      const { passphrase, words } = suggest();
      question.input.value = passphrase;
      question.fault.clear();
      question.reveal(true);
      say(strength, words);
      question.input.focus();
    };
    const create = async () => {
      const judged = judge(question.input.value);
      if (question.input.value !== "" && !judged.ok) return question.fault.show(judged.words);
      await this.#try(question, SAID.emptyPassphrase, SAID.created, SAID.notCreated, createBinder);
    };
    return part(
      "ny-parm",
      "Skapa en ny pärm",
      hasLoose ? element("p", {}, "Bladen utan pärm följer med in i den nya pärmen.") : null,
      quietForm(
        create,
        question.root,
        strength,
        element("button", { type: "button", class: "button button--quiet", on: { click: propose } }, "Föreslå fem ord"),
        this.#warning(),
        element("button", { type: "submit", class: "button" }, "Skapa pärm"),
      ),
    );
  }

  #warning() {
    return element(
      "p",
      { class: "binders-warning" },
      element("strong", {}, "Glömmer du lösenfrasen är bladen förlorade. "),
      "Ingen kan ta fram den eller öppna pärmen åt dig. Skriv ner den och förvara den säkert, inte tillsammans med enheten.",
    );
  }

  /**
   * Nothing; the binder is open, or the question says why not and keeps what was written.
   * @param {ReturnType<typeof passphraseQuestion>} question
   * @param {string} whenEmpty
   * @param {string} whenDone
   * @param {string} otherwise
   * @param {(passphrase: string) => Promise<unknown>} work
   */
  async #try(question, whenEmpty, whenDone, otherwise, work) {
    const passphrase = question.input.value;
    if (passphrase === "") return question.fault.show(whenEmpty);
    question.fault.clear();
    say(place("-state"), SAID.working);
    try {
      await work(passphrase);
      question.input.value = "";
      say(place("-state"), whenDone);
    } catch (error) {
      say(place("-state"), "");
      question.fault.show(reason(error, otherwise));
    }
  }
}

/** Nothing; the page shows the binders, and answers when somebody opens, locks or makes one. */
export async function start() {
  await new BindersPage(await resumeSession()).show();
}
