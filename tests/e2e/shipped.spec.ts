// The text that is shipped: to the letter as in its source, and each of its 14 words counted.
import { expect, test } from "@playwright/test";
import { expectMarked } from "./marks.ts";
import { dock, openReady, textsOfMain, words } from "./page.ts";
import { keywords, titles, units, unitsWithLabels } from "./shipped.ts";

test.use({ contextOptions: { reducedMotion: "reduce" } });

test("the page holds the 25 units of the source in their order, under six titles", { tag: "@shipped" }, async ({ page }) => {
  expect(units).toHaveLength(25);
  expect(titles).toHaveLength(6);
  await openReady(page);
  expect(await textsOfMain(page)).toEqual(unitsWithLabels);
});

test("each of its 14 words is counted, and marked in its places and nowhere else", { tag: "@shipped" }, async ({ page }) => {
  await openReady(page);
  const links = words(page).getByRole("list").getByRole("link");
  expect(await links.count()).toBe(14);
  for (const [index, { word, at, count, texts }] of keywords.entries()) {
    await expect(links.nth(index)).toHaveAccessibleName(`${word}, ${at.length} times`);
    await links.nth(index).click();
    await expect(dock(page)).toContainText(count);
    await expectMarked(page, texts);
  }
});
