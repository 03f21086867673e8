// Watches over an open binder on every page: locks it when nobody is there, and marks what is only practice.
import { element } from "../shared/dom.js";
import { ROOT } from "../shared/root.js";
import { AutoLock } from "../storage/auto-lock.js";
import { GUARD } from "./words.js";

/** @typedef {import("../storage/page-session.js").Session} Session */

/** Remembered with the page's place in the history, which a reload keeps: that the lock came by itself. */
const MARK = "ractLockedByItself";
/** Keys that move about in the question instead of answering it. */
const MOVES = ["Tab", "Shift", "Enter", " "];

function main() {
  return /** @type {HTMLElement} */ (document.getElementById("innehall") ?? document.body);
}

/** Tells, once, that the lock came by itself. */
function tellIfLocked() {
  const { [MARK]: isMarked, ...state } = history.state ?? {};
  if (!isMarked) return;
  history.replaceState(state, "");
  history.scrollRestoration = "auto";
  const link = element("a", { href: new URL("parmar/", ROOT).href }, GUARD.open);
  main().prepend(element("p", { class: "guard-note no-print", role: "status", "data-locked-by-itself": true }, GUARD.locked, " ", link));
  window.scrollTo(0, 0);
}

/** @param {Session} session */
function showPractice(session) {
  const shown = document.querySelector("[data-practice]");
  const isPractice = session.mode === "practice";
  document.documentElement.toggleAttribute("data-practising", isPractice);
  if (!isPractice) shown?.remove();
  if (!isPractice || shown) return;
  const end = element("button", { type: "button", class: "button button--quiet", on: { click: () => session.lock() } }, GUARD.end);
  main().prepend(element("div", { class: "guard-note", "data-practice": true, role: "note" }, element("p", {}, GUARD.practice), end));
}

/**
 * The question whether somebody is there.
 * @param {() => void} onStay
 * @param {() => void} onLock
 */
function warning(onStay, onLock) {
  const stay = element("button", { type: "button", class: "button", autofocus: true, on: { click: onStay } }, GUARD.stay);
  const lock = element("button", { type: "button", class: "button button--quiet", on: { click: onLock } }, GUARD.lock);
  const dialog = element(
    "dialog",
    { class: "guard-dialog", "aria-labelledby": "guard-rubrik", "aria-describedby": "guard-ord", "data-lock-warning": true },
    element("h2", { id: "guard-rubrik" }, GUARD.heading),
    element("p", { id: "guard-ord" }, GUARD.warning),
    element("div", { class: "guard-buttons" }, stay, lock),
  );
  dialog.addEventListener("cancel", onStay);
  dialog.addEventListener("keydown", ({ key }) => !MOVES.includes(key) && onStay());
  dialog.addEventListener("pointerdown", ({ target }) => target === dialog && onStay());
  return dialog;
}

/**
 * Nothing; the session is watched over from now on.
 * @param {Session | null} session
 */
export function startGuard(session) {
  if (!session) return;
  tellIfLocked();
  showPractice(session);
  /** @type {HTMLDialogElement | null} */
  let dialog = null;
  const watch = new AutoLock(session, {
    warn: (isNear) => {
      dialog?.close();
      dialog?.remove();
      dialog = isNear ? warning(() => watch.stay(), () => void session.lock()) : null;
      if (dialog) document.body.append(dialog);
      dialog?.showModal();
    },
    veil: (isOn) => document.documentElement.toggleAttribute("data-veiled", isOn),
    locking: () => {
      history.replaceState({ ...history.state, [MARK]: true }, "");
      // The page is loaded anew from its top, where it says why.
      history.scrollRestoration = "manual";
    },
  });
  watch.start();
  session.onChange(({ type }) => {
    showPractice(session);
    // A sheet's page is loaded anew when it is locked: then the new one tells.
    if (type === "locked" && !document.querySelector("form[data-worksheet]")) tellIfLocked();
  });
}
