// The part of age-encryption that reads streams of bytes.
export function flatten(parts: Uint8Array[]): Uint8Array;
export function stream(bytes: Uint8Array): ReadableStream<Uint8Array>;
export function read(
  from: ReadableStream<Uint8Array>,
  count: number,
): Promise<{ data: Uint8Array; rest: ReadableStream<Uint8Array> }>;
export function readAll(from: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>>;
