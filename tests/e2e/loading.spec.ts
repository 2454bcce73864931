// What the page asks the network for, and in what order.
import { expect, test } from "@playwright/test";
import { gzipSync } from "node:zlib";
import { PIECES, app, expectReady, holdBack } from "./page.ts";

const MOST_REQUESTS = 10;
// By the site's name: "/repo/" is built with the standard library as Rust ships it.
const MOST_BYTES: Record<string, number> = { "/": 69_000, "/repo/": 130_000 };

for (const [held, address] of Object.entries(PIECES)) {
  test(`while the ${held} is held back, the other pieces are asked for`, async ({ page }) => {
    const { release } = await holdBack(page, address);
    const others = Object.values(PIECES).filter((other) => other !== address);
    const requests = others.map((other) => page.waitForRequest(other));
    await page.goto("./");
    await Promise.all(requests);
    await expect(app(page)).toHaveAttribute("data-app", "loading");
    release();
    await expectReady(page);
  });
}

test("each piece is asked for once, from below the site's own path, in few requests", async ({ page, baseURL }) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto("./");
  await expectReady(page);
  await page.waitForLoadState("networkidle");

  for (const address of Object.values(PIECES)) {
    expect(requests.filter((url) => address.test(url))).toHaveLength(1);
  }
  expect(requests.filter((url) => !url.startsWith(baseURL!))).toEqual([]);
  expect(requests.length).toBeLessThanOrEqual(MOST_REQUESTS);
  expect(await page.context().cookies()).toEqual([]);
});

test("module and WASM weigh no more than they may, in gzip -9", async ({ page, request }, { project }) => {
  const [module, wasm] = await Promise.all([
    page.waitForRequest(PIECES.module),
    page.waitForRequest(PIECES.wasm),
    page.goto("./"),
  ]);
  const sizes = [];
  for (const piece of [module, wasm]) {
    const bytes = await (await request.get(piece.url())).body();
    sizes.push(gzipSync(bytes, { level: 9 }).length);
  }
  console.log(`gzip -9: module ${sizes[0]} bytes, WASM ${sizes[1]} bytes`);
  expect(sizes[0] + sizes[1]).toBeLessThanOrEqual(MOST_BYTES[project.name]);
});
