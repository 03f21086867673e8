// The page Min plan: shows what Python puts together from the drafts, and hands it out as files.
import { readDefinitions } from "../shared/definitions.js";
import { ROOT } from "../shared/root.js";
import { element, replace, say } from "../shared/dom.js";
import { bytesOf, fileName, offerFile, randomLetters } from "../files/download.js";
import { EngineError, call, needsNetwork, onEngineState, stopEngine } from "../engine/engine.js";
import { localDay, localMoment, swedishDay } from "../shared/time.js";
import { startGuard } from "../guard/guard.js";
import { blockElements } from "./plan-blocks.js";
import { resumeSession } from "../storage/session.js";
import { writeSheetFile } from "../files/sheet-file.js";

/**
 * @typedef {import("../storage/entries.js").Draft} Draft
 * @typedef {import("../storage/page-session.js").Session} Session
 * @typedef {{text: string, worksheet: string, field: string}} Missing
 * @typedef {{title: string, blocks: import("./plan-blocks.js").Block[], missing: Missing[],
 *   sources: {worksheet: string, title: string, saved_at: string}[]}} Plan
 */

const SETTLE_MS = 300;

const WORDS = Object.freeze({
  putting: "Planen sätts samman. Första gången kan det ta några sekunder.",
  making: "PDF:en görs. Första gången kan det ta en halv minut.",
  done: "Filen är klar och sparas av webbläsaren.",
  empty: "Det finns inga ifyllda blad att göra en plan av än. Börja till exempel med Mina mål.",
  locked: "Pärmen är låst. Öppna den igen för att se planen.",
  unread: "Bladen går inte att läsa på enheten just nu. Ladda om sidan och försök igen.",
  memory: "Du har ingen pärm öppen. Planen finns bara så länge sidorna är öppna. Ladda ner den eller skapa en pärm om du vill ha den kvar.",
  noEngine: "Planen kan inte sättas samman just nu. Inget du har skrivit är borta. Du kan ladda ner bladen som filer här nedanför, eller ladda om sidan och försöka igen.",
  noNetwork: "Du behöver nät första gången planen sätts samman. Inget du har skrivit är borta. Du kan ladda ner bladen som filer här nedanför. Ladda om sidan när du har nät.",
});

/**
 * The element that the page's template always has.
 * @param {string} name
 * @returns {HTMLElement}
 */
function place(name) {
  const found = document.querySelector(`[data-plan-${name}]`);
  if (!(found instanceof HTMLElement)) throw new Error(`min-plan.html has no data-plan-${name}`);
  return found;
}

/** One plan on one page: the drafts it was last made from, and the parts of the page. */
class PlanPage {
  /** @type {Draft[]} */
  #drafts = [];
  #turn = 0;
  #settling = 0;
  /** Whether the page says that Python is not there. */
  #isDown = false;
  #session;

