// `cargo xtask check-live` compares a live site with what was built.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test, KEPT } from "./host.ts";
import { faults } from "./server.ts";

const script = fileURLToPath(new URL("../../../tools/check-live.js", import.meta.url));

/** How the comparison ends for the first release, and what it says. */
function compare(address: string, patience = 0) {
  const child = spawn("node", [script, join(process.env.RELEASES!, "1"), address, String(patience)]);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (said += data));
  return new Promise<{ code: number | null; said: string }>((resolve) => {
    child.on("close", (code) => resolve({ code, said }));
  });
}

test("a site that is as it was built is accepted", async ({ baseURL }) => {
  const { code, said } = await compare(baseURL!);
  expect(said).toMatch(/all \d\d files are those that were built/);
  expect(code).toBe(0);
});

test("every file that is missing, altered or older is named", async ({ host, baseURL }) => {
  host.rule(KEPT.wasm, faults.status(404));
  host.rule(KEPT.icon, faults.altered());
  const { code, said } = await compare(baseURL!);
  expect(code).toBe(1);
  expect(said).toMatch(/mission-and-values-\w+\.wasm: status 404/);
  expect(said).toContain("icon.svg: other bytes than those that were built");

  host.heal();
  host.rule(KEPT.page, faults.portal());
  expect((await compare(baseURL!)).said).toContain("./: other bytes");

  host.heal();
  host.deploy("2");
  expect((await compare(baseURL!)).said).toContain("index.html: other bytes");
});

test("a deploy that takes its time is waited for", async ({ host, baseURL }) => {
  host.deploy("2");
  const compared = compare(baseURL!, 60);
  await host.requested(/./);
  host.deploy("1");
  expect((await compared).code).toBe(0);
});
