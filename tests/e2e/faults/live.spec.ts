// `cargo xtask check-live` compares a live site with what was built.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test, KEPT } from "./host.ts";
import { faults, type Fault } from "./server.ts";

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

const redirect = (to: string): Fault => () => ({ status: 308, headers: { Location: to }, body: Buffer.alloc(0) });

test("a host that strips .html from addresses is followed, and named", async ({ host, baseURL }) => {
  host.rule(/index\.html$/, redirect("/repo/"));
  const followed = await compare(baseURL!);
  expect(followed.said).toContain("index.html leads to /repo/, which is as it was built.");
  expect(followed.code).toBe(0);

  host.rule(KEPT.icon, redirect("/repo/icon"));
  const refused = await compare(baseURL!, 60);
  expect(refused.said).toContain("icon.svg: leads to /repo/icon, and the offline copy takes no redirects");
  expect(refused.code).toBe(1);
});

test("what no waiting can mend is said at once, with its cause", async ({ host, baseURL }) => {
  const elsewhere = host.origin.replace("127.0.0.1", "localhost");
  host.rule(KEPT.icon, redirect(`${elsewhere}/repo/manifest.webmanifest`));
  const moved = await compare(baseURL!, 60);
  expect(moved.said).toContain(`icon.svg: leads to ${elsewhere}. Give check-live that address.`);
  expect(moved.said).not.toContain("Asking again");

  await host.stop();
  const { code, said } = await compare(baseURL!, 60);
  expect(code).toBe(1);
  expect(said).toContain("ECONNREFUSED");
  expect(said).not.toContain("Asking again");
});

test("a deploy that takes its time is waited for", async ({ host, baseURL }) => {
  host.deploy("2");
  const compared = compare(baseURL!, 60);
  await host.requested(/./);
  host.deploy("1");
  expect((await compared).code).toBe(0);
});
