// Two sets of answers beside each other, question by question: what differs first, then what is alike.
import { element } from "../shared/dom.js";
import { COMPARED } from "./messages.js";

/** @typedef {{question: string, before: string, now: string}} Compared */

/**
 * The questions as headings and lists; those that were never answered are not there.
 * @param {Compared[]} compared
 * @param {string} then what the older answers are called
 * @returns {HTMLElement[]}
 */
export function comparedParts(compared, then) {
  const changed = compared.filter(({ before, now }) => before !== now);
  const same = compared.filter(({ before, now }) => before === now);
  return [...group(COMPARED.changed, changed, then), ...group(COMPARED.same, same, then)];
}

/**
 * @param {string} heading
 * @param {Compared[]} compared
 * @param {string} then
 */
function group(heading, compared, then) {
  if (compared.length === 0) return [];
  const items = compared.map(({ question, before, now }) => {
    const pairs = before === now ? [[COMPARED.both, now]] : [[then, before], [COMPARED.now, now]];
    const told = pairs.map(([when, words]) => element("div", {}, element("dt", {}, when), element("dd", {}, words || COMPARED.unanswered)));
    return element("li", {}, element("strong", {}, question), element("dl", {}, ...told));
  });
  return [element("h3", {}, heading), element("ul", { class: "ws-compared" }, ...items)];
}
