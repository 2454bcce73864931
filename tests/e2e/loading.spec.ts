// What the page asks the network for, and in what order.
import { expect, test } from "@playwright/test";
import { PIECES, app, expectReady, holdBack } from "./page.ts";

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

test("each piece is asked for once, from below the site's own path", async ({ page, baseURL }) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto("./");
  await expectReady(page);
  await page.waitForLoadState("networkidle");

  for (const address of Object.values(PIECES)) {
    expect(requests.filter((url) => address.test(url))).toHaveLength(1);
  }
  expect(requests.filter((url) => !url.startsWith(baseURL!))).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
});
