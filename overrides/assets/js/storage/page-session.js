// One page's session: where its drafts are kept, and what the site's other tabs are told.

import { Binder } from "./binder.js";
import { Changes } from "./changes.js";
import { StoreError, onStoreChange, probeStore } from "./drafts.js";
import { randomId } from "../shared/ids.js";
import { DraftSaves } from "./draft-saves.js";
import { HandedOver, handOver } from "./handed-over.js";
import { Memory } from "./memory.js";
import { Practice } from "./practice.js";
import { STORAGE_MESSAGES } from "./messages.js";
import { Relay } from "./relay.js";
import { SaveError, asSaveError } from "./save-error.js";
import { Tabs } from "./tabs.js";

/**
 * @typedef {import("./entries.js").Draft} Draft
 * @typedef {import("./entries.js").Entry} Entry
 * @typedef {import("./relay.js").State} State
 * @typedef {import("./changes.js").Change} Change
 */

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
  #changes = new Changes();
  /** What the site's other tabs are told; the automatic lock talks through it too. */
  tabs = new Tabs();
  #saves = new DraftSaves({
    keeper: () => this.#keeper,
    offer: (change) => this.#offer(change),
    tell: (message) => this.tabs.tell(message),
  });
  #relay = new Relay({
    state: () => this.#state(),
    onState: (state, removed) => void this.#join(state, removed),
    onForgotten: (token) => void this.#forgotten(token),
  });

  /** Whether drafts are kept in memory only, or in an open binder. */
  get mode() {
    return this.#keeper.mode;
  }

  /** What the keeper is called: the binder's own name or its neutral one, or that there is none. */
  get name() {
    return this.#keeper.name;
  }

  /** The open binder, or null: for what is done to the whole of it. */
  get binder() {
    return this.#keeper instanceof Binder && !this.isHandedOver ? this.#keeper : null;
  }

  /** Whether only one sheet can be read, because the tablet is in somebody else's hands. */
  get isHandedOver() {
    return this.#keeper instanceof HandedOver;
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
    this.tabs.onMessage((message) => void this.#hear(message));
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
      await this.#changes.tell({ type: "storage" });
    }
  }

  /** @param {"outdated" | "blocked"} why */
  async #storeChanged(why) {
    this.notice = STORAGE_MESSAGES[why];
    await this.#changes.tell({ type: "storage" });
    await this.#saves.settle();
  }

  /** @returns {State} */
  #state() {
    const { id, name } = this.#keeper;
    if (this.isHandedOver) return { token: this.#token, binder: null, entries: [] };
    if (this.#keeper instanceof Memory) {
      return { token: this.#token, binder: null, practice: this.mode === "practice", entries: this.#keeper.all() };
    }
    return { token: this.#token, binder: { id, name, key: this.#keeper.key }, entries: this.#saves.pending };
  }

  /**
   * @param {State} state
   * @param {string[]} removed
   */
  async #join(state, removed) {
    if (this.#closed || this.isHandedOver) return;
    if (state.binder && this.#keeper instanceof Binder) {
      // Opened in two tabs, each with the passphrase: one token, so that one lock forgets both.
      if (state.binder.id === this.#keeper.id) this.#token = state.token;
      return;
    }
    const own = this.#keeper instanceof Memory ? this.#keeper.all() : [];
    const isPractice = this.mode === "practice";
    if (Boolean(state.practice) !== isPractice) {
      // What is real and what is practice never meet: a page that holds either keeps to it.
      if (isPractice || own.length > 0) return;
      this.#keeper = new Practice();
    }
    this.#token = state.token;
    if (state.binder) {
      this.#keeper = new Binder(state.binder);
      const left = own.filter(({ draft }) => !removed.includes(draft.id));
      // When the store fails, the service worker still has what was on its way; the probe tells that it fails.
      await this.#keeper.bring([...state.entries, ...left]).catch((error) => left.length > 0 && Promise.reject(error));
      await this.#changes.tell({ type: "opened" });
    } else if (this.#keeper instanceof Memory) {
      const copies = this.#keeper.merge(state.entries, removed);
      if (copies.length > 0) this.#relay.offer({ put: copies });
      await this.#changes.tell({ type: state.practice && !isPractice ? "opened" : "saved" });
    }
  }

  /** @param {any} message */
  async #hear(message) {
    if (message.type === "lock") await this.#close();
    if (message.type === "saved" || message.type === "removed") {
      await this.#changes.tell({ type: message.type, id: String(message.draft) });
    }
    if (message.type === "renamed" && message.binder === this.#keeper.id) {
      this.#keeper.name = String(message.name);
      await this.#changes.tell({ type: "renamed" });
    }
  }

  /**
   * Nothing; the open binder is called this from now on, in every tab.
   * @param {string} name
   */
  async rename(name) {
    this.#keeper.name = name;
    this.#offer({});
    this.tabs.tell({ type: "renamed", binder: this.#keeper.id, name });
    await this.#changes.tell({ type: "renamed" });
  }

  /** @param {{put?: Entry[], drop?: string[]}} change */
  #offer(change) {
    if (!this.isHandedOver) this.#relay.offer(change);
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
   * The newest revision of each draft, last saved first.
   * @returns {Promise<Draft[]>}
   */
  async drafts() {
    if (this.#closed) return [];
    return this.#saves.all();
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
    return this.#saves.copyOf(id);
  }

  /**
   * The draft as it is now kept: durable and read back when a binder is open.
   * @param {Draft} draft
   * @returns {Promise<Draft>}
   * @throws {SaveError}
   */
  async save(draft) {
    if (this.#closed) throw new SaveError("closed");
    return this.#saves.save(draft);
  }

  /**
   * Nothing; the draft and its history are gone.
   * @param {string} id
   */
  async remove(id) {
    if (this.#closed) throw new SaveError("closed");
    await this.#saves.remove(id);
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
    this.tabs.tell({ type: "lock" });
    await this.#close();
  }

  #close() {
    this.#closing ??= this.#forgetAll();
    return this.#closing;
  }

  async #forgetAll() {
    this.#relay.forget();
    await this.#changes.tell({ type: "locking" });
    await this.#saves.settle();
    this.#closed = true;
    this.tabs.releaseAll();
    this.#keeper = new Memory();
    this.#saves.forget();
    await this.#changes.tell({ type: "locked" });
  }

  /**
   * Whether this tab may write the draft; the function is called when another tab takes over.
   * @param {string} id
   * @param {() => unknown} onLost may return a promise that saves first
   * @returns {Promise<boolean>}
   */
  async claimWriter(id, onLost) {
    return this.tabs.claimWriter(id, onLost);
  }

  /**
   * Nothing; this tab is the draft's writer. Read the draft again: the other tab has saved.
   * @param {string} id
   */
  async takeOver(id) {
    await this.tabs.takeOver(id);
  }

  /**
   * A function that stops the telling; until then `fn` hears of every change made elsewhere.
   * @param {(change: Change) => unknown} fn
   */
  onChange(fn) {
    return this.#changes.listen(fn);
  }

  /**
   * Nothing; the session keeps its drafts in this binder from now on.
   * @param {Binder} binder
   * @param {boolean} bring whether drafts in memory are taken along, or left behind
   */
  async enter(binder, bring) {
    await this.#saves.settle();
    const before = this.#keeper;
    const entries = before instanceof Memory && before.mode === "memory" && !this.#closed ? before.all() : [];
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
    await this.#changes.tell({ type: "opened" });
  }

  /**
   * Nothing; the invented person's sheets are what this page and the others show from now on.
   * @param {Draft[]} drafts
   * @throws {SaveError} when there are real sheets in memory, which would be lost
   */
  async practise(drafts) {
    if (this.#keeper instanceof Binder) await this.lock();
    await this.#saves.settle();
    if (this.#keeper instanceof Memory && this.#keeper.all().length > 0) throw new SaveError("loose");
    this.#relay.forget();
    this.#token = randomId();
    this.#keeper = new Practice();
    [this.#closed, this.#closing] = [false, null];
    const entries = drafts.map((draft) => ({ draft, copyOf: null }));
    this.#keeper.merge(entries);
    this.#relay.offer({ put: entries });
    await this.#changes.tell({ type: "opened" });
  }

  /**
   * Nothing; of the binder only this sheet can be read here, and the other tabs are locked.
   * @param {string} draft
   */
  async handOver(draft) {
    const { binder } = this;
    if (!binder) throw new SaveError("closed");
    await this.#saves.settle();
    const handed = await handOver(binder, draft);
    this.tabs.tell({ type: "lock" });
    this.#relay.forget();
    this.#token = randomId();
    this.#keeper = handed;
    await this.#changes.tell({ type: "handed-over" });
  }
}
