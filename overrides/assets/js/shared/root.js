// Where the site begins, and which build of it this is: every address of our own is made from here, whatever folder the site is published in.

export const ROOT = new URL("../../../", import.meta.url);

/** Filled in by the last step of the build; blank in a preview. */
export const BUILD = "";

/** What the document is told when a part of the site turns out to be of another build. */
export const MIXED = "ract-mixed";
