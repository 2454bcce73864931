// Serves a built site as GitHub Pages does, and says where. Ends with its input, so
// that it does not outlive what has started it.
// Usage: node preview.js FOLDER PORT; the port 0 takes any that is free.
import { createServer } from "node:http";
import { find, pathOf, sent } from "./github-pages.js";

const READING = ["GET", "HEAD"];
const NOT_ALLOWED = { status: 405, headers: {}, body: Buffer.alloc(0) };

const [folder, port] = process.argv.slice(2);
const path = pathOf(folder);
const sites = new Map([[path, folder]]);

const server = createServer(({ method, url, headers }, response) => {
  const found = READING.includes(method) ? find(sites, url) : NOT_ALLOWED;
  const answer = sent(found, headers);
  response.writeHead(answer.status, answer.headers).end(answer.body);
});
server.listen(Number(port), "127.0.0.1", () => {
  const at = /** @type {import("node:net").AddressInfo} */ (server.address());
  console.log(`http://127.0.0.1:${at.port}${path}`);
});
process.stdin.resume().on("end", () => process.exit());
