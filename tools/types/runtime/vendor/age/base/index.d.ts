export * from "@scure/base";
