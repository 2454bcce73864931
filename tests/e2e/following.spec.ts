// Following a word of the list through the text: what begins it and ends it, and what is marked.
import { expect, test, type Page } from "@playwright/test";
import { keyword, keywords, passages, position, type Keyword } from "./keywords.ts";
import { expectAt, expectFollowed, expectMarked, expectNothingFollowed, marks, pointOf } from "./marks.ts";
import {
  PHONE,
  dock,
  dockButton,
  follow,
  handle,
  nextPlace,
  noteSaid,
  openReady,
  openTools,
  previousPlace,
  scrolledTo,
  scrollPage,
  searchField,
  stopFollowing,
  tools,
  wordLink,
} from "./page.ts";
import { titles } from "./source.ts";

test.use({ contextOptions: { reducedMotion: "reduce" } });

const garden = keyword("garden");
const seedling = keyword("seedling");

/** The first place of a word outside of the titles, of the page and of values, as an index into the passages, and into the places. */
function firstInSentence({ pattern, at }: Keyword) {
  const passage = passages.findIndex(({ name, text }) => name !== "Title" && name && !titles.includes(text) && text.match(pattern));
  return { passage, number: at.indexOf(passages[passage].name) + 1 };
}

async function clickInText(page: Page, word: Keyword) {
  const { passage } = firstInSentence(word);
  const { x, y } = await pointOf(page, { passage, pattern: word.pattern });
  await page.mouse.click(x, y);
}

test("a word is followed through its places in all passages, and back", { tag: ["@mounted", "@smoke"] }, async ({ page }) => {
  await openReady(page);
  await follow(page, "garden");
  await expect(dock(page)).toContainText("15 times in 13 places");
  await expectFollowed(page, garden);
  await scrollPage(page, 0);
  for (let number = 1; number <= 15; number += 1) {
    await nextPlace(page).click();
    await expect(dock(page)).toContainText(position(garden, number));
  }
  await previousPlace(page).click();
  await expect(dock(page)).toContainText("14 of 15: Belief 4");
  await stopFollowing(page).click();
  await expectNothingFollowed(page);
});

test("the list names each word, how often it occurs and where it leads", async ({ page }) => {
  await openReady(page);
  const links = page.getByRole("region", { name: "Words that run through the text" }).getByRole("list").getByRole("link");
  expect(await links.count()).toBe(13);
  for (const [index, { id, word, at }] of keywords.entries()) {
    await expect(links.nth(index)).toHaveAccessibleName(`${word}, ${at.length} times`);
    await expect(links.nth(index)).toHaveAttribute("href", `#${id}`);
  }
});

test("each word, chosen in the list or by another fragment in the address, is marked in its places and nowhere else, and counted", async ({ page }) => {
  await openReady(page);
  for (const [index, word] of keywords.entries()) {
    // In turn: what comes of a choice does not depend on the word.
    await (index % 2 ? page.goto(`./#${word.id}`) : wordLink(page, word.word).click());
    await expectFollowed(page, word);
    await expect(dock(page)).toContainText(word.count);
  }
});

test("each word is followed by a click on it in a sentence, from there on", async ({ page }) => {
  await openReady(page);
  for (const word of keywords) {
    await clickInText(page, word);
    await expectFollowed(page, word);
    const { number } = firstInSentence(word);
    await expect(dock(page)).toContainText(position(word, number));
    await expectAt(page, number);
  }
});

test.describe("on a touch screen", () => {
  test.use({ hasTouch: true, viewport: PHONE });

  test("a tap on a word in a sentence follows it", async ({ page }) => {
    await openReady(page);
    const { passage, number } = firstInSentence(seedling);
    const { x, y } = await pointOf(page, { passage, pattern: seedling.pattern });
    await page.touchscreen.tap(x, y);
    await expectFollowed(page, seedling);
    await expectAt(page, number);
  });
});

/** Each way to begin, and what has focus when it is over. */
const ORIGINS: Record<string, { begin: (page: Page) => Promise<unknown>; origin: (page: Page) => string | Promise<string> }> = {
  "the list": {
    begin: (page) => wordLink(page, "seedling").press("Enter"),
    origin: () => 'a[href="#word-seedling"]',
  },
  "the text": {
    begin: (page) => clickInText(page, seedling),
    origin: () => "#mission",
  },
  "the address": {
    begin: async (page) => {
      await page.goto("./#word-seedling");
      await expect(dock(page)).toBeVisible();
      await scrollPage(page, 0);
      await nextPlace(page).press("Enter");
    },
    origin: () => "#mission",
  },
};

