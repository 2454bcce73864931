// How the page looks, on a screen and on paper.
import { expect, test, type Page } from "@playwright/test";
import { PIECES, app, expectFonts, expectReady, fontsOf, holdBack } from "./page.ts";
import { PICTURES, units } from "./source.ts";

test("C4: the three drawings bear the names that the source gives the pictures, in its order", async ({ page }) => {
  await page.goto("./");
  await expectReady(page);
  const drawings = page.getByRole("main").getByRole("img");
  await expect(drawings).toHaveCount(PICTURES.length);
  for (const [number, name] of PICTURES.entries()) {
    await expect(drawings.nth(number)).toHaveAccessibleName(name);
    expect(await paintedWidth(page, name)).toBeGreaterThan(80);
  }
});

/** How wide the shapes of a drawing are, which is nothing when its symbol is not there. */
const paintedWidth = (page: Page, name: string) =>
  page.getByRole("img", { name }).locator("use").evaluate((use) => use.getBoundingClientRect().width);

test("C4: the drawings are there without script, and in forced colours", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL, forcedColors: "active" });
  const page = await context.newPage();
  await page.goto("./");
  for (const name of PICTURES) await expect(page.getByRole("img", { name })).toBeVisible();
  await context.close();
});

const FONTS = /\.woff2$/;

test("P1: fonts and all, a first visit takes at most 250 KB in 12 requests, all from the site itself", async ({ page, baseURL }) => {
  const answers: { url: string; bytes: Promise<number> }[] = [];
  page.on("requestfinished", (request) => {
    answers.push({ url: request.url(), bytes: request.sizes().then((it) => it.responseBodySize + it.responseHeadersSize) });
  });
  await page.goto("./");
  await expectReady(page);
  await expectFonts(page);
  await page.waitForLoadState("networkidle");
  const bytes = (await Promise.all(answers.map((it) => it.bytes))).reduce((sum, it) => sum + it, 0);
  console.log(`a first visit: ${answers.length} requests, ${bytes} bytes`);
  expect(answers.filter(({ url }) => FONTS.test(url))).toHaveLength(2);
  expect(answers.filter(({ url }) => !url.startsWith(baseURL!))).toEqual([]);
  expect(answers.length).toBeLessThanOrEqual(12);
  expect(bytes).toBeLessThanOrEqual(250_000);
});

test("fonts are asked for once the app has started, and shown once they are there", async ({ page }) => {
  const states: string[] = [];
  await page.route(FONTS, async (route) => {
    states.push((await app(page).getAttribute("data-app"))!);
    await route.continue();
  });
  await page.goto("./");
  await expectFonts(page);
  expect(states).toEqual(["ready", "ready"]);
});

test("fonts come when the app does not start", async ({ page }) => {
  await page.route(PIECES.wasm, (route) => route.abort());
  await page.goto("./");
  await expectFonts(page);
  await expect(app(page)).toHaveAttribute("data-app", "failed");
});

test("fonts come without script", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  const fonts: string[] = [];
  page.on("requestfinished", (request) => FONTS.test(request.url()) && fonts.push(request.url()));
  await page.goto("./");
  await expect.poll(() => fonts.length).toBe(2);
  await context.close();
});

test("fonts do not hold up the app, nor do fonts and WASM the text", async ({ page }) => {
  await holdBack(page, FONTS);
  await page.goto("./", { waitUntil: "commit" });
  await expectReady(page);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

  // Neither comes, for as long as anyone looks.
  await holdBack(page, PIECES.wasm);
  await page.goto("./", { waitUntil: "commit" });
  await expect.poll(() => page.evaluate(() => performance.getEntriesByName("first-contentful-paint").length)).toBe(1);
  await expect(app(page)).toHaveAttribute("data-app", "loading");
  for (const unit of units) await expect(page.getByRole("main")).toContainText(unit);
  expect(await fontsOf(page)).toEqual([]);
});

