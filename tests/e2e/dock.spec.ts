// The dock: walking from place to place, the map of the text, and its own place in the page.
import { expect, test, type Page } from "@playwright/test";
import { keyword, keywords, position, type Keyword } from "./keywords.ts";
import { expectAt, expectFollowed } from "./marks.ts";
import { DESK, PHONE, dock, follow, nextPlace, openReady, placesOfMap, previousPlace, scrollPage, status, stopFollowing, wordLink } from "./page.ts";

test.use({ contextOptions: { reducedMotion: "reduce" } });

const garden = keyword("garden");
const seedling = keyword("seedling");

async function walk(page: Page, word: Keyword) {
  await wordLink(page, word.word).click();
  await expectFollowed(page, word);
  await scrollPage(page, 0);
  for (const index of word.at.keys()) {
    await nextPlace(page).click();
    await expect(dock(page)).toContainText(position(word, index + 1));
    await expectAt(page, index + 1);
  }
  await expect(nextPlace(page)).toBeFocused();
}

test("each other word is walked through in reading order, each place in sight above the dock", async ({ page }) => {
  await page.setViewportSize(PHONE);
  await openReady(page);
  for (const word of keywords) if (word !== garden) await walk(page, word);
});

for (const viewport of [{ width: 320, height: 568 }, DESK]) {
  test(`at ${viewport.width} px a word is walked through and back, each place in sight above the dock`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await openReady(page);
    await walk(page, garden);
    for (let number = garden.at.length - 1; number > 0; number -= 1) {
      await previousPlace(page).click();
      await expect(dock(page)).toContainText(position(garden, number));
      await expectAt(page, number);
    }
    await expect(previousPlace(page)).toBeFocused();
  });
}

test.describe("where motion is welcome", () => {
  test.use({ contextOptions: { reducedMotion: "no-preference" } });

  test("each place comes into sight above the dock", async ({ page }) => {
    await page.setViewportSize(PHONE);
    await openReady(page);
    await follow(page, "garden");
    await scrollPage(page, 0);
    for (let number = 1; number <= garden.at.length; number += 1) {
      await nextPlace(page).click();
      await expectAt(page, number);
    }
  });
});

test("the first step goes to the first place on the screen or below, the first one back to the place before", async ({ page }) => {
  await openReady(page);
  // What is above the screen, and the place that comes first on it.
  for (const [above, first] of [["Values", 6], ["Beliefs", 12]] as const) {
    for (const [step, number] of [[nextPlace, first], [previousPlace, first - 1]] as const) {
      await follow(page, "garden");
      await page.getByRole("heading", { name: above, exact: true }).evaluate((it) => it.scrollIntoView({ block: "start" }));
      await step(page).click();
      await expect(dock(page)).toContainText(position(garden, number));
      await stopFollowing(page).click();
    }
  }
});

test("steps end at the last place and at the first, and say so", async ({ page }) => {
  await openReady(page);
  await follow(page, "growth");
  const growth = keyword("growth");
  await scrollPage(page, 0);
  const end = async (button: typeof nextPlace, number: number, sentence: string) => {
    await expect(button(page)).toHaveAttribute("aria-disabled", "true");
    await button(page).press("Enter");
    await expect(status(page)).toHaveText(sentence);
    await expect(dock(page)).toContainText(position(growth, number));
    await expect(button(page)).toBeFocused();
  };
  await nextPlace(page).press("Enter");
  await end(previousPlace, 1, "This is the first place");
  for (let number = 2; number <= growth.at.length; number += 1) {
    await expect(nextPlace(page)).not.toHaveAttribute("aria-disabled", "true");
    await nextPlace(page).press("Enter");
    await expect(dock(page)).toContainText(position(growth, number));
  }
  await expect(previousPlace(page)).not.toHaveAttribute("aria-disabled", "true");
  await end(nextPlace, growth.at.length, "This is the last place");
});

