// Offers bytes as a file on the person's own device; nothing leaves it.

const KEEP_MS = 60_000;

/**
 * The name of a sheet's file: its id, the day and four letters, never a name or a diagnosis.
 * @param {string} worksheet
 * @param {string} day
 * @param {string} letters
 * @param {string} ending
 */
export function fileName(worksheet, day, letters, ending) {
  return `arbetsblad-${worksheet}-${day}-${letters}.${ending}`;
}

/** Four random letters, so that two files of one day keep apart. */
export function randomLetters() {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((number) => String.fromCharCode(97 + (number % 26))).join("");
}

/**
 * Nothing; the browser saves the bytes where it saves files.
 * @param {string} name
 * @param {string} mediaType
 * @param {BlobPart} content
 */
export function offerFile(name, mediaType, content) {
  const address = URL.createObjectURL(new Blob([content], { type: mediaType }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the address after the click, so it cannot be taken back at once.
  setTimeout(() => URL.revokeObjectURL(address), KEEP_MS);
}

/**
 * The bytes of a text in base64.
 * @param {string} text
 */
export function bytesOf(text) {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}
