// The entry of every page: starts the binder's own controls, then only what this page holds.
import { startNavigation } from "./navigation.js";
import { startLook } from "./look.js";

/** What a page may hold, and the module that brings it to life. */
const ROOMS = /** @type {const} */ ([
  ["form[data-worksheet]", "./worksheet.js"],
  ['[data-page="parmar"]', "./binders-page.js"],
  ['[data-page="min-plan"]', "./plan-page.js"],
]);

startNavigation();
startLook();

for (const [selector, path] of ROOMS) {
  if (!document.querySelector(selector)) continue;
  const room = /** @type {{start: () => unknown}} */ (await import(path));
  await room.start();
}
