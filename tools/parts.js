// The files that a visitor loads, by the part that they play, and what each weighs.
// The table of bytes and times and the budgets count by the same names.
import { execFileSync } from "node:child_process";

/** How to tell the file of each part, of which there may be more than one. */
const PARTS = {
  "index.html": /^index\.html$/,
  module: /^mission-and-values-[0-9a-f]+\.js$/,
  wasm: /^mission-and-values-[0-9a-f]+\.wasm$/,
  content: /^content\.json$/,
  fonts: /\.woff2$/,
  "read aloud": /^read-aloud-[0-9a-f]+\.js$/,
  card: /^card-[0-9a-f]+\.js$/,
  offline: /^offline-[0-9a-f]+\.js$/,
  worker: /^sw\.js$/,
};

/** What stands in index.html, beside its text. Each is packed here by itself: in the
 * page they pack better, together. */
const INLINED = {
  "inlined scripts": /<script id="(?:boot|preferences)".*?<\/script>/gs,
  "inlined CSS": /<style\b.*?<\/style>/gs,
  "inlined drawings": /<svg id="drawings".*?<\/svg>/gs,
};

/** What runs in a visit in which nothing is asked for. The worker runs beside the
 * page; read aloud and card come on demand. */
const OF_A_VISIT = ["wasm", "module", "offline", "inlined scripts"];
export const VISIT = "WASM and scripts of a visit";

/** By the program itself: what Node packs depends on the processor. */
const packed = (bytes) => execFileSync("gzip", ["-9"], { input: bytes, maxBuffer: 2 ** 26 }).length;

/** The bytes of each part in gzip -9, from what `read` gives for a path. */
export async function weigh(paths, read) {
  const parts = {};
  for (const [part, pattern] of Object.entries(PARTS)) {
    const files = await Promise.all(paths.filter((path) => pattern.test(path)).map(read));
    if (!files.length) throw new Error(`No file of the site is the part "${part}" of tools/parts.js.`);
    parts[part] = sum(files.map(packed));
  }
  const html = (await read("index.html")).toString();
  for (const [part, pattern] of Object.entries(INLINED)) {
    const found = html.match(pattern);
    if (!found) throw new Error(`index.html has nothing for "${part}" of tools/parts.js.`);
    parts[part] = packed(found.join(""));
  }
  return { ...parts, [VISIT]: sum(OF_A_VISIT.map((part) => parts[part])) };
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
