// The search dialog: hits as one types, written as text. Loaded when the dialog opens; what is searched for is kept nowhere.
import { SearchEngine } from "./search-engine.js";

/**
 * @typedef {import("./search-engine.js").Hit} Hit
 * @typedef {import("./search-snippet.js").Piece} Piece
 * @typedef {import("./search-engine.js").Answer} Answer
 */

const TYPING_PAUSE_MS = 120;

/** @type {Promise<SearchEngine> | null} */
let engine = null;

/**
 * Fetches the index of this site; once, for the first search.
 * @param {HTMLDialogElement} dialog
 */
async function startEngine(dialog) {
  const response = await fetch(dialog.dataset["searchIndex"] ?? "");
  if (!response.ok) throw new Error(`search index: ${response.status}`);
  return new SearchEngine(await response.json());
}

/**
 * @param {string} className
 * @param {string | Node[]} inside
 */
function span(className, inside) {
  const made = document.createElement("span");
  made.className = className;
  made.append(...(typeof inside === "string" ? [inside] : inside));
  return made;
}

/**
 * The pieces of a snippet, with the words that were looked for as <mark>.
 * @param {Piece[]} pieces
 * @returns {Node[]}
 */
function marked(pieces) {
  return pieces.map(({ text, hit }) => {
    if (!hit) return document.createTextNode(text);
    const mark = document.createElement("mark");
    mark.textContent = text;
    return mark;
  });
}

/**
 * One line of the list: the number of the tab, the name, what kind of page it is, some words around the hit.
 * @param {Hit} hit
 * @param {string} root
 */
function line(hit, root) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.className = "search__hit";
  link.href = new URL(hit.address, root).href;
  if (hit.tab > 0) {
    const tab = span("search__tab", String(hit.tab));
    tab.dataset["flik"] = String(hit.tab);
    tab.setAttribute("aria-hidden", "true");
    link.append(tab);
  }
  const name = hit.heading ? `${hit.title}: ${hit.heading}` : hit.title;
  link.append(span("search__name", name), " ", span("search__kind", hit.kind), " ", span("search__text", marked(hit.snippet)));
  item.append(link);
  return item;
}

/**
 * What is said about the hits, in words.
 * @param {string} asked
 * @param {Answer} answer
 */
function countWords(asked, { total, meant }) {
  if (!asked) return "";
  if (total === 0) return `Inget hittat på ”${asked}”. Pröva ett annat ord, eller leta i en lista.`;
  const count = total === 1 ? "1 träff hittades." : `${total} träffar hittades.`;
  return meant ? `Menade du ”${meant}”? ${count}` : count;
}

/**
 * Lets the arrows walk from the box through the hits and back.
 * @param {HTMLDialogElement} dialog
 * @param {HTMLInputElement} query
 */
function walkByArrows(dialog, query) {
  dialog.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const stops = [query, ...dialog.querySelectorAll("[data-search-hits] a")];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    const next = stops[at + step];
    if (step === 0 || at < 0 || !(next instanceof HTMLElement)) return;
    event.preventDefault();
    next.focus();
  });
}

/**
 * Wires the open dialog; safe to call every time it opens.
 * @param {HTMLDialogElement} dialog
 */
export function startSearch(dialog) {
  const query = /** @type {HTMLInputElement} */ (dialog.querySelector("[data-search-query]"));
  const count = /** @type {HTMLElement} */ (dialog.querySelector("[data-search-count]"));
  const hits = /** @type {HTMLElement} */ (dialog.querySelector("[data-search-hits]"));
  const lists = /** @type {HTMLElement} */ (dialog.querySelector("[data-search-lists]"));
  const root = new URL(`${document.documentElement.dataset["base"] ?? "."}/`, document.baseURI).href;
  if (dialog.hasAttribute("data-ready")) return query.select();
  dialog.setAttribute("data-ready", "");

  const ask = async () => {
    try {
      if (engine === null && query.value.trim()) count.textContent = "Söker …";
      engine ??= startEngine(dialog);
      const found = await engine;
      const asked = query.value.trim();
      const answer = found.find(asked);
      hits.replaceChildren(...answer.hits.map((hit) => line(hit, root)));
      hits.scrollTop = 0;
      count.textContent = countWords(asked, answer);
      lists.hidden = !asked || answer.total > 0;
    } catch {
      engine = null;
      count.textContent = "Sökningen kunde inte starta. Ladda om sidan och försök igen, eller välj en flik.";
    }
  };

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  query.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, TYPING_PAUSE_MS);
  });
  dialog.querySelector("[data-search-form]")?.addEventListener("submit", (event) => {
    event.preventDefault();
    void ask();
  });
  dialog.querySelector("[data-search-close]")?.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
    if (event.target instanceof Element && event.target.closest("a")) dialog.close();
  });
  walkByArrows(dialog, query);
  void ask();
}
