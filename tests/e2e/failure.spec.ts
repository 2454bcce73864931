// The app does not start: the page stays as it was, and says so in one line.
import { expect, test, type Page, type Route } from "@playwright/test";
import { PIECES, app, expectReady, holdBack, index, quietLine, textsOfMain, uncaughtErrors } from "./page.ts";
import { titles, units } from "./source.ts";

type Fault = (route: Route) => Promise<void>;

/** Gives the real answer with another body. */
const rewritten =
  (rewrite: (body: Buffer) => Buffer | string): Fault =>
  async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: rewrite(await response.body()) });
  };

const FAULTS: Record<string, Fault> = {
  missing: (route) => route.fulfill({ status: 404, body: "Not found" }),
  refused: (route) => route.abort("connectionrefused"),
  truncated: rewritten((body) => body.subarray(0, body.length / 2)),
  empty: rewritten(() => ""),
  "an HTML page": rewritten(() => "<!doctype html><title>Sign in</title>"),
  "altered by one byte": rewritten((body) => {
    const altered = Buffer.from(body);
    altered[altered.length - 3] ^= 1;
    return altered;
  }),
};

async function expectReadable(page: Page) {
  const texts = await textsOfMain(page);
  expect(texts).toEqual(expect.arrayContaining(units));
  await index(page).getByRole("link", { name: titles[5] }).click();
  await expect(page.getByRole("heading", { name: titles[5] })).toBeFocused();
}

async function expectQuietLine(page: Page) {
  await expect(app(page)).toHaveAttribute("data-app", "failed");
  await expect(quietLine(page)).toBeVisible();
  await expect(quietLine(page)).toContainText("The text is complete");
  await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(1);
}

for (const [piece, address] of Object.entries(PIECES)) {
  for (const [fault, answer] of Object.entries(FAULTS)) {
    test(`${piece} ${fault}: the page is readable, and "Try again" helps when the fault is over`, async ({ page }) => {
      const errors = uncaughtErrors(page);
      await page.route(address, answer);
      await page.goto("./");
      await expectQuietLine(page);
      await expectReadable(page);

      await page.unroute(address);
      await page.getByRole("button", { name: "Try again" }).click();
      await expectReady(page);
      await expect(quietLine(page)).toBeHidden();
      expect(errors).toEqual([]);
    });
  }
}

test("offline, \"Try again\" leaves the page where it is", async ({ page }) => {
  const errors = uncaughtErrors(page);
  await page.route(PIECES.module, (route) => route.abort());
  await page.goto("./");
  await expectQuietLine(page);
  await page.route("**/*", (route) => route.abort("internetdisconnected"));
  await page.getByRole("button", { name: "Try again" }).click();
  await expectQuietLine(page);
  await expectReadable(page);
  expect(errors).toEqual([]);
});

test("a page that is older than its files is loaded anew, once and by itself", async ({ page }) => {
  const loads = await serveOldPage(page, { times: 1 });
  await page.goto("./");
  await expectReady(page);
  // The old one, a look at what there is now, the new one.
  expect(loads).toEqual({ old: 1, all: 3 });
});

test("a page that is still old after that is left alone, and can be tried again", async ({ page }) => {
  const loads = await serveOldPage(page, { times: 3 });
  await page.goto("./");
  await expectQuietLine(page);
  await expectReadable(page);
  expect(loads).toEqual({ old: 2, all: 3 });
  await page.unroute("./");
  // The first try repeats what can be repeated here, the second loads the page.
  await page.getByRole("button", { name: "Try again" }).click();
  await expectQuietLine(page);
  await page.getByRole("button", { name: "Try again" }).click();
  await expectReady(page);
});

test("a portal that answers for the site does not take the place of the page", async ({ page }) => {
  await page.route(PIECES.content, (route) => route.abort());
  const portal = async (route: Route) => {
    if (route.request().isNavigationRequest()) return route.continue();
    await route.fulfill({ contentType: "text/html", body: "<title>Sign in</title>" });
  };
  await page.route("./", portal);
  await page.goto("./");
  await expectQuietLine(page);
  await expectReadable(page);
});

