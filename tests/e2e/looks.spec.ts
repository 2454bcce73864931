// How the page looks, and that it keeps still.
import { expect, test, type Page } from "@playwright/test";
import { outsideOfWindow, overlapping } from "./layout.ts";
import { FONTS, PIECES, app, dock, expectFonts, expectReady, find, follow, fontsOf, holdBack, openMenu, openTools, openWith, pageWithoutScript, searchField } from "./page.ts";
import { PICTURES, units } from "./source.ts";

async function open(page: Page, width: number, height: number) {
  await page.setViewportSize({ width, height });
  await page.goto("./");
  await expectReady(page);
  await expectFonts(page);
}

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

test("the three drawings bear the names that the source gives the pictures, in its order", async ({ page }) => {
  await open(page, 1280, 800);
  const drawings = page.getByRole("main").getByRole("img");
  await expect(drawings).toHaveCount(PICTURES.length);
  for (const [number, name] of PICTURES.entries()) {
    await expect(drawings.nth(number)).toHaveAccessibleName(name);
    // How wide its shapes are, which is nothing when they are not there.
    const width = await drawings.nth(number).locator("use").evaluate((use) => use.getBoundingClientRect().width);
    expect(width).toBeGreaterThan(200);
  }
});

const FONT_FILES = /\.woff2$/;

/** The page comes piece by piece, and later than the fonts could be there for its first paint. */
async function slowDown(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  const slow = { latency: 500, downloadThroughput: 180_000, uploadThroughput: 80_000 };
  await devtools.send("Network.emulateNetworkConditions", { offline: false, ...slow });
}

/** Counts the fonts that have arrived. */
function fontsThatArrive(page: Page) {
  const fonts = new Set<string>();
  page.on("requestfinished", (request) => FONT_FILES.test(request.url()) && fonts.add(request.url()));
  return () => fonts.size;
}

test("on a slow network fonts are asked for once the app has started, and kept for the next visit", async ({ page }) => {
  const states: string[] = [];
  const arrived = fontsThatArrive(page);
  await page.route(FONT_FILES, async (route) => {
    states.push((await app(page).getAttribute("data-app"))!);
    await route.continue();
  });
  await slowDown(page);
  await page.goto("./");
  await expect.poll(arrived).toBe(2);
  expect(states).toEqual(["ready", "ready"]);
  await painted(page);
  expect(await fontsOf(page)).toEqual([]);
});

test("on a quick network fonts are asked for beside the app, and shown from the first paint on", async ({ page }) => {
  const wasm = await holdBack(page, PIECES.wasm);
  await expect(async () => {
    await page.goto("./");
    await expect(app(page)).toHaveAttribute("data-app", "loading");
    expect(await fontsOf(page)).toEqual(FONTS);
  }).toPass();
  wasm.release();
  await expectReady(page);
});

test("fonts come on a slow network when the app does not start", async ({ page }) => {
  const arrived = fontsThatArrive(page);
  await page.route(PIECES.wasm, (route) => route.abort());
  await slowDown(page);
  await page.goto("./");
  await expect(app(page)).toHaveAttribute("data-app", "failed");
  await expect.poll(arrived).toBe(2);
});

test("without script the page is set in its fonts, at the next visit if not at once", async ({ browser, baseURL }) => {
  const page = await pageWithoutScript(browser, baseURL);
  await expect(async () => {
    await page.goto("./");
    expect(await fontsOf(page)).toEqual(FONTS);
  }).toPass();
  await page.context().close();
});

test("fonts do not hold up the app, nor do fonts and WASM the text", async ({ page }) => {
  await holdBack(page, FONT_FILES);
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

declare global {
  interface Window {
    shifts: { value: number; of: string[] }[];
  }
}

/** Notes, from the next page on, whatever moves. */
const noteShifts = (page: Page) =>
  page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as any[]) {
        const of = entry.sources.map(({ node }: any) => node?.nodeValue ?? node?.outerHTML.slice(0, 80));
        window.shifts.push({ value: entry.value, of });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });

const shiftSoFar = (page: Page) => page.evaluate(() => window.shifts.reduce((sum, { value }) => sum + value, 0));

const MOST_SHIFT = 0.005;

const expectStill = async (page: Page) =>
  expect(await shiftSoFar(page), JSON.stringify(await page.evaluate(() => window.shifts))).toBeLessThan(MOST_SHIFT);

