// Stretches one passphrase with Argon2id, away from the page's thread, and answers once.

import "../../../runtime/vendor/argon2.umd.min.js";

/** @typedef {{password: Uint8Array, salt: Uint8Array, memory: number, passes: number, lanes: number}} Stretch */

const { hashwasm } = /** @type {{hashwasm: {argon2id: (options: object) => Promise<Uint8Array>}}} */ (
  /** @type {unknown} */ (globalThis)
);

/** @param {MessageEvent<Stretch>} event */
async function stretch({ data }) {
  try {
    const bytes = await hashwasm.argon2id({
      password: data.password,
      salt: data.salt,
      memorySize: data.memory,
      iterations: data.passes,
      parallelism: data.lanes,
      hashLength: 32,
      outputType: "binary",
    });
    self.postMessage({ bytes });
  } catch (error) {
    self.postMessage({ failure: error instanceof Error ? error.message : "argon2" });
  }
}

self.addEventListener("message", stretch);
self.postMessage({ ready: true });
