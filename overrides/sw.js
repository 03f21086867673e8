// The service worker. Section 1: the relay, which keeps an open session in memory between pages.
//
// Each section is a function that adds its own listeners, so that others can stand beside it:
// 2 (sw-files.js) the site's files on the device, 3 (sw-serve.js) what pages are given of them.
/* exported LIST, requireBuild */

/** Which build this is, and the hash of its list of files: filled in by the last step of the build. */
const BUILD = "";
const LIST = "";

/**
 * Nothing; a section of another build is not run, so that this worker is not installed.
 * @param {string} build
 */
function requireBuild(build) {
  if (build !== BUILD) throw new Error("scripts of two builds");
}

/** What a service worker has instead of a window. */
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/**
 * @typedef {{token: string, binder: {id: string} | null, practice?: boolean, put: Entry[], drop: string[],
 *   leaving?: boolean, quiet?: boolean}} Offer what a page hands over
 * @typedef {{draft: {id: string, rev: number}, text: string}} Entry a draft as text, which is never read here
 * @typedef {{token: string, binder: {id: string} | null, practice: boolean,
 *   entries: Map<string, {entry: Entry, from: string | null}>}} Held
 */

/**
 * Carries the open binder's key, or drafts without a binder, from one page to the next.
 *
 * Everything lives in this worker's memory: nothing here may touch a cache or a database.
 */
