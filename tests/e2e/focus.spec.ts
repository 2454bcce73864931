// Where focus goes by the Tab key, and that it is always seen.
import { expect, test, type Page } from "@playwright/test";
import { dock, expectReady, openMenu, words } from "./page.ts";
import { titles } from "./source.ts";

async function open(page: Page, width: number, height: number) {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.setViewportSize({ width, height });
  await page.goto("./");
  await expectReady(page);
}

/** What has focus, by its name. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    return element.ariaLabel ?? element.getAttribute("aria-label") ?? element.textContent!.trim();
  });

async function tabbed(page: Page, count: number) {
  const names = [];
  for (let stop = 0; stop < count; stop += 1) {
    await page.keyboard.press("Tab");
    names.push(await focused(page));
  }
  return names;
}

test("focus goes through the page as one reads it", async ({ page }) => {
  await open(page, 1280, 800);
  const shown = await words(page).getByRole("link").evaluateAll((all) => all.map((it) => it.getAttribute("aria-label")!));
  expect(shown).toHaveLength(13);
  const title = titles[0];
  const expected = [
    "Skip to the text",
    "Tollbridge Seed Library",
    "Contents",
    "Present",
    "Comfort",
    "Mission",
    ...shown,
    "Find another word",
    title,
    ...[1, 2, 3, 4].map((number) => `${title}, ${number} of 4`),
    titles[1],
    `${titles[1]}, statement`,
  ];
  expect(await tabbed(page, expected.length)).toEqual(expected);
});

test("the dock comes right after the word that is followed, and the search's after the search", async ({ page }) => {
  await open(page, 1280, 800);
  await words(page).getByRole("link", { name: "seedling, " }).press("Enter");
  const stops = await tabbed(page, 30);
  const walk = stops.indexOf("Previous place");
  expect(stops.slice(walk, walk + 4)).toEqual(["Previous place", "Next place", "Stop following", "neighbor, 8 times"]);
  // What comes before are the beads of the map.
  expect(stops.slice(0, walk).every((name) => /Mission|Definition|,|Belief|Title|Love/.test(name))).toBe(true);
  expect(stops.slice(0, walk)).not.toContain("neighbor, 8 times");
});

/** What has focus and does not lie whole in the window, above the dock. */
const hidden = (page: Page) =>
  page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const element = document.activeElement!;
    const dock = document.querySelector("section[aria-label=Following]");
    if (element === document.body) return null;
    const foot = dock?.contains(element) ? innerHeight : (dock?.getBoundingClientRect().top ?? innerHeight);
    // Of a link over several lines, one can be seen.
    const boxes = [...element.getClientRects()].filter(({ width }) => width > 0);
    const isSeen = ({ top, bottom }: DOMRect) => (bottom - top > foot ? top < foot && bottom > 0 : top >= -1 && bottom <= foot + 1);
    const box = boxes.find(isSeen);
    const over = box && document.elementFromPoint(box.x + Math.min(4, box.width / 2), Math.max(1, box.y) + Math.min(box.height, foot) / 2);
    const isCovered = over && !element.contains(over) && !over.contains(element);
    return box && !isCovered ? null : element.outerHTML.slice(0, 100);
  });

async function expectFocusSeen(page: Page, stops: number) {
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press("Tab");
    expect(await hidden(page), `stop ${stop}`).toBeNull();
  }
}

for (const [width, height, text] of [[1280, 800, "Normal"], [390, 664, "Normal"], [320, 256, "Normal"], [844, 390, "Larger"]] as const) {
  const letters = text === "Normal" ? "" : " with the largest letters";

  test(`what has focus is seen, also above the dock, at ${width} by ${height} px${letters}`, async ({ page }) => {
    await open(page, width, height);
    await openMenu(page, "Comfort");
    await page.getByRole("group", { name: "Text size" }).getByLabel(text, { exact: true }).check();
    await page.keyboard.press("Escape");
    await words(page).getByRole("link", { name: "season, " }).focus();
    expect(await hidden(page)).toBeNull();
    await page.keyboard.press("Enter");
    await expect(dock(page)).toBeVisible();
    expect(await hidden(page), "the word itself").toBeNull();
    await expectFocusSeen(page, 50);
    // Up again: the page comes from the other side.
    for (let stop = 0; stop < 25; stop += 1) {
      await page.keyboard.press("Shift+Tab");
      expect(await hidden(page), `back, stop ${stop}`).toBeNull();
    }
  });
}

test("what has focus is seen in a menu that is higher than the window", async ({ page }) => {
  await open(page, 320, 256);
  for (const menu of ["Contents", "Comfort"]) {
    await page.getByRole("navigation", { name: "Page" }).locator("summary", { hasText: menu }).press("Enter");
    await expectFocusSeen(page, 10);
    await page.keyboard.press("Escape");
  }
});
