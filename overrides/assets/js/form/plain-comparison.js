// Compares two sets of answers as they are written, without Python: raw words under the form's own questions.

/**
 * @typedef {import("./comparison.js").Compared} Compared
 * @typedef {import("./written.js").Raw} Raw
 */

/**
 * Every question that was answered at either time, in the form's order; answers without a question last.
 * @param {HTMLFormElement} form
 * @param {Raw} before
 * @param {Raw} now
 * @returns {Compared[]}
 */
export function comparePlainly(form, before, now) {
  const asked = new Map(topFields(form).map((field) => [field.dataset["field"] ?? "", questionOf(field)]));
  const written = [...Object.keys(before.answers), ...Object.keys(now.answers)].map(fieldOf);
  const names = new Set([...asked.keys(), ...written]);
  return [...names]
    .map((name) => ({ question: asked.get(name) ?? name, before: linesOf(before, name), now: linesOf(now, name) }))
    .filter((one) => one.before !== "" || one.now !== "");
}

/** @param {HTMLFormElement} form */
function topFields(form) {
  const all = /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-field]")]);
  return all.filter((field) => !field.parentElement?.closest("[data-field]"));
}

/** @param {HTMLElement} field */
function questionOf(field) {
  const question = /** @type {HTMLElement | undefined} */ (field.querySelector(".ws-question")?.cloneNode(true));
  question?.querySelector(".ws-condition")?.remove();
  return question?.textContent?.trim().replace(/\s+/g, " ") ?? "";
}

/** @param {string} name */
function fieldOf(name) {
  return name.split("/")[0] ?? name;
}

/**
 * The answers of one field: a line for each row, in the rows' order, with its cells beside each other.
 * @param {Raw} raw
 * @param {string} field
 */
function linesOf({ answers, rows }, field) {
  /** @type {Map<string, string[]>} */
  const lines = new Map((rows[field] ?? []).map((row) => [row, []]));
  for (const [name, answer] of Object.entries(answers)) {
    if (fieldOf(name) !== field) continue;
    const row = name.split("/")[1] ?? "";
    const words = [answer].flat().join(", ");
    if (words) lines.set(row, [...(lines.get(row) ?? []), words]);
  }
  return [...lines.values()].map((cells) => cells.join(" · ")).filter(Boolean).join("\n");
}
