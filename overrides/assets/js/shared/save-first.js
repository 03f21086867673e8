// What must be saved before a page is loaded anew: whoever holds words says how.

/** @type {Set<() => Promise<boolean>>} */
const savers = new Set();

/**
 * Nothing; this is done before the page is loaded anew. It gives whether everything is safe.
 * @param {() => Promise<boolean>} save
 */
export function saveBeforeReload(save) {
  savers.add(save);
}

/** Whether everything on the page is safe, after having tried. */
export async function saveAll() {
  const saved = await Promise.all([...savers].map((save) => save().catch(() => false)));
  return saved.every(Boolean);
}
