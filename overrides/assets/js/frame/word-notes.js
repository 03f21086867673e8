// Explained words: the browser itself opens a note by tap, Enter and Esc; this adds the mouse that rests and the Tab key.

const REST_MS = 250;

/**
 * Opens a word's note while the pointer rests on either, or the keyboard stands in either; a click keeps it open.
 * @param {HTMLElement} word
 * @param {HTMLElement} note
 */
function startNote(word, note) {
  let kept = false;
  let timer = 0;
  const isOpen = () => note.matches(":popover-open");

  /** @param {boolean} open */
  const show = (open) => {
    clearTimeout(timer);
    if (open === isOpen()) return;
    if (open) note.showPopover();
    else note.hidePopover();
  };
  /** @param {boolean} open */
  const soon = (open) => {
    clearTimeout(timer);
    timer = setTimeout(() => show(open), REST_MS);
  };

  for (const part of [word, note]) {
    part.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "mouse") soon(true);
    });
    part.addEventListener("pointerleave", (event) => {
      if (event.pointerType === "mouse" && !kept) soon(false);
    });
    part.addEventListener("focusout", (event) => {
      const to = event.relatedTarget;
      if (to instanceof Node && (note.contains(to) || word.contains(to))) return;
      if (!note.matches(":hover")) show(false);
    });
  }
  word.addEventListener("focus", (event) => {
    // Esc in the note brings the focus back here, and must not open it again.
    if (event.relatedTarget instanceof Node && note.contains(event.relatedTarget)) return;
    if (word.matches(":focus-visible")) show(true);
  });
  word.addEventListener("click", (event) => {
    // What rest or focus opened is not closed by the first click: that keeps it open.
    if (isOpen() && !kept) event.preventDefault();
    kept = true;
  });
  note.addEventListener("toggle", () => {
    if (!isOpen()) kept = false;
  });
}

/** Lets every explained word of the page answer to the mouse and the Tab key too. */
export function startWordNotes() {
  if (!("popover" in HTMLElement.prototype)) return;
  for (const word of document.querySelectorAll("button.word[popovertarget]")) {
    const note = document.getElementById(word.getAttribute("popovertarget") ?? "");
    if (word instanceof HTMLElement && note) startNote(word, note);
  }
}
