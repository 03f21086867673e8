// What was answered before and what is answered now, question by question.
import { element } from "../shared/dom.js";
import { COMPARED } from "./messages.js";

/** @typedef {{question: string, before: string, now: string}} Compared */

/**
 * The questions that differ first, then those that are alike; those that were never answered are not there.
 * @param {Compared[]} compared
 * @param {string} then what the older answers are called
 */
export function comparedParts(compared, then) {
  const changed = compared.filter(({ before, now }) => before !== now);
  const same = compared.filter(({ before, now }) => before === now);
  return [...comparedGroup(COMPARED.changed, changed, then), ...comparedGroup(COMPARED.same, same, then)];
}

/**
 * Questions with what was answered before and now, under a heading; nothing when there are none.
 * @param {string} heading
 * @param {Compared[]} compared
 * @param {string} day
 */
export function comparedGroup(heading, compared, day) {
  if (compared.length === 0) return [];
  const items = compared.map(({ question, before, now }) => {
    const pairs = before === now ? [[COMPARED.both, now]] : [[day, before], [COMPARED.now, now]];
    const told = pairs.map(([when, words]) => element("div", {}, element("dt", {}, when), element("dd", {}, words || COMPARED.unanswered)));
    return element("li", {}, element("strong", {}, question), element("dl", {}, ...told));
  });
  return [element("h3", {}, heading), element("ul", { class: "ws-compared" }, ...items)];
}
