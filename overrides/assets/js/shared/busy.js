// Whether something is under way that must finish before the page is locked: a file being written or read in.

let running = 0;

/** Whether such work is under way. */
export function isBusy() {
  return running > 0;
}

/**
 * What the work gives; an automatic lock waits for it.
 * @template T
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
export async function whileBusy(work) {
  running += 1;
  try {
    return await work;
  } finally {
    running -= 1;
  }
}
