// The site's tabs on this device: what one tells the others, and which of them may write a draft.

import { Writers } from "./writers.js";

/** The open tabs, as one page sees them. */
export class Tabs {
  #channel = new BroadcastChannel("ract-parm");
  #writers = new Writers({ post: (message) => this.tell(message) });
  /** What is done when another tab takes a draft over. @type {Map<string, () => unknown>} */
  #onLost = new Map();
  /** @type {Set<(message: any) => unknown>} */
  #listeners = new Set();

  constructor() {
    this.#channel.onmessage = ({ data }) => {
      if (data?.type === "take-over") void this.#writers.handOver(String(data.draft));
      for (const listener of this.#listeners) listener(data ?? {});
    };
  }

  /**
   * Nothing; the function hears what the other tabs tell.
   * @param {(message: any) => unknown} fn
   */
  onMessage(fn) {
    this.#listeners.add(fn);
  }

  /**
   * Nothing; the other tabs are told. Never what somebody wrote.
   * @param {object} message with a `type`
   */
  tell(message) {
    this.#channel.postMessage(message);
  }

  /**
   * Whether this tab may write the draft; the function is called when another tab takes over.
   * @param {string} draft
   * @param {() => unknown} onLost may return a promise that saves first
   */
  async claimWriter(draft, onLost) {
    this.#onLost.set(draft, onLost);
    return this.#writers.claim(draft, onLost);
  }

  /**
   * Nothing; this tab is the draft's writer, and the other has saved.
   * @param {string} draft
   */
  async takeOver(draft) {
    await this.#writers.takeOver(draft, this.#onLost.get(draft) ?? (() => {}));
  }

  /** Nothing; every draft is free for other tabs. */
  releaseAll() {
    this.#writers.releaseAll();
    this.#onLost.clear();
  }
}
