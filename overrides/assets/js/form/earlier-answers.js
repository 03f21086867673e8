// Shows the answers that have no place on this version of the sheet; they are kept, and can be read.
import { readOldQuestions } from "../shared/definitions.js";
import { element, replace } from "../shared/dom.js";
import { questionOf } from "./older-draft.js";
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
    element("div", {}, element("dt", { "data-name": name }, name.split("/").join(" · ")), element("dd", {}, [answer].flat().join(", "))),
  );
  replace(part(section, "[data-earlier-list]"), ...entries);
  if (answers.length > 0) void nameQuestions(section, form.dataset["worksheet"] ?? "");
}

/**
 * Nothing; each answer stands under the words that it was the answer to, when they are known.
 * @param {HTMLElement} section
 * @param {string} worksheet
 */
async function nameQuestions(section, worksheet) {
  try {
    const questions = await readOldQuestions(worksheet);
    for (const term of section.querySelectorAll("dt")) {
      const words = questions.get(questionOf(term.dataset["name"] ?? ""));
      if (words) term.textContent = words;
    }
  } catch {
    // The ids say less than the questions, but the answers are there to be read.
  }
}
