// Keeps Python's memory as it stands when our own Python is ready, so that the next page need not build it up again.
//
// It is taken before anything that a person has written comes there. Whatever goes wrong here is silent: Python starts without it.
import { ROOT } from "../shared/root.js";
import { sha256 } from "./digest.js";

/** Told of and taken away by storage/on-device.js; another copy of the site, in another folder of the host, has its own. */
const KEPT = `ract-python:${ROOT.pathname}:`;
const DIGEST = "x-sha-256";

/** @param {string} name */
function addressOf(name) {
  return new URL(`runtime/minne/${name}`, ROOT).href;
}

/** Whether this browser can keep memory and prove it. */
export function canKeepMemory() {
  return "caches" in globalThis && Boolean(crypto.subtle);
}

/**
 * The memory that an earlier page kept under this name, or null.
 * @param {string} name
 * @returns {Promise<Uint8Array<ArrayBuffer> | null>}
 */
export async function readMemory(name) {
  try {
    const kept = await caches.match(addressOf(name), { cacheName: KEPT });
    if (!kept) return null;
    const bytes = new Uint8Array(await kept.arrayBuffer());
    return (await sha256(bytes)) === kept.headers.get(DIGEST) ? bytes : null;
  } catch {
    return null;
  }
}

/**
 * Nothing; the memory is kept for the next page, and that of every other name is gone.
 * @param {string} name
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
export async function keepMemory(name, bytes) {
  try {
    await forgetMemory();
    const headers = { [DIGEST]: await sha256(bytes) };
    await (await caches.open(KEPT)).put(addressOf(name), new Response(bytes, { headers }));
  } catch {
    // No room, or nowhere to keep it: the next page starts as this one did.
  }
}

/** Nothing; no memory is kept. */
export async function forgetMemory() {
  await caches.delete(KEPT).catch(() => false);
}
