// The page's side of the relay: hands the open session to the service worker's memory, and asks for it.

import { entryText, readEntry } from "./entries.js";
import { ROOT } from "../shared/root.js";

/**
 * @typedef {import("./entries.js").Entry} Entry
 * @typedef {{id: string, name: string, key: CryptoKey}} OpenBinder
 * @typedef {{token: string, binder: OpenBinder | null, practice?: boolean, entries: Entry[]}} State
 * @typedef {{draft: {id: string, rev: number}, text: string}} Carried what the service worker is given of an entry
 * @typedef {{onState: (state: State, removed: string[]) => void, onForgotten: (token: string) => void,
 *   state: () => State}} Owner
 */

const ASK_TIMEOUT_MS = 1_500;
const HEARTBEAT_MS = 4_000;
/** How entries are told to the service worker and back; another number is another version of the site. As in sw.js. */
const FORMAT = 1;

/**
 * An entry to be carried. As one text, since a long sheet's thousand answers take long to hand over one by one.
 * @param {Entry} entry
 * @returns {Carried}
 */
function packed(entry) {
  const { id, rev } = entry.draft;
  return { draft: { id, rev }, text: entryText(entry) };
}

/**
 * A state as the service worker tells it, with its entries read.
 * @param {{format: number, token: string, binder: OpenBinder | null, practice?: boolean, entries: Carried[]} | null} told
 * @returns {State | null}
 */
function unpacked(told) {
  if (told?.format !== FORMAT) return null;
  const { token, binder, practice, entries } = told;
  return { token, binder, practice: Boolean(practice), entries: entries.map(({ text }) => readEntry(text)) };
}

/** Carries one page's session; without a service worker it carries nothing, and says nothing. */
export class Relay {
  /** @type {ServiceWorkerRegistration | null} */
  #registration = null;
  #owner;

  /** @param {Owner} owner */
  constructor(owner) {
    this.#owner = owner;
  }

  /**
   * What the site's other pages left, or null when they left nothing or nobody can carry it.
   * @param {boolean} register whether a page without a service worker may install one
   * @returns {Promise<State | null>}
   */
  async start(register) {
    try {
      this.#registration = await this.#find(register);
    } catch {
      // Refused by the browser or by a policy: the passphrase is asked for on every page instead.
    }
    if (!this.#registration) return null;
    navigator.serviceWorker.addEventListener("message", (event) => this.#hear(event));
    navigator.serviceWorker.startMessages();
    this.#watchPage();
    return this.ask();
  }

  /**
   * @param {boolean} register
   * @returns {Promise<ServiceWorkerRegistration | null>}
   */
  async #find(register) {
    if (!("serviceWorker" in navigator) || window.top !== window.self) return null;
    const known = await navigator.serviceWorker.getRegistration(ROOT.href);
    // A neighbour further up on the same host may have one of its own: that is not ours to trust.
    const ours = known?.scope === ROOT.href ? known : null;
    if (!register) return ours;
    const address = new URL("sw.js", ROOT);
    return navigator.serviceWorker.register(address, { scope: ROOT.href, updateViaCache: "none" });
  }

  #watchPage() {
    setInterval(() => {
      if (document.visibilityState === "visible") this.#sayAlive();
    }, HEARTBEAT_MS);
    document.addEventListener("visibilitychange", () => this.#sayAlive());
    window.addEventListener("pagehide", () => this.tellAll(true));
  }

  #sayAlive() {
    this.#post({ ract: "alive", token: this.#owner.state().token });
  }

  /** @param {MessageEvent} event */
  #hear(event) {
    const source = /** @type {ServiceWorker | null} */ (event.source);
    if (source?.scriptURL !== new URL("sw.js", ROOT).href) return;
    const { ract, state, removed, token } = event.data ?? {};
    const read = ract === "state" ? unpacked(state) : null;
    if (read) this.#owner.onState(read, removed ?? []);
    if (ract === "tell") this.tellAll(false);
    if (ract === "forgotten") this.#owner.onForgotten(token);
  }

  /**
   * @param {object} message
   * @param {Transferable[]} [transfer]
   */
  #post(message, transfer = []) {
    const { active, waiting, installing } = this.#registration ?? {};
    const worker = active ?? waiting ?? installing;
    worker?.postMessage(message, transfer);
    return Boolean(worker);
  }

  /**
   * What the service worker now holds, or null.
   * @returns {Promise<State | null>}
   */
  async ask() {
    // A worker that is not yet active has had nobody to hold anything for.
    if (!this.#registration?.active) return null;
    const { port1, port2 } = new MessageChannel();
    let isLate = false;
    const answered = new Promise((resolve) => {
      port1.onmessage = (event) => {
        port1.close();
        const data = unpacked(event.data);
        // The page has begun without it: what was written meanwhile goes along.
        if (isLate && data) this.#owner.onState(data, []);
        resolve(data);
      };
    });
    this.#post({ ract: "ask" }, [port2]);
    const late = new Promise((resolve) => setTimeout(resolve, ASK_TIMEOUT_MS, null));
    const state = await Promise.race([answered, late]);
    isLate = true;
    return state;
  }

  /**
   * Nothing; the change is held in the service worker's memory, and the other tabs are told.
   * @param {{put?: Entry[], drop?: string[]}} change
   */
  offer({ put = [], drop = [] }) {
    const { token, binder, practice } = this.#owner.state();
    this.#post({ ract: "offer", format: FORMAT, token, binder, practice, put: put.map(packed), drop });
  }

  /**
   * Nothing; all that this page holds is handed over.
   * @param {boolean} leaving
   */
  tellAll(leaving) {
    const { token, binder, practice, entries } = this.#owner.state();
    if (!binder && entries.length === 0) return;
    this.#post({ ract: "offer", format: FORMAT, token, binder, practice, put: entries.map(packed), drop: [], leaving, quiet: true });
  }

  /** Nothing; no page is given this session again, nor its binder when another tab opened it too. */
  forget() {
    const { token, binder } = this.#owner.state();
    this.#post({ ract: "forget", token, binder: binder?.id ?? null });
  }
}
