export * from "@noble/hashes/scrypt.js";
