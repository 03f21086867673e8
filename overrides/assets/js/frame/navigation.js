// The drawer on narrow screens, the way into the search dialog, and wide tables that must scroll.

const WIDE = matchMedia("(min-width: 68em)");

/** What a region that scrolls must say of itself. */
const SCROLLS = { tabindex: "0", role: "region", "aria-label": "Tabell som går att rulla i sidled" };

/**
 * Makes the menu button open and close the drawer, with focus kept inside while it is open.
 * @param {HTMLElement} drawer
 * @param {HTMLElement} button
 */
function startDrawer(drawer, button) {
  const behind = document.querySelectorAll(".skip, .top, .sheet, .foot");

  /** @param {boolean} open */
  const show = (open) => {
    drawer.toggleAttribute("data-open", open);
    drawer.inert = !open && !WIDE.matches;
    button.setAttribute("aria-expanded", String(open));
    for (const part of behind) if (part instanceof HTMLElement) part.inert = open;
    if (open) {
      drawer.setAttribute("role", "dialog");
      drawer.setAttribute("aria-modal", "true");
      drawer.setAttribute("aria-labelledby", "meny-rubrik");
    } else {
      for (const name of ["role", "aria-modal", "aria-labelledby"]) drawer.removeAttribute(name);
    }
  };
  const close = () => {
    if (!drawer.hasAttribute("data-open")) return;
    show(false);
    button.focus();
  };

  button.addEventListener("click", () => {
    show(true);
    const first = drawer.querySelector("[data-menu-close]");
    if (first instanceof HTMLElement) first.focus();
  });
  drawer.querySelector("[data-menu-close]")?.addEventListener("click", close);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  document.addEventListener("pointerdown", (event) => {
    if (event.target instanceof Node && !drawer.contains(event.target)) close();
  });
  drawer.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest('a[href^="#"]')) show(false);
  });
  WIDE.addEventListener("change", () => show(false));
  show(false);
}

/** Lets a table that is wider than the page scroll within itself, by touch and by keyboard. */
function startTables() {
  const watcher = new ResizeObserver((entries) => {
    for (const { target: region } of entries) {
      const wide = region.scrollWidth > region.clientWidth;
      for (const [name, value] of Object.entries(SCROLLS)) {
        if (wide) region.setAttribute(name, value);
        else region.removeAttribute(name);
      }
    }
  });
  for (const table of document.querySelectorAll(".prose > table, .admonition > table")) {
    const region = document.createElement("div");
    region.className = "table-scroll";
    table.replaceWith(region);
    region.append(table);
    watcher.observe(region);
  }
}

/** Opens the search dialog; its code, the index and the worker are fetched the first time. */
function startSearchButton() {
  const button = document.querySelector("[data-search-button]");
  const dialog = document.querySelector("dialog[data-search]");
  if (!(button instanceof HTMLElement) || !(dialog instanceof HTMLDialogElement)) return;
  button.addEventListener("click", async () => {
    dialog.showModal();
    const { startSearch } = await import("./search.js");
    startSearch(dialog);
  });
}

/** Starts everything around the page. */
export function startNavigation() {
  const drawer = document.querySelector("[data-drawer]");
  const button = document.querySelector("[data-menu-button]");
  if (drawer instanceof HTMLElement && button instanceof HTMLElement) startDrawer(drawer, button);
  startSearchButton();
  startTables();
}
