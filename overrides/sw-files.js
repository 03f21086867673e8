// Section 2 of the service worker: the site's files on the device, all of one build or none.
//
// Nothing is fetched before a person has asked for it on the page Den här enheten. From then on each new
// build is fetched by its own worker, which waits until a page says that it may take over. A file is
// kept only when it has the length and the hash of the list, and the list has the hash that sw.js carries.
/* global worker, requireBuild, BUILD, LIST */
/* exported files */

const files = (function () {
  requireBuild("");

  /**
   * @typedef {{path: string, part: string, bytes: number, sha256: string}} File
   * @typedef {{build: string, files: File[]}} List
   * @typedef {{parts: string[], paths: Set<string>, files: File[], elders: {[client: string]: string}}} Kept
   * @typedef {{signal: AbortSignal, onBytes: (count: number) => void}} Progress
   * @typedef {"network" | "altered" | "full" | "stopped"} Why
   */

  const SCOPE = worker.registration.scope;
  /** A neighbour in another folder of the same host has another name, also when it is one of us. */
  const PREFIX = `ract-utan-nat:${new URL(SCOPE).pathname}:`;
  const OWN = PREFIX + BUILD;
  const LIST_PATH = "offline.json";
  /** Written last: without it nothing of a part is used. */
  const COMPLETE = "?klar=";
  const IN_USE = "?i-bruk";
  const FIRST_PART = "sidor";
  const AT_ONCE = 6;
  const LONGEST_LIST = 1_000_000;

  /** Why a file could not be had. */
  class Refused extends Error {
    /** @param {Why} why */
    constructor(why) {
      super(why);
      this.why = why;
    }
  }

  /** @param {string} path */
  const addressOf = (path) => SCOPE + path;

  /** @param {BufferSource} bytes */
  async function hashOf(bytes) {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  async function ourCaches() {
    return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  }

  /**
   * @param {string} name
   * @param {string} path
   * @returns {Promise<Response | undefined>}
   */
  async function keptIn(name, path) {
    return caches.match(addressOf(path), { cacheName: name, ignoreVary: true });
  }

  /** @param {string} name */
  async function partsIn(name) {
    const cache = await caches.open(name);
    const marks = (await cache.keys()).map(({ url }) => url).filter((url) => url.startsWith(SCOPE + COMPLETE));
    return marks.map((url) => url.slice(SCOPE.length + COMPLETE.length));
  }

  /**
   * What a cache says of its own use: its turn among the builds, and the older builds that open pages still have.
   * @param {string} name
   * @returns {Promise<{turn: number, elders: {[client: string]: string}}>}
   */
  async function useOf(name) {
    const kept = await keptIn(name, IN_USE);
    return kept ? kept.json() : { turn: 0, elders: {} };
  }

  // ---- Fetching ----

  /**
   * The bytes of one answer, which must be our own server's, whole, and no longer than they should be.
   * @param {string} path
   * @param {number} most
   * @param {Progress} progress
   */
  async function download(path, most, { signal, onBytes }) {
    const response = await fetch(addressOf(path), { cache: "no-store", redirect: "error", signal });
    if (response.status !== 200 || response.type !== "basic" || !response.body) throw new Refused("altered");
    const reader = response.body.getReader();
    /** @type {Uint8Array[]} */
    const pieces = [];
    let length = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > most) {
        void reader.cancel();
        throw new Refused("altered");
      }
      pieces.push(value);
      onBytes(value.length);
    }
    return { bytes: await new Blob(/** @type {BlobPart[]} */ (pieces)).arrayBuffer(), headers: response.headers };
  }

  /**
   * The list of this very build, and its bytes.
   * @param {AbortSignal} [signal]
   * @returns {Promise<{list: List, bytes: ArrayBuffer}>}
   */
  async function readList(signal = new AbortController().signal) {
    const there = await keptIn(OWN, LIST_PATH);
    const quiet = { signal, onBytes: () => {} };
    const bytes = there ? await there.arrayBuffer() : (await download(LIST_PATH, LONGEST_LIST, quiet)).bytes;
    if ((await hashOf(bytes)) !== LIST) throw new Refused("altered");
    return { list: JSON.parse(new TextDecoder().decode(bytes)), bytes };
  }

  /** What a page says of its build (`macros/offline.py`). @param {string} build */
  const saidBuild = (build) => `<meta name="build" content="${build}">`;

  /**
   * What a cache keeps, as this build would have it: of most pages only the build's id is new, and they need
   * not be fetched for that. The hash of the list tells afterwards whether it really was all.
   * @param {string} name
   * @param {string} path
   * @param {ArrayBuffer} bytes
   * @returns {BufferSource}
   */
  function asThisBuild(name, path, bytes) {
    if (name === OWN || !path.endsWith(".html")) return bytes;
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    return new TextEncoder().encode(text.replace(saidBuild(name.slice(PREFIX.length)), saidBuild(BUILD)));
  }

  /**
   * Whether a file lies, whole and right, in one of our caches; it is then in the cache of this build too.
   * @param {Cache} own
   * @param {File} file
   * @param {string[]} names
   */
  async function reuse(own, file, names) {
    for (const name of names) {
      const kept = await keptIn(name, file.path);
      if (!kept) continue;
      const { headers } = kept;
      const bytes = asThisBuild(name, file.path, await kept.arrayBuffer());
      if (bytes.byteLength !== file.bytes || (await hashOf(bytes)) !== file.sha256) continue;
      if (name !== OWN) await own.put(addressOf(file.path), new Response(bytes, { headers }));
      return true;
    }
    return false;
  }

  /**
   * Nothing; the file is in the cache, proved.
   * @param {Cache} own
   * @param {File} file
   * @param {string[]} names
   * @param {Progress} progress
   */
  async function take(own, file, names, progress) {
    if (await reuse(own, file, names)) {
      progress.onBytes(file.bytes);
      return;
    }
    const { bytes, headers } = await download(file.path, file.bytes, progress);
    if (bytes.byteLength !== file.bytes || (await hashOf(bytes)) !== file.sha256) throw new Refused("altered");
    const kept = new Headers(headers);
    // The bytes are kept unpacked, whatever they were on their way.
    for (const name of ["content-encoding", "content-length", "transfer-encoding"]) kept.delete(name);
    await own.put(addressOf(file.path), new Response(bytes, { headers: kept }));
  }

  /**
   * Nothing; the parts are on the device, each file proved. What throws leaves every complete build as it was.
   * @param {string[]} parts
   * @param {Progress} progress
   * @param {(total: number) => void} [onTotal]
   */
  async function fill(parts, progress, onTotal) {
    const { list, bytes } = await readList(progress.signal);
    const wanted = list.files.filter(({ part }) => parts.includes(part));
    onTotal?.(wanted.reduce((sum, file) => sum + file.bytes, 0));
    const names = [OWN, ...(await ourCaches()).filter((name) => name !== OWN)];
    const own = await caches.open(OWN);
    const queue = [...wanted];
    const workOff = async () => {
      for (let file = queue.shift(); file; file = queue.shift()) {
        // Somebody may have stopped it, or removed the files from the device meanwhile.
        if (progress.signal.aborted || !(await caches.has(OWN))) throw new Refused("stopped");
        await take(own, file, names, progress);
      }
    };
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, workOff));
    } finally {
      queue.length = 0;
    }
    await own.put(addressOf(LIST_PATH), new Response(bytes));
    for (const part of parts) await own.put(SCOPE + COMPLETE + part, new Response(BUILD));
  }

  /** @param {any} error @returns {Why} */
  function whyOf(error) {
    if (error instanceof Refused) return error.why;
    if (error?.name === "AbortError") return "stopped";
    return error?.name === "QuotaExceededError" ? "full" : "network";
  }

  // ---- What is on the device ----

  /** Undefined until it has been looked up; null when this build is not on the device. @type {Kept | null | undefined} */
  let kept;
  /** @type {Promise<Kept | null> | null} */
  let looking = null;

  async function lookUp() {
    const parts = (await caches.has(OWN)) ? await partsIn(OWN) : [];
    if (!parts.includes(FIRST_PART)) return null;
    const { list } = await readList();
    const mine = list.files.filter(({ part }) => parts.includes(part));
    const { elders } = await useOf(OWN);
    return { parts, paths: new Set(mine.map(({ path }) => path)), files: list.files, elders };
  }

  function known() {
    looking ??= lookUp().catch(() => null).then((found) => (kept = found));
    return looking;
  }

  async function lookAgain() {
    looking = null;
    return known();
  }

  /** Whether the largest file, which is Python itself, can be had from the cache as it should be. @param {Kept} found */
  async function works({ files, parts }) {
    const [largest] = files.filter(({ part }) => parts.includes(part) && part === FIRST_PART).sort((a, b) => b.bytes - a.bytes);
    const response = largest && (await keptIn(OWN, largest.path));
    return Boolean(response) && (await hashOf(await /** @type {Response} */ (response).arrayBuffer())) === largest?.sha256;
  }

  // ---- Installing and taking over ----

  /** A device that was made ready gets the same parts of this build; another is left alone. */
  async function install() {
    const older = (await ourCaches()).filter((name) => name !== OWN);
    const parts = [...new Set((await Promise.all(older.map(partsIn))).flat())];
    if (!BUILD || !parts.includes(FIRST_PART)) return;
    await fill(parts, { signal: new AbortController().signal, onBytes: () => {} });
    // The worker in charge may have removed the files just before this build had a cache: then nobody wants these.
    const left = await Promise.all(older.map(async (name) => (await caches.has(name)) && (await partsIn(name)).includes(FIRST_PART)));
    if (!left.includes(true)) await caches.delete(OWN);
    await lookAgain();
  }

  /** The pages, and Python's worker, whose address is no address. */
  async function ourClients() {
    const all = await worker.clients.matchAll({ includeUncontrolled: true, type: "all" });
    return all.filter(({ url }) => url.startsWith(SCOPE) || url.startsWith("blob:"));
  }

  /** Pages that are open keep the files of the build they came with, until they are gone. */
  async function activate() {
    if (await lookAgain()) {
      const others = (await ourCaches()).filter((name) => name !== OWN);
      const uses = await Promise.all(others.map(async (name) => ({ name, ...(await useOf(name)) })));
      const last = uses.sort((a, b) => b.turn - a.turn)[0];
      /** @type {{[client: string]: string}} */
      const elders = {};
      for (const { id } of last ? await ourClients() : []) elders[id] = last?.elders[id] ?? last?.name ?? OWN;
      await remember((last?.turn ?? 0) + 1, elders);
    }
    await sweep();
  }

  /** @param {number} turn @param {{[client: string]: string}} elders */
  async function remember(turn, elders) {
    if (kept) kept.elders = elders;
    await (await caches.open(OWN)).put(SCOPE + IN_USE, new Response(JSON.stringify({ turn, elders })));
  }

  /** Builds that no page has any more are taken away; never one that another worker is fetching. */
  async function sweep() {
    if (worker.registration.installing || worker.registration.waiting) return;
    const open = new Set((await ourClients()).map(({ id }) => id));
    if (kept) {
      const left = Object.entries(kept.elders).filter(([id]) => open.has(id));
      if (left.length < Object.keys(kept.elders).length) await remember((await useOf(OWN)).turn, Object.fromEntries(left));
    }
    const needed = new Set([OWN, ...Object.values(kept?.elders ?? {})]);
    for (const name of await ourCaches()) if (!needed.has(name)) await caches.delete(name);
  }

  async function removeAll() {
    // Another worker may be fetching a new build: what it begins meanwhile goes too.
    for (let names = await ourCaches(); names.length > 0; names = await ourCaches()) await Promise.all(names.map((name) => caches.delete(name)));
    await lookAgain();
  }

  void known();
  worker.addEventListener("install", (event) => event.waitUntil(install()));
  worker.addEventListener("activate", (event) => event.waitUntil(activate()));

  return {
    SCOPE,
    OWN,
    FIRST_PART,
    current: () => kept,
    known,
    /** Nothing; the parts are on the device and in use. @param {Parameters<typeof fill>} asked */
    async fetchParts(...asked) {
      await fill(...asked);
      if ((await lookAgain()) && !(await keptIn(OWN, IN_USE))) await remember(1, {});
    },
    keptIn,
    readList,
    removeAll,
    /** Nothing; the cache was taken away under us: what is left is not whole, and is not used. */
    giveUp() {
      kept = null;
      looking = Promise.resolve(null);
    },
    sweep,
    whyOf,
    works,
  };
})();
