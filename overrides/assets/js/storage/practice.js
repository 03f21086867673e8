// A binder to practise with: the invented person's sheets, in memory only, and never among real ones.

import { Memory } from "./memory.js";
import { PRACTICE_NAME } from "./messages.js";

/** Drafts that nobody lives; they go when the practice ends, or with the last page. */
export class Practice extends Memory {
  /** @type {"memory" | "practice"} */ mode = "practice";
  name = PRACTICE_NAME;
}