for (const width of [320, 360, 390, 412, 430, 768, 1024, 1280, 1920]) {
  test(`P2: at ${width} px nothing moves when the fonts come, late, nor when the app starts`, async ({ page }) => {
    await page.addInitScript(() => {
      const shifts: { value: number; of: string[] }[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as any[]) {
          shifts.push({ value: entry.value, of: entry.sources.map((it: any) => it.node?.className ?? it.node?.nodeName) });
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.setViewportSize({ width, height: 800 });
    const { release } = await holdBack(page, FONTS);
    await page.goto("./", { waitUntil: "commit" });
    await expectReady(page);
    release();
    await expectFonts(page);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const shifts = await page.evaluate(() => (globalThis as any).shifts as { value: number; of: string[] }[]);
    const sum = shifts.reduce((all, { value }) => all + value, 0);
    expect(sum, JSON.stringify(shifts)).toBeLessThan(0.02);
  });
}

/** How many characters each line of each element has. */
function linesOf(elements: Element[]): number[] {
  return elements.flatMap((element) => {
    const lines = new Map<number, number>();
    const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) {
      for (let at = 0; at < nodes.currentNode.textContent!.length; at += 1) {
        const range = new Range();
        range.setStart(nodes.currentNode, at);
        range.setEnd(nodes.currentNode, at + 1);
        const { bottom, width } = range.getBoundingClientRect();
        if (width > 0) lines.set(bottom, (lines.get(bottom) ?? 0) + 1);
      }
    }
    return [...lines.values()];
  });
}

const TEXTS = "#main [data-text]:not(h3), #main figcaption";

for (const width of [1280, 1920]) {
  test(`V9: at ${width} px no line of the text has more than 75 characters`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("./");
    await expectReady(page);
    await expectFonts(page);
    const longest = Math.max(...(await page.locator(TEXTS).evaluateAll(linesOf)));
    expect(longest).toBeGreaterThan(50);
    expect(longest).toBeLessThanOrEqual(75);
  });
}

/** What WCAG 1.4.12 asks a page to bear. */
const TEXT_SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;
const TWICE_AS_LARGE = "html { font-size: 200% !important; }";

for (const [what, css] of Object.entries({ "WCAG's text spacing": TEXT_SPACING, "text of twice the size": TWICE_AS_LARGE })) {
  for (const width of [320, 768, 1280]) {
    test(`V3: with ${what} at ${width} px nothing is lost or overlaps`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto("./");
      await expectReady(page);
      await page.evaluate((rules) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(rules);
        document.adoptedStyleSheets.push(sheet);
      }, css);
      await page.evaluate(() => document.querySelectorAll("details").forEach((it) => (it.open = true)));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await page.evaluate(clipped)).toEqual([]);
      expect(await page.evaluate(overlapping)).toEqual([]);
    });
  }
}

/** Texts that do not fit the box they are cut to. The rows of the index show the beginning of a belief. */
function clipped() {
  return [...document.querySelectorAll("body *")]
    .filter((it) => getComputedStyle(it).overflow !== "visible" && it.id !== "status" && !it.closest(".index"))
    .filter((it) => it.scrollHeight > it.clientHeight + 1 || it.scrollWidth > it.clientWidth + 1)
    .map((it) => it.outerHTML.slice(0, 80));
}

/** Pairs of texts and controls of which one lies over the other. */
function overlapping() {
  const pieces = [...document.querySelectorAll("a, button, summary, legend, label, h1, h2, h3, p, .words__count, figcaption")]
    .filter((it) => it.checkVisibility({ visibilityProperty: true }) && !it.closest(".index, #status, .skip-link, .notices"));
  const boxes = pieces.flatMap((piece) => [...piece.getClientRects()].map((box) => ({ piece, box })));
  const overlaps = [];
  for (const [at, one] of boxes.entries()) {
    for (const other of boxes.slice(at + 1)) {
      if (one.piece.contains(other.piece) || other.piece.contains(one.piece)) continue;
      const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (width > 2 && height > 4) overlaps.push(`${one.piece.textContent} / ${other.piece.textContent}`.slice(0, 120));
    }
  }
  return overlaps;
}

for (const { width, height } of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) {
  test(`the opening screen of ${width} by ${height} says whose page it is, what for, and what there is to explore`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto("./");
    await expectReady(page);
    const pieces = [
      page.getByRole("link", { name: "Virginia Association for Infant Mental Health" }),
      page.getByRole("heading", { level: 1 }),
      page.locator("[data-text=mission]"),
      page.getByRole("img", { name: PICTURES[0] }),
      page.getByRole("navigation", { name: "Contents" }).getByRole("link", { name: "6 values" }),
      page.getByRole("navigation", { name: "Contents" }).getByRole("link", { name: "14 words" }),
    ];
    for (const piece of pieces) {
      const box = (await piece.boundingBox())!;
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
    }
  });
}

test("V4: what the page computes its colours to is what the tokens say, in both themes", async ({ page }) => {
  const colours = () =>
    page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.documentElement);
      return { backgroundColor, color };
    });
  await page.goto("./");
  expect(await colours()).toEqual({ backgroundColor: "rgb(251, 246, 238)", color: "rgb(42, 35, 32)" });
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await colours()).toEqual({ backgroundColor: "rgb(27, 23, 20)", color: "rgb(244, 235, 223)" });
  await page.emulateMedia({ colorScheme: "dark", contrast: "more" });
  expect((await colours()).backgroundColor).toBe("rgb(0, 0, 0)");
});
