// The binders page: open a binder, see what is in it, lock it, or make a new one.

import { loosePart, openPart, waysPart } from "./binders-closed.js";
import { openedParts, practiceParts } from "./binders-opened.js";
import { startGuard } from "../guard/guard.js";
import { element, moveFocus, replace, say } from "../shared/dom.js";
import { readDefinitions } from "../shared/definitions.js";
import { readExamples } from "../shared/examples.js";
import { ROOT } from "../shared/root.js";
import { swedishMoment } from "../shared/time.js";
import { handedOver } from "../storage/handed-over.js";
import { BINDER_MESSAGES as SAID } from "../storage/messages.js";
import { shownName } from "../storage/nicknames.js";
import { SaveError, WrongPassphrase, listBinders, resumeSession } from "../storage/session.js";
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
 * @param {string} wrong
 */
function reason(error, otherwise, wrong) {
  if (error instanceof WrongPassphrase) return wrong;
  if (error instanceof Damaged) return SAID.damagedBinder;
  if (error instanceof SaveError) return error.message;
  return error instanceof Error && /memory|argon2/i.test(error.message) ? SAID.tooHeavy : otherwise;
}

/** The page and the session it shows. */
export class BindersPage {
  /** A new code that has not been put on paper yet. */
  code = "";

  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    session.onChange(({ type }) => this.#changed(type));
  }

  /** @param {string} type */
  async #changed(type) {
    if (type === "storage") say(place("-notice"), this.session.notice);
    if (type === "locked") {
      this.code = "";
      say(place("-state"), SAID.locked);
      await this.show("dina-parmar");
    }
    if (type === "opened") await this.show("parmen");
    if (type === "saved" || type === "removed" || type === "renamed") await this.#refreshSheets();
  }

  /** Nothing; a binder that is shown open shows what it now holds. */
  async #refreshSheets() {
    const isWriting = document.activeElement?.closest("details, [data-binders] form");
    if (this.session.mode !== "memory" && document.getElementById("parmen") && !isWriting) await this.show();
  }

  /**
   * Nothing; the page shows what is open, or what can be opened.
   * @param {string} [focus] the id of the heading that the reader is taken to
   */
  async show(focus) {
    say(place("-notice"), this.session.notice);
    const { mode } = this.session;
    const { drafts, problem } = await this.#drafts();
    const sheets = await this.#sheets(drafts);
    const shown = {
      binder: async () => openedParts(this, { drafts, problem, sheets, ...(await this.#about()) }),
      practice: async () => practiceParts(this, sheets),
      memory: () => this.#closed(sheets),
    };
    replace(place(""), ...(await shown[mode]()));
    const heading = focus ? document.getElementById(focus) : null;
    if (heading) moveFocus(heading);
  }

  async #drafts() {
    try {
      return { drafts: await this.session.drafts(), problem: "" };
    } catch (error) {
      return { drafts: [], problem: reason(error, SAID.notOpened, SAID.wrong) };
    }
  }

  /** @param {Draft[]} drafts */
  async #sheets(drafts) {
    const titles = drafts.length > 0 ? await readTitles() : new Map();
    return drafts.map(({ id, worksheet, saved_at: savedAt }) => ({
      address: address(`arbetsblad/${encodeURIComponent(worksheet)}/#blad=${id}`),
      title: String(titles.get(worksheet) ?? worksheet),
      about: savedAt ? `Senast ändrat ${swedishMoment(savedAt)}` : "",
      mark: this.session.copyOf(id) ? "Kopia i konflikt" : "",
    }));
  }

  async #about() {
    const { binder } = this.session;
    const listed = (await this.#binders()).find(({ id }) => id === binder?.id);
    const titles = await readTitles();
    const changed = binder ? await handedOver(binder).catch(() => []) : [];
    return {
      kind: listed?.kind ?? "passphrase",
      backedUpOn: listed?.backedUpOn ?? "",
      shown: binder && listed ? await shownName(binder) : { isShown: false, name: "", hasOwn: false },
      changed: changed.map(({ id, worksheet }) => ({
        address: address(`arbetsblad/${encodeURIComponent(worksheet)}/#blad=${id}`),
        title: titles.get(worksheet) ?? worksheet,
      })),
    };
  }

  /** @param {Parameters<typeof loosePart>[0]} sheets */
  async #closed(sheets) {
    const hasLoose = sheets.length > 0;
    const binders = await this.#binders();
    return [...(hasLoose ? [loosePart(sheets)] : []), openPart(this, binders, hasLoose), ...waysPart(this, hasLoose)];
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
   * A quiet link to a page of the site.
   * @param {string} path
   * @param {string} words
   */
  link(path, words) {
    return element("a", { class: "button button--quiet", href: address(path) }, words);
  }

  /** Nothing; the code is on paper, and is shown no more. */
  async forgetCode() {
    this.code = "";
    await this.show("parmen");
  }

  /** Nothing; the invented person's sheets are open. */
  async practise() {
    await this.session.practise(await readExamples());
  }

  /**
   * Whether the work was done; if not, the question says why and keeps what was written.
   * @param {import("../shared/passphrase-question.js").Fault | null} fault
   * @param {string} whenDone
   * @param {string} otherwise
   * @param {() => Promise<unknown>} work
   * @param {string} [wrong] what to say when the secret does not open
   */
  async attempt(fault, whenDone, otherwise, work, wrong = SAID.wrong) {
    fault?.clear();
    say(place("-state"), SAID.working);
    try {
      await work();
      say(place("-state"), whenDone);
      return true;
    } catch (error) {
      const why = reason(error, otherwise, wrong);
      say(place("-state"), fault ? "" : why);
      fault?.show(why);
      return false;
    }
  }
}

/** Nothing; the page shows the binders, and answers when somebody opens, locks or makes one. */
export async function start() {
  const session = await resumeSession();
  startGuard(session);
  await new BindersPage(session).show();
}
