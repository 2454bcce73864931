// How many bytes each part of the page has. What stands in index.html is packed
// there by itself: together the parts pack better than their sum.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packed, weigh } from "../parts.js";

/** What index.html is made of, beside its text. */
const INLINED = {
  "index.html: CSS": /<style\b.*?<\/style>/gs,
  "index.html: boot and preferences": /<script id="(?:boot|preferences)".*?<\/script>/gs,
  "index.html: drawings": /<svg id="drawings".*?<\/svg>/gs,
};

export async function sizes(folder) {
  const read = (path) => readFileSync(join(folder, path));
  const { files } = JSON.parse(read("build.json"));
  const weights = await weigh(files.map(({ path }) => path), read);
  return { ...weights, ...insideOf(read("index.html").toString()) };
}

function insideOf(html) {
  let rest = html;
  const parts = {};
  for (const [name, pattern] of Object.entries(INLINED)) {
    const found = rest.match(pattern);
    if (!found) throw new Error(`index.html has nothing for "${name}".`);
    parts[name] = weightOf(found.join(""));
    rest = rest.replace(pattern, "");
  }
  return { "index.html: HTML and text": weightOf(rest), ...parts };
}

const weightOf = (text) => ({ raw: Buffer.byteLength(text), gzip: packed(text) });
