// Fills lines from the rows of another sheet, above all with people from Mina kontakter, and adds new people there.
import { element } from "../shared/dom.js";
import { readDefinitions } from "../shared/definitions.js";
import { randomId, randomRowId } from "../shared/ids.js";
import { CONTACTS } from "./messages.js";
import { newestForm } from "./older-draft.js";

/**
 * @typedef {import("../storage/session.js").Draft} Draft
 * @typedef {import("../storage/page-session.js").Session} Session
 * @typedef {import("./written.js").Written} Written
 * @typedef {{id: string, words: string}} Entry
 * @typedef {{session: () => Session | null, written: Written, worksheet: string, voice: import("./announce.js").Voice,
 *   onWritten: () => void}} Surroundings
 */

const REGISTER = "mina-kontakter/personer";

/** What the form's lines can point at. */
export class References {
  #form;
  #around;
  /** Rows that can be chosen, by `sheet/rows/column`. @type {Map<string, Entry[]>} */
  #entries = new Map();

  /**
   * @param {HTMLFormElement} form
   * @param {Surroundings} around
   */
  constructor(form, around) {
    this.#form = form;
    this.#around = around;
    form.addEventListener("input", (event) => this.#typed(event.target));
    form.addEventListener("change", (event) => this.#changed(event.target));
    form.addEventListener("click", (event) => this.#pressed(event.target));
    form.addEventListener("focusin", (event) => this.#entered(event.target));
  }

  /** Nothing; the rows that can be chosen are read anew, and offered. */
  async refresh() {
    const drafts = (await this.#around.session()?.drafts()) ?? [];
    const keys = new Set([...this.#picks(this.#form)].map(keyOf));
    for (const template of this.#form.querySelectorAll("template")) {
      for (const pick of this.#picks(template.content)) keys.add(keyOf(pick));
    }
    for (const key of keys) this.#entries.set(key, this.#read(key, drafts));
    this.offer(this.#form);
  }

  /**
   * Nothing; every line under the root offers what it can point at.
   * @param {Element} root
   */
  offer(root) {
    for (const pick of this.#picks(root)) this.#offer(pick);
  }

  /** @param {ParentNode} root */
  #picks(root) {
    return /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".ws-pick"));
  }

  /**
   * @param {string} key
   * @param {Draft[]} drafts
   * @returns {Entry[]}
   */
  #read(key, drafts) {
    const [sheet = "", rows = "", column = ""] = key.split("/");
    const own = sheet === this.#around.worksheet;
    const draft = own ? this.#around.written.raw() : drafts.find((one) => one.worksheet === sheet);
    const ids = draft?.rows[rows] ?? [];
    const named = ids.map((id) => ({ id, words: String(draft?.answers[`${rows}/${id}/${column}`] ?? "").trim() }));
    return named.filter(({ words }) => words !== "");
  }

  /** @param {HTMLElement} pick */
  #offer(pick) {
    const entries = this.#entries.get(keyOf(pick)) ?? [];
    const select = selectOf(pick);
    if (select) {
      const label = select.options[0];
      const options = entries.map(({ id, words }) => element("option", { value: id }, words));
      select.replaceChildren(...(label ? [label] : []), ...options);
      select.value = rowLineOf(pick)?.value ?? "";
      if (select.selectedIndex < 0) select.selectedIndex = 0;
      select.hidden = entries.length === 0;
    }
    setHidden(pick.querySelector("[data-pick-add]"), entries.length === 0);
    this.#offerRegister(pick);
  }

  /** @param {HTMLElement} pick */
  #offerRegister(pick) {
    const own = this.#around.worksheet === (pick.dataset["target"] ?? "").split("/")[0];
    setHidden(pick.querySelector("[data-register]"), own || this.#newNames(pick).length === 0);
    pick.hidden = [...pick.children].every((child) => child instanceof HTMLElement && child.hidden);
  }

  /**
   * The written names that are not in the register yet.
   * @param {HTMLElement} pick
   * @returns {string[]}
   */
  #newNames(pick) {
    if (pick.dataset["target"] !== REGISTER) return [];
    const known = new Set((this.#entries.get(keyOf(pick)) ?? []).map(({ words }) => words.toLocaleLowerCase("sv")));
    const words = lineOf(pick)?.value ?? "";
    const names = kindOf(pick) === "people" ? words.split(",") : [words];
    return names.map((name) => name.trim()).filter((name) => name && !known.has(name.toLocaleLowerCase("sv")));
  }

  /** @param {EventTarget | null} target */
  #typed(target) {
    const pick = pickOfLine(target);
    if (!pick) return;
    // Shown while the person types: a button that came when the line is left would move the page
    // under the finger that is on its way to the next question, and the tap would be lost.
    this.#offerRegister(pick);
    // Words changed by hand no longer stand for the row that was chosen.
    if (kindOf(pick) === "reference" && rowLineOf(pick)?.value) this.#point(pick, "");
  }

  /** @param {EventTarget | null} target */
  #entered(target) {
    const pick = pickOfLine(target);
    const own = pick?.dataset["target"]?.split("/")[0] === this.#around.worksheet;
    if (!pick || !own) return;
    // Rows of this very sheet change as it is written.
    this.#entries.set(keyOf(pick), this.#read(keyOf(pick), []));
    this.#offer(pick);
  }

  /** @param {EventTarget | null} target */
  #changed(target) {
    if (!(target instanceof HTMLSelectElement) || !target.hasAttribute("data-pick")) return;
    const own = /** @type {HTMLElement | null} */ (target.closest(".ws-pick"));
    if (!own || kindOf(own) !== "reference" || !target.value) return;
    this.#write(own, target.selectedOptions[0]?.textContent ?? "");
    this.#point(own, target.value);
  }

  /** @param {EventTarget | null} target */
  #pressed(target) {
    const button = target instanceof Element ? target.closest("button") : null;
    const pick = /** @type {HTMLElement | null} */ (button?.closest(".ws-pick") ?? null);
    if (!button || !pick) return;
    if (button.hasAttribute("data-pick-add")) this.#append(pick);
    if (button.hasAttribute("data-register")) void this.#register(pick);
  }

  /** @param {HTMLElement} pick */
  #append(pick) {
    const select = selectOf(pick);
    if (!select?.value) return;
    const names = (lineOf(pick)?.value ?? "").split(",").map((name) => name.trim()).filter(Boolean);
    const chosen = select.selectedOptions[0]?.textContent ?? "";
    if (!names.includes(chosen)) names.push(chosen);
    select.value = "";
    this.#write(pick, names.join(", "));
  }

  /**
   * @param {HTMLElement} pick
   * @param {string} words
   */
  #write(pick, words) {
    const line = lineOf(pick);
    if (!line) return;
    line.value = words;
    line.dispatchEvent(new Event("input", { bubbles: true }));
    this.#offerRegister(pick);
  }

