import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { PIECES, expectReady, quietLine } from "./page.ts";

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [320, 1280]) {
    test(`axe finds nothing at ${width} px in the ${colorScheme} theme`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.goto("./");
      await expectReady(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  }
}

test("axe finds nothing when the app could not start", async ({ page }) => {
  await page.route(PIECES.wasm, (route) => route.abort());
  await page.goto("./");
  await expect(quietLine(page)).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});
