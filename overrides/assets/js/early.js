// Runs before the first paint: says that scripts work, and gives the page the look chosen on this device.
(() => {
  document.documentElement.classList.remove("no-js");
  let look = "enhet";
  try {
    look = localStorage.getItem("ract-utseende") ?? look;
  } catch {
    // Storage is blocked: the page follows the device.
  }
  const dark = document.querySelector("link[data-look]");
  if (!dark) return;
  if (look === "morkt") dark.setAttribute("media", "screen");
  if (look === "ljust") dark.setAttribute("media", "not all");
})();
