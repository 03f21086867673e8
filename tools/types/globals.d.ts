// argon2.umd.min.js is a plain script, which leaves this behind.
declare var hashwasm: typeof import("hash-wasm");
