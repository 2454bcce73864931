// The page as hand-written HTML would be: the same HTML, CSS, drawings and fonts, and no script.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const withoutScript = (html) =>
  html
    .replaceAll(/<script\b[^>]*>.*?<\/script>/gs, "")
    .replaceAll(/<link\b[^>]*rel="?(modulepreload|preload|manifest)"?[^>]*>/g, "");

/** Serves the control page from a site's folder, on a free port of this machine. */
export async function serveControl(folder) {
  const page = gzipSync(withoutScript(readFileSync(join(folder, "index.html"), "utf8")), { level: 6 });
  const server = createServer((request, response) => {
    const name = new URL(request.url, "http://localhost").pathname.slice(1);
    if (!name) {
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Encoding": "gzip" }).end(page);
    } else if (/^[\w.-]+\.(woff2|svg)$/.test(name)) {
      const type = name.endsWith("svg") ? "image/svg+xml" : "font/woff2";
      response.writeHead(200, { "Content-Type": type }).end(readFileSync(join(folder, name)));
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
