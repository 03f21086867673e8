// The part of age-encryption that writes and reads a header; the package names only its whole.
export class Stanza {
  constructor(args: string[], body: Uint8Array);
  readonly args: string[];
  readonly body: Uint8Array;
}
export function encodeHeaderNoMAC(stanzas: Stanza[]): Uint8Array;
export function encodeHeader(stanzas: Stanza[], mac: Uint8Array): Uint8Array;
export function parseHeader(
  file: ReadableStream<Uint8Array>,
): Promise<{ stanzas: Stanza[]; headerNoMAC: Uint8Array; MAC: Uint8Array; rest: ReadableStream<Uint8Array> }>;
