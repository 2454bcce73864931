// Contents, the list of everything on the page, and how menus of the head close.
import { expect, test, type Page } from "@playwright/test";
import { collapse, titles, units } from "./source.ts";
import { expectReady, openMenu } from "./page.ts";

const PARTS = ["Mission", "Words", "Values", "Beliefs"];

const head = (page: Page) => page.getByRole("navigation", { name: "Page" });
const links = (page: Page) => head(page).getByRole("link");
const summary = (page: Page, name: string) => head(page).locator("summary", { hasText: name });

// Nothing here is about how the page scrolls.
test.use({ contextOptions: { reducedMotion: "reduce" } });

test.beforeEach(async ({ page }) => {
  await page.goto("./");
  await expectReady(page);
});

test("Contents names every part, every value, and every belief by its first words", async ({ page }) => {
  await expect(links(page)).toHaveCount(0);
  await openMenu(page, "Contents");
  const names = (await links(page).allTextContents()).map(collapse);
  expect(names.slice(0, 2)).toEqual(["Mission", "Words"]);
  expect(names.slice(2, 9)).toEqual(["Values", ...titles]);
  expect(names[9]).toBe("Beliefs");
  const beliefs = names.slice(10);
  expect(beliefs).toHaveLength(5);
  for (const [number, belief] of units.slice(-5).entries()) {
    const opening = beliefs[number].replace(/…$/, "");
    expect(belief.startsWith(opening)).toBe(true);
    expect(opening.length).toBeGreaterThan(15);
  }
});

test("each link of Contents leads to its part, closes the list and leaves focus there", async ({ page }) => {
  const shown = async (name: string) => {
    await openMenu(page, "Contents");
    const link = head(page).getByRole("link", { name, exact: true });
    const id = (await link.getAttribute("href"))!.slice(1);
    await link.click();
    await expect(links(page)).toHaveCount(0);
    await expect(page.locator(`#${id}`)).toBeFocused();
    await expect(page.locator(`#${id}`)).toBeInViewport();
    return page.locator(`#${id}`);
  };
  for (const title of titles) {
    const target = await shown(title);
    await expect(target).toHaveRole("heading");
    await expect(target).toContainText(title);
  }
  for (const part of PARTS) await shown(part);
});

/** The menus, and a word that stands in each. */
const MENUS = { Contents: "Mission", Comfort: "Light" };

for (const [menu, word] of Object.entries(MENUS)) {
  const inside = (page: Page) => head(page).getByText(word, { exact: true });

  test(`${menu} closes by Escape, which gives focus back, by a click beside it, by its name, and when focus goes on`, async ({ page }) => {
    await summary(page, menu).press("Enter");
    await expect(inside(page)).toBeVisible();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    await expect(inside(page)).toBeHidden();
    await expect(summary(page, menu)).toBeFocused();

    await openMenu(page, menu);
    await expect(inside(page)).toBeVisible();
    // A click in it is no click beside it.
    const panel = (await inside(page).boundingBox())!;
    await page.mouse.click(panel.x - 4, panel.y - 2);
    await expect(inside(page)).toBeVisible();
    await page.mouse.click(5, 700);
    await expect(inside(page)).toBeHidden();

    await openMenu(page, menu);
    await expect(inside(page)).toBeVisible();
    await openMenu(page, menu);
    await expect(inside(page)).toBeHidden();

    await summary(page, menu).press("Enter");
    await expect(inside(page)).toBeVisible();
    const focused = summary(page, menu).locator("xpath=..").locator(":focus");
    let stops = 0;
    for (; (await focused.count()) === 1; stops += 1) {
      await expect(inside(page)).toBeVisible();
      await page.keyboard.press("Tab");
    }
    expect(stops).toBeGreaterThan(5);
    await expect(inside(page)).toBeHidden();
  });
}

test("one menu is open at a time", async ({ page }) => {
  await openMenu(page, "Contents");
  await openMenu(page, "Comfort");
  await expect(links(page)).toHaveCount(0);
  await expect(head(page).getByText("Light", { exact: true })).toBeVisible();
});

test("on a phone, Contents holds Present", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 664 });
  await openMenu(page, "Contents");
  await head(page).getByRole("button", { name: "Present" }).click();
  const dialog = page.getByRole("dialog", { name: "One value at a time" });
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.locator(":focus")).toBeInViewport();
});
