// One writer for each draft: the tab that came first, until another tab takes over.

/**
 * @typedef {{release: () => void, onLost: () => unknown, lost: boolean}} Claim
 * @typedef {{post: (message: object) => void}} Channel
 */

const HAND_OVER_MS = 3_000;

/** The drafts this tab may write, by Web Locks; without them the revision number alone guards. */
export class Writers {
  /** @type {Map<string, Claim>} */
  #claims = new Map();
  #channel;

  /** @param {Channel} channel */
  constructor(channel) {
    this.#channel = channel;
  }

  /**
   * Whether this tab is now the draft's writer.
   * @param {string} draft
   * @param {() => unknown} onLost called once when another tab takes over; may return a promise that saves first
   * @returns {Promise<boolean>}
   */
  async claim(draft, onLost) {
    if (this.#claims.has(draft) || !navigator.locks) return true;
    return this.#request(draft, onLost, { ifAvailable: true });
  }

  /**
   * Whether the lock was given.
   * @param {string} draft
   * @param {() => unknown} onLost
   * @param {LockOptions} options
   * @returns {Promise<boolean>}
   */
  #request(draft, onLost, options) {
    return new Promise((resolve) => {
      const held = navigator.locks.request(`ract-parm:${draft}`, options, (lock) => {
        if (!lock) {
          resolve(false);
          return undefined;
        }
        return new Promise((release) => {
          this.#claims.set(draft, { release: () => release(undefined), onLost, lost: false });
          resolve(true);
        });
      });
      // Refused or waited too long; or, after it was given, stolen by another tab.
      held.catch(() => {
        resolve(false);
        void this.#lose(draft);
      });
    });
  }

  /**
   * Nothing; this tab is the writer, and the other tab has saved what it held.
   * @param {string} draft
   * @param {() => unknown} onLost
   */
  async takeOver(draft, onLost) {
    if (!navigator.locks || this.#claims.has(draft)) return;
    this.#channel.post({ type: "take-over", draft });
    const patience = AbortSignal.timeout(HAND_OVER_MS);
    const given = await this.#request(draft, onLost, { signal: patience });
    if (!given) await this.#request(draft, onLost, { steal: true });
  }

  /**
   * Nothing; when this tab was the writer it has saved, and lets go.
   * @param {string} draft
   */
  async handOver(draft) {
    const claim = this.#claims.get(draft);
    if (!claim) return;
    await this.#lose(draft);
    claim.release();
  }

  /** @param {string} draft */
  async #lose(draft) {
    const claim = this.#claims.get(draft);
    if (!claim || claim.lost) return;
    claim.lost = true;
    try {
      await claim.onLost();
    } finally {
      if (this.#claims.get(draft) === claim) this.#claims.delete(draft);
    }
  }

  /** Nothing; every draft is free for other tabs. */
  releaseAll() {
    for (const claim of this.#claims.values()) claim.release();
    this.#claims.clear();
  }
}
