// Reads a page aloud with a Swedish voice that lies on the device itself; no other voice is ever used.
// One sentence at a time: long ones stop in Chrome. A pause ends the sentence, which is then said anew: Android has no other pause.

import { element, say } from "../shared/dom.js";
import { sentencesOf } from "./spoken-text.js";

/** @typedef {import("./spoken-text.js").Sentence} Sentence */

const ON_THE_DEVICE = "Enligt webbläsaren finns rösten i din enhet. Vi skickar inget.";
const BROKEN_OFF = "Uppläsningen avbröts. Tryck på Fortsätt om du vill höra resten.";
const BUTTON = { still: "Läs upp", reading: "Pausa", paused: "Fortsätt" };
const WORD = "read-aloud-word";

/** A Swedish voice on the device; other voices get the text sent to a server. */
function ownVoice() {
  const voices = speechSynthesis.getVoices();
  const own = voices.filter((voice) => voice.localService === true && /^sv(?![a-z])/i.test(voice.lang));
  return own.find((voice) => voice.default) ?? own[0] ?? null;
}

class Reader {
  /** @type {keyof typeof BUTTON} */
  state = "still";
  /** @type {Sentence[]} */
  #sentences = [];
  #at = 0;
  /** The only utterance whose events count; the browser may forget one that nobody holds. @type {SpeechSynthesisUtterance | null} */
  #spoken = null;

  /**
   * @param {Element} article
   * @param {(help: string) => void} changed
   */
  constructor(article, changed) {
    this.article = article;
    this.changed = changed;
  }

  toggle() {
    if (this.state === "reading") return this.#halt("paused");
    if (this.state === "still") [this.#sentences, this.#at] = [sentencesOf(this.article), 0];
    this.#speak();
  }

  stop() {
    if (this.state !== "still") this.#halt("still");
  }

  #speak() {
    const sentence = this.#sentences[this.#at];
    const voice = ownVoice();
    if (!sentence || !voice) return this.stop();
    const spoken = new SpeechSynthesisUtterance(sentence.words);
    spoken.voice = voice;
    spoken.lang = voice.lang;
    /** @param {string} type @param {(event: any) => void} act */
    const on = (type, act) => spoken.addEventListener(type, (event) => this.#spoken === spoken && act(event));
    on("boundary", (event) => markWord(sentence, event));
    on("error", () => this.#halt("paused", BROKEN_OFF));
    on("end", () => {
      this.#at += 1;
      this.#speak();
    });
    this.#spoken = spoken;
    this.state = "reading";
    markBlock(this.article, sentence.block);
    this.changed(ON_THE_DEVICE);
    speechSynthesis.speak(spoken);
  }

  /**
   * @param {"paused" | "still"} state
   * @param {string} [help]
   */
  #halt(state, help = ON_THE_DEVICE) {
    this.#spoken = null;
    this.state = state;
    speechSynthesis.cancel();
    clearWord();
    if (state === "still") markBlock(this.article, null);
    this.changed(help);
  }
}

/**
 * @param {Element} article
 * @param {Element | null} block
 */
function markBlock(article, block) {
  clearWord();
  const before = article.querySelector(".is-read-aloud");
  if (before === block) return;
  before?.classList.remove("is-read-aloud");
  block?.classList.add("is-read-aloud");
  if (!block || isInSight(block)) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  block.scrollIntoView({ block: "center", behavior: calm ? "instant" : "smooth" });
}

/** @param {Element} block */
function isInSight(block) {
  const { top, bottom } = block.getBoundingClientRect();
  // The page's top bar lies over the text, as high as its padding for scrolling says.
  const underBar = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  return top >= underBar && bottom <= innerHeight;
}

/**
 * @param {Sentence} sentence
 * @param {SpeechSynthesisEvent} event
 */
function markWord(sentence, { name, charIndex, charLength }) {
  if (!("highlights" in CSS) || (name && name !== "word")) return;
  // Not every browser tells how long the word is.
  const length = charLength || (/^[\p{L}\p{N}-]+/u.exec(sentence.words.slice(charIndex))?.[0].length ?? 0);
  const range = sentence.rangeOf(charIndex, length);
  if (range) CSS.highlights.set(WORD, new Highlight(range));
}

function clearWord() {
  if ("highlights" in CSS) CSS.highlights.delete(WORD);
}

/** Puts the buttons under the page's gist, as soon as the device turns out to have a Swedish voice of its own. */
export function start() {
  const article = document.querySelector("article.prose");
  const above = article?.querySelector(".gist") ?? article?.querySelector("h1");
  if (!("speechSynthesis" in window) || !article || !above) return;

  const reader = new Reader(article, show);
  const toggle = element("button", { type: "button", class: "button button--quiet", on: { click: () => reader.toggle() } });
  const stop = element("button", { type: "button", class: "button button--quiet", on: { click: () => reader.stop() } }, "Sluta");
  const help = element("span", { class: "read-aloud__help", role: "status" }, ON_THE_DEVICE);
  const line = element("div", { class: "read-aloud no-print", role: "group", "aria-label": "Uppläsning" }, toggle, stop, help);

  function show(/** @type {string} */ words) {
    say(toggle, BUTTON[reader.state]);
    say(help, words);
    // The keyboard stays on the line when the button it stands on goes away.
    if (reader.state === "still" && document.activeElement === stop) toggle.focus();
    stop.hidden = reader.state === "still";
  }
  const offer = () => {
    if (!ownVoice()) reader.stop();
    if (!ownVoice()) line.remove();
    else if (!line.isConnected) above.after(line);
  };

  show(ON_THE_DEVICE);
  offer();
  speechSynthesis.addEventListener("voiceschanged", offer);
  addEventListener("pagehide", () => reader.stop());
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") reader.stop();
  });
}
