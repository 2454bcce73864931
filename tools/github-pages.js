// Answers as GitHub Pages does: under a site's own path, packed, with ten minutes of
// caching, entity tags, and 404.html for what is not there. The preview, the tests
// and the host that misbehaves on demand all answer by this.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";

/** @typedef {{ status: number, headers: Record<string, string>, body: Buffer }} Answer */

const TYPES = {
  html: "text/html; charset=utf-8",
  js: "application/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  wasm: "application/wasm",
  svg: "image/svg+xml",
  png: "image/png",
  txt: "text/plain; charset=utf-8",
  xml: "application/xml",
  woff2: "font/woff2",
  webmanifest: "application/manifest+json",
};

/** The headers of a page. */
export const HTML = { "Content-Type": TYPES.html };

const NOTHING = { status: 404, headers: HTML, body: Buffer.from("404") };

/** The path that a built site stands under, as its own list of files says.
 * @param {string} folder */
export const pathOf = (folder) => JSON.parse(readFileSync(join(folder, "build.json"), "utf8")).public_url;

/** What there is at an address, when each of the folders stands under its path.
 * @param {Map<string, string>} sites
 * @param {string} address
 * @returns {Answer} */
export function find(sites, address) {
  const path = address.split("?")[0];
  const [site, folder] = [...sites].sort(longestFirst).find(([site]) => path.startsWith(site)) ?? [];
  if (site === undefined) return outside(sites, path);
  const name = path.slice(site.length) || "index.html";
  const file = join(folder, name);
  const isInside = !name.split("/").includes("..");
  if (isInside && isFile(file)) return read(file, 200);
  const missing = join(folder, "404.html");
  return isFile(missing) ? read(missing, 404) : NOTHING;
}

const longestFirst = (/** @type {[string, string]} */ [one], /** @type {[string, string]} */ [other]) => other.length - one.length;

const isFile = (path) => existsSync(path) && statSync(path).isFile();

/** Nothing, or the folder of a site without its slash. */
function outside(sites, path) {
  if (!sites.has(`${path}/`)) return NOTHING;
  return { status: 301, headers: { Location: `${path}/` }, body: Buffer.alloc(0) };
}

function read(file, status) {
  const type = TYPES[extname(file).slice(1)] ?? "application/octet-stream";
  return { status, headers: { "Content-Type": type }, body: readFileSync(file) };
}

/** The same answer as it is sent to whoever asked with these headers.
 * @param {Answer} answer
 * @param {import("node:http").IncomingHttpHeaders} asked
 * @returns {Answer} */
export function sent({ status, headers, body }, asked) {
  const isPacked = body.length > 0 && /gzip/.test(String(asked["accept-encoding"] ?? ""));
  const tag = entityTag(body, isPacked);
  const caching = status === 200 ? { "Cache-Control": "max-age=600", ETag: tag, Vary: "Accept-Encoding" } : {};
  const always = { "Access-Control-Allow-Origin": "*", ...caching };
  if (status === 200 && asked["if-none-match"] === tag) {
    return { status: 304, headers: { ...always, ...headers }, body: Buffer.alloc(0) };
  }
  const bytes = isPacked ? gzipSync(body) : body;
  const form = { ...(isPacked && { "Content-Encoding": "gzip" }), "Content-Length": String(bytes.length) };
  return { status, headers: { ...always, ...form, ...headers }, body: bytes };
}

/** A tag for each form of the bytes: the packed and the plain one differ. */
function entityTag(body, isPacked) {
  const hash = createHash("sha256").update(body).digest("hex").slice(0, 16);
  return `"${hash}${isPacked ? "-gzip" : ""}"`;
}
