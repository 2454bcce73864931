// The thread: beside the letters, never through them, and never slanting.
import { expect, test, type Page } from "@playwright/test";
import { crossings, diagonals, measure, runsUnder, type Box } from "./ink.ts";
import * as shipped from "./shipped.ts";
import { PIECES, app, dock, expectFonts, expectReady, follow, openMenu, openTools, stopFollowing, tools, wordLink } from "./page.ts";
import { PICTURES } from "./source.ts";

test.use({ contextOptions: { reducedMotion: "reduce" } });

async function open(page: Page, width: number) {
  await page.setViewportSize({ width, height: 800 });
  await page.goto("./");
  await expectReady(page);
  await expectFonts(page);
}

/** The boxes of the marked words, a word on two lines in two, in px of the document. */
const marked = (page: Page): Promise<Box[]> =>
  page.locator("main .is-marked").evaluateAll((all) =>
    all.flatMap((it) => [...it.getClientRects()].map(({ left, top, right, bottom }) => ({ left, right, top: top + scrollY, bottom: bottom + scrollY }))),
  );

/** The drawing that the thread neither begins nor ends in, in px of the document, without
 * the tenth along its edges, which is empty. */
async function betweenTheTwo(page: Page): Promise<Box & { text: string }> {
  const box = await page.getByRole("img", { name: PICTURES[1] }).evaluate((it) => {
    const { left, top, right, bottom, width, height } = it.getBoundingClientRect();
    const [x, y] = [width / 10, height / 10];
    return { left: left + x, right: right - x, top: top + scrollY + y, bottom: bottom + scrollY - y };
  });
  return { text: PICTURES[1], ...box };
}

/** All that is wrong with the thread, as it is now. */
async function faults(page: Page) {
  const words = await marked(page);
  const { lines, thread } = await measure(page);
  return {
    isThere: thread.length > 4 && lines.length > 30,
    crossed: crossings(thread, [...lines, await betweenTheTwo(page)]),
    slanting: diagonals(thread),
    missed: words.filter((word) => !runsUnder(thread, word)).length,
  };
}

const NONE = { isThere: true, crossed: [], slanting: [], missed: 0 };

/** Waits until the thread is laid out as it is to be. */
const expectSewn = (page: Page, what: string) => expect.poll(() => faults(page), what).toEqual(NONE);

test("the measure tells a thread through letters, one that slants, and one that misses its word", async ({ page }) => {
  await open(page, 1280);
  await follow(page, "garden");
  await expectSewn(page, "garden");
  const { lines } = await measure(page);
  const line = lines.find(({ text }) => text.includes("strives"))!;
  const middle = (line.top + line.bottom) / 2;
  const through = { is: "line" as const, left: 0, right: 1280, top: middle, bottom: middle };
  const beside = { ...through, top: line.bottom, bottom: line.bottom };
  expect(crossings([through], [line])).toEqual([line.text]);
  expect(crossings([beside], [line])).toEqual([]);
  expect(diagonals([through, { ...through, bottom: middle + 1 }])).toHaveLength(1);
  expect(runsUnder([through], line)).toBe(false);
  expect(runsUnder([{ ...beside, left: line.left + 9 }], line)).toBe(false);
  expect(runsUnder([beside], line)).toBe(true);
});

test("the thread crosses no letter and slants nowhere, at rest and under each word, at four widths", { tag: "@shipped" }, async ({ page }) => {
  const most = Math.max(...shipped.keywords.map(({ at }) => at.length));
  await open(page, 1280);
  for (const width of [1280, 768, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await expectSewn(page, `at rest, at ${width} px`);
    // At each width under the word with the most places; at one, under all.
    const followed = shipped.keywords.filter(({ at }) => width === 390 || at.length === most);
    for (const { word, at } of followed) {
      await wordLink(page, word).click();
      // A word on two lines is two boxes.
      await expect.poll(async () => (await marked(page)).length).toBeGreaterThanOrEqual(at.length);
      await expectSewn(page, `${word}, at ${width} px`);
    }
    await stopFollowing(page).click();
    await expect(dock(page)).toHaveCount(0);
  }
});

test("nor does it in forced colors", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await open(page, 390);
  await expectSewn(page, "at rest");
  await follow(page, "garden");
  await expectSewn(page, "garden");
});

