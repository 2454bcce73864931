// Compares every file of a live site with the one that was built: the host may
// have lost some, may still give older ones, or may change them.
// Usage: node check-live.js FOLDER ADDRESS [SECONDS TO WAIT FOR THE DEPLOY]
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const [folder, address, patience = "900"] = process.argv.slice(2);
const PAUSE_MS = 5_000;
const ANSWER_MS = 30_000;
/** What stays as it is however long one waits for a deploy. */
const LASTING = /^(ENOTFOUND|ECONNREFUSED|ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

const { files: built } = JSON.parse(readFileSync(join(folder, "build.json"), "utf8"));
// Visitors open the page without its name, and hosts keep that answer apart.
const files = built.flatMap((file) => (file.path === "index.html" ? [file, { ...file, path: "./" }] : [file]));

/** What one file of the site is like: a fault, which may last; or a note; or nothing. */
async function look({ path, integrity }) {
  const asked = new URL(path, address);
  const answer = await fetch(asked, { cache: "no-store", signal: AbortSignal.timeout(ANSWER_MS) });
  const led = answer.redirected ? new URL(answer.url) : asked;
  if (led.origin !== asked.origin) return lasting(`${path}: leads to ${led.origin}. Give check-live that address.`);
  if (led.href !== asked.href && !path.endsWith(".html")) {
    return lasting(`${path}: leads to ${led.pathname}, and the offline copy takes no redirects`);
  }
  if (answer.status !== 200) return { fault: `${path}: status ${answer.status}` };
  const hash = createHash("sha256").update(Buffer.from(await answer.arrayBuffer())).digest("base64");
  if (`sha256-${hash}` !== integrity) return { fault: `${path}: other bytes than those that were built` };
  return led.href === asked.href ? {} : { note: `${path} leads to ${led.pathname}, which is as it was built.` };
}

const lasting = (fault) => ({ fault, lasts: true });

function unanswered({ path }, { name, message, cause }) {
  if (name === "TimeoutError") return { fault: `${path}: no answer within ${ANSWER_MS / 1_000} s` };
  return { fault: `${path}: ${cause?.message || cause?.code || message}`, lasts: LASTING.test(cause?.code ?? "") };
}

const lookAtAll = () => Promise.all(files.map((file) => look(file).catch((error) => unanswered(file, error))));

const deadline = Date.now() + Number(patience) * 1_000;
let seen = await lookAtAll();
const faults = () => seen.filter(({ fault }) => fault);
while (faults().length && !seen.some(({ lasts }) => lasts) && Date.now() + PAUSE_MS < deadline) {
  console.log(`Not there yet: ${faults().length} of ${files.length} files differ. Asking again.`);
  await wait(PAUSE_MS);
  seen = await lookAtAll();
}
for (const { note } of seen) if (note) console.log(note);
if (faults().length) {
  console.error(`${address} is not what was built:\n  ${faults().map(({ fault }) => fault).join("\n  ")}`);
  process.exit(1);
}
console.log(`${address}: all ${files.length} files are those that were built.`);
