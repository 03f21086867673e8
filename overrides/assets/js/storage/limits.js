// Every limit that keeps a binder safe, in one place: when it locks by itself, and how hard a passphrase is to try.
//
// What the pages tell about privacy must say the same: the numbers are read from here.

/** When an open binder locks by itself. */
export const LOCK = Object.freeze({
  /** Nobody has touched the page for this long. */
  IDLE_MS: 300_000,
  /** No page of the site has been in sight for this long. */
  HIDDEN_MS: 120_000,
  /** The question whether somebody is there comes this long before the lock. */
  WARNING_MS: 30_000,
});

/** How a new passphrase is stretched: strongest first; the next is tried when the device cannot do the one before. */
export const ARGON2_CHOICES = Object.freeze([
  Object.freeze({ memory: 65_536, passes: 3 }),
  Object.freeze({ memory: 19_456, passes: 2 }),
]);
export const PBKDF2_ROUNDS = 600_000;

/** What a stored header may ask of the device: it is read as if a stranger wrote it, and must not hang the tablet. */
export const ACCEPTED = Object.freeze({
  memory: [8_192, 262_144],
  passes: [1, 10],
  lanes: [1, 4],
  rounds: [600_000, 10_000_000],
});

export const STRETCH_TIMEOUT_MS = 60_000;
