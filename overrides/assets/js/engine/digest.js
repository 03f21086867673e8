// The SHA-256 of bytes, as text: what proves that a file is the one that was made.

/**
 * The digest as hexadecimal signs.
 * @param {BufferSource} bytes
 */
export async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
