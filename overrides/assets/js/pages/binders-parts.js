// The pieces of the binders page: choices, lists and parts, made from plain words.

import { element } from "../shared/dom.js";

/**
 * A question with one choice for each binder; the only one, or the last saved, is already chosen.
 * @param {import("../storage/session.js").BinderListing[]} binders
 * @param {(stored: string) => string} day
 */
export function binderChoice(binders, day) {
  const newest = binders.reduce((best, one) => (one.savedOn >= best.savedOn ? one : best), binders[0]);
  const choices = binders.map(({ id, name, savedOn }) =>
    element(
      "label",
      { class: "binders-choice" },
      element("input", { type: "radio", name: "parm", value: id, checked: id === newest.id }),
      element("span", {}, name, element("span", { class: "binders-soft" }, `, senast sparad ${day(savedOn)}`)),
    ),
  );
  return element("fieldset", {}, element("legend", {}, "Vilken pärm?"), ...choices);
}

/**
 * A list of links to sheets, each with when it was saved.
 * @param {{address: string, title: string, about: string, mark: string}[]} sheets
 */
export function sheetList(sheets) {
  const items = sheets.map(({ address, title, about, mark }) =>
    element(
      "li",
      {},
      element("a", { href: address }, title),
      mark ? element("span", { class: "binders-mark" }, ` – ${mark}`) : null,
      element("span", { class: "binders-soft" }, about),
    ),
  );
  return element("ul", { class: "binders-sheets" }, ...items);
}

/**
 * A part of the page under its own heading.
 * @param {string} id
 * @param {string} heading
 * @param {...import("../shared/dom.js").Child} children
 */
export function part(id, heading, ...children) {
  const title = element("h2", { id, tabindex: "-1" }, heading);
  return element("section", { class: "binders-part", "aria-labelledby": id }, title, ...children);
}
