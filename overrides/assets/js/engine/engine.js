// The page's side of Python: starts the worker, passes calls, and starts it anew once when it dies.
import { whileBusy } from "../shared/busy.js";
import { BUILD, MIXED, ROOT } from "../shared/root.js";
import { jsonTextOf } from "../shared/json-text.js";

/**
 * @typedef {"off" | "starting" | "ready" | "failed"} EngineState
 * @typedef {{resolve: (reply: any) => void, reject: (error: EngineError) => void, timer: number,
 *   name: string, payload: string, tries: number}} Waiting
 */

const START_LIMIT_MS = 90_000;
/** From what an earlier page kept it takes a moment, or it does not work at all. */
const WAKE_LIMIT_MS = 20_000;
const CALL_LIMIT_MS = 10_000;
const EXPORT_LIMIT_MS = 60_000;
const MOST_TRIES = 2;
const PATIENCE_MS = 5_000;
const SORRY = "Uträkningar och PDF fungerar inte just nu. Det du skriver sparas ändå.";
const NEEDS_NETWORK =
  "Du behöver nät första gången för uträkningar och PDF. Det du skriver sparas ändå. När du har nät kan du hämta allt på sidan Den här enheten. Då behövs inget nät sedan.";

/** A call that Python refused, or that could not be made. */
export class EngineError extends Error {
  name = "EngineError";

  /**
   * @param {string} code
   * @param {string} message a Swedish sentence for the person
   */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** @type {EngineState} */
let state = "off";
/** @type {Worker | null} */
let worker = null;
let startTimer = 0;
let deaths = 0;
let lastNumber = 0;
/** Why Python could not start, in words for the person. */
let trouble = SORRY;
/** @type {Map<number, Waiting>} */
const waiting = new Map();
/** @type {Set<(state: EngineState) => void>} */
const listeners = new Set();

/** @param {EngineState} next */
function become(next) {
  state = next;
  document.documentElement.dataset["engine"] = next;
  for (const listener of listeners) listener(next);
}

/**
 * A function that stops the telling; `fn` hears the state now and at each change.
 * @param {(state: EngineState) => void} fn
 */
export function onEngineState(fn) {
  listeners.add(fn);
  fn(state);
  return () => listeners.delete(fn);
}

/** Nothing; Python starts unless it is running. After a failure this is a new, whole try. */
export function startEngine() {
  if (state === "starting" || state === "ready") return;
  deaths = 0;
  launch();
}

/** Nothing; Python and all that it held are gone, until it is asked for again. */
export function stopEngine() {
  worker?.terminate();
  worker = null;
  clearTimeout(startTimer);
  for (const [number, asked] of waiting) {
    clearTimeout(asked.timer);
    refuse(number, asked);
  }
  become("off");
}

/** Why Python is not there, in a Swedish sentence; listeners hear again when more is known. */
export function engineTrouble() {
  return trouble;
}

/** Whether Python is missing because the site cannot be reached; listeners hear again when this is known. */
export function needsNetwork() {
  return state === "failed" && trouble === NEEDS_NETWORK;
}

/** Looks whether the site can be reached at all, so that the person learns what to do. */
async function findTrouble() {
  const before = trouble;
  const isReached = await fetch(new URL("runtime/manifest.json", ROOT), { cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) }).then(({ ok }) => ok, () => false);
  trouble = isReached ? SORRY : NEEDS_NETWORK;
  if (state === "failed" && trouble !== before) become("failed");
}

/** @param {number} limit */
function limitStart(limit) {
  clearTimeout(startTimer);
  startTimer = setTimeout(() => die("start took too long"), limit);
}

function launch() {
  become("starting");
  limitStart(START_LIMIT_MS);
  // A worker from a blob: URL inherits the page's content policy; one from the network would not.
  const address = JSON.stringify(new URL("python.worker.js", import.meta.url).href);
  const blob = URL.createObjectURL(new Blob([`import ${address};`], { type: "text/javascript" }));
  try {
    // The name tells the worker after a death that it is to start without anything kept.
    worker = new Worker(blob, { type: "module", name: deaths > 0 ? "ordinary" : "" });
  } catch {
    die("no workers");
    return;
  } finally {
    // The worker reads its address a moment after it was made.
    setTimeout(() => URL.revokeObjectURL(blob), START_LIMIT_MS);
  }
  const mine = worker;
  mine.addEventListener("message", (event) => mine === worker && hear(event.data));
  mine.addEventListener("error", (event) => {
    event.preventDefault();
    if (mine === worker) die("worker error");
  });
}

/** @param {any} message */
function hear(message) {
  if (message.state === "mixed" || (message.state === "ready" && message.build !== BUILD)) {
    // Python and its files are of another build than the page: answers could mean something else.
    deaths = MOST_TRIES;
    document.dispatchEvent(new Event(MIXED));
    die("another build");
  } else if (message.state === "ready") {
    clearTimeout(startTimer);
    become("ready");
    for (const number of waiting.keys()) send(number);
  } else if (message.state === "waking") {
    limitStart(WAKE_LIMIT_MS);
  } else if (message.state === "failed") {
    die(message.reason);
  } else if ("failure" in message) {
    die(message.failure);
  } else {
    answer(message.number, message.reply);
  }
}

/**
 * @param {number} number
 * @param {string} reply
 */
function answer(number, reply) {
  const asked = waiting.get(number);
  if (!asked) return;
  clearTimeout(asked.timer);
  waiting.delete(number);
  deaths = 0;
  const { ok, error } = JSON.parse(reply);
  if (error) asked.reject(new EngineError(error.code, error.message));
  else asked.resolve(ok);
}

/**
 * Nothing; the worker is gone. Once it is started anew, and what was asked is asked again; then we stop.
 * @param {string} _reason for whoever reads this in a debugger; it may hold no answers
 */
function die(_reason) {
  worker?.terminate();
  worker = null;
  clearTimeout(startTimer);
  deaths += 1;
  for (const [number, asked] of waiting) {
    clearTimeout(asked.timer);
    if (deaths >= MOST_TRIES || asked.tries >= MOST_TRIES) refuse(number, asked);
  }
  if (deaths >= MOST_TRIES) {
    become("failed");
    void findTrouble();
  } else {
    launch();
  }
}

/**
 * @param {number} number
 * @param {Waiting} asked
 */
function refuse(number, asked) {
  waiting.delete(number);
  asked.reject(new EngineError("engine-failed", trouble));
}

/** @param {number} number */
function send(number) {
  const asked = waiting.get(number);
  if (!asked || !worker) return;
  asked.tries += 1;
  const limit = asked.name === "export" ? EXPORT_LIMIT_MS : CALL_LIMIT_MS;
  clearTimeout(asked.timer);
  asked.timer = setTimeout(() => die("call took too long"), limit);
  worker.postMessage({ number, name: asked.name, payload: asked.payload });
}

/**
 * Python's answer to one call. Starts Python when it is off.
 * @param {string} name
 * @param {{[name: string]: unknown}} payload
 * @returns {Promise<any>}
 * @throws {EngineError}
 */
export function call(name, payload) {
  if (state === "failed") return Promise.reject(new EngineError("engine-failed", trouble));
  if (state === "off") startEngine();
  const reply = new Promise((resolve, reject) => {
    lastNumber += 1;
    const number = lastNumber;
    waiting.set(number, { resolve, reject, timer: 0, name, payload: jsonTextOf(payload), tries: 0 });
    if (state === "ready") send(number);
  });
  return name === "export" ? whileBusy(reply) : reply;
}