  /** @param {Session} session */
  constructor(session) {
    this.#session = session;
    place("pdf").addEventListener("click", () => this.#export("pdf"));
    place("file").addEventListener("click", () => this.#export("json"));
    place("print").addEventListener("click", () => window.print());
    session.onChange(({ type }) => this.#changed(type));
    // Whether it is the network that is missing is found out a moment after Python has failed.
    onEngineState(() => this.#isDown && needsNetwork() && say(place("alert"), WORDS.noNetwork));
  }

  /** @param {string} type */
  #changed(type) {
    if (type === "locking" || type === "locked") {
      this.#clear();
      say(place("state"), WORDS.locked);
      if (type === "locked") stopEngine();
      return;
    }
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.refresh(), SETTLE_MS);
  }

  /** Nothing; the page shows the plan of the drafts as they are now. */
  async refresh() {
    const turn = ++this.#turn;
    const drafts = await this.#session.drafts().catch(() => null);
    if (turn !== this.#turn) return;
    if (drafts === null) {
      this.#clear();
      say(place("state"), "");
      say(place("alert"), WORDS.unread);
      return;
    }
    // A copy from a conflict waits for its person to choose; the plan follows the original.
    this.#drafts = drafts.filter((draft) => !this.#session.copyOf(draft.id));
    say(place("alert"), this.#session.notice);
    if (this.#drafts.length === 0) {
      this.#clear();
      this.#showStart();
      return;
    }
    this.#showFiles(await readTitles());
    if (turn !== this.#turn) return;
    say(place("state"), WORDS.putting);
    try {
      const plan = /** @type {Plan} */ (await call("plan", { drafts: this.#drafts, today: localDay() }));
      if (turn === this.#turn) this.#show(plan);
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  /** @param {Plan} plan */
  #show(plan) {
    replace(place("document"), ...blockElements(plan.blocks));
    replace(place("missing-list"), ...plan.missing.map(missingLine));
    place("missing").hidden = plan.missing.length === 0;
    place("tools").hidden = false;
    say(place("state"), `${this.#where()} ${fromWhere(plan)}`.trim());
  }

  #where() {
    return this.#session.mode === "memory" ? WORDS.memory : `Planen hör till ${this.#session.name}.`;
  }

  /** Nothing; the page says what to begin with. */
  #showStart() {
    say(place("state"), WORDS.empty);
    const links = [
      ["arbetsblad/mal/", "Mina mål"],
      ["arbetsblad/delmal/", "Delmål"],
      ["arbetsblad/personlig-plan/", "Personlig plan"],
      ["parmar/", "Öppna en pärm"],
    ].map(([path, words]) => element("li", {}, element("a", { href: new URL(path ?? "", ROOT).href }, words)));
    replace(place("document"), element("ul", {}, ...links));
  }

  /** @param {{[worksheet: string]: string}} titles */
  #showFiles(titles) {
    const lines = this.#drafts.map((draft) => {
      const day = swedishDay(draft.saved_at);
      const words = `Ladda ner ${titles[draft.worksheet] ?? draft.worksheet}${day ? `, sparat ${day}` : ""}`;
      const save = () => offerSheet(draft);
      return element("li", {}, element("button", { type: "button", class: "button button--quiet", on: { click: save } }, words));
    });
    replace(place("files-list"), ...lines);
    place("files").hidden = false;
  }

  /** Nothing; no answer of the person's is left on the page. */
  #clear() {
    this.#turn += 1;
    this.#isDown = false;
    this.#drafts = [];
    clearTimeout(this.#settling);
    for (const name of ["document", "missing-list", "files-list", "done"]) replace(place(name));
    for (const name of ["tools", "missing", "files"]) place(name).hidden = true;
  }

  /** @param {unknown} error */
  #fail(error) {
    if (!(error instanceof EngineError)) throw error;
    this.#isDown = error.code === "engine-failed" || error.code === "bug";
    place("tools").hidden = true;
    place("missing").hidden = true;
    replace(place("document"));
    say(place("state"), this.#where());
    say(place("alert"), this.#isDown ? this.#trouble() : error.message);
  }

  #trouble() {
    return needsNetwork() ? WORDS.noNetwork : WORDS.noEngine;
  }

  /** @param {"pdf" | "json"} format */
  async #export(format) {
    this.#enable(false);
    say(place("alert"), "");
    say(place("done"), format === "pdf" ? WORDS.making : "");
    try {
      const asked = { what: "plan", format, drafts: this.#drafts, now: localMoment(), letters: randomLetters() };
      const file = await call("export", asked);
      offerFile(file.name, file.media_type, bytesOf(file.base64));
      say(place("done"), WORDS.done);
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      say(place("done"), "");
      say(place("alert"), error.message);
    } finally {
      this.#enable(true);
    }
  }

  /** @param {boolean} isEnabled */
  #enable(isEnabled) {
    for (const name of ["pdf", "file"]) place(name).toggleAttribute("disabled", !isEnabled);
  }
}

/**
 * The sheets' titles by id; none when the list cannot be read, and then the ids are shown.
 * @returns {Promise<{[worksheet: string]: string}>}
 */
async function readTitles() {
  try {
    return Object.fromEntries((await readDefinitions()).map(({ id, title }) => [id, title]));
  } catch {
    return {};
  }
}

/** @param {Draft} draft */
function offerSheet(draft) {
  const day = localDay();
  const name = fileName(draft.worksheet, day, randomLetters(), "json");
  offerFile(name, "application/json", writeSheetFile(draft, day));
}

/** @param {Missing} missing */
function missingLine({ text, worksheet, field }) {
  const address = new URL(`arbetsblad/${encodeURIComponent(worksheet)}/`, ROOT);
  address.hash = field;
  return element("li", {}, element("a", { href: address.href }, text));
}

/** @param {Plan} plan */
function fromWhere({ sources }) {
  if (sources.length === 0) return "";
  const named = sources.map(({ title, saved_at }) => (saved_at ? `${title} (${swedishDay(saved_at)})` : title));
  return `Den är hämtad ur ${named.join(", ")}.`;
}

/** Nothing; the page shows the plan of what is open, and follows it. */
export async function start() {
  const session = await resumeSession();
  startGuard(session);
  const page = new PlanPage(session);
  await page.refresh();
}