test("at rest it begins in the first drawing and ends in the last, lies behind the text for pointers, and says nothing", async ({ page }) => {
  await open(page, 390);
  await expect(page.locator("#thread")).toHaveAttribute("aria-hidden", "true");
  expect(await page.locator("#thread").evaluate((it) => getComputedStyle(it).pointerEvents)).toBe("none");
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await expectSewn(page, `at rest, at ${width} px`);
    const { thread } = await measure(page);
    const [first, last] = [thread[0], thread.at(-1)!];
    const isIn = async (segment: Box, picture: string) => {
      const box = (await page.getByRole("img", { name: picture }).boundingBox())!;
      const top = box.y + (await page.evaluate(() => scrollY));
      const isAcross = segment.left < box.x + box.width && segment.right > box.x;
      return isAcross && segment.top < top + box.height && segment.bottom > top;
    };
    expect(await isIn(first, PICTURES[0])).toBe(true);
    expect(await isIn(last, PICTURES[2])).toBe(true);
  }
});

test("it is laid out anew for another width", async ({ page }) => {
  await open(page, 1280);
  await follow(page, "seedling");
  await expectSewn(page, "1280 px");
  for (const width of [700, 390, 1024]) {
    await page.setViewportSize({ width, height: 800 });
    await expectSewn(page, `${width} px`);
  }
});

for (const width of [390, 1280]) {
  test(`at ${width} px it is laid out anew when tools open and close, and for each choice of Comfort`, async ({ page }) => {
    await open(page, width);
    await expectSewn(page, "before");
    const before = (await measure(page)).data;
    await openTools(page, "Love of Gardens, 2 of 4");
    await expect.poll(async () => (await measure(page)).data).not.toBe(before);
    await expectSewn(page, "open");
    await page.keyboard.press("Escape");
    await expect(tools(page, "Love of Gardens, 2 of 4")).toHaveCount(0);
    await expect.poll(async () => (await measure(page)).data).toBe(before);

    await follow(page, "seedling");
    await openMenu(page, "Comfort");
    const choices = [["Text size", "Larger"], ["Line spacing", "Wider"]];
    // On a phone, lines are short already.
    if (width > 1000) choices.push(["Line width", "Narrow"]);
    for (const [field, choice] of choices) {
      const before = (await measure(page)).data;
      await page.getByRole("group", { name: field }).getByRole("radio", { name: choice }).check();
      await expect.poll(async () => (await measure(page)).data, choice).not.toBe(before);
      await expectSewn(page, choice);
    }
  });
}

test("where the app did not start there is no thread", async ({ page }) => {
  await page.route(PIECES.wasm, (route) => route.abort());
  await page.goto("./");
  await expect(app(page)).toHaveAttribute("data-app", "failed");
  expect((await measure(page)).thread).toEqual([]);
});

/** What of the thread is being drawn now. */
const animations = (page: Page) =>
  page.evaluate(() => document.getAnimations().filter(({ effect }) => (effect as KeyframeEffect).target?.closest("#thread")).length);

test.describe("where motion is welcome", () => {
  test.use({ contextOptions: { reducedMotion: "no-preference" } });

  test("the line is drawn, once for each word, and nothing of the page moves for it", async ({ page }) => {
    await open(page, 1280);
    expect(await animations(page)).toBe(0);
    const tops = () => page.locator("main h2, main :is(h3, li, p)[id]").evaluateAll((all) => all.map((it) => it.getBoundingClientRect().top));
    const before = await tops();
    await follow(page, "garden");
    await expect.poll(() => animations(page)).toBe(1);
    await expect.poll(() => animations(page)).toBe(0);
    expect(before.length).toBeGreaterThan(20);
    expect(await tops()).toEqual(before);
    await dock(page).getByRole("button", { name: "Next place" }).click();
    expect(await animations(page)).toBe(0);
  });
});
