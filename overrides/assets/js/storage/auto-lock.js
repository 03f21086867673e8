// Locks an open binder by itself when nobody is there: untouched, out of sight, or on a device that slept.

import { isBusy } from "../shared/busy.js";
import { LOCK } from "./limits.js";
import { pause } from "../shared/time.js";
import { Presence } from "./presence.js";

/**
 * @typedef {import("./page-session.js").Session} Session
 * @typedef {{warn: (isNear: boolean) => void, veil: (isOn: boolean) => void, locking: () => void}} Screen
 */

const LOOK_EVERY_MS = 1_000;
const TELL_EVERY_MS = 2_000;
const ANSWERS_WITHIN_MS = 250;
const TOUCHES = ["pointerdown", "keydown", "input", "wheel", "touchmove"];

/** Watches over one page's session. */
export class AutoLock {
  #presence = new Presence();
  #session;
  #screen;
  #isWarning = false;
  #isDeciding = false;
  #isOthersBusy = false;
  #toldAt = -Infinity;

  /**
   * @param {Session} session
   * @param {Screen} screen
   */
  constructor(session, screen) {
    this.#session = session;
    this.#screen = screen;
  }

  /** Nothing; from now on an open binder locks by itself. */
  start() {
    for (const type of TOUCHES) document.addEventListener(type, () => this.#touched(), { capture: true, passive: true });
    document.addEventListener("visibilitychange", () => this.#turned());
    for (const type of ["pageshow", "focus"]) window.addEventListener(type, () => void this.#look());
    document.addEventListener("resume", () => void this.#look());
    this.#session.tabs.onMessage((message) => this.#hear(message));
    this.#session.onChange(({ type }) => {
      if (type === "opened") this.#presence.touch();
      if (type === "locked") this.#screen.warn((this.#isWarning = false));
    });
    setInterval(() => void this.#look(), LOOK_EVERY_MS);
  }

  /** Nothing; somebody is there, and has said so. */
  stay() {
    this.#isWarning = false;
    this.#presence.touch();
    this.#tell(true);
    this.#screen.warn(false);
  }

  get #isGuarded() {
    return this.#session.mode === "binder";
  }

  #touched() {
    if (!this.#isGuarded || this.#isWarning) return;
    // The first touch after a long sleep wakes nobody's binder.
    if (this.#presence.isOver) return void this.#look();
    this.#presence.touch();
    this.#tell();
  }

  #turned() {
    if (document.visibilityState === "visible") void this.#look();
    else if (this.#isGuarded) this.#screen.veil(true);
  }

  /** @param {any} message */
  #hear({ type, touched, seen, isBusy: areOthersBusy }) {
    if (type === "presence") {
      this.#presence.touch(Math.max(0, Date.now() - Number(touched)));
      this.#presence.see(Math.max(0, Date.now() - Number(seen)));
      this.#isOthersBusy ||= Boolean(areOthersBusy);
    }
    if (type === "anybody-there" && this.#isGuarded) this.#tell(true);
    if (type === "locking-by-itself") this.#screen.locking();
  }

  /** @param {boolean} [isAsked] an answer is given at once, news only now and then */
  #tell(isAsked = false) {
    const now = performance.now();
    if (!isAsked && now - this.#toldAt < TELL_EVERY_MS) return;
    this.#toldAt = now;
    this.#session.tabs.tell({ type: "presence", ...this.#presence.told(), isBusy: isBusy() });
  }

  async #look() {
    if (this.#isDeciding) return;
    if (!this.#isGuarded) return this.#screen.veil(false);
    // What is being written or read in finishes first, in full sight.
    if (this.#presence.isOver) return isBusy() ? undefined : this.#decide();
    if (document.visibilityState !== "visible") return;
    this.#presence.see();
    this.#tell();
    this.#screen.veil(false);
    const isNear = this.#presence.untilIdle <= LOCK.WARNING_MS;
    if (isNear !== this.#isWarning) this.#screen.warn((this.#isWarning = isNear));
  }

  /** Somebody may be there in another tab, and what is being written or read in finishes first. */
  async #decide() {
    this.#isDeciding = true;
    this.#screen.veil(true);
    this.#isOthersBusy = false;
    try {
      this.#session.tabs.tell({ type: "anybody-there" });
      await pause(ANSWERS_WITHIN_MS);
      const mayLock = this.#presence.isOver && !isBusy() && !this.#isOthersBusy;
      if (mayLock) await this.#lock();
      else if (document.visibilityState === "visible") this.#screen.veil(false);
    } finally {
      // A lock that failed is tried again at the next look.
      this.#isDeciding = false;
    }
  }

  async #lock() {
    this.#session.tabs.tell({ type: "locking-by-itself" });
    this.#screen.locking();
    await this.#session.lock();
    this.#screen.veil(false);
  }
}