const ENDS: Record<string, (page: Page) => Promise<unknown>> = {
  "Stop following": (page) => stopFollowing(page).click(),
  "Escape in the dock": (page) => nextPlace(page).press("Escape"),
  "Escape where focus is": (page) => page.keyboard.press("Escape"),
  "the word once more": (page) => wordLink(page, "seedling").click(),
};

for (const [begun, { begin, origin }] of Object.entries(ORIGINS)) {
  test(`begun in ${begun}, following is ended in each way, and focus returns there without a jump`, async ({ page }) => {
    await openReady(page);
    for (const [end, press] of Object.entries(ENDS)) {
      await scrollPage(page, 0);
      await begin(page);
      await expect(dock(page).getByRole("heading")).toHaveText("seedling");
      if (end === "the word once more") await wordLink(page, "seedling").scrollIntoViewIfNeeded();
      const before = await scrolledTo(page);
      await press(page);
      await expect(dock(page), end).toHaveCount(0);
      await expectNothingFollowed(page);
      expect(new URL(page.url()).hash, end).toBe("");
      await expect(page.locator(await origin(page)).first(), end).toBeFocused();
      expect(await scrolledTo(page), end).toBe(before);
    }
  });
}

test("begun among tools, which are gone by then, it ends with focus on their passage", async ({ page }) => {
  await openReady(page);
  await openTools(page, "Patience");
  await tools(page, "Patience").getByRole("link", { name: "season", exact: true }).press("Enter");
  await expectFollowed(page, keyword("season"));
  await expect(tools(page, "Patience")).toHaveCount(0);
  await stopFollowing(page).press("Enter");
  await expectNothingFollowed(page);
  const focused = page.locator(":focus");
  await expect(focused).toHaveCount(1);
  await expect(focused).not.toHaveRole("document");
  await expect(focused).toBeVisible();
});

test("the page stays where it is when a word is chosen in the text and when it is ended", async ({ page }) => {
  await openReady(page);
  const { x, y } = await pointOf(page, { passage: firstInSentence(keyword("growth")).passage, pattern: /growth/ });
  const before = await scrolledTo(page);
  expect(before).toBeGreaterThan(0);
  await page.mouse.click(x, y);
  await expect(dock(page)).toBeVisible();
  expect(await scrolledTo(page)).toBe(before);
  await stopFollowing(page).click();
  await expect(dock(page)).toHaveCount(0);
  expect(await scrolledTo(page)).toBe(before);
});

test("each choice is one entry of the history, and Back and Forward follow it without a jump", async ({ page }) => {
  await openReady(page);
  const length = () => page.evaluate(() => history.length);
  const before = await length();
  await follow(page, "garden");
  await wordLink(page, "seedling").click();
  await expectFollowed(page, seedling);
  const y = await scrolledTo(page);
  expect(await length()).toBe(before + 2);
  await page.goBack();
  await expectFollowed(page, garden);
  await expect(dock(page)).toContainText(garden.count);
  expect(await scrolledTo(page)).toBe(y);
  await page.goBack();
  await expectNothingFollowed(page);
  await page.goForward();
  await expectFollowed(page, garden);
  await expect(page.locator("#word-garden")).toBeHidden();
  await stopFollowing(page).click();
  await expectNothingFollowed(page);
  // To end is an entry, too.
  await page.goBack();
  await expectFollowed(page, garden);
});

test("each button of the dock keeps focus when Back changes the word", async ({ page }) => {
  await openReady(page);
  await follow(page, "garden");
  for (const name of ["Previous place", "Next place", "Stop following"]) {
    await wordLink(page, "seedling").click();
    await expectFollowed(page, seedling);
    await dockButton(page, name).focus();
    await page.goBack();
    await expectFollowed(page, garden);
    await expect(dockButton(page, name)).toBeFocused();
  }
});

test("Tab reaches every control once, in the order of the page, with the dock and tools there", async ({ page }) => {
  await openReady(page, "./#word-seedling");
  await page.evaluate(() => document.querySelector<HTMLElement>("#app a")!.focus());
  const stops: number[] = [];
  for (;;) {
    const at = await page.evaluate(() => {
      const all = [...document.querySelectorAll("a, button, input, summary, textarea")];
      return all.indexOf(document.activeElement!);
    });
    // Behind the last control, focus leaves the page or stays where it is.
    if (at < 0 || at === stops.at(-1)) break;
    stops.push(at);
    expect(stops.length).toBeLessThan(400);
    await page.keyboard.press("Tab");
  }
  expect(stops.length).toBeGreaterThan(50);
  expect(stops).toEqual([...new Set(stops)].sort((one, other) => one - other));
});

