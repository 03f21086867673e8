// What this site has put on the device, told by name, and taken away again without touching what is others'.

import { ROOT } from "../shared/root.js";

/**
 * @typedef {{databases: string[], files: string[], memory: string[], habits: string[], worker: boolean}} OnDevice
 * @typedef {{free: number, used: number} | null} Room in bytes; null when the browser does not tell
 */

/** Everything of ours is called this, and nothing of others' is touched. */
const OURS = /^ract-/;
/** As in sw-files.js: another copy of the site, in another folder of the same host, keeps its own files. */
const FILES = `ract-utan-nat:${ROOT.pathname}:`;
/** As in engine/snapshot.js. */
const MEMORY = `ract-python:${ROOT.pathname}:`;
const DATABASE = "ract-parm";
const EMPTY_TIMEOUT_MS = 8_000;

/**
 * What of ours lies on the device now.
 * @returns {Promise<OnDevice>}
 */
export async function lookOnDevice() {
  const cached = await ourCaches();
  return {
    databases: await ourDatabases(),
    files: cached.filter((name) => name.startsWith(FILES)),
    memory: cached.filter((name) => name === MEMORY),
    habits: ourHabits(),
    worker: Boolean(await ourWorker()),
  };
}

async function ourDatabases() {
  // An older browser does not list them: then the one we know of is named.
  if (!globalThis.indexedDB?.databases) return globalThis.indexedDB ? [DATABASE] : [];
  const names = (await indexedDB.databases()).map(({ name }) => name ?? "");
  return names.filter((name) => OURS.test(name));
}

async function ourCaches() {
  if (!globalThis.caches) return [];
  return (await caches.keys()).filter((name) => name.startsWith(FILES) || name === MEMORY);
}

function ourHabits() {
  try {
    return Object.keys(localStorage).filter((key) => OURS.test(key));
  } catch {
    // Blocked by the browser: then nothing is there either.
    return [];
  }
}

async function ourWorker() {
  return navigator.serviceWorker?.getRegistration(ROOT.href);
}

/**
 * Whether the browser has promised to keep what is stored; null when it cannot say.
 * @returns {Promise<boolean | null>}
 */
export async function isKept() {
  return (await navigator.storage?.persisted?.()) ?? null;
}

/**
 * Whether the browser promises it now, asked because somebody pressed a button.
 * @returns {Promise<boolean>}
 */
export async function askToKeep() {
  return (await navigator.storage?.persist?.()) ?? false;
}

/**
 * How much the browser would still take.
 * @returns {Promise<Room>}
 */
export async function roomLeft() {
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
  return quota === undefined || usage === undefined ? null : { free: Math.max(0, quota - usage), used: usage };
}

/**
 * Whether everything of ours is gone; false when another tab still holds something.
 * @returns {Promise<boolean>}
 */
export async function emptyDevice() {
  for (const name of await ourDatabases()) await removeDatabase(name);
  for (const key of ourHabits()) localStorage.removeItem(key);
  // The worker first, so that it fetches nothing more.
  await (await ourWorker())?.unregister();
  await removeFiles();
  const left = await lookOnDevice();
  return [left.databases, left.files, left.memory, left.habits].every((names) => names.length === 0);
}

/** Nothing; the pages and programs that are kept on the device are gone, the binders stay. */
export async function removeFiles() {
  for (const name of await ourCaches()) await caches.delete(name);
}

/**
 * Nothing; the database is gone, or another tab has held it too long.
 * @param {string} name
 * @returns {Promise<void>}
 */
function removeDatabase(name) {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    const timer = setTimeout(resolve, EMPTY_TIMEOUT_MS);
    request.onsuccess = request.onerror = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}
