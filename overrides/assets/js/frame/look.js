// The choice between light, dark and the device's own look, kept on the device (no personal detail).

const KEY = "ract-utseende";
const MEDIA = /** @type {Record<string, string>} */ ({
  enhet: "screen and (prefers-color-scheme: dark)",
  ljust: "not all",
  morkt: "screen",
});

/** @returns {string} the stored look, or the device's own when none is stored or storage is blocked */
function stored() {
  try {
    const look = localStorage.getItem(KEY) ?? "enhet";
    return look in MEDIA ? look : "enhet";
  } catch {
    return "enhet";
  }
}

/** @param {string} look */
function keep(look) {
  try {
    if (look === "enhet") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, look);
  } catch {
    // Storage is blocked: the choice lasts for this page.
  }
}

/** Shows the stored look in the select at the foot of the page and follows it. */
export function startLook() {
  const select = document.querySelector("select[data-look-choice]");
  const dark = document.querySelector("link[data-look]");
  if (!(select instanceof HTMLSelectElement) || !dark) return;
  select.value = stored();
  select.addEventListener("change", () => {
    dark.setAttribute("media", MEDIA[select.value] ?? MEDIA.enhet ?? "");
    keep(select.value);
  });
}
