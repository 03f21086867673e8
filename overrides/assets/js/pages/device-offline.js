// On the page Den här enheten: whether the site can be used without a network, and the buttons that make it so.
import { part } from "./binders-parts.js";
import { fetchPackage, lookAtPackage, removePackage, stopFetching } from "../offline/package.js";
import { ENDED, PACKAGE } from "../offline/words.js";
import { element, moveFocus, replace, say } from "../shared/dom.js";

/**
 * @typedef {import("../offline/package.js").Status} Status
 * @typedef {import("./device-words.js").Verdict} Verdict
 */

const SITE = "sidor";
const PDF = "pdf";

/** The part of the page about the network, which keeps itself as things are. */
export class OfflinePart {
  #place = element("div");
  #progress = element("progress", { class: "device-progress", "aria-label": PACKAGE.heading });
  #line;
  #said = element("p", { role: "status", tabindex: "-1" });
  /** The part of the page. */
  whole = part("utan-nat", PACKAGE.heading, this.#said, this.#place);
  #onChange;

  /**
   * @param {(verdict: Verdict) => HTMLElement} line
   * @param {() => Promise<void>} onChange what else tells how it is on the device
   */
  constructor(line, onChange) {
    this.#line = line;
    this.#onChange = onChange;
  }

  /** Nothing; the part shows how it is on the device now. */
  async show() {
    const status = await lookAtPackage(true);
    if (!status) replace(this.#place, element("p", {}, PACKAGE.cannot));
    else replace(this.#place, ...this.#told(status));
  }

  /** @param {Status} status */
  #told({ isReady, parts, sizes }) {
    const hasPdf = isReady && parts.includes(PDF);
    /** @type {Verdict[]} */
    const verdicts = [{ isGood: isReady, title: isReady ? PACKAGE.ready : PACKAGE.notReady, words: isReady ? PACKAGE.readyWords : PACKAGE.notReadyWords }];
    if (isReady) verdicts.push({ isGood: hasPdf, title: hasPdf ? PACKAGE.pdfReady : PACKAGE.noPdf, words: hasPdf ? PACKAGE.pdfReadyWords : PACKAGE.noPdfWords });
    const remove = isReady ? this.#button(PACKAGE.remove, () => this.#remove(), true) : null;
    return [
      element("ul", { class: "device-verdicts" }, ...verdicts.map(this.#line)),
      element("div", { class: "device-buttons" }, this.#next(isReady, hasPdf, sizes), remove),
      element("p", {}, PACKAGE.leftOut),
      element("p", {}, PACKAGE.updates),
    ];
  }

  /**
   * @param {boolean} isReady
   * @param {boolean} hasPdf
   * @param {{[part: string]: number}} sizes
   */
  #next(isReady, hasPdf, sizes) {
    const [site, pdf] = [sizes[SITE], sizes[PDF]];
    if (!isReady) return site ? this.#button(PACKAGE.fetch(site), () => this.#fetch(SITE), false) : element("p", {}, PACKAGE.noNetwork);
    return hasPdf || !pdf ? null : this.#button(PACKAGE.fetchPdf(pdf), () => this.#fetch(PDF), false);
  }

  /**
   * @param {string} label
   * @param {() => Promise<void>} work
   * @param {boolean} isQuiet
   */
  #button(label, work, isQuiet) {
    const look = isQuiet ? "button button--quiet" : "button";
    return element("button", { type: "button", class: look, on: { click: work } }, label);
  }

  /** @param {string} name */
  async #fetch(name) {
    const stop = this.#button(PACKAGE.stop, stopFetching, true);
    const words = element("p", {}, PACKAGE.starting);
    this.#progress.removeAttribute("value");
    replace(this.#place, words, this.#progress, stop);
    // Said aloud at each quarter; the eye follows the line and the bar.
    this.#said.classList.add("unseen");
    say(this.#said, PACKAGE.starting);
    moveFocus(stop);
    let quarter = 0;
    const why = await fetchPackage(name, (fetched, total) => {
      const told = PACKAGE.progress(Math.min(fetched, total), total);
      this.#progress.max = total;
      this.#progress.value = Math.min(fetched, total);
      say(words, told);
      if (Math.floor((4 * fetched) / total) > quarter) say(this.#said, told);
      quarter = Math.floor((4 * fetched) / total);
    });
    this.#said.classList.remove("unseen");
    await this.#end(why ? ENDED[why] : name === PDF ? PACKAGE.donePdf : PACKAGE.done);
  }

  async #remove() {
    await removePackage();
    await this.#end(PACKAGE.removed);
  }

  /** @param {string} words */
  async #end(words) {
    await this.show();
    say(this.#said, words);
    moveFocus(this.#said);
    await this.#onChange();
  }
}
