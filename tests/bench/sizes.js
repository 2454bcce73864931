// The bytes of a site by part, as they are and by gzip -9.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const size = (bytes) => ({ bytes: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length });

/** Parts of a folder that holds a site. Those within the page are packed by themselves here. */
export function sizes(folder) {
  const read = (name) => readFileSync(join(folder, name));
  const names = readdirSync(folder);
  const named = (pattern) => names.filter((name) => pattern.test(name));
  const page = read("index.html").toString();
  const inside = (pattern) => Buffer.from([...page.matchAll(pattern)].map(([part]) => part).join(""));
  const parts = {
    "index.html, whole": read("index.html"),
    "… its CSS": inside(/<style[^>]*>.*?<\/style>/gs),
    "… its boot and preferences": inside(/<script id="?(boot|preferences)"?[^>]*>.*?<\/script>/gs),
    "… its drawings": inside(/<svg id="?drawings"?.*?<\/svg>/gs),
    "module": read(named(/^mission-and-values-.*\.js$/)[0]),
    "WASM": read(named(/\.wasm$/)[0]),
    "content.json": read("content.json"),
    "fonts": Buffer.concat(named(/\.woff2$/).map(read)),
  };
  for (const name of ["reader", "offline"]) parts[`${name}.js`] = read(named(new RegExp(`^${name}-.*\\.js$`))[0]);
  parts["sw.js"] = read("sw.js");
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, size(bytes)]));
}

const SCRIPTS = ["… its boot and preferences", "module", "WASM", "reader.js", "offline.js", "sw.js"];

/** All that is WASM or JavaScript, by gzip -9. */
export const ofScripts = (parts) => SCRIPTS.reduce((sum, name) => sum + parts[name].gzip, 0);
