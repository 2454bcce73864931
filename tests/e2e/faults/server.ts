// A host that answers as GitHub Pages does, as long as no fault is asked of it.
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { createHash } from "node:crypto";

/** An answer on its way out. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  /** How much of the body is sent before the connection ends. */
  sent?: number;
  /** Whether it ends with a reset rather than in good order. */
  isReset?: boolean;
}

/** Changes an answer, holds it back, or never gives it. */
export type Fault = (answer: Answer) => Answer | Promise<Answer>;

export const faults = {
  status: (status: number, body = ""): Fault => () => ({ status, headers: html, body: Buffer.from(body) }),
  /** What a captive portal or a rate limit answers, whatever was asked for. */
  portal: (status = 200): Fault => () => ({
    status,
    headers: { ...html, "Cache-Control": "no-store" },
    body: Buffer.from("<!doctype html><title>Sign in</title><h1>Sign in</h1>"),
  }),
  headers: (headers: Record<string, string>): Fault => (answer) => ({
    ...answer,
    headers: { ...answer.headers, ...headers },
  }),
  body: (rewrite: (body: Buffer) => Buffer | string): Fault => (answer) => ({
    ...answer,
    body: Buffer.from(rewrite(answer.body)),
  }),
  /** One bit of one byte in the middle, at the same length. */
  altered: (): Fault => faults.body((body) => {
    const altered = Buffer.from(body);
    altered[altered.length >> 1] ^= 1;
    return altered;
  }),
  /** The length of the whole, less than half of the bytes, and an end in good order. */
  truncated: (): Fault => (answer) => ({ ...answer, sent: 0.4 }),
  /** The connection is reset with less than half of the bytes sent. */
  reset: (): Fault => (answer) => ({ ...answer, sent: 0.4, isReset: true }),
  dropped: (): Fault => (answer) => ({ ...answer, sent: 0, isReset: true }),
  until: (released: Promise<unknown>): Fault => async (answer) => {
    await released;
    return answer;
  },
  never: (): Fault => () => new Promise(() => {}),
};

const html = { "Content-Type": "text/html; charset=utf-8" };

const TYPES: Record<string, string> = {
  html: html["Content-Type"],
  js: "application/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  wasm: "application/wasm",
  svg: "image/svg+xml",
  png: "image/png",
  txt: "text/plain; charset=utf-8",
  webmanifest: "application/manifest+json",
};

const releaseFolder = (release: string) => join(process.env.RELEASES!, release);

/** The path that a release stands under, as its own list of files says. */
const pathOf = (release: string): string =>
  JSON.parse(readFileSync(join(releaseFolder(release), "build.json"), "utf8")).public_url;

/** The bytes of one file of a release. */
export const fileOf = (release: string, name: string) => readFileSync(join(releaseFolder(release), name));

export class FaultServer {
  /** The path of every request so far, in order. */
  requests: string[] = [];
  #rules: { path: RegExp; fault: Fault }[] = [];
  #sites = new Map<string, string>();
  #server: Server;
  #port = 0;

  constructor() {
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  async start() {
    await new Promise<void>((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(this.#port, "127.0.0.1", resolve);
    });
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** From here on nothing answers at this address. */
  async stop() {
    if (!this.#server.listening) return;
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  get origin() {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Puts a release where it belongs, in place of the one before. */
  deploy(release: string): string {
    const path = pathOf(release);
    this.#sites.set(path, release);
    return `${this.origin}${path}`;
  }

  /** Every request for such a path meets the fault. Later rules come first. */
  rule(path: RegExp, fault: Fault) {
    this.#rules.unshift({ path, fault });
  }

  heal() {
    this.#rules = [];
  }

  /** Waits for a request that is still to come. */
  async requested(path: RegExp) {
    return new Promise<void>((resolve) => {
      this.#server.on("request", ({ url }: IncomingMessage) => path.test(url!) && resolve());
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse) {
    const path = request.url!;
    this.requests.push(path);
    const rule = this.#rules.find((rule) => rule.path.test(path));
    const found = this.#find(path.split("?")[0]);
    const answer = rule ? await rule.fault(found) : found;
    if (!response.destroyed) this.#send(answer, request, response);
  }

  #find(path: string): Answer {
    const [site, release] =
      [...this.#sites].sort(([one], [other]) => other.length - one.length).find(([site]) => path.startsWith(site)) ?? [];
    if (!site || !release) {
      const slashed = this.#sites.has(`${path}/`);
      return slashed
        ? { status: 301, headers: { Location: `${path}/` }, body: Buffer.alloc(0) }
        : { status: 404, headers: html, body: Buffer.from("404") };
    }
    const name = path.slice(site.length) || "index.html";
    const file = join(releaseFolder(release), name);
    const isThere = !name.split("/").includes("..") && existsSync(file) && statSync(file).isFile();
    return isThere ? read(file, 200) : read(join(releaseFolder(release), "404.html"), 404);
  }

  #send({ status, headers, body, sent, isReset }: Answer, request: IncomingMessage, response: ServerResponse) {
    const gzip = /gzip/.test(String(request.headers["accept-encoding"] ?? ""));
    const tag = `"${createHash("sha256").update(body).digest("hex").slice(0, 16)}${gzip ? "-gzip" : ""}"`;
    const caching = status === 200 ? { "Cache-Control": "max-age=600", ETag: tag, Vary: "Accept-Encoding" } : {};
    const isKnown = status === 200 && request.headers["if-none-match"] === tag && sent === undefined;
    if (isKnown) {
      response.writeHead(304, { ...caching, ...headers }).end();
      return;
    }
    const bytes = gzip && body.length ? gzipSync(body) : body;
    const encoding = gzip && body.length ? { "Content-Encoding": "gzip" } : {};
    response.writeHead(status, { "Access-Control-Allow-Origin": "*", ...caching, ...encoding, "Content-Length": bytes.length, ...headers });
    if (sent === undefined) {
      response.end(bytes);
      return;
    }
    response.write(bytes.subarray(0, bytes.length * sent), () => {
      if (isReset) response.socket?.resetAndDestroy();
      else response.socket?.end();
    });
  }
}

function read(file: string, status: number): Answer {
  const type = TYPES[file.split(".").pop()!] ?? "application/octet-stream";
  return { status, headers: { "Content-Type": type }, body: readFileSync(file) };
}