/** The page as it was when its content was another, for the first so many times. */
async function serveOldPage(page: Page, { times }: { times: number }) {
  const loads = { old: 0, all: 0 };
  await page.route("./", async (route) => {
    loads.all += 1;
    const isNavigation = route.request().isNavigationRequest();
    if (!isNavigation || loads.old === times) return route.continue();
    loads.old += 1;
    const response = await route.fetch();
    const html = await response.text();
    const old = html.replace(/data-content-integrity="[^"]*"/, 'data-content-integrity="sha384-AAAA"');
    await route.fulfill({ response, body: old });
  });
  return loads;
}

test("a line that is there already keeps the focus that is in it", async ({ page }) => {
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1_000);
  let fail = () => {};
  const failing = new Promise<void>((resolve) => (fail = resolve));
  await page.route(PIECES.content, async (route) => {
    await failing;
    await route.abort();
  });
  const failed = page.waitForEvent("console", (message) => message.text().includes("did not start"));
  await page.goto("./");
  await page.clock.runFor(10_000);
  await expectQuietLine(page);
  await page.getByRole("button", { name: "Try again" }).focus();
  fail();
  await failed;
  await expectQuietLine(page);
  await expect(page.getByRole("button", { name: "Try again" })).toBeFocused();
});

test("no failure and no second try asks for anything outside of the site's path", async ({ page, baseURL }) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.route(PIECES.wasm, (route) => route.abort());
  await page.goto("./");
  await expectQuietLine(page);
  await page.unroute(PIECES.wasm);
  await page.getByRole("button", { name: "Try again" }).click();
  await expectReady(page);
  expect(requests.length).toBeGreaterThan(4);
  expect(requests.filter((url) => !url.startsWith(baseURL!))).toEqual([]);
});

test("without a fault there is no quiet line", async ({ page }) => {
  await page.goto("./");
  await expectReady(page);
  await expect(quietLine(page)).toBeHidden();
});

for (const [piece, address] of Object.entries(PIECES)) {
  test(`${piece} late: the line appears after 10 seconds and goes when the app is there`, async ({ page }) => {
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(1_000);
    const { release } = await holdBack(page, address);
    await page.goto("./");
    await page.clock.runFor(9_900);
    await expect(app(page)).toHaveAttribute("data-app", "loading");
    await expect(quietLine(page)).toBeHidden();
    await page.clock.runFor(200);
    await expectQuietLine(page);
    await expectReadable(page);

    release();
    await expectReady(page);
    await expect(quietLine(page)).toBeHidden();
  });
}

test("content that failed is asked for again without loading the page again", async ({ page }) => {
  await page.route(PIECES.content, (route) => route.abort());
  await page.goto("./");
  await expectQuietLine(page);
  await page.evaluate(() => ((window as { mark?: string }).mark = "same page"));
  await page.unroute(PIECES.content);

  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.getByRole("button", { name: "Try again" }).click();
  await expectReady(page);
  expect(await page.evaluate(() => (window as { mark?: string }).mark)).toBe("same page");
  expect(requests.filter((url) => PIECES.content.test(url))).toHaveLength(1);
});

test("trying again in vain says so again, and keeps focus on the page", async ({ page }) => {
  await page.route(PIECES.content, (route) => route.abort());
  await page.goto("./");
  await expectQuietLine(page);
  await page.getByRole("button", { name: "Try again" }).focus();
  const asked = page.waitForRequest(PIECES.content);
  await page.keyboard.press("Enter");
  await asked;
  await expect(page.getByRole("main")).toBeFocused();
  await expectQuietLine(page);
});

test("a page made by another version of the app is left as it is", async ({ page }) => {
  const errors = uncaughtErrors(page);
  await page.route("./", async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    await route.fulfill({ response, body: html.replace(/data-sources="\w+"/, 'data-sources="0"') });
  });
  await page.goto("./");
  await expectQuietLine(page);
  await expectReadable(page);
  expect(errors).toEqual([]);
});
