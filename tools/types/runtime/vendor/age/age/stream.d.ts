// The part of age-encryption that seals and opens the content, 64 kB at a time.
export function encryptSTREAM(key: Uint8Array): TransformStream<Uint8Array, Uint8Array>;
export function decryptSTREAM(key: Uint8Array): TransformStream<Uint8Array, Uint8Array>;
