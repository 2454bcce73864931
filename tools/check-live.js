// Compares every file of a live site with the one that was built: the host may
// have lost some, or may still give older ones.
// Usage: node check-live.js FOLDER ADDRESS [SECONDS TO WAIT FOR THE DEPLOY]
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const [folder, address, patience = "900"] = process.argv.slice(2);
const PAUSE_MS = 5_000;
const ANSWER_MS = 30_000;

const { files: built } = JSON.parse(readFileSync(join(folder, "build.json"), "utf8"));
// Visitors open the page without its name, and hosts keep that answer apart.
const files = built.flatMap((file) => (file.path === "index.html" ? [file, { ...file, path: "./" }] : [file]));

async function faultOf({ path, integrity }) {
  const answer = await fetch(new URL(path, address), {
    cache: "no-store",
    redirect: "error",
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  if (answer.status !== 200) return `${path}: status ${answer.status}`;
  const hash = createHash("sha256").update(Buffer.from(await answer.arrayBuffer())).digest("base64");
  return `sha256-${hash}` === integrity ? undefined : `${path}: other bytes than those that were built`;
}

async function faultsOfSite() {
  const asked = files.map((file) => faultOf(file).catch((error) => `${file.path}: ${error.message}`));
  return (await Promise.all(asked)).filter(Boolean);
}

const deadline = Date.now() + Number(patience) * 1_000;
let faults = await faultsOfSite();
while (faults.length && Date.now() + PAUSE_MS < deadline) {
  console.log(`Not there yet: ${faults.length} of ${files.length} files differ. Asking again.`);
  await wait(PAUSE_MS);
  faults = await faultsOfSite();
}
if (faults.length) {
  console.error(`${address} is not what was built:\n  ${faults.join("\n  ")}`);
  process.exit(1);
}
console.log(`${address}: all ${files.length} files are those that were built.`);
