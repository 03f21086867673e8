// Where the site begins: every address of our own is made from here, whatever folder the site is published in.

export const ROOT = new URL("../../../", import.meta.url);
