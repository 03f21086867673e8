// A question that waits for an answer before the page goes on: a dialog that Esc and its own button close.
import { element } from "./dom.js";

/**
 * The dialog, open; `close` takes it away again, and gives the focus back.
 * @param {string} id of its heading
 * @param {string} heading
 * @param {...import("./dom.js").Child} children
 */
export function openDialog(id, heading, ...children) {
  const dialog = element("dialog", { class: "guard-dialog", "aria-labelledby": id }, element("h2", { id }, heading), ...children);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
