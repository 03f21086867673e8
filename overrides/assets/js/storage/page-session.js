// One page's session: where its drafts are kept, and what the site's other tabs are told.

import { Binder } from "./binder.js";
import { StoreError, onStoreChange, probeStore } from "./drafts.js";
import { randomId } from "../shared/ids.js";
import { KeptAsCopy, ownCopy } from "./entries.js";
import { Memory } from "./memory.js";
import { STORAGE_MESSAGES } from "./messages.js";
import { pause } from "../shared/time.js";
import { Relay } from "./relay.js";
import { SaveError, asSaveError } from "./save-error.js";
import { OwnSaves } from "./own-saves.js";
import { Writers } from "./writers.js";

/**
 * @typedef {import("./entries.js").Draft} Draft
 * @typedef {import("./entries.js").Entry} Entry
 * @typedef {import("./relay.js").State} State
 * @typedef {"saved" | "removed" | "opened" | "locking" | "locked" | "storage"} ChangeType
 * @typedef {{type: ChangeType, id?: string}} Change
 */

const FLUSH_TIMEOUT_MS = 3_000;

/** What one page keeps drafts in. There is one for each page: `resumeSession()` gives it. */
export class Session {
  /** A Swedish sentence for the reader when this browser cannot keep anything; else empty. */
  notice = "";
  #token = randomId();
  /** @type {Memory | Binder} */
  #keeper = new Memory();
  #closed = false;
  /** @type {Promise<void> | null} */
  #closing = null;
  /** @type {Set<(change: Change) => unknown>} */
  #listeners = new Set();
  #ownSaves = new OwnSaves();
  /** Texts on their way to disk. @type {Map<string, Entry>} */
  #pending = new Map();
  /** @type {Map<string, () => unknown>} */
  #onLost = new Map();
  /** @type {Promise<unknown>} */
  #line = Promise.resolve();
  #channel = new BroadcastChannel("ract-parm");
  #writers = new Writers({ post: (message) => this.#channel.postMessage(message) });
  #relay = new Relay({
    state: () => this.#state(),
    onState: (state, removed) => void this.#join(state, removed),
    onForgotten: (token) => void this.#forgotten(token),
  });

  /** Whether drafts are kept in memory only, or in an open binder. */
  get mode() {
    return this.#keeper.mode;
  }

  /** What the keeper is called: the binder's neutral name, or that there is none. */
  get name() {
    return this.#keeper.name;
  }

  /** Ids of drafts that could not be read at the last look. */
  get damaged() {
    return this.#keeper.damaged;
  }

  /**
   * Nothing; the session goes on where the site's other pages left it.
   * @param {boolean} register whether a service worker may be installed to carry it
   */
  async start(register) {
    this.#channel.onmessage = ({ data }) => void this.#hear(data);
    window.addEventListener("pageshow", ({ persisted }) => persisted && void this.#checkAfterBack());
    onStoreChange((why) => this.#storeChanged(why));
    const state = await this.#relay.start(register);
    if (state) await this.#join(state, []);
  }

  /** Nothing; `notice` tells when this browser cannot keep anything. */
  async probe() {
    try {
      await probeStore();
    } catch (error) {
      const code = error instanceof StoreError ? error.code : "missing";
      this.notice = STORAGE_MESSAGES[/** @type {keyof typeof STORAGE_MESSAGES} */ (code)] ?? STORAGE_MESSAGES.missing;
      await this.#emit({ type: "storage" });
    }
  }

  /** @param {"outdated" | "blocked"} why */
  async #storeChanged(why) {
    this.notice = STORAGE_MESSAGES[why];
    await this.#emit({ type: "storage" });
    await this.#line;
  }

  /** @returns {State} */
  #state() {
    const { id, name } = this.#keeper;
    if (this.#keeper instanceof Memory) return { token: this.#token, binder: null, entries: this.#keeper.all() };
    const entries = [...this.#pending.values()];
    return { token: this.#token, binder: { id, name, key: this.#keeper.key }, entries };
  }

  /**
   * @param {State} state
   * @param {string[]} removed
   */
  async #join(state, removed) {
    if (this.#closed) return;
    if (state.binder && this.#keeper instanceof Binder) {
      // Opened in two tabs, each with the passphrase: one token, so that one lock forgets both.
      if (state.binder.id === this.#keeper.id) this.#token = state.token;
      return;
    }
    const own = this.#keeper instanceof Memory ? this.#keeper.all() : [];
    this.#token = state.token;
    if (state.binder) {
      this.#keeper = new Binder(state.binder);
      const left = own.filter(({ draft }) => !removed.includes(draft.id));
      await this.#keeper.bring([...state.entries, ...left]);
      await this.#emit({ type: "opened" });
    } else if (this.#keeper instanceof Memory) {
      const copies = this.#keeper.merge(state.entries, removed);
      if (copies.length > 0) this.#relay.offer({ put: copies });
      await this.#emit({ type: "saved" });
    }
  }

  /** @param {any} message */
  async #hear(message) {
    if (message?.type === "lock") await this.#close();
    if (message?.type === "saved" || message?.type === "removed") {
      await this.#emit({ type: message.type, id: String(message.draft) });
    }
    if (message?.type === "take-over") await this.#writers.handOver(String(message.draft));
  }

  /** @param {string} token */
  async #forgotten(token) {
    if (token === this.#token) await this.#close();
  }

  /** A page that comes back by the Back button may have been locked meanwhile. */
  async #checkAfterBack() {
    const state = await this.#relay.ask();
    if (this.#keeper instanceof Binder && state?.binder?.id !== this.#keeper.id) window.location.reload();
    else if (state) await this.#join(state, []);
  }

  /**
   * Nothing; everyone who listens has been told, and has finished what they do about it.
   * @param {Change} change
   */
  async #emit(change) {
    const answers = [...this.#listeners].map(async (fn) => fn(change));
    await Promise.race([Promise.allSettled(answers), pause(FLUSH_TIMEOUT_MS)]);
  }

  /**
   * What the work gives, after everything asked before it is finished.
   * @template T
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  #inLine(work) {
    const result = this.#line.then(work);
    this.#line = result.catch(() => {});
    return result;
  }

  /**
   * The newest revision of each draft, last saved first.
   * @returns {Promise<Draft[]>}
   */
  async drafts() {
    if (this.#closed) return [];
    const drafts = (await this.#keeper.newest()).map((entry) => this.#ownSaves.remember(entry));
    return drafts.sort((one, other) => (one.saved_at < other.saved_at ? 1 : -1));
  }

  /**
   * The draft to go on with for a worksheet: the one the address points at (`#blad=<id>`), else the
   * last saved one, and not a copy when there is an original.
   * @param {string} worksheet
   * @returns {Promise<Draft | null>}
   */
  async draftFor(worksheet) {
    const drafts = (await this.drafts()).filter((draft) => draft.worksheet === worksheet);
    const pointed = drafts.find((draft) => window.location.hash === `#blad=${draft.id}`);
    return pointed ?? drafts.find((draft) => !this.copyOf(draft.id)) ?? drafts[0] ?? null;
  }

  /**
   * The id of the draft this one is a conflict copy of, or null.
   * @param {string} id
   */
  copyOf(id) {
    return this.#ownSaves.copyOf(id);
  }

  /**
   * The draft as it is now kept: durable and read back when a binder is open.
   * @param {Draft} draft
   * @returns {Promise<Draft>}
   * @throws {SaveError}
   */
  async save(draft) {
    if (this.#closed) throw new SaveError("closed");
    const entry = { draft: ownCopy(draft), copyOf: this.copyOf(draft.id) };
    if (this.#keeper instanceof Binder) {
      this.#pending.set(draft.id, entry);
      this.#relay.offer({ put: [entry] });
    }
    return this.#inLine(() => this.#save(entry));
  }

  /** @param {Entry} asked */
  async #save(asked) {
    const entry = this.#ownSaves.followed(asked);
    const base = this.#ownSaves.base(entry);
    try {
      const kept = await this.#keeper.save(entry, base);
      this.#tellSaved(asked, kept);
      return this.#ownSaves.wrote(kept);
    } catch (error) {
      if (error instanceof KeptAsCopy) {
        this.#ownSaves.becameCopy(entry.draft.id, base, error.copy);
        this.#tellSaved(asked, error.copy);
      }
      throw asSaveError(error);
    } finally {
      if (this.#pending.get(asked.draft.id) === asked) this.#pending.delete(asked.draft.id);
    }
  }

  /**
   * @param {Entry} asked
   * @param {Entry} kept
   */
  #tellSaved(asked, kept) {
    this.#relay.offer(this.#keeper instanceof Memory ? { put: [kept] } : { drop: [asked.draft.id] });
    this.#channel.postMessage({ type: "saved", draft: kept.draft.id });
  }

  /**
   * Nothing; the draft and its history are gone.
   * @param {string} id
   */
  async remove(id) {
    if (this.#closed) throw new SaveError("closed");
    await this.#inLine(async () => {
      try {
        await this.#keeper.remove(id);
      } catch (error) {
        throw asSaveError(error);
      }
      this.#ownSaves.forget(id);
      this.#relay.offer({ drop: [id] });
      this.#channel.postMessage({ type: "removed", draft: id });
    });
  }

  /**
   * Every kept revision of one draft, newest first.
   * @param {string} id
   * @returns {Promise<Draft[]>}
   */
  async revisions(id) {
    if (this.#closed) return [];
    return (await this.#keeper.revisions(id)).map(({ draft }) => draft);
  }

  /**
   * Nothing; after the listeners have saved what they hold, the key and all drafts in memory are
   * forgotten here, in the other tabs and in the service worker.
   */
  async lock() {
    this.#channel.postMessage({ type: "lock" });
    await this.#close();
  }

  #close() {
    this.#closing ??= this.#forgetAll();
    return this.#closing;
  }

  async #forgetAll() {
    this.#relay.forget(this.#token);
    await this.#emit({ type: "locking" });
    await this.#line;
    this.#closed = true;
    this.#writers.releaseAll();
    this.#keeper = new Memory();
    this.#ownSaves.forgetAll();
    this.#pending.clear();
    this.#onLost.clear();
    await this.#emit({ type: "locked" });
  }

  /**
   * Whether this tab may write the draft; the function is called when another tab takes over.
   * @param {string} id
   * @param {() => unknown} onLost may return a promise that saves first
   * @returns {Promise<boolean>}
   */
  async claimWriter(id, onLost) {
    this.#onLost.set(id, onLost);
    return this.#writers.claim(id, onLost);
  }

  /**
   * Nothing; this tab is the draft's writer. Read the draft again: the other tab has saved.
   * @param {string} id
   */
  async takeOver(id) {
    await this.#writers.takeOver(id, this.#onLost.get(id) ?? (() => {}));
  }

  /**
   * A function that stops the telling; until then `fn` hears of every change made elsewhere.
   * @param {(change: Change) => unknown} fn
   */
  onChange(fn) {
    this.#listeners.add(fn);
    return () => this.#listeners.delete(fn);
  }

  /**
   * Nothing; the session keeps its drafts in this binder from now on.
   * @param {Binder} binder
   * @param {boolean} bring whether drafts in memory are taken along, or left behind
   */
  async enter(binder, bring) {
    await this.#line;
    const before = this.#keeper;
    const entries = before instanceof Memory && !this.#closed ? before.all() : [];
    if (this.#closed) this.#token = randomId();
    try {
      if (bring) await binder.bring(entries);
    } catch (error) {
      throw asSaveError(error);
    }
    this.#keeper = binder;
    this.#closed = false;
    this.#closing = null;
    this.#relay.offer({ drop: entries.map(({ draft }) => draft.id) });
    await this.#emit({ type: "opened" });
  }
}
