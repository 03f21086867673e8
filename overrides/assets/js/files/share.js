// The device's own way to hand a file on, for where the browser cannot save one. Nothing is sent by us.

/**
 * Whether the device can hand the file to a program that the person picks.
 * @param {File} file
 */
export function canShare(file) {
  return typeof navigator.canShare === "function" && navigator.canShare({ files: [file] });
}

/** Whether the site runs as an app from the home screen, where saving a file often does nothing. */
export function isInstalled() {
  const isApple = "standalone" in navigator && navigator.standalone === true;
  return isApple || window.matchMedia("(display-mode: standalone)").matches;
}

/**
 * Whether the file was handed on; false when the person thought better of it.
 * @param {File} file
 */
export async function shareFile(file) {
  try {
    await navigator.share({ files: [file] });
    return true;
  } catch {
    return false;
  }
}