test("each bead leads to its place; pressed again, to the next in the same passage", async ({ page }) => {
  await openReady(page);
  await follow(page, "garden");
  const beads = placesOfMap(page).getByRole("button");
  const inPassages = [...new Set(garden.at)];
  await expect(beads).toHaveCount(inPassages.length);
  for (const [index, name] of inPassages.entries()) {
    const bead = beads.nth(index);
    await expect(bead).toHaveAccessibleName(name);
    const { width, height } = (await bead.boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    for (const [nth, at] of garden.at.entries()) {
      if (at !== name) continue;
      await bead.click();
      await expect(dock(page)).toContainText(position(garden, nth + 1));
      await expectAt(page, nth + 1);
      await expect(bead).toBeFocused();
    }
  }
});

test("below 672 px the map is a picture, whose places can be read and not pressed", async ({ page }) => {
  await openReady(page);
  await follow(page, "garden");
  const inPassages = [...new Set(garden.at)];
  await expect(placesOfMap(page).getByRole("button")).toHaveCount(inPassages.length);
  await page.setViewportSize({ width: 671, height: 800 });
  await expect(placesOfMap(page).getByRole("button")).toHaveCount(0);
  await expect(placesOfMap(page).getByRole("listitem")).toHaveText(inPassages);
});

test("in a window lower than 30rem the dock is one line, without the map", async ({ page }) => {
  await page.setViewportSize({ width: 844, height: 390 });
  await openReady(page);
  await follow(page, "garden");
  await expect(placesOfMap(page)).toBeHidden();
  await expect(dock(page)).toContainText(garden.count);
  const { height } = (await dock(page).boundingBox())!;
  expect(height).toBeLessThanOrEqual(64);
  const tops = await dock(page).locator("h3, p, button").evaluateAll((all) =>
    all.map((it) => { const { top, bottom } = it.getBoundingClientRect(); return (top + bottom) / 2; }),
  );
  expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(12);
  await page.setViewportSize({ width: 844, height: 481 });
  await expect(placesOfMap(page)).toBeVisible();
});

for (const viewport of [PHONE, DESK]) {
  test(`at ${viewport.width} px Tab leads from the word through the dock to the next word, and back`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await openReady(page);
    await wordLink(page, "seedling").press("Enter");
    await expect(dock(page)).toBeVisible();
    const beads = viewport.width < 672 ? [] : await placesOfMap(page).getByRole("button").all();
    expect(beads.length).toBe(viewport.width < 672 ? 0 : new Set(seedling.at).size);
    const stops = [wordLink(page, "seedling"), ...beads, previousPlace(page), nextPlace(page), stopFollowing(page), wordLink(page, "neighbor")];
    for (const [index, it] of stops.entries()) {
      if (index > 0) await page.keyboard.press("Tab");
      await expect(it).toBeFocused();
    }
    for (const it of stops.reverse().slice(1)) {
      await page.keyboard.press("Shift+Tab");
      await expect(it).toBeFocused();
    }
  });
}

for (const viewport of [PHONE, DESK]) {
  test(`at ${viewport.width} px the word that was chosen stays clear of the dock that it opens, and the page ends above it`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await openReady(page);
    for (const word of ["garden", "volunteer"]) {
      const link = wordLink(page, word);
      await link.evaluate((it) => it.scrollIntoView({ block: "end", behavior: "instant" }));
      await link.focus();
      await page.keyboard.press("Enter");
      await expect(dock(page)).toBeVisible();
      const bottom = async () => {
        const [box, over] = [(await link.boundingBox())!, (await dock(page).boundingBox())!];
        return over.y - (box.y + box.height);
      };
      await expect.poll(bottom).toBeGreaterThanOrEqual(0);
      await page.keyboard.press("Enter");
      await expect(dock(page)).toHaveCount(0);
    }
    await follow(page, "garden");
    await scrollPage(page, 1_000_000);
    const foot = page.getByRole("contentinfo").getByRole("paragraph").last();
    const [box, over] = [(await foot.boundingBox())!, (await dock(page).boundingBox())!];
    expect(box.y + box.height).toBeLessThanOrEqual(over.y);
  });
}
