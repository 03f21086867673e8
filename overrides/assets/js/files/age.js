// An age file with a passphrase: looked at before anything heavy is done, then sealed or opened in a worker.
import { FileError } from "./sheet-file.js";
import { RESTORE } from "./backup-messages.js";
import { WrongPassphrase } from "../storage/vault.js";

/** How hard the passphrase is stretched: scrypt with N = 2^16, r = 8, p = 1. */
export const WORK_FACTOR = 16;
/** As much as age itself takes by default; more would take the memory of a tablet. */
const MOST_WORK = 18;

/** Room for many binders of many sheets; a tablet still reads it in seconds. */
export const MOST_BACKUP_BYTES = 50_000_000;

const PLAIN_START = "age-encryption.org/v1\n";
const PASSPHRASE_START = /^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} ([1-9]\d{0,8})\n[A-Za-z0-9+/]{43}\n--- /;
const ARMOR_START = "-----BEGIN AGE ENCRYPTED FILE-----";
const ARMOR_END = "-----END AGE ENCRYPTED FILE-----";
const LOOKED_AT = 200;
const LINE = 64;
const TIMEOUT_MS = 120_000;

/**
 * What the worker makes of it.
 * @param {object} asked
 * @returns {Promise<{bytes?: Uint8Array<ArrayBuffer> | null, failure?: "memory" | "damaged"}>}
 */
async function inWorker(asked) {
  // From a blob: a worker started from a network address would not inherit the page's policy.
  const source = `import ${JSON.stringify(new URL("age.worker.js", import.meta.url).href)};`;
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const worker = new Worker(address, { type: "module" });
  try {
    return await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("age gave no answer")), TIMEOUT_MS);
      worker.onerror = () => reject(new Error("age could not start"));
      worker.onmessage = ({ data }) => {
        if (data.ready) worker.postMessage(asked);
        else resolve(data);
        if (!data.ready) clearTimeout(timer);
      };
    });
  } finally {
    worker.terminate();
    URL.revokeObjectURL(address);
  }
}

/**
 * The text as an age file that the passphrase opens.
 * @param {string} text
 * @param {string} passphrase
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function sealAge(text, passphrase) {
  const bytes = new TextEncoder().encode(text);
  const { bytes: sealed } = await inWorker({ work: "seal", bytes, passphrase: passphrase.normalize("NFC"), logN: WORK_FACTOR });
  if (!sealed) throw new Error("age did not seal");
  return sealed;
}

/**
 * What was sealed in a file.
 * @param {Uint8Array} file
 * @param {string} passphrase
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 * @throws {FileError | WrongPassphrase}
 */
export async function openAge(file, passphrase) {
  const bytes = checkedAge(file);
  const { bytes: opened, failure } = await inWorker({ work: "open", bytes, passphrase: passphrase.normalize("NFC") });
  if (failure) throw new FileError(failure === "memory" ? RESTORE.noMemory : RESTORE.damaged);
  if (!opened) throw new WrongPassphrase();
  return opened;
}

/**
 * The same file without its armour, when it is one that a passphrase opens and a tablet can carry.
 * @param {Uint8Array} file
 * @throws {FileError}
 */
function checkedAge(file) {
  if (file.length > MOST_BACKUP_BYTES) throw new FileError(RESTORE.tooBig);
  const bytes = latin(file.subarray(0, LOOKED_AT)).trimStart().startsWith(ARMOR_START) ? unarmored(file) : file;
  const start = latin(bytes.subarray(0, LOOKED_AT));
  if (!start.startsWith(PLAIN_START)) throw new FileError(RESTORE.notOurs);
  const found = PASSPHRASE_START.exec(start);
  if (!found && start.includes("\n-> scrypt ")) throw new FileError(RESTORE.damaged);
  if (!found) throw new FileError(RESTORE.otherLock);
  if (Number(found[1]) > MOST_WORK) throw new FileError(RESTORE.tooHeavy);
  return bytes;
}

/**
 * The file as text that can be copied where files cannot be saved.
 * @param {Uint8Array} file
 */
export function armored(file) {
  const signs = btoa(latin(file));
  const lines = signs.match(new RegExp(`.{1,${LINE}}`, "g")) ?? [];
  return [ARMOR_START, ...lines, ARMOR_END, ""].join("\n");
}

/** @param {Uint8Array} file */
function unarmored(file) {
  const lines = latin(file).trim().split(/\r?\n/).map((line) => line.trim());
  if (lines.at(-1) !== ARMOR_END) throw new FileError(RESTORE.damaged);
  try {
    return Uint8Array.from(atob(lines.slice(1, -1).join("")), (sign) => sign.charCodeAt(0));
  } catch {
    throw new FileError(RESTORE.damaged);
  }
}

/** One sign for each byte. @param {Uint8Array} bytes */
function latin(bytes) {
  const parts = [];
  for (let at = 0; at < bytes.length; at += 8_192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  return parts.join("");
}