test("letters and arrows outside of fields do nothing", async ({ page }) => {
  await openReady(page);
  await follow(page, "garden");
  await nextPlace(page).focus();
  const state = () => page.evaluate(() => [location.href, document.querySelector("main")!.innerText]);
  const before = await state();
  for (const key of ["a", "j", "k", "/", "?", "1", "ArrowRight", "ArrowLeft"]) await page.keyboard.press(key);
  expect(await state()).toEqual(before);
  await expect(nextPlace(page)).toBeFocused();
});

test("a double click on a word, and a click that ends a selection, follow nothing", async ({ page }) => {
  await openReady(page);
  const { passage } = firstInSentence(seedling);
  const { x, y } = await pointOf(page, { passage, pattern: seedling.pattern });
  const selection = () => page.evaluate(() => getSelection()!.toString().trim());
  const before = page.url();

  await page.mouse.dblclick(x, y);
  expect(await selection()).toMatch(seedling.pattern);
  await expectNothingFollowed(page);
  expect(page.url()).toBe(before);
  await page.evaluate(() => getSelection()!.removeAllRanges());

  await page.mouse.move(x - 8, y);
  await page.mouse.down();
  await page.mouse.move(x + 8, y, { steps: 4 });
  await page.mouse.up();
  expect(await selection()).not.toBe("");
  await expectNothingFollowed(page);
  expect(page.url()).toBe(before);

  await page.evaluate(() => getSelection()!.removeAllRanges());
  await page.mouse.click(x, y);
  await expectFollowed(page, seedling);
});

test("a click on a word in a title opens the value, and follows nothing", async ({ page }) => {
  await openReady(page);
  const passage = passages.findIndex(({ text }) => text === titles[0]);
  const { x, y } = await pointOf(page, { passage, pattern: garden.pattern });
  await page.mouse.click(x, y);
  await expect(tools(page, titles[0])).toBeVisible();
  await expect(handle(page, titles[0])).toHaveAttribute("aria-expanded", "true");
  await expect(dock(page)).toHaveCount(0);
});

test("nothing is followed by hovering, in the list or in the text, nor by a click on any other word", async ({ page }) => {
  await openReady(page);
  await wordLink(page, "garden").hover();
  await expectNothingFollowed(page);
  const hovered = await pointOf(page, { passage: firstInSentence(seedling).passage, pattern: seedling.pattern });
  await page.mouse.move(hovered.x, hovered.y);
  await expectNothingFollowed(page);
  const passage = passages.findIndex(({ name }) => name === "Definition");
  const { x, y } = await pointOf(page, { passage, pattern: /library/ });
  await page.mouse.click(x, y);
  await expectNothingFollowed(page);
});

test("passages that have no part in the word step back, and only they", async ({ page }) => {
  await openReady(page);
  const before = (await marks(page)).colors;
  const growth = keyword("growth");
  await follow(page, "growth");
  await expectMarked(page, growth.texts);
  const { colors } = await marks(page);
  const colorsOf = (isIn: boolean) =>
    colors.filter((color, index) => color && passages[index].name && growth.at.includes(passages[index].name) === isIn);
  const [quiet, ...others] = new Set(colorsOf(false));
  expect(others).toEqual([]);
  expect(colorsOf(true)).toHaveLength(5);
  expect(colorsOf(true)).not.toContain(quiet);
  await stopFollowing(page).click();
  await expect.poll(async () => (await marks(page)).colors).toEqual(before);
});

test("what is followed is said once, and so is each place", async ({ page }) => {
  const said = await noteSaid(page);
  await openReady(page);
  await follow(page, "garden");
  await expect.poll(said).toEqual([`garden: ${garden.count}`]);
  await scrollPage(page, 0);
  await nextPlace(page).click();
  await expect.poll(async () => (await said()).length).toBe(2);
  expect((await said())[1]).toMatch(/^1 of 15: Title\b/);
  await expect(dock(page).locator("[aria-live], [role=status], output")).toHaveCount(0);
});

test("the search and the words are one choice: each ends the other", async ({ page }) => {
  await openReady(page);
  await follow(page, "garden");
  await searchField(page).fill("birth");
  await expect(dock(page).getByRole("heading")).toHaveText("birth");
  await expect(page.locator("[aria-current]")).toHaveCount(0);
  await expect(page).toHaveURL(/\?q=birth$/);
  await wordLink(page, "seedling").click();
  await expectFollowed(page, seedling);
  await expect(searchField(page)).toHaveValue("");
  expect(new URL(page.url()).search).toBe("");
});