(function relay() {
  /**
   * As in storage/relay.js: what a page of another version hands over is not understood, and stays with it. A new
   * number needs a way to read the one before: words in memory have no other way over an update.
   */
  const FORMAT = 1;
  const FORGET_AFTER_MS = 5000;
  const TELL_WAIT_MS = 500;
  const FORGOTTEN_KEPT = 50;
  /** As LOCK.HIDDEN_MS in limits.js: pages in sight tell that they are; without them nothing is handed out. */
  const HIDDEN_MS = 120_000;

  /** @type {Held | null} */
  let held = null;
  let lastHeard = 0;
  /** Pages that had come when another had left: on a slow device or network they ask late. @type {Set<string>} */
  let heirs = new Set();
  /** How many times a page has left: only the last leave decides what is forgotten. */
  let departures = 0;
  /** Tokens of sessions that were locked: a late offer must not bring them back. @type {string[]} */
  let forgotten = [];
  /** @type {(() => void)[]} */
  const onFirstOffer = [];
  /** What ends each pause that is under way. @type {Set<(value?: unknown) => void>} */
  const pauses = new Set();

  /** @param {number} milliseconds */
  async function pause(milliseconds) {
    /** @type {(value?: unknown) => void} */
    let end = () => {};
    await new Promise((resolve) => {
      end = resolve;
      pauses.add(end);
      setTimeout(end, milliseconds);
    });
    pauses.delete(end);
  }

  /** The browser lets no other worker take over while this one waits. What is held goes when the last page has left. */
  function stepAside() {
    departures += 1;
    for (const end of pauses) end();
  }

  /**
   * Only our own pages, and never one that stands in somebody's frame.
   * @param {Client} client
   */
  function isOurs(client) {
    const inside = client.url.startsWith(worker.registration.scope);
    return inside && client.type === "window" && client.frameType !== "nested";
  }

  /** @param {string} [exceptId] */
  async function ourPages(exceptId) {
    const all = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
    return all.filter((client) => isOurs(client) && client.id !== exceptId);
  }

  /** In a binder, drafts are on disk; only texts whose page left before they were saved go on. */
  async function handout() {
    if (!held) return null;
    const { token, binder, practice } = held;
    const entries = [];
    for (const { entry, from } of held.entries.values()) {
      const stillThere = binder && from && (await worker.clients.get(from));
      if (!stillThere) entries.push(entry);
    }
    return { format: FORMAT, token, binder, practice, entries };
  }

  /**
   * @param {string} sourceId
   * @param {string[]} removed
   */
  async function tellOthers(sourceId, removed) {
    const state = await handout();
    for (const page of await ourPages(sourceId)) page.postMessage({ ract: "state", state, removed });
  }

  /**
   * @param {Held} into
   * @param {Offer} offered
   * @param {string} sourceId
   */
  function keep(into, { binder, put, drop, leaving }, sourceId) {
    // The same binder again may have got another name.
    if (binder && (into.binder?.id ?? binder.id) === binder.id) into.binder = binder;
    for (const id of drop) into.entries.delete(id);
    for (const entry of put) {
      const known = into.entries.get(entry.draft.id);
      if (known && known.entry.draft.rev > entry.draft.rev) continue;
      into.entries.set(entry.draft.id, { entry, from: leaving ? null : sourceId });
    }
  }

  /**
   * @param {Offer} offered
   * @param {Client} source
   */
  async function offer(offered, source) {
    if (forgotten.includes(offered.token)) {
      source.postMessage({ ract: "forgotten", token: offered.token });
      return;
    }
    const practice = Boolean(offered.practice);
    // What is real and what is practice never meet.
    if (held && held.practice !== practice && !held.binder && held.entries.size === 0) held = null;
    if (!held) held = { token: offered.token, binder: null, practice, entries: new Map() };
    if (held.practice !== practice) return;
    const otherBinder = offered.binder && held.binder && offered.binder.id !== held.binder.id;
    if (otherBinder) return;
    const joins = held.token !== offered.token;
    keep(held, offered, source.id);
    for (const resolve of onFirstOffer.splice(0)) resolve();
    if (joins) source.postMessage({ ract: "state", state: await handout(), removed: [] });
    if (!offered.quiet || joins) await tellOthers(source.id, offered.drop);
    if (offered.leaving) await forgetUnlessSomebodyStays();
  }

  async function forgetUnlessSomebodyStays() {
    departures += 1;
    const mine = departures;
    await pause(FORGET_AFTER_MS);
    if (mine !== departures) return;
    const pages = await ourPages();
    heirs = new Set(pages.map((page) => page.id));
    if (pages.length === 0) held = null;
  }

  /**
   * @param {ExtendableMessageEvent} event
   * @param {Client} source
   */
  async function ask(event, source) {
    const others = await ourPages(source.id);
    const tooLate = Date.now() - lastHeard > FORGET_AFTER_MS && !heirs.has(source.id);
    const outOfSight = held?.binder && Date.now() - lastHeard > HIDDEN_MS;
    if (held && ((others.length === 0 && tooLate) || outOfSight)) held = null;
    lastHeard = Date.now();
    if (!held && others.length > 0) {
      const answered = new Promise((resolve) => onFirstOffer.push(() => resolve(undefined)));
      for (const page of others) page.postMessage({ ract: "tell" });
      await Promise.race([answered, pause(TELL_WAIT_MS)]);
    }
    event.ports[0].postMessage(await handout());
  }

  /**
   * A tab that opened the same binder with the passphrase has a token of its own until it has heard from here.
   * @param {string} token
   * @param {string | null} binder
   */
  function forget(token, binder) {
    forgotten = [token, ...forgotten].slice(0, FORGOTTEN_KEPT);
    if (!held || (held.token !== token && (!binder || held.binder?.id !== binder))) return;
    forgotten = [held.token, ...forgotten].slice(0, FORGOTTEN_KEPT);
    held = null;
  }

  /**
   * The browser may have ended this worker while pages stood open: they tell it again.
   * @param {string} token
   * @param {Client} source
   */
  function alive(token, source) {
    if (forgotten.includes(token)) source.postMessage({ ract: "forgotten", token });
    else if (!held || held.token !== token) source.postMessage({ ract: "tell" });
  }

  /** @param {ExtendableMessageEvent} event */
  async function answer(event) {
    const source = /** @type {Client | null} */ (event.source);
    if (!source || !isOurs(source)) return;
    const { ract, token, binder } = event.data;
    if (ract === "step-aside") stepAside();
    if (ract === "ask") {
      await ask(event, source);
      return;
    }
    if (ract === "offer" && event.data.format !== FORMAT) return;
    if (ract === "offer" || ract === "alive") lastHeard = Date.now();
    if (ract === "offer") await offer(event.data, source);
    if (ract === "alive") alive(token, source);
    if (ract === "forget") forget(token, binder);
  }

  worker.addEventListener("message", (event) => {
    if (event.data?.ract) event.waitUntil(answer(event));
  });
})();

importScripts("sw-files.js", "sw-serve.js");
