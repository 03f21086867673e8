// The question for a new passphrase, wherever one is chosen: its strength in words, and a proposal of five words.
import { element, say } from "../shared/dom.js";
import { passphraseQuestion } from "../shared/passphrase-question.js";
import { judge, suggest } from "../storage/passphrase.js";

/**
 * The question's parts in their order; `read` gives what was chosen, or says what is wrong with it and gives null.
 * @param {{id: string, label: string, hint: string, empty: string}} words `empty` is said when nothing is written
 */
export function newPassphrase({ id, label, hint, empty }) {
  const question = passphraseQuestion({ id, label, hint, autocomplete: "new-password" });
  const strength = element("p", { class: "binders-strength", role: "status" });
  question.input.addEventListener("input", () => {
    question.fault.clear();
    say(strength, question.input.value === "" ? "" : judge(question.input.value).words);
  });
  const propose = () => {
    const { passphrase, words } = suggest();
    question.input.value = passphrase;
    question.fault.clear();
    question.reveal(true);
    say(strength, words);
    question.input.focus();
  };
  const read = () => {
    const written = question.input.value;
    const judged = judge(written);
    if (written !== "" && judged.ok) return written;
    // The same words would otherwise stand twice.
    say(strength, "");
    question.fault.show(written === "" ? empty : judged.words);
    return null;
  };
  const button = element("button", { type: "button", class: "button button--quiet", on: { click: propose } }, "Föreslå fem ord");
  return { parts: [question.root, strength, button], question, read };
}
