// What a screen reader is told: the accessibility tree of the page, as it was
// reviewed. `npx playwright test --update-snapshots` writes it anew; read the
// difference before it is kept.
import { expect, test } from "@playwright/test";
import { app, expectReady } from "./page.ts";

test("the accessibility tree is the one that was reviewed", async ({ page }) => {
  await page.goto("./");
  await expectReady(page);
  await expect(app(page)).toHaveAttribute("data-reader", "ready");
  await expect(page.locator("body")).toMatchAriaSnapshot({ name: "page.aria.yml" });
});

test("without script, the tree is the text with its links", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("./");
  await expect(page.locator("body")).toMatchAriaSnapshot({ name: "page-without-script.aria.yml" });
  await context.close();
});
