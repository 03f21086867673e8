// A plain script: imported for what it leaves in globalThis (see globals.d.ts).
export {};
