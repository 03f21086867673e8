// Runs Python away from the page's thread: opens the one door of ract.browser and passes text through it.
import { ROOT } from "../shared/root.js";

/**
 * @typedef {{pyodide: string, ract: string, wheels: {[part: string]: string}, fonts: string[],
 *   hashes: {[path: string]: string}}} Manifest
 * @typedef {{number: number, name: string, payload: string}} Call
 * @typedef {(name: string, payload: string) => string} Door
 */

const PARTS_FONTS = "/fonts";
/** Typst asks the time zone by `eval`, which the page's policy forbids; a set TZ keeps it from asking. */
const SET_TIME_ZONE = "import os; os.environ['TZ'] = 'UTC0'";
const OPEN_DOOR = "import ract.browser; ract.browser.call";

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
  const response = await fetch(new URL(path, ROOT));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const bytes = await response.arrayBuffer();
  const expected = manifest?.hashes[path];
  if (!expected || !crypto.subtle) return bytes;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const actual = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (actual !== expected) throw new Error(`${path}: altered`);
  return bytes;
}

async function start() {
  const response = await fetch(new URL("runtime/manifest.json", ROOT));
  if (!response.ok) throw new Error(`manifest: ${response.status}`);
  manifest = /** @type {Manifest} */ (await response.json());
  const home = new URL(manifest.pyodide, ROOT).href;
  const { loadPyodide } = await import(`${home}pyodide.mjs`);
  const [loaded, ract, definitions] = await Promise.all([
    loadPyodide({ indexURL: home }),
    fetchWhole(manifest.ract),
    fetchWhole("definitions.json"),
  ]);
  python = loaded;
  const folder = python.runPython("import site; site.getsitepackages()[0]");
  python.unpackArchive(ract, "zip", { extractDir: folder });
  python.runPython("import importlib; importlib.invalidate_caches()");
  door = /** @type {Door} */ (python.runPython(OPEN_DOOR));
  const answer = JSON.parse(door("load", `{"definitions": ${new TextDecoder().decode(definitions)}}`));
  if (answer.error) throw new Error(answer.error.message);
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
  await loadPart(missing.part);
  return door(name, payload);
}

const started = start();
started.then(
  () => self.postMessage({ state: "ready" }),
  (error) => self.postMessage({ state: "failed", reason: String(error) }),
);

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