for (const width of [320, 390, 768, 1280]) {
  test(`at ${width} px nothing moves when the app starts, late, and when the fonts arrive, later`, { tag: "@shipped" }, async ({ page }) => {
    await noteShifts(page);
    await page.setViewportSize({ width, height: 800 });
    const arrived = fontsThatArrive(page);
    const [fonts, wasm] = [await holdBack(page, FONT_FILES), await holdBack(page, PIECES.wasm)];
    await page.goto("./", { waitUntil: "commit" });
    await expect(app(page)).toHaveAttribute("data-app", "loading");
    await expect.poll(() => page.evaluate(() => performance.getEntriesByName("first-contentful-paint").length)).toBe(1);
    wasm.release();
    await expectReady(page);
    await painted(page);
    fonts.release();
    await expect.poll(arrived).toBe(2);
    await painted(page);
    await expectStill(page);

    // What a font does that is shown after all.
    await page.evaluate(() => document.documentElement.style.setProperty("--font-text", "monospace"));
    await expect.poll(() => shiftSoFar(page)).toBeGreaterThan(MOST_SHIFT);
  });
}

// What comes piece by piece comes so in one column and in two.
for (const width of [390, 1280]) {
  test(`at ${width} px nothing moves while the page comes, piece by piece, over a slow network`, { tag: "@shipped" }, async ({ page }) => {
    await noteShifts(page);
    await page.setViewportSize({ width, height: 800 });
    const arrived = fontsThatArrive(page);
    await slowDown(page);
    await page.goto("./");
    await expectReady(page);
    await expect.poll(arrived).toBe(2);
    await painted(page);
    await expectStill(page);
  });
}

const painted = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));

test("the first screen says whose page it is, and has the whole mission and a drawing; where there is room, something of the words below", { tag: "@shipped" }, async ({ page }) => {
  await open(page, 1280, 800);
  const words = page.getByRole("heading", { name: "Words that run through the text" });
  for (const [width, height, hasWords] of [[1280, 800, true], [390, 664, false], [390, 844, true]] as const) {
    await page.setViewportSize({ width, height });
    const pieces = [
      page.getByRole("banner").getByRole("link"),
      page.getByRole("heading", { level: 1 }),
      page.locator("#mission"),
      page.getByRole("img", { name: PICTURES[0] }),
      page.getByText("Contents", { exact: true }),
      page.getByText("Comfort", { exact: true }),
    ];
    for (const piece of pieces) await expect(piece, `${width} by ${height}`).toBeInViewport({ ratio: 1 });
    if (hasWords) await expect(words, `${width} by ${height}`).toBeInViewport();
  }
  // And on a phone, the first statement stands near the heading of its part.
  const [values, first] = await page.locator("#values, main ul > li[id]").evaluateAll((all) => all.map((it) => it.getBoundingClientRect().top));
  expect(first - values).toBeLessThanOrEqual(700);
});

test("at no width does anything lie over anything else, or outside of the window", { tag: "@shipped" }, async ({ page }) => {
  await open(page, 320, 800);
  for (const width of [320, 360, 430, 500, 560, 620, 671, 672, 768, 900, 1024, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await overlapping(page), `at ${width} px`).toEqual([]);
    expect(await outsideOfWindow(page), `at ${width} px`).toEqual([]);
  }
});

test("titles stand beside their statements in two columns, and above them on a phone", async ({ page }) => {
  const boxes = async (id: string) => {
    const [title, statement] = [page.locator(`#${id}`).getByRole("link"), page.locator(`#${id}-1 span`).first()];
    return { title: (await title.boundingBox())!, statement: (await statement.boundingBox())! };
  };
  await open(page, 1280, 800);
  for (const id of ["patience", "respect", "quiet-observation"]) {
    const { title, statement } = await boxes(id);
    expect(title.x + title.width).toBeLessThan(statement.x);
    // On one line with each other, whatever their letters measure.
    expect(Math.abs(title.y - statement.y)).toBeLessThan(12);
  }
  await page.setViewportSize({ width: 390, height: 664 });
  const { title, statement } = await boxes("patience");
  expect(title.y + title.height).toBeLessThanOrEqual(statement.y);
});

