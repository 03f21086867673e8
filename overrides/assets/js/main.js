// The entry of every page: starts the binder's own controls, then only what this page holds.
import { startNavigation } from "./frame/navigation.js";
import { startLook } from "./frame/look.js";
import { startWordNotes } from "./frame/word-notes.js";

/** What a page may hold, and the module that brings it to life. */
const ROOMS = /** @type {const} */ ([
  ["form[data-worksheet]", "./form/worksheet.js"],
  ['[data-page="parmar"]', "./pages/binders.js"],
  ['[data-page="min-plan"]', "./pages/plan.js"],
  ['[data-page="sakerhetskopia"]', "./pages/backup.js"],
  ['[data-page="den-har-enheten"]', "./pages/device.js"],
]);
/** The same for what helps with reading a page. */
const AIDS = /** @type {const} */ ([
  ["[data-leaflet]", "./frame/read-aloud.js"],
]);

startNavigation();
startLook();
startWordNotes();

const held = ROOMS.filter(([selector]) => document.querySelector(selector));
const aids = AIDS.filter(([selector]) => document.querySelector(selector));
for (const [, path] of [...held, ...aids]) {
  const room = /** @type {{start: () => unknown}} */ (await import(path));
  await room.start();
}

// A page to read helps to carry an open binder on to the next one, once there can be one to carry.
if (held.length === 0 && (await navigator.serviceWorker?.getRegistration())) {
  const [{ carrySession }, { startGuard }] = await Promise.all([import("./storage/session.js"), import("./guard/guard.js")]);
  startGuard(await carrySession());
}
