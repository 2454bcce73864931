// How the page looks, on a screen and on paper.
import { expect, test, type Page } from "@playwright/test";
import { expectReady } from "./page.ts";
import { PICTURES } from "./source.ts";

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
