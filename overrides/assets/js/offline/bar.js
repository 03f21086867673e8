// A calm line at the top of the page, with one button: that there is a new version, or that two do not fit.
import { element, say } from "../shared/dom.js";
import { saveAll } from "../shared/save-first.js";
import { UPDATE } from "./words.js";

/**
 * Nothing; the line stands there, once. The button saves first, and does nothing more when that does not succeed.
 * @param {string} words
 * @param {string} label
 * @param {() => Promise<void>} work
 */
export function showBar(words, label, work) {
  const shown = document.querySelector("[data-build-note]");
  const said = element("p", {});
  const button = element("button", { type: "button", class: "button" }, label);
  const bar = element("div", { class: "guard-note no-print", "data-build-note": true, role: "status" }, said, button);
  button.addEventListener("click", async () => {
    button.disabled = true;
    say(said, UPDATE.working);
    const isSafe = await saveAll();
    if (isSafe) await work();
    else say(said, UPDATE.unsaved);
    button.disabled = isSafe;
  });
  const height = document.documentElement.scrollHeight;
  if (shown) shown.replaceWith(bar);
  else (document.getElementById("innehall") ?? document.body).prepend(bar);
  // Safari does not keep the place where somebody reads or writes when something comes in above it.
  if (window.scrollY > 0 && !CSS.supports("overflow-anchor", "auto")) window.scrollBy(0, document.documentElement.scrollHeight - height);
  // Said after it stands there, so that a screen reader hears it.
  say(said, words);
}
