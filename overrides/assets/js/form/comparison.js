// What was answered before and what is answered now, question by question.
import { element } from "../shared/dom.js";
import { OCCASIONS } from "./messages.js";

/** @typedef {{question: string, before: string, now: string}} Compared */

/**
 * Questions with what was answered before and now, under a heading; nothing when there are none.
 * @param {string} heading
 * @param {Compared[]} compared
 * @param {string} day
 */
export function comparedGroup(heading, compared, day) {
  if (compared.length === 0) return [];
  const items = compared.map(({ question, before, now }) => {
    const pairs = before === now ? [[OCCASIONS.both, now]] : [[day, before], [OCCASIONS.now, now]];
    const told = pairs.map(([when, words]) => element("div", {}, element("dt", {}, when), element("dd", {}, words || OCCASIONS.unanswered)));
    return element("li", {}, element("strong", {}, question), element("dl", {}, ...told));
  });
  return [element("h3", {}, heading), element("ul", { class: "ws-compared" }, ...items)];
}
