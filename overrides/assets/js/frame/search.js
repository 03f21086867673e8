// The search dialog: asks Material's search worker and writes the hits as text. Loaded when the dialog opens.

/**
 * What the worker sends back for one page: the page first, then the sections that matched.
 * @typedef {{location: string, title: string, text?: string}} Hit
 * @typedef {{type: number, data?: {items: Hit[][]}}} Reply
 */

/** Message types of Material's search worker. */
const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;

const MOST = 30;
const SNIPPET = 160;

/** @type {Promise<Worker> | null} */
let engine = null;

/**
 * Starts the worker with the index of this site; once, for the first search.
 * @param {HTMLDialogElement} dialog
 * @returns {Promise<Worker>}
 */
async function startWorker(dialog) {
  const response = await fetch(dialog.dataset["searchIndex"] ?? "");
  if (!response.ok) throw new Error(`search index: ${response.status}`);
  const index = await response.json();
  const worker = new Worker(new URL(dialog.dataset["searchWorker"] ?? "", document.baseURI));
  return new Promise((resolve, reject) => {
    worker.addEventListener("error", () => reject(new Error("search worker")), { once: true });
    worker.addEventListener("message", (/** @type {MessageEvent<Reply>} */ event) => {
      if (event.data.type === READY) resolve(worker);
    });
    worker.postMessage({ type: SETUP, data: { ...index, options: { suggest: false } } });
  });
}

/**
 * Splits the worker's marked-up text into plain pieces; every tag but the marks is dropped.
 * @param {string} marked
 * @returns {{text: string, hit: boolean}[]}
 */
export function pieces(marked) {
  const entities = /** @type {Record<string, string>} */ ({ "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" });
  let hit = false;
  const found = [];
  for (const part of marked.split(/(<[^>]*>)/u)) {
    if (/^<mark\b/u.test(part)) hit = true;
    else if (part === "</mark>") hit = false;
    else if (part && !part.startsWith("<")) {
      found.push({ text: part.replace(/&(?:lt|gt|quot|#39|amp);/gu, (entity) => entities[entity] ?? entity), hit });
    }
  }
  return found;
}

/**
 * Puts marked-up text into an element as text and <mark> elements.
 * @param {HTMLElement} target
 * @param {string} marked
 * @param {number} most
 */
function write(target, marked, most) {
  let left = most;
  for (const { text, hit } of pieces(marked)) {
    if (left <= 0) break;
    const shown = text.length > left ? `${text.slice(0, left).replace(/\s+\S*$/u, "")} …` : text;
    left -= text.length;
    if (hit) {
      const mark = document.createElement("mark");
      mark.textContent = shown;
      target.append(mark);
    } else target.append(shown);
  }
}

/**
 * Makes one line of the list: the number of the tab, the name of the page, some words around the hit.
 * @param {Hit[]} group
 * @param {string} root
 * @returns {HTMLLIElement}
 */
function line(group, root) {
  const [page, section] = group;
  const line = document.createElement("li");
  if (!page) return line;
  const link = document.createElement("a");
  link.className = "search__hit";
  link.href = new URL((section ?? page).location, root).href;
  const flik = /^flikar\/(\d)-/u.exec(page.location)?.[1];
  if (flik) {
    const tab = document.createElement("span");
    tab.className = "search__tab";
    tab.dataset["flik"] = flik;
    tab.textContent = flik;
    link.append(tab);
  }
  const name = document.createElement("span");
  name.className = "search__name";
  write(name, section ? `${page.title} – ${section.title}` : page.title, 200);
  const text = document.createElement("span");
  text.className = "search__text";
  write(text, (section ?? page).text ?? "", SNIPPET);
  link.append(name, text);
  line.append(link);
  return line;
}

/**
 * Wires the open dialog; safe to call every time it opens.
 * @param {HTMLDialogElement} dialog
 */
export function startSearch(dialog) {
  const query = /** @type {HTMLInputElement} */ (dialog.querySelector("[data-search-query]"));
  const count = /** @type {HTMLElement} */ (dialog.querySelector("[data-search-count]"));
  const hits = /** @type {HTMLElement} */ (dialog.querySelector("[data-search-hits]"));
  const root = new URL(`${document.documentElement.dataset["base"] ?? "."}/`, document.baseURI).href;
  if (dialog.hasAttribute("data-ready")) return query.select();
  dialog.setAttribute("data-ready", "");

  /** @param {Hit[][]} groups */
  const show = (groups) => {
    const asked = query.value.trim();
    hits.replaceChildren(...(asked ? groups.slice(0, MOST).map((group) => line(group, root)) : []));
    count.textContent = !asked ? "" : groups.length === 0 ? `Inget i pärmen passar på ”${asked}”. Pröva ett kortare ord.`
      : groups.length === 1 ? "1 sida hittades." : `${groups.length} sidor hittades.`;
  };

  const ask = async () => {
    const asked = query.value.trim();
    if (!asked) return show([]);
    try {
      if (engine === null) {
        count.textContent = "Söker …";
        engine = startWorker(dialog);
        (await engine).addEventListener("message", (/** @type {MessageEvent<Reply>} */ event) => {
          if (event.data.type === RESULT) show(event.data.data?.items ?? []);
        });
      }
      (await engine).postMessage({ type: QUERY, data: asked });
    } catch {
      engine = null;
      count.textContent = "Sökningen kunde inte starta. Ladda om sidan och försök igen, eller välj en flik.";
    }
  };

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  query.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 200);
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
  if (query.value) void ask();
}
