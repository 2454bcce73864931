// What a screen reader is told: the accessibility tree of the page, as it was
// reviewed. `npx playwright test --update-snapshots` writes it anew; read the
// difference before it is kept.
import { expect, test, type Page } from "@playwright/test";
import { dock, expectReady, follow, openTools, pageWithoutScript, tools } from "./page.ts";

test("the accessibility tree is the one that was reviewed", { tag: "@mounted" }, async ({ page }) => {
  await page.goto("./");
  await expectReady(page);
  await expect(page.locator("body")).toMatchAriaSnapshot({ name: "page.aria.yml" });
});

test("the dock and tools are told as they were reviewed", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("./");
  await expectReady(page);
  await follow(page, "growth");
  await dock(page).getByRole("button", { name: "Next place" }).click();
  await expect(dock(page)).toMatchAriaSnapshot({ name: "dock.aria.yml" });
  await openTools(page, "Patience");
  await expect(tools(page, "Patience").getByRole("button", { name: "Print a card" })).toBeVisible();
  await expect(tools(page, "Patience")).toMatchAriaSnapshot({ name: "tools.aria.yml" });
});

test("without script, the tree is the same but for what needs the app", async ({ page, browser, baseURL }) => {
  const still = await pageWithoutScript(browser, baseURL);
  await still.goto("./");
  // It is open where no app has closed it.
  await still.getByText("All the words and their places").click();
  await page.goto("./");
  await expectReady(page);
  const lines = async (of: Page) => (await of.locator("body").ariaSnapshot()).split("\n").map((line) => line.trim());
  const [without, withApp] = [await lines(still), await lines(page)];
  const note = (text: string) => expect.stringContaining(`- paragraph: One stitch for each time. ${text}`);
  expect(withApp.filter((line) => !without.includes(line))).toEqual([
    '- button "Present"',
    "- group: Comfort",
    note("Choose a word"),
    "- search:",
    '- searchbox "Find another word"',
  ]);
  expect(without.filter((line) => !withApp.includes(line))).toEqual([note("Each word leads to")]);
  await still.context().close();
});
