// One sheet in somebody else's hands: with the key that is left nothing else in the binder can be read.

import { Binder } from "./binder.js";
import { changeBinder, readBinder } from "./binder-rows.js";
import { draftKey, seal, unseal } from "./vault.js";

/**
 * @typedef {import("./entries.js").Draft} Draft
 * @typedef {import("./entries.js").Entry} Entry
 */

/** No revision has this number: under it stands the sheet as it was when it was handed over. */
const BEFORE = 0;

/** A binder of which only one sheet can be read and written. */
export class HandedOver extends Binder {
  /** @type {string} */ draft;

  /** @param {{id: string, name: string, key: CryptoKey, draft: string}} handed */
  constructor({ draft, ...opened }) {
    super(opened);
    this.draft = draft;
  }

  /**
   * The one sheet.
   * @returns {Promise<Entry[]>}
   */
  async newest() {
    return (await this.revisions(this.draft)).slice(0, 1);
  }
}

/**
 * Whether a sheet can be handed over: only a passphrase leads back.
 * @param {Binder} binder
 */
export async function canHandOver(binder) {
  return (await readBinder(binder.id)).header !== null;
}

/**
 * The binder with one sheet left to read. How the sheet stands now is kept, sealed, for the comparison afterwards.
 * @param {Binder} binder
 * @param {string} draft
 * @returns {Promise<HandedOver>}
 */
export async function handOver(binder, draft) {
  const place = { binder: binder.id, draft, rev: BEFORE };
  const [entry] = await binder.revisions(draft);
  const { handed_over: earlier = {} } = await readBinder(binder.id);
  // Handed over twice before anybody looked: what was before the first time is what one wants to compare with.
  const before = earlier[draft] ?? (await seal(binder.key, place, JSON.stringify(entry?.draft ?? null)));
  await changeBinder(binder.id, { handed_over: { ...earlier, [draft]: before } });
  const { id, name } = binder;
  return new HandedOver({ id, name, key: await draftKey(binder.key, place), draft });
}

/**
 * The sheets that have been in somebody else's hands, as they were before; nobody has looked at what changed yet.
 * @param {Binder} binder
 * @returns {Promise<Draft[]>}
 */
export async function handedOver(binder) {
  const { handed_over: marks = {} } = await readBinder(binder.id);
  const texts = Object.entries(marks).map(([draft, kept]) => unseal(binder.key, { binder: binder.id, draft, rev: BEFORE }, kept));
  return (await Promise.all(texts)).map((text) => JSON.parse(text)).filter((draft) => draft !== null);
}

/**
 * Nothing; somebody has looked at what changed on the sheet.
 * @param {Binder} binder
 * @param {string} draft
 */
export async function forgetHandedOver(binder, draft) {
  const { handed_over: marks = {} } = await readBinder(binder.id);
  delete marks[draft];
  await changeBinder(binder.id, { handed_over: marks });
}
