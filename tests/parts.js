// The files that a visitor loads, by the part that they play. The table of sizes
// and the budgets count by the same names.
import { gzipSync } from "node:zlib";

/** How to tell the file of each part, of which there may be more than one. */
export const PARTS = {
  "index.html": /^index\.html$/,
  module: /^mission-and-values-[0-9a-f]+\.js$/,
  wasm: /^mission-and-values-[0-9a-f]+\.wasm$/,
  content: /^content\.json$/,
  fonts: /\.woff2$/,
  reader: /^reader-[0-9a-f]+\.js$/,
  offline: /^offline-[0-9a-f]+\.js$/,
  worker: /^sw\.js$/,
};

/** The parts that are script, to the browser. */
export const SCRIPTS = ["module", "wasm", "reader", "offline", "worker"];

export const packed = (bytes) => gzipSync(bytes, { level: 9 }).length;

/** How many bytes each part has, as it is and packed, from what `read` gives for a path. */
export async function weigh(paths, read) {
  const weights = Object.entries(PARTS).map(async ([part, pattern]) => {
    const files = await Promise.all(paths.filter((path) => pattern.test(path)).map(read));
    if (!files.length) throw new Error(`No file of the site is the part "${part}" of tests/parts.js.`);
    const sum = (size) => files.reduce((total, file) => total + size(file), 0);
    return [part, { raw: sum((file) => file.length), gzip: sum(packed) }];
  });
  return Object.fromEntries(await Promise.all(weights));
}
