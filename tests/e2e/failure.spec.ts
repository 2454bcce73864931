// The app does not start: the page stays as it was, and says so in one line.
import { expect, test, type Page, type Route } from "@playwright/test";
import { PIECES, app, expectAboveThePage, expectReadable, expectReady, expectWorking, follow, holdBack, openMenu, openTools, quietLine, status, tools, uncaughtErrors } from "./page.ts";
import { titles } from "./source.ts";

/** How each piece fails to arrive. Bytes that are not what was built fail like the second one. */
const FAULTS: Record<keyof typeof PIECES, (route: Route) => Promise<void>> = {
  module: (route) => route.abort("connectionrefused"),
  wasm: (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Sign in</title>" }),
  content: (route) => route.fulfill({ status: 404, body: "Not found" }),
};

async function expectTextAndLinks(page: Page) {
  await expectReadable(page);
  await openMenu(page, "Contents");
  await page.getByRole("navigation", { name: "Page" }).getByRole("link", { name: titles[5] }).click();
  await expect(page.getByRole("heading", { name: titles[5] })).toBeInViewport();
  // Without the app it stays open, over the page.
  await page.getByRole("navigation", { name: "Page" }).getByText("Contents", { exact: true }).click();
}

async function expectQuietLine(page: Page) {
  await expect(app(page)).toHaveAttribute("data-app", "failed");
  await expect(quietLine(page)).toBeVisible();
  await expect(quietLine(page)).toContainText("The text is complete");
  await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(1);
}

for (const [piece, address] of Object.entries(PIECES)) {
  test(`without the ${piece} the page is readable, and "Try again" helps when the fault is over`, async ({ page }) => {
    const errors = uncaughtErrors(page);
    await page.route(address, FAULTS[piece as keyof typeof PIECES]);
    await page.goto("./");
    await expectQuietLine(page);
    await expectTextAndLinks(page);

    await page.unroute(address);
    await page.getByRole("button", { name: "Try again" }).click();
    await expectReady(page);
    await expect(quietLine(page)).toBeHidden();
    await expectWorking(page);
    expect(errors).toEqual([]);
  });
}

/** Keeps a piece waiting, and refuses it when the test says so. */
async function holdBackThenRefuse(page: Page, address: RegExp) {
  let refuse = () => {};
  const refused = new Promise<void>((resolve) => (refuse = resolve));
  await page.route(address, async (route) => {
    await refused;
    await route.abort();
  });
  return { refuse };
}

test("that the app did not start is seen, and said to those who listen", async ({ page }) => {
  const content = await holdBackThenRefuse(page, PIECES.content);
  await page.goto("./");
  await expect(app(page)).toHaveAttribute("data-app", "loading");
  await expect(status(page)).toBeEmpty();
  await expect(quietLine(page)).toBeHidden();
  content.refuse();
  await expect(status(page)).toHaveText(/^The text is complete, but/);
  await expect(quietLine(page)).toBeVisible();
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await expectAboveThePage(page, quietLine(page));
  }
});

test("offline, \"Try again\" leaves the page where it is", async ({ page }) => {
  const errors = uncaughtErrors(page);
  await page.route(PIECES.module, (route) => route.abort());
  await page.goto("./");
  await expectQuietLine(page);
  await page.route("**/*", (route) => route.abort("internetdisconnected"));
  await page.getByRole("button", { name: "Try again" }).click();
  await expectQuietLine(page);
  await expectTextAndLinks(page);
  expect(errors).toEqual([]);
});

test("a page that is older than its files, and still is when it was loaded anew, is left alone and can be tried again", async ({ page }) => {
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
    const old = html.replace(/data-content-integrity="[^"]*"/, 'data-content-integrity="sha256-AAAA"');
    await route.fulfill({ response, body: old });
  });
  return loads;
}

