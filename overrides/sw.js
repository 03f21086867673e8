// The service worker. Section 1: the relay, which keeps an open session in memory between pages.
//
// Each section is a function that adds its own listeners, so that another can stand beside it.

/* global self, clients -- what a service worker has instead of a window */

/**
 * Carries the open binder's key, or drafts without a binder, from one page to the next.
 *
 * Everything lives in this worker's memory: nothing here may touch a cache or a database.
 */
(function relay() {
  const FORGET_AFTER_MS = 5000;
  const TELL_WAIT_MS = 500;
  const FORGOTTEN_KEPT = 50;

  /** {token, binder, entries: Map(draft id -> {entry, from})} or null. */
  let held = null;
  let lastHeard = 0;
  /** Tokens of sessions that were locked: a late offer must not bring them back. */
  let forgotten = [];
  let onFirstOffer = [];

  function pause(milliseconds) {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
  }

  /** Only our own pages, and never one that stands in somebody's frame. */
  function isOurs(client) {
    const inside = client && client.type === "window" && client.url.startsWith(self.registration.scope);
    return Boolean(inside) && client.frameType !== "nested";
  }

  async function ourPages(exceptId) {
    const all = await clients.matchAll({ type: "window", includeUncontrolled: true });
    return all.filter((client) => isOurs(client) && client.id !== exceptId);
  }

  /** In a binder, drafts are on disk; only texts whose page left before they were saved go on. */
  async function handout() {
    if (!held) return null;
    const { token, binder } = held;
    const entries = [];
    for (const { entry, from } of held.entries.values()) {
      const stillThere = binder && from && (await clients.get(from));
      if (!stillThere) entries.push(entry);
    }
    return { token, binder, entries };
  }

  async function tellOthers(sourceId, removed) {
    const state = await handout();
    for (const page of await ourPages(sourceId)) page.postMessage({ ract: "state", state, removed });
  }

  function keep({ binder, put, drop, leaving }, sourceId) {
    if (binder && !held.binder) held.binder = binder;
    for (const id of drop) held.entries.delete(id);
    for (const entry of put) {
      const known = held.entries.get(entry.draft.id);
      if (known && known.entry.draft.rev > entry.draft.rev) continue;
      held.entries.set(entry.draft.id, { entry, from: leaving ? null : sourceId });
    }
  }

  async function offer(offered, source) {
    if (forgotten.includes(offered.token)) {
      source.postMessage({ ract: "forgotten", token: offered.token });
      return;
    }
    if (!held) held = { token: offered.token, binder: null, entries: new Map() };
    const otherBinder = offered.binder && held.binder && offered.binder.id !== held.binder.id;
    if (otherBinder) return;
    const joins = held.token !== offered.token;
    keep(offered, source.id);
    for (const resolve of onFirstOffer.splice(0)) resolve();
    if (joins) source.postMessage({ ract: "state", state: await handout(), removed: [] });
    if (!offered.quiet || joins) await tellOthers(source.id, offered.drop);
    if (offered.leaving) await forgetUnlessSomebodyStays();
  }

  async function forgetUnlessSomebodyStays() {
    await pause(FORGET_AFTER_MS);
    if ((await ourPages()).length === 0) held = null;
  }

  async function ask(event) {
    const others = await ourPages(event.source.id);
    const tooLate = Date.now() - lastHeard > FORGET_AFTER_MS;
    if (held && others.length === 0 && tooLate) held = null;
    lastHeard = Date.now();
    if (!held && others.length > 0) {
      const answered = new Promise((resolve) => onFirstOffer.push(resolve));
      for (const page of others) page.postMessage({ ract: "tell" });
      await Promise.race([answered, pause(TELL_WAIT_MS)]);
    }
    event.ports[0].postMessage(await handout());
  }

  function forget(token) {
    forgotten = [token, ...forgotten].slice(0, FORGOTTEN_KEPT);
    if (held && held.token === token) held = null;
  }

  /** The browser may have ended this worker while pages stood open: they tell it again. */
  function alive(token, source) {
    if (forgotten.includes(token)) source.postMessage({ ract: "forgotten", token });
    else if (!held || held.token !== token) source.postMessage({ ract: "tell" });
  }

  async function answer(event) {
    if (!isOurs(event.source)) return;
    const { ract, token } = event.data ?? {};
    if (ract === "ask") {
      await ask(event);
      return;
    }
    if (ract === "offer" || ract === "alive") lastHeard = Date.now();
    if (ract === "offer") await offer(event.data, event.source);
    if (ract === "alive") alive(token, event.source);
    if (ract === "forget") forget(token);
  }

  self.addEventListener("message", (event) => {
    if (event.data && event.data.ract) event.waitUntil(answer(event));
  });
})();
