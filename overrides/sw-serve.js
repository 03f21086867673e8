// Section 3 of the service worker: gives pages the files that are on the device, and does what they ask for.
/* global worker, requireBuild, files */

(function serve() {
  requireBuild("");

  const KILL_SWITCH = "nosw";
  /** The fetching that a page has asked for and may stop. @type {AbortController | null} */
  let fetching = null;

  /** The file that an address means: a folder means its page. @param {URL} url */
  function pathOf(url) {
    const path = (url.origin + url.pathname).slice(files.SCOPE.length);
    return path === "" || path.endsWith("/") ? `${path}index.html` : path;
  }

  // ---- Pages and files ----

  /**
   * The file from the device when it is there; when the cache was cleared under us nothing in it is used any more.
   * @param {string} path
   * @param {string} client
   */
  async function fromDevice(path, client) {
    const found = await files.known();
    if (!found) return undefined;
    const elder = found.elders[client];
    if (elder) return files.keptIn(elder, path);
    if (!found.paths.has(path)) return undefined;
    const response = await files.keptIn(files.OWN, path);
    if (!response) files.giveUp();
    return response;
  }

  /** @param {FetchEvent} event @param {URL} url */
  async function page(event, url) {
    const path = pathOf(url);
    const found = await files.known();
    if (found) event.waitUntil(files.sweep());
    if (found?.paths.has(`${path}/index.html`)) return Response.redirect(`${files.SCOPE}${path}/${url.search}`, 302);
    try {
      return (await fromDevice(path, "")) ?? (await fetch(event.request));
    } catch {
      return withoutNetwork(Boolean(found));
    }
  }

  /** @param {FetchEvent} event @param {URL} url */
  async function part(event, url) {
    return (await fromDevice(pathOf(url), event.clientId)) ?? fetch(event.request);
  }

  /** A page that says what is missing; it has no script, and no style but the site's own. @param {boolean} isReady */
  function withoutNetwork(isReady) {
    const [title, words] = isReady
      ? ["Den här sidan behöver nät", "Sidan eller filen hör inte till det som är hämtat till enheten. Färdiga PDF-filer, till exempel, behöver nät."]
      : ["Du behöver nät första gången", "Webbplatsen är inte hämtad till enheten. När du har nät kan du göra det på sidan Den här enheten. Då fungerar den också utan nät."];
    const link = (/** @type {string} */ name, media = "all") => `<link rel="stylesheet" href="${files.SCOPE}assets/css/${name}.css" media="${media}">`;
    const styles = link("base") + link("binder") + link("dark", "screen and (prefers-color-scheme: dark)");
    const html = `<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title} – RACT-pärmen</title>${styles}</head><body><main class="sheet"><article class="prose"><h1>${title}</h1><p>${words}</p><p>Det du har skrivit på arbetsblad påverkas inte.</p><p><a href="${files.SCOPE}">Till pärmens första sida</a></p></article></main></body></html>`;
    const policy = "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'";
    return new Response(html, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy } });
  }

  /** The way out when something is wrong with this worker: no cache, no worker, and what was written stays. */
  async function leave() {
    await files.removeAll();
    await worker.registration.unregister();
  }

  worker.addEventListener("fetch", (event) => {
    const { request } = event;
    if (request.method !== "GET" || !request.url.startsWith(files.SCOPE) || request.headers.has("range")) return;
    const url = new URL(request.url);
    if (request.mode === "navigate") {
      if (url.searchParams.has(KILL_SWITCH)) event.waitUntil(leave());
      else event.respondWith(page(event, url));
      return;
    }
    const found = files.current();
    // A device that was not made ready gets its files as if there were no worker.
    if (found === null || (found && !found.elders[event.clientId] && !found.paths.has(pathOf(url)))) return;
    event.respondWith(part(event, url));
  });

  // ---- What pages ask for ----

  /** How it is on the device: what is there, whether it can be read, and how large each part is. @param {boolean} isThorough */
  async function status(isThorough) {
    const found = await files.known();
    const works = found && isThorough ? await files.works(found) : Boolean(found);
    if (found && !works) files.giveUp();
    const list = found?.files ?? (isThorough ? await files.readList().then(({ list: read }) => read.files).catch(() => null) : null);
    /** @type {{[part: string]: number}} */
    const sizes = {};
    for (const { part: name, bytes } of list ?? []) sizes[name] = (sizes[name] ?? 0) + bytes;
    return { isReady: works, parts: works ? found?.parts : [], sizes };
  }

  /** @param {string} name @param {MessagePort} port */
  async function fetchPart(name, port) {
    fetching?.abort();
    const mine = new AbortController();
    fetching = mine;
    let [fetched, total, told] = [0, 0, 0];
    const onBytes = (/** @type {number} */ count) => {
      fetched += count;
      if (fetched - told < total / 200 && fetched < total) return;
      told = fetched;
      port.postMessage({ fetched, total });
    };
    const parts = [...new Set([...((await files.known())?.parts ?? []), files.FIRST_PART, name])];
    try {
      await files.fetchParts(parts, { signal: mine.signal, onBytes }, (bytes) => (total = bytes));
      port.postMessage({ done: true });
    } catch (error) {
      const why = mine.signal.aborted ? "stopped" : files.whyOf(error);
      mine.abort();
      port.postMessage({ failed: why });
    }
  }

  /** @param {ExtendableMessageEvent} event */
  async function answer(event) {
    const { data, ports } = event;
    const [port] = ports;
    if (data.ract === "take-over") await worker.skipWaiting();
    if (data.ract === "stop-fetching" || data.ract === "step-aside") fetching?.abort();
    if (data.ract === "offline-status") port?.postMessage(await status(Boolean(data.isThorough)));
    if (data.ract === "fetch-part" && port) await fetchPart(String(data.part), port);
    if (data.ract === "remove-files") {
      fetching?.abort();
      await files.removeAll();
      port?.postMessage({ done: true });
    }
  }

  worker.addEventListener("message", (event) => {
    const { source } = event;
    const isOurs = source && "url" in source && source.url.startsWith(files.SCOPE);
    if (event.data?.ract && isOurs) event.waitUntil(answer(event));
  });
})();