test("a line that is there already keeps the focus that is in it", async ({ page }) => {
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1_000);
  const content = await holdBackThenRefuse(page, PIECES.content);
  const failed = page.waitForEvent("console", (message) => message.text().includes("did not start"));
  await page.goto("./");
  await page.clock.runFor(10_000);
  await expectQuietLine(page);
  await page.getByRole("button", { name: "Try again" }).focus();
  content.refuse();
  await failed;
  await expectQuietLine(page);
  await expect(page.getByRole("button", { name: "Try again" })).toBeFocused();
});

test("no failure and no second try asks for anything outside of the site's path @smoke", async ({ page, baseURL }) => {
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

test("when the app is late, the line appears after 10 seconds and goes when the app is there", async ({ page }) => {
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1_000);
  const { release } = await holdBack(page, PIECES.wasm);
  await page.goto("./");
  await page.clock.runFor(9_900);
  await expect(app(page)).toHaveAttribute("data-app", "loading");
  await expect(quietLine(page)).toBeHidden();
  await page.clock.runFor(200);
  await expectQuietLine(page);
  await expectTextAndLinks(page);

  release();
  await expectReady(page);
  await expect(quietLine(page)).toBeHidden();
});

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
  await expectTextAndLinks(page);
  expect(errors).toEqual([]);
});

/** Copies a link, and sees that it was copied, or that it can be done by hand. */
async function expectCopied(page: Page) {
  const open = tools(page, titles[2]);
  await open.getByRole("button", { name: "Copy link" }).click();
  await expect(open.getByText("Link copied").or(open.getByRole("textbox"))).toBeVisible();
}

for (const module of ["read-aloud", "card"]) {
  test(`a tool whose module ${module} does not come is said and seen to be missing, and "Reload" helps`, async ({ page }) => {
    const errors = uncaughtErrors(page);
    const address = new RegExp(`/${module}-[0-9a-f]+\\.js$`);
    const missing = tools(page, titles[2]).getByText("This tool did not arrive");
    await page.route(address, (route) => route.abort());
    await page.goto("./");
    await expectReady(page);
    await openTools(page, titles[2]);
    await expect(missing).toBeVisible();
    await expect(status(page)).toContainText("This tool did not arrive");
    await expectCopied(page);

    await page.unroute(address);
    const asked = page.waitForResponse(address);
    await tools(page, titles[2]).getByRole("button", { name: "Reload" }).click();
    await expectReady(page);
    await openTools(page, titles[2]);
    await asked;
    await page.waitForLoadState("networkidle");
    await expect(missing).toBeHidden();
    expect(errors).toEqual([]);
  });
}

/** What a browser may lack or refuse, by how it does so; what else it may, the tests of that show. */
const OPTIONAL: Record<string, () => void> = {
  "document.fonts": () => Object.defineProperty(document, "fonts", { value: undefined }),
  "changes of the history": () => {
    history.pushState = history.replaceState = () => {
      throw new DOMException("Too many calls.", "SecurityError");
    };
  },
  "Intl": () => Reflect.deleteProperty(window, "Intl"),
  "ResizeObserver": () => Reflect.deleteProperty(window, "ResizeObserver"),
  "matchMedia": () => Reflect.deleteProperty(window, "matchMedia"),
  "a canvas": () => {
    HTMLCanvasElement.prototype.getContext = () => null;
  },
  "dialogs": () => {
    for (const name of ["show", "showModal", "close"]) Reflect.deleteProperty(HTMLDialogElement.prototype, name);
  },
};

for (const [feature, take] of Object.entries(OPTIONAL)) {
  test(`without ${feature} the app starts all the same`, async ({ page }) => {
    const errors = uncaughtErrors(page);
    await page.addInitScript(take);
    await page.goto("./");
    await expectReady(page);
    await follow(page, "seedling");
    await openTools(page, titles[2]);
    await expectCopied(page);
    await expect(quietLine(page)).toBeHidden();
    expect(errors).toEqual([]);
  });
}
