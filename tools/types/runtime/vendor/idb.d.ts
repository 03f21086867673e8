// The site serves idb beside our own modules; its types come from the package.
export * from "idb";
