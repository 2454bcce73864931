// What the page asks the network for, and what it shows while that is on its way.
import { expect, test, type Page } from "@playwright/test";
import { PIECES, app, expectReadable, expectReady, holdBack, openMenu, openTools, pageWithoutScript } from "./page.ts";
import { titles } from "./source.ts";

/** What is loaded on demand. */
const READ_ALOUD = /\/read-aloud-[0-9a-f]+\.js$/;
const CARD = /\/card-[0-9a-f]+\.js$/;

function requestsOf(page: Page): string[] {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  return requests;
}

test("module, WASM and content are asked for at once: none of them waits for another", async ({ page }) => {
  const addresses = Object.values(PIECES);
  const pieces = await Promise.all(addresses.map((address) => holdBack(page, address)));
  const requests = addresses.map((address) => page.waitForRequest(address));
  await page.goto("./");
  await Promise.all(requests);
  await expect(app(page)).toHaveAttribute("data-app", "loading");
  for (const piece of pieces) piece.release();
  await expectReady(page);
});

test("each piece is asked for once, from below the site's own path @smoke", async ({ page, baseURL }) => {
  const requests = requestsOf(page);
  await page.goto("./");
  await expectReady(page);
  await page.waitForLoadState("networkidle");

  for (const address of Object.values(PIECES)) {
    expect(requests.filter((url) => address.test(url))).toHaveLength(1);
  }
  expect(requests.filter((url) => !url.startsWith(baseURL!))).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
});

test("what few visitors use is asked for when they come near it, and once", async ({ page }) => {
  const requests = requestsOf(page);
  const asked = (module: RegExp) => requests.filter((url) => module.test(url)).length;
  await page.goto("./");
  await expectReady(page);
  await page.waitForLoadState("networkidle");
  expect([asked(READ_ALOUD), asked(CARD)]).toEqual([0, 0]);

  await openMenu(page, "Comfort");
  await expect.poll(() => asked(READ_ALOUD)).toBe(1);
  expect(asked(CARD)).toBe(0);
  await openTools(page, titles[2]);
  await expect.poll(() => asked(CARD)).toBe(1);
  await openTools(page, titles[3]);
  await page.waitForLoadState("networkidle");
  expect([asked(READ_ALOUD), asked(CARD)]).toEqual([1, 1]);
});

test.describe("controls that need the app", () => {
  /** With Contents open, which on a phone holds Present. */
  async function expectNoControls(page: Page) {
    await openMenu(page, "Contents");
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await expect(page.getByRole("banner").getByRole("button")).toHaveCount(0);
      await expect(page.getByText("Comfort", { exact: true })).toBeHidden();
      await expect(page.getByRole("searchbox")).toHaveCount(0);
    }
  }

  test("are not there without script", async ({ browser, baseURL }) => {
    const page = await pageWithoutScript(browser, baseURL);
    await page.goto("./");
    await expect(app(page)).toHaveAttribute("data-app", "static");
    await expectNoControls(page);
    await expect(page.getByRole("button")).toHaveCount(0);
    await page.context().close();
  });

  test("are not there when it could not start", async ({ page }) => {
    await page.route(PIECES.wasm, (route) => route.abort());
    await page.goto("./");
    await expect(app(page)).toHaveAttribute("data-app", "failed");
    await expectNoControls(page);
    await expect(page.getByRole("button")).toHaveText(["Try again"]);
  });

  for (const width of [390, 1280]) {
    test(`at ${width} px have their room while it is on its way, cannot be used yet, and move nothing when they can`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      const wasm = await holdBack(page, PIECES.wasm);
      // The page's own fonts are another matter.
      await page.route(/\.woff2$/, (route) => route.abort());
      await page.goto("./");
      await expect(app(page)).toHaveAttribute("data-app", "loading");
      await expectReadable(page);
      const comfort = page.getByText("Comfort", { exact: true });
      const search = page.getByLabel("Find another word");
      const present = page.getByRole("banner").getByRole("button", { name: "Present", includeHidden: true }).last();
      const controls = width < 672 ? [comfort, search] : [comfort, search, present];
      const boxes = () => Promise.all(controls.map((control) => control.boundingBox()));
      const height = () => page.evaluate(() => document.documentElement.scrollHeight);
      const [boxesBefore, heightBefore] = [await boxes(), await height()];
      for (const control of controls) await expect(control).toBeHidden();
      for (const box of boxesBefore) expect(box!.width * box!.height).toBeGreaterThan(0);

      wasm.release();
      await expectReady(page);
      for (const control of controls) await expect(control).toBeVisible();
      expect(await boxes()).toEqual(boxesBefore);
      expect(await height()).toBe(heightBefore);
    });
  }
});
