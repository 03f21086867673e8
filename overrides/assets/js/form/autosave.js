// Saves soon after the last key, and at once before anything that could lose words. Never waits for Python.

/**
 * @typedef {() => Promise<void>} Write resolves only when what was written at the call is safe
 * @typedef {{onSaving: () => void, onSaved: () => void, onFailed: (error: unknown) => void}} Listener
 */

/** How old a key may become before it is on its way to disk. */
export const PAUSE_MS = 200;
/** A save that takes no longer than this is not worth a word: the line would only flicker. */
const SLOW_MS = 250;
const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 60_000;

/** Counts what was typed and what is safe, and closes the gap between them. */
export class Autosave {
  #typed = 0;
  /** How much of it the last save that began takes with it. */
  #begun = 0;
  #safe = 0;
  #timer = 0;
  #isDue = false;
  #retry = FIRST_RETRY_MS;
  /** @type {Promise<void> | null} */
  #running = null;
  #write;
  #listener;

  /**
   * @param {Write} write
   * @param {Listener} listener
   */
  constructor(write, listener) {
    this.#write = write;
    this.#listener = listener;
  }

  /** Whether something typed is not safe yet. */
  get isBehind() {
    return this.#safe < this.#typed;
  }

  /** Nothing; something was typed, and is saved soon: also for somebody who never pauses. */
  touch() {
    this.#typed += 1;
    if (this.#isDue) return;
    this.#isDue = true;
    this.#schedule(PAUSE_MS);
  }

  /**
   * Whether everything typed before the call is safe, after having tried.
   * @returns {Promise<boolean>}
   */
  async flush() {
    clearTimeout(this.#timer);
    this.#isDue = false;
    const goal = this.#typed;
    while (this.#safe < goal) {
      const before = this.#safe;
      this.#running ??= this.#save().finally(() => (this.#running = null));
      await this.#running;
      if (this.#safe === before) return false;
    }
    return true;
  }

  /** Nothing; the page may be gone in a moment, and what was typed during a save does not wait for that one to end. */
  leave() {
    if (this.#running && this.#begun < this.#typed) void this.#save();
    else void this.flush();
  }

  async #save() {
    const reached = this.#typed;
    this.#begun = reached;
    const slow = setTimeout(() => this.#listener.onSaving(), SLOW_MS);
    try {
      await this.#write();
      this.#safe = Math.max(this.#safe, reached);
      this.#retry = FIRST_RETRY_MS;
      if (!this.isBehind) this.#listener.onSaved();
    } catch (error) {
      this.#listener.onFailed(error);
      // The next key does not wait for the slower and slower tries.
      this.#isDue = false;
      this.#schedule(this.#retry);
      this.#retry = Math.min(this.#retry * 2, LONGEST_RETRY_MS);
    } finally {
      clearTimeout(slow);
    }
  }

  /** @param {number} delay */
  #schedule(delay) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), delay);
  }
}
