// Lays the storage modules open to the tests, and gives them the few things every test does.
import * as drafts from "./assets/js/storage/drafts.js";
import * as passphrase from "./assets/js/storage/passphrase.js";
import * as session from "./assets/js/storage/session.js";
import * as keys from "./assets/js/storage/binder-keys.js";
import * as nicknames from "./assets/js/storage/nicknames.js";
import * as rows from "./assets/js/storage/binder-rows.js";
import * as codes from "./assets/js/storage/recovery-code.js";
import * as vault from "./assets/js/storage/vault.js";

/** A worksheet's draft with one answer; the id is made of one hexadecimal sign. */
function draft(sign, words, more = {}) {
  const id = sign.repeat(16);
  return { id, worksheet: "mal", version: 1, rev: 0, saved_at: "", answers: { drom: words }, rows: {}, ...more };
}

/** What a call gives, or the code or name of what it threw. */
async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    return { failed: error.code ?? error.name, message: error.message, copy: error.copy ?? null };
  }
}

/** The words of every draft in the session, sorted. */
async function words() {
  const found = await (await session.resumeSession()).drafts();
  return found.map(({ answers }) => answers.drom).sort();
}

globalThis.prova = { codes, keys, nicknames, rows, drafts, passphrase, session, vault, draft, attempt, words, heard: [] };
document.documentElement.dataset.ready = "yes";
