// Lays the storage modules open to the tests, and gives them the few things every test does.
import * as age from "./assets/js/files/age.js";
import * as backup from "./assets/js/files/backup.js";
import * as backupFile from "./assets/js/files/backup-file.js";
import * as deviceFile from "./assets/js/files/device-file.js";
import * as sealed from "./assets/js/storage/sealed-binders.js";
import * as sheetFile from "./assets/js/files/sheet-file.js";
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

/** Bytes as base64 and back: how the tests pass files to and fro. */
const packed = (bytes) => btoa([...bytes].map((byte) => String.fromCharCode(byte)).join(""));
const unpacked = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

const files = { age, backup, backupFile, deviceFile, sealed, sheetFile, packed, unpacked };
globalThis.prova = { files, codes, keys, nicknames, rows, drafts, passphrase, session, vault, draft, attempt, words, heard: [] };
document.documentElement.dataset.ready = "yes";
