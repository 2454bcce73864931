// A page that notes, from its first byte on, what nobody caught and what its policy refused.
import { createHash } from "node:crypto";
import { fileOf, type FaultServer } from "../e2e/faults/server.ts";

/** Without a host, only what the page itself keeps may answer. */
export const NEVER_CACHED = { "Cache-Control": "no-store" };

const LISTENER = `
  window.heard = [];
  addEventListener("error", (event) => heard.push(String(event.message)));
  addEventListener("unhandledrejection", (event) => heard.push(String(event.reason)));
  addEventListener("securitypolicyviolation", (event) => heard.push("refused: " + event.violatedDirective));
  // Of what a driver runs in the page, engines tell no details. This is the page's own.
  addEventListener("throw", () => {
    Promise.reject(new Error("rejected"));
    throw new Error("thrown");
  });
`;

const hash = (text: string) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

/** Puts the listener before every other script, into the policy, and into the worker's list of hashes. */
export function listen(host: FaultServer, release: string) {
  const page = fileOf(release, "index.html").toString();
  const listening = page
    .replace("script-src ", `script-src '${hash(LISTENER)}' `)
    .replace("<title>", `<script>${LISTENER}</script><title>`);
  const rewrite = (path: RegExp, change: (text: string) => string) =>
    host.rule(path, (answer) => ({
      ...answer,
      headers: { ...answer.headers, ...NEVER_CACHED },
      body: Buffer.from(change(answer.body.toString())),
    }));
  rewrite(/\/(\?.*)?$/, () => listening);
  rewrite(/\/sw\.js$/, (worker) => worker.replace(hash(page), hash(listening)));
}
