// Runs Python away from the page's thread: opens the one door of ract.browser and passes text through it.
import { BUILD, ROOT } from "../shared/root.js";
import { sha256 } from "./digest.js";
import { canKeepMemory, forgetMemory, keepMemory, readMemory } from "./snapshot.js";

/**
 * @typedef {{build: string, pyodide: string, ract: string, wheels: {[part: string]: string}, fonts: string[],
 *   hashes: {[path: string]: string}, snapshot: boolean}} Manifest
 * @typedef {{number: number, name: string, payload: string}} Call
 * @typedef {(name: string, payload: string) => string} Door
 */

const DEFINITIONS = "definitions.json";
const PARTS_FONTS = "/fonts";
/** Typst asks the time zone by `eval`, which the page's policy forbids; a set TZ keeps it from asking. */
const SET_TIME_ZONE = "import os; os.environ['TZ'] = 'UTC0'";
const PART_NEEDS_NETWORK =
  "Det som gör PDF finns inte på enheten, och just nu går det inte att nå webbplatsen. Försök igen när du har nät. Tills dess kan du skriva ut, eller ladda ner som fil.";
const OPEN_DOOR = "import ract.browser; ract.browser.call";

/** What the page calls a worker that is to start without anything kept. */
const ORDINARY = "ordinary";

/** The page's scripts and Python's files do not belong together. */
class OtherBuild extends Error {}

/** @type {any} */
let python = null;
/** @type {Door | null} */
let door = null;
/** @type {Manifest | null} */
let manifest = null;

/**
 * The bytes of a file of the site, proved to be those that the build made.
 * @param {string} path
 * @returns {Promise<ArrayBuffer>}
 */
async function fetchWhole(path) {
  // What the browser kept of an older build gives way to what the server has.
  for (const cache of /** @type {const} */ (["default", "reload"])) {
    const response = await fetch(new URL(path, ROOT), { cache });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    const bytes = await response.arrayBuffer();
    if (await isAsBuilt(path, bytes)) return bytes;
  }
  throw new Error(`${path}: altered`);
}

/**
 * @param {string} path
 * @param {ArrayBuffer} bytes
 */
async function isAsBuilt(path, bytes) {
  const expected = manifest?.hashes[path];
  if (!expected || !crypto.subtle) return true;
  return expected === (await sha256(bytes));
}

/**
 * What Python's memory is called with just these files in it; nothing where it may not be kept or used.
 * @param {Manifest} found
 */
async function memoryName({ snapshot, hashes }) {
  if (!snapshot || !canKeepMemory()) return "";
  if (self.name !== ORDINARY) return sha256(new TextEncoder().encode(JSON.stringify(hashes)));
  // Python died a moment ago: perhaps of what was kept.
  await forgetMemory();
  return "";
}

/**
 * Python, and whether it woke up as an earlier page left it.
 * @param {string} home
 * @param {(options: object) => Promise<any>} loadPyodide
 * @param {string} name
 * @param {Uint8Array | null} kept
 */
async function boot(home, loadPyodide, name, kept) {
  if (kept) {
    self.postMessage({ state: "waking" });
    try {
      return { loaded: await loadPyodide({ indexURL: home, _loadSnapshot: kept }), isAwake: true };
    } catch {
      await forgetMemory();
    }
  }
  return { loaded: await loadPyodide({ indexURL: home, _makeSnapshot: name !== "" }), isAwake: false };
}

/** @param {ArrayBuffer} definitions */
function readWorksheets(definitions) {
  const answer = JSON.parse(/** @type {Door} */ (door)("load", `{"definitions": ${new TextDecoder().decode(definitions)}}`));
  if (answer.error) throw new Error(answer.error.message);
}

/** What is left to do when Python is ready: its memory is kept for the next page. */
async function start() {
  const response = await fetch(new URL("runtime/manifest.json", ROOT), { cache: "no-cache" });
  if (!response.ok) throw new Error(`manifest: ${response.status}`);
  const found = /** @type {Manifest} */ (await response.json());
  manifest = found;
  if (found.build !== BUILD) throw new OtherBuild(found.build);
  const home = new URL(found.pyodide, ROOT).href;
  const name = await memoryName(found);
  const [{ loadPyodide }, kept] = await Promise.all([import(`${home}pyodide.mjs`), name ? readMemory(name) : null]);
  const [{ loaded, isAwake }, ract, definitions] = await Promise.all([
    boot(home, loadPyodide, name, kept),
    fetchWhole(found.ract),
    kept ? null : fetchWhole(DEFINITIONS),
  ]);
  python = loaded;
  // What is kept is memory only: the files are laid out every time. Typst reads its templates among them.
  const folder = python.runPython("import site; site.getsitepackages()[0]");
  python.unpackArchive(ract, "zip", { extractDir: folder });
  python.runPython("import importlib; importlib.invalidate_caches()");
  door = /** @type {Door} */ (python.runPython(OPEN_DOOR));
  if (isAwake) return () => {};
  readWorksheets(definitions ?? (await fetchWhole(DEFINITIONS)));
  const memory = name ? python.makeMemorySnapshot() : null;
  return () => memory && keepMemory(name, memory);
}

/**
 * Nothing; a part that is only loaded when it is asked for is in place.
 * @param {string} name
 */
async function loadPart(name) {
  const wheel = manifest?.wheels[name];
  if (!manifest || !wheel) throw new Error(`no part: ${name}`);
  python.runPython(SET_TIME_ZONE);
  const [fonts] = await Promise.all([
    Promise.all(manifest.fonts.map(async (path) => /** @type {const} */ ([path, await fetchWhole(path)]))),
    python.loadPackage(new URL(wheel, ROOT).href, { messageCallback: () => {} }),
  ]);
  python.FS.mkdirTree(PARTS_FONTS);
  for (const [path, bytes] of fonts) {
    python.FS.writeFile(`${PARTS_FONTS}/${path.split("/").at(-1)}`, new Uint8Array(bytes));
  }
}

/**
 * Python's answer; a part that it misses is loaded first, once.
 * @param {Call} asked
 * @returns {Promise<string>}
 */
async function ask({ name, payload }) {
  if (!door) throw new Error("the door is not open");
  const reply = door(name, payload);
  const missing = reply.length < 1_000 ? JSON.parse(reply).error : null;
  if (missing?.code !== "part-missing") return reply;
  try {
    await loadPart(missing.part);
  } catch (error) {
    if (await isReached()) throw error;
    // Python goes on without it: only what was asked for has to wait.
    return JSON.stringify({ error: { code: "part-unreachable", message: PART_NEEDS_NETWORK } });
  }
  return door(name, payload);
}

function isReached() {
  return fetch(new URL("sw.js", ROOT), { cache: "no-store" }).then(() => true, () => false);
}

const started = start();
started.then(
  (keep) => {
    self.postMessage({ state: "ready", build: BUILD });
    void keep();
  },
  (error) => self.postMessage({ state: error instanceof OtherBuild ? "mixed" : "failed", reason: String(error) }),
);

/** @type {Promise<unknown>} */
let line = started;
self.addEventListener("message", (/** @type {MessageEvent<Call>} */ { data }) => {
  line = line.then(async () => {
    try {
      self.postMessage({ number: data.number, reply: await ask(data) });
    } catch (error) {
      // Python itself has ended, or a part could not be loaded: the page decides what to do.
      self.postMessage({ number: data.number, failure: String(error) });
    }
  });
  line.catch(() => {});
});
