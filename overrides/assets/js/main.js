// The entry of every page: starts the binder's own controls, then only what this page holds.
import { startNavigation } from "./frame/navigation.js";
import { startLook } from "./frame/look.js";
import { startWordNotes } from "./frame/word-notes.js";
import { BUILD, MIXED } from "./shared/root.js";

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

/** Brings to life what this page holds. */
async function startRooms() {
  const held = ROOMS.filter(([selector]) => document.querySelector(selector));
  const aids = AIDS.filter(([selector]) => document.querySelector(selector));
  for (const [, path] of [...held, ...aids]) {
    const room = /** @type {{start: () => unknown}} */ (await import(path));
    await room.start();
  }
  return held.length > 0;
}

/** A page to read helps to carry an open binder on to the next one; every page tells when a new version waits. */
async function startCarrying(/** @type {boolean} */ hasRoom) {
  if (!hasRoom) {
    const [{ carrySession }, { startGuard }] = await Promise.all([import("./storage/session.js"), import("./guard/guard.js")]);
    startGuard(await carrySession());
  }
  await (await import("./offline/update.js")).watchForUpdates();
}

async function startPage() {
  document.addEventListener(MIXED, async () => (await import("./offline/mixed.js")).tellMixed());
  // A page and its scripts are of one build, or the page is loaded anew, or says what to do.
  const build = document.querySelector('meta[name="build"]')?.getAttribute("content") ?? "";
  if (build !== BUILD && (await (await import("./offline/mixed.js")).mend())) return;
  // Only a device that has been here before can have something to carry, or a version that waits.
  const known = navigator.serviceWorker?.getRegistration();
  const hasRoom = await startRooms();
  if (await known) await startCarrying(hasRoom);
}

// The way out when something is wrong with what is on the device; nothing else is started then.
if (new URLSearchParams(location.search).has("nosw")) await (await import("./offline/kill-switch.js")).killWorker();
else await startPage();
