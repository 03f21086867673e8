// The page's side of the files on the device: asks the service worker how it is, and lets it fetch or remove them.

import { ROOT } from "../shared/root.js";

/**
 * @typedef {{isReady: boolean, parts: string[], sizes: {[part: string]: number}}} Status
 * @typedef {"network" | "altered" | "full" | "stopped" | "silent" | ""} Ending why the fetching ended; blank when all is there
 */

const PATIENCE_MS = 10_000;
const SILENCE_MS = 60_000;

/**
 * Our own registration, never that of a neighbour further up on the same host.
 * @returns {Promise<ServiceWorkerRegistration | null>}
 */
export async function ourRegistration() {
  const found = await navigator.serviceWorker?.getRegistration(ROOT.href).catch(() => undefined);
  return found?.scope === ROOT.href ? found : null;
}

/**
 * The worker's answer to one question, or null when it does not come in time.
 * @param {ServiceWorker} worker
 * @param {object} question
 * @returns {Promise<any>}
 */
function ask(worker, question) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS, null);
    port1.onmessage = ({ data }) => {
      clearTimeout(timer);
      port1.close();
      resolve(data);
    };
    worker.postMessage(question, [port2]);
  });
}

/**
 * How it is on the device. A thorough look reads Python from the cache and tells what is still to be fetched.
 * @param {boolean} isThorough
 * @returns {Promise<Status | null>}
 */
export async function lookAtPackage(isThorough) {
  const registration = await ourRegistration();
  const worker = registration && (registration.active ?? (await firstWorker(registration)));
  return worker ? ask(worker, { ract: "offline-status", isThorough }) : null;
}

/**
 * The worker of a first visit, when it has come so far; null when that takes too long.
 * @param {ServiceWorkerRegistration} registration
 * @returns {Promise<ServiceWorker | null>}
 */
function firstWorker({ installing, waiting }) {
  const worker = installing ?? waiting;
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS, null);
    if (!worker || worker.state === "redundant") resolve(null);
    worker?.addEventListener("statechange", () => worker.state === "activated" && resolve(worker));
  });
}

/**
 * The worker of this build: on a device that is not made ready a new one takes over without ado.
 * @param {ServiceWorkerRegistration} registration
 */
async function newestWorker(registration) {
  const { waiting } = registration;
  if (waiting && !(await lookAtPackage(false))?.isReady) await takeOver(waiting);
  return registration.active;
}

/**
 * Nothing; the worker that waited is the one in charge. The other ends what it is at: until then it keeps its place.
 * @param {ServiceWorker} waiting
 * @returns {Promise<void>}
 */
export async function takeOver(waiting) {
  (await ourRegistration())?.active?.postMessage({ ract: "step-aside" });
  return new Promise((resolve) => {
    // Another tab may have been quicker, or a still newer version has come.
    const look = () => ["activated", "redundant"].includes(waiting.state) && resolve();
    waiting.addEventListener("statechange", look);
    look();
    waiting.postMessage({ ract: "take-over" });
  });
}

/**
 * Empty when the part is on the device, else why it is not.
 * @param {string} part
 * @param {(fetched: number, total: number) => void} onProgress
 * @returns {Promise<Ending>}
 */
export async function fetchPackage(part, onProgress) {
  const registration = await ourRegistration();
  const worker = registration && (await newestWorker(registration));
  if (!worker) return "network";
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    let timer = 0;
    /** @param {Ending} why */
    const end = (why) => {
      clearTimeout(timer);
      port1.close();
      resolve(why);
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(end, SILENCE_MS, "silent");
    };
    port1.onmessage = ({ data }) => {
      wait();
      if (data.done) end("");
      else if (data.failed) end(data.failed);
      else onProgress(data.fetched, data.total);
    };
    wait();
    worker.postMessage({ ract: "fetch-part", part }, [port2]);
  });
}

/** Nothing; what is being fetched is left for another time. */
export async function stopFetching() {
  (await ourRegistration())?.active?.postMessage({ ract: "stop-fetching" });
}

/** Nothing; no file of the site is on the device any more. */
export async function removePackage() {
  const { active } = (await ourRegistration()) ?? {};
  if (active) await ask(active, { ract: "remove-files" });
}