  /**
   * @param {HTMLElement} pick
   * @param {string} id
   */
  #point(pick, id) {
    const row = rowLineOf(pick);
    if (!row) return;
    row.value = id;
    this.#around.written.note(row);
    const select = selectOf(pick);
    if (select && select.value !== id) select.value = id;
    this.#around.onWritten();
  }

  /** @param {HTMLElement} pick */
  async #register(pick) {
    const names = this.#newNames(pick);
    try {
      const ids = await this.#addRows(names, pick.dataset["shown"] ?? "");
      if (!ids) return this.#around.voice.warn(CONTACTS.newer);
      await this.refresh();
      if (kindOf(pick) === "reference") this.#point(pick, ids[0] ?? "");
      this.#around.voice.answer(CONTACTS.added(names.join(", ")));
      lineOf(pick)?.focus();
    } catch {
      this.#around.voice.warn(CONTACTS.failed);
    }
  }

  /**
   * The ids of the rows that now hold the names, in the register's own sheet; null when that was filled in on a newer
   * version of the site, which this one must not write in.
   * @param {string[]} names
   * @param {string} column
   * @returns {Promise<string[] | null>}
   */
  async #addRows(names, column) {
    const session = this.#around.session();
    const [sheet = "", field = ""] = REGISTER.split("/");
    const kept = await session?.draftFor(sheet);
    // Without a network the list of sheets may be out of reach: then what is kept is taken to be of this version.
    const version = (await versionNow(sheet).catch(() => undefined)) ?? kept?.version ?? 0;
    if (kept && kept.version > version) return null;
    const draft = kept ? await newestForm(kept, version) : blankDraft(sheet, version);
    const ids = names.map(() => randomRowId());
    const answers = { ...draft.answers };
    ids.forEach((id, at) => (answers[`${field}/${id}/${column}`] = names[at] ?? ""));
    const rows = { ...draft.rows, [field]: [...(draft.rows[field] ?? []), ...ids] };
    await session?.save({ ...draft, answers, rows });
    return ids;
  }
}

/** @param {string} worksheet */
async function versionNow(worksheet) {
  return (await readDefinitions()).find(({ id }) => id === worksheet)?.version;
}

/**
 * A draft of a sheet on which nothing is written.
 * @param {string} worksheet
 * @param {number} version
 * @returns {Draft}
 */
function blankDraft(worksheet, version) {
  if (version === 0) throw new TypeError(`no worksheet: ${worksheet}`);
  return { id: randomId(), worksheet, version, rev: 0, saved_at: "", answers: {}, rows: {} };
}

/** @param {HTMLElement} pick */
function keyOf(pick) {
  return `${pick.dataset["target"]}/${pick.dataset["shown"]}`;
}

/** @param {HTMLElement} pick */
function kindOf(pick) {
  return pick.closest("[data-field]")?.getAttribute("data-kind") ?? "";
}

/**
 * @param {HTMLElement} pick
 * @returns {HTMLInputElement | null}
 */
function lineOf(pick) {
  return pick.closest("[data-field]")?.querySelector('input[type="text"][name]') ?? null;
}

/**
 * @param {HTMLElement} pick
 * @returns {HTMLInputElement | null}
 */
function rowLineOf(pick) {
  return pick.closest("[data-field]")?.querySelector('input[type="hidden"][name]') ?? null;
}

/** @param {HTMLElement} pick */
function selectOf(pick) {
  return pick.querySelector("select");
}

/**
 * @param {EventTarget | null} target
 * @returns {HTMLElement | null}
 */
function pickOfLine(target) {
  const field = target instanceof HTMLInputElement && target.type === "text" ? target.closest("[data-field]") : null;
  return field?.querySelector(":scope > .ws-pick") ?? null;
}

/**
 * @param {Element | null} one
 * @param {boolean} hidden
 */
function setHidden(one, hidden) {
  if (one instanceof HTMLElement) one.hidden = hidden;
}
