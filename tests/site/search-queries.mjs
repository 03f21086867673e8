// Asks the search of the built site: a folder and a list of questions in, the answers out as JSON. Run by test_search.py.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [site, asked] = process.argv.slice(2);
const { SearchEngine } = await import(pathToFileURL(`${site}/assets/js/frame/search-engine.js`).href);
const engine = new SearchEngine(JSON.parse(readFileSync(`${site}/search/search_index.json`, "utf8")));
const questions = JSON.parse(asked ?? readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(questions.map((question) => engine.find(question))));
