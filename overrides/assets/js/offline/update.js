// Tells that a new version is on the device, and lets the person say when it takes over. Nothing is loaded anew by itself.
import { showBar } from "./bar.js";
import { lookAtPackage, ourRegistration, takeOver } from "./package.js";
import { UPDATE } from "./words.js";

/** Nothing; the page tells when a new version waits, or has taken over in another tab. */
export async function watchForUpdates() {
  const registration = await ourRegistration();
  if (!registration) return;
  let isMine = false;
  const offer = async () => {
    const { waiting } = registration;
    if (!waiting || !(await lookAtPackage(false))?.isReady) return;
    showBar(UPDATE.waiting, UPDATE.button, async () => {
      isMine = true;
      await takeOver(registration.waiting ?? waiting);
      window.location.reload();
    });
  };
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => installing.state === "installed" && void offer());
  });
  const wasControlled = Boolean(navigator.serviceWorker.controller);
  navigator.serviceWorker.addEventListener("controllerchange", async () => {
    if (isMine || !wasControlled || !(await lookAtPackage(false))?.isReady) return;
    showBar(UPDATE.elsewhere, UPDATE.button, async () => window.location.reload());
  });
  await offer();
}
