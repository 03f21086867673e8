// Asks before words are lost by leaving the site; stays silent for the site's own links, which take them along.
import { ROOT } from "../shared/root.js";

const FORGET_MS = 2_000;

/**
 * Nothing; the browser asks when the site is left while something would be lost.
 * @param {() => boolean} wouldLose
 */
export function startLeaving(wouldLose) {
  let isInside = false;
  const goesInside = () => {
    isInside = true;
    setTimeout(() => (isInside = false), FORGET_MS);
  };
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link?.href.startsWith(ROOT.href)) goesInside();
  });
  document.addEventListener("submit", goesInside);
  // Covers what is no click on a link: the Back button, a reload, a script.
  /** @type {any} */ (globalThis).navigation?.addEventListener("navigate", (/** @type {any} */ event) => {
    if (String(event.destination?.url).startsWith(ROOT.href)) goesInside();
  });
  window.addEventListener("beforeunload", (event) => {
    if (!isInside && wouldLose()) event.preventDefault();
  });
}
