// The way out (`?nosw=1`) when the service worker or its files are broken: both are removed, what was written stays.
import { element } from "../shared/dom.js";
import { ROOT } from "../shared/root.js";
import { removeFiles } from "../storage/on-device.js";
import { ourRegistration } from "./package.js";
import { KILLED } from "./words.js";

/** Nothing; the device has no service worker and no fetched files of ours, and the page says so. */
export async function killWorker() {
  await removeFiles();
  await (await ourRegistration())?.unregister();
  const link = element("a", { href: ROOT.href }, KILLED.link);
  const note = element("p", { class: "guard-note", role: "status", "data-killed": true }, KILLED.words, " ", link);
  (document.getElementById("innehall") ?? document.body).prepend(note);
}
