// The answers that lie inside a PDF from here: found and unpacked without Python, and only as our own PDFs hold them.
import { FILES } from "./messages.js";
import { FileError, MOST_BYTES, decode } from "./sheet-file.js";

const START = "%PDF-";
/** How Typst writes an attached file of data, packed when that makes it smaller. A PDF that another program has saved anew is not ours any more. */
const ATTACHED = /<<\/Length (\d{1,8})\/Type\/EmbeddedFile(\/Filter\/FlateDecode)?\/Subtype\/application#2Fjson\/Params<<[^<>]{0,200}>>>>\nstream\n/g;
const END = "\nendstream";

/**
 * Whether a file says that it is a PDF.
 * @param {Uint8Array} bytes
 */
export function isPdf(bytes) {
  return latin(bytes.subarray(0, START.length)) === START;
}

/**
 * The text of the data inside a PDF.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<string>}
 * @throws {FileError}
 */
export async function readPdf(bytes) {
  const signs = latin(bytes);
  const [found, another] = signs.matchAll(ATTACHED);
  if (!found) throw new FileError(FILES.noData);
  const start = found.index + found[0].length;
  const end = start + Number(found[1]);
  if (another || signs.slice(end, end + END.length) !== END) throw new FileError(FILES.damaged);
  const data = bytes.subarray(start, end);
  return decode(found[2] ? await unpacked(data) : data);
}

/**
 * The unpacked bytes; what grows beyond any sheet is given up before it fills the memory.
 * @param {Uint8Array<ArrayBuffer>} packed
 * @returns {Promise<Uint8Array>}
 */
async function unpacked(packed) {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate")).getReader();
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  let size = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > MOST_BYTES) break;
      parts.push(part.value);
    }
  } catch {
    throw new FileError(FILES.damaged);
  }
  if (size > MOST_BYTES) {
    void reader.cancel();
    throw new FileError(FILES.tooBig);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** One sign for each byte. @param {Uint8Array} bytes */
function latin(bytes) {
  // This decoder would read some bytes as other signs, but none of those that are looked for.
  return new TextDecoder("latin1").decode(bytes);
}
