// Shows the answers that have no place on this version of the sheet; they are kept, and can be read.
import { element, replace } from "../shared/dom.js";
import { part } from "./parts.js";

/**
 * Nothing; the answers stand under Tidigare svar, which is hidden when there are none.
 * @param {HTMLFormElement} form
 * @param {[string, string | string[]][]} answers
 */
export function showEarlier(form, answers) {
  const section = part(form, "[data-earlier]");
  section.hidden = answers.length === 0;
  const entries = answers.map(([name, answer]) =>
    element("div", {}, element("dt", {}, name.split("/").join(" · ")), element("dd", {}, [answer].flat().join(", "))),
  );
  replace(part(section, "[data-earlier-list]"), ...entries);
}
