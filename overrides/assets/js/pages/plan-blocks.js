// Turns the blocks of a document into elements: headings, answers, tables. Text is only ever text.
import { element } from "../shared/dom.js";
import { stillPicture } from "../shared/picture-shapes.js";

/**
 * @typedef {{block: "heading", level: 1 | 2 | 3, text: string}
 *   | {block: "paragraph", text: string}
 *   | {block: "list", items: string[]}
 *   | {block: "table", caption: string, header: string[], rows: string[][]}
 *   | {block: "figure", picture: import("../shared/picture-shapes.js").Picture}
 *   | {block: "answer", question: string, text: string}
 *   | {block: "note" | "origin", text: string}} Block
 */

/**
 * The blocks as elements, with neighbouring answers in one list of question and answer.
 * @param {Block[]} blocks
 * @returns {HTMLElement[]}
 */
export function blockElements(blocks) {
  /** @type {HTMLElement[]} */
  const made = [];
  for (const block of blocks) {
    const last = made.at(-1);
    if (block.block !== "answer") made.push(oneBlock(block));
    else if (last instanceof HTMLDListElement) last.appendChild(oneAnswer(block));
    else made.push(element("dl", { class: "plan-answers" }, oneAnswer(block)));
  }
  return made;
}

/**
 * @param {Exclude<Block, {block: "answer"}>} block
 * @returns {HTMLElement}
 */
function oneBlock(block) {
  switch (block.block) {
    case "heading":
      return element(/** @type {const} */ (["h2", "h3", "h4"])[block.level - 1] ?? "h4", {}, block.text);
    case "list":
      return element("ul", {}, ...block.items.map((words) => element("li", {}, words)));
    case "table":
      return oneTable(block);
    case "figure":
      return element("figure", { class: "picture" }, element("div", { class: "picture__room" }, stillPicture(block.picture)));
    case "origin":
    case "note":
      return element("p", { class: "plan-note" }, block.text);
    default:
      return element("p", { class: "plan-words" }, block.text);
  }
}

/** @param {{question: string, text: string}} answer */
function oneAnswer({ question, text }) {
  return element("div", {}, element("dt", {}, question), element("dd", { class: "plan-words" }, text));
}

/** @param {{caption: string, header: string[], rows: string[][]}} table */
function oneTable({ caption, header, rows }) {
  const head = header.map((words) => element("th", { scope: "col" }, words));
  const body = rows.map((cells) =>
    // On a narrow screen a row becomes a group, and each cell says its own heading.
    element("tr", {}, ...cells.map((words, place) => element("td", { "data-heading": header[place] }, words))),
  );
  return element(
    "table",
    { class: "plan-table" },
    element("caption", {}, caption),
    element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, ...body),
  );
}
