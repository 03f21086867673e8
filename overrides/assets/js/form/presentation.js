// How a sheet is shown on this device: the whole sheet, or one step at a time. A habit, not a personal detail.

/** @typedef {"hela" | "steg"} Presentation */

/**
 * The way that was chosen last on this device; the whole sheet when none is remembered.
 * @returns {Presentation}
 */
export function rememberedPresentation() {
  try {
    return localStorage.getItem("ract-visning") === "steg" ? "steg" : "hela";
  } catch {
    return "hela";
  }
}

/**
 * Nothing; the way is remembered for the next sheet, where the device allows it.
 * @param {Presentation} presentation
 */
export function rememberPresentation(presentation) {
  try {
    if (presentation === "hela") localStorage.removeItem("ract-visning");
    else localStorage.setItem("ract-visning", presentation);
  } catch {
    // Storage is blocked: the choice lasts for this page.
  }
}