test("titles share one left edge, texts another, and the page has one right edge", async ({ page }) => {
  const edges = (side: "left" | "right", elements: string[]) =>
    page.evaluate(
      ([side, elements]) => elements.map((it) => Math.round(document.querySelector(it)!.getBoundingClientRect()[side])),
      [side, elements] as const,
    );
  await open(page, 1280, 800);
  expect(new Set(await edges("left", ["header a", "h1", "#words h2", "#values", "#patience", "#beliefs", "main > details summary"])).size).toBe(1);
  expect(new Set(await edges("left", ["#mission", "#definition", "#words ol"])).size).toBe(1);
  expect(new Set(await edges("right", ["nav", "#mission", "#words ol", "#patience-1", "#belief-1"])).size).toBe(1);
});

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

test("however wide the window, no line of the text has more than 90 characters", { tag: "@shipped" }, async ({ page }) => {
  await open(page, 1920, 900);
  const texts = page.locator("#mission, #definition, #quotation p, main li[id]:not(details *)");
  const longest = Math.max(...(await texts.evaluateAll(linesOf)));
  expect(longest).toBeGreaterThan(50);
  expect(longest).toBeLessThanOrEqual(90);
});

const ADDRESS = `https://seeds.example/${"a-very-long-path-without-any-break/".repeat(3)}`;
const WORD = "a".repeat(70);

test("a web address and a word of 70 letters widen nothing, wherever they stand", async ({ page }) => {
  await openWith(page, (content) => {
    content.title = `Mission ${WORD}`;
    content.quotation.attribution = ADDRESS;
    content.mission += ` ${WORD}`;
    content.definition += ` ${ADDRESS}`;
    content.values[0].title += ` ${WORD}`;
    content.values[0].statements[0].text += ` ${ADDRESS}`;
    content.beliefs[0].text += ` ${WORD}`;
    content.words[0] = { id: "word-long", word: WORD, forms: [WORD] };
    content.organisation.name += ` ${WORD}`;
    content.source.imprint += ` ${WORD}`;
  });
  for (const width of [320, 768, 1280]) {
    await page.setViewportSize({ width, height: 640 });
    await page.goto("./");
    await expectReady(page);
    expect(await widthOf(page), `at ${width} px`).toBe(width);
    expect(await outsideOfWindow(page)).toEqual([]);
    await follow(page, WORD);
    await openTools(page, "Belief 1");
    await openMenu(page, "Contents");
    expect(await outsideOfWindow(page)).toEqual([]);
    await find(page, ADDRESS);
    expect(await outsideOfWindow(page)).toEqual([]);
  }
});

for (const [what, change] of Object.entries({
  "twelve values": (content: any) => {
    const values = content.values.map((value: any) => ({
      ...value,
      id: `${value.id}-again`,
      statements: value.statements.map((statement: any) => ({ ...statement, id: `${statement.id}-again` })),
    }));
    content.values.push(...values);
  },
  "one value and one belief": (content: any) => {
    content.values.splice(1);
    content.beliefs.splice(1);
  },
  "a title of 200 characters": (content: any) => (content.values[2].title = "Patience and honesty ".repeat(9).trim()),
  "no words": (content: any) => (content.words = []),
  "no pictures": (content: any) => (content.pictures = []),
})) {
  test(`with ${what} the page is whole, and nothing overlaps`, async ({ page }) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await openWith(page, change);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await widthOf(page)).toBe(width);
      expect(await outsideOfWindow(page)).toEqual([]);
      expect(await overlapping(page)).toEqual([]);
    }
    await find(page, "customs", searchField(page, what === "no words" ? "Search the text" : undefined));
    await expect(dock(page)).toBeVisible();
    expect(errors).toEqual([]);
  });
}

test("the page computes its colors to what the tokens say, in every theme", async ({ page }) => {
  const colors = () =>
    page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.documentElement);
      return { backgroundColor, color };
    });
  await page.goto("./");
  expect(await colors()).toEqual({ backgroundColor: "rgb(251, 246, 238)", color: "rgb(42, 35, 32)" });
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await colors()).toEqual({ backgroundColor: "rgb(27, 23, 20)", color: "rgb(244, 235, 223)" });
  await page.emulateMedia({ colorScheme: "dark", contrast: "more" });
  expect((await colors()).backgroundColor).toBe("rgb(0, 0, 0)");
});
