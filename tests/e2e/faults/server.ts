// A host that answers as GitHub Pages does, as long as no fault is asked of it.
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { find, HTML, pathOf, sent as asSent } from "../../../tools/github-pages.js";

/** An answer on its way out, which may end too early. */
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
  status: (status: number, body = ""): Fault => () => ({ status, headers: HTML, body: Buffer.from(body) }),
  /** What a captive portal or a rate limit answers, whatever was asked for. */
  portal: (status = 200): Fault => () => ({
    status,
    headers: { ...HTML, "Cache-Control": "no-store" },
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

const releaseFolder = (release: string) => join(process.env.RELEASES!, release);

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
    const folder = releaseFolder(release);
    const path = pathOf(folder);
    this.#sites.set(path, folder);
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
    const found = find(this.#sites, path);
    const answer = rule ? await rule.fault(found) : found;
    if (!response.destroyed) this.#send(answer, request, response);
  }

  #send({ sent, isReset, ...answer }: Answer, { headers: asked }: IncomingMessage, response: ServerResponse) {
    // What is to be cut off is sent whatever the browser knows of it already.
    const known = sent === undefined ? {} : { "if-none-match": undefined };
    const { status, headers, body } = asSent(answer, { ...asked, ...known });
    response.writeHead(status, headers);
    if (sent === undefined) {
      response.end(body);
      return;
    }
    response.write(body.subarray(0, body.length * sent), () => {
      if (isReset) response.socket?.resetAndDestroy();
      else response.socket?.end();
    });
  }
}
