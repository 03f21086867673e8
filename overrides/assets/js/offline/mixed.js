// What is done when a page and its scripts are of two builds: one try to get them alike, then words.
import { ROOT } from "../shared/root.js";
import { showBar } from "./bar.js";
import { MIXED } from "./words.js";

/** Remembered with the page's place in the history, which a reload keeps. */
const MARK = "ractMendedAt";
const AT_MOST_EVERY_MS = 60_000;
const PATIENCE_MS = 5_000;

/** Whether somebody has begun to write: then nothing is loaded anew by itself. */
function isWrittenOn() {
  const controls = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("input, textarea"));
  return [...controls].some(({ value, defaultValue, checked, defaultChecked, type }) =>
    type === "checkbox" || type === "radio" ? checked !== defaultChecked : value !== defaultValue,
  );
}

/** Asks the server for each script that the page has, past what the browser kept of an older build. */
async function freshen() {
  const names = performance.getEntriesByType("resource").map(({ name }) => name);
  const scripts = new Set(names.filter((name) => name.startsWith(ROOT.href) && name.endsWith(".js")));
  await Promise.allSettled([...scripts].map((name) => fetch(name, { cache: "reload", signal: AbortSignal.timeout(PATIENCE_MS) })));
}

/** Whether the page is being loaded anew; else it says that it should be, since that was just tried or somebody writes. */
export async function mend() {
  const tried = Number(history.state?.[MARK] ?? 0);
  if (Math.abs(Date.now() - tried) < AT_MOST_EVERY_MS || isWrittenOn()) {
    tellMixed();
    return false;
  }
  history.replaceState({ ...history.state, [MARK]: Date.now() }, "");
  await freshen();
  if (isWrittenOn()) {
    tellMixed();
    return false;
  }
  window.location.reload();
  return true;
}

/** Nothing; the page says that its parts do not fit, and offers to save and load anew. */
export function tellMixed() {
  showBar(MIXED.words, MIXED.button, async () => {
    await freshen();
    window.location.reload();
  });
}
