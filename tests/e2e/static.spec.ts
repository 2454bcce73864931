// The page without its app: scripts are off, or the app could not start.
import { expect, test, type Page } from "@playwright/test";
import { PICTURES, collapse, titles, units, unitsWithLabels } from "./source.ts";
import { PIECES, app, openMenu, textsOfMain, words } from "./page.ts";

const concordance = (page: Page) => page.locator("details", { hasText: "All the words and their places" });

for (const [state, open] of Object.entries({
  static: (page: Page, address = "./") => page.goto(address),
  failed: async (page: Page, address = "./") => {
    await page.route(PIECES.wasm, (route) => route.abort());
    await page.goto(address);
    await expect(app(page)).toHaveAttribute("data-app", "failed");
  },
})) {
  test.describe(state === "static" ? "with scripts off" : "when the app could not start", () => {
    test.use({ javaScriptEnabled: state !== "static", contextOptions: { reducedMotion: "reduce" } });

    test("all of the text is there, to the letter, with its headings and drawings, in a small window, too", { tag: "@smoke" }, async ({ page }) => {
      await open(page);
      await expect(app(page)).toHaveAttribute("data-app", state);
      expect(await textsOfMain(page)).toEqual(unitsWithLabels);
      const headings = page.getByRole("heading", { level: 3 });
      expect((await headings.allTextContents()).map(collapse)).toEqual(titles.map((title) => `Value: ${title}`));
      for (const name of PICTURES) await expect(page.getByRole("img", { name })).toBeVisible();
      await page.setViewportSize({ width: 320, height: 568 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    });

    test("nothing inert is shown, and on paper the text is complete", async ({ page }) => {
      await open(page);
      const all = page.locator("button, input, textarea, select, summary, [role=search], [role=dialog]");
      const shown = await all.evaluateAll((them) =>
        them.filter((it) => it.checkVisibility({ visibilityProperty: true })).map((it) => it.textContent!.trim()),
      );
      const tryAgain = state === "failed" ? ["Try again"] : [];
      expect(shown).toEqual([...tryAgain, "Contents", "All the words and their places"]);

      await openMenu(page, "Contents");
      await expect(page.getByRole("navigation", { name: "Page" }).getByRole("link").first()).toBeVisible();
      await expect(page.getByText("Present", { exact: true }).filter({ visible: true })).toHaveCount(0);
      // No other button has come with it, and nothing says that it opens what it does not.
      await expect(page.getByRole("button").filter({ visible: true })).toHaveCount(tryAgain.length);
      await expect(page.locator("[aria-expanded], [aria-current]")).toHaveCount(0);

      await page.emulateMedia({ media: "print" });
      const printed = collapse(await page.getByRole("main").innerText());
      for (const unit of units) expect(printed).toContain(unit);
      await expect(page.getByRole("navigation")).toBeHidden();
      await expect(concordance(page)).toBeHidden();
      await expect(page.getByRole("contentinfo")).toContainText("October 31, 2026");
    });

    test("Contents leads to each title, which takes focus", async ({ page }) => {
      await open(page);
      for (const title of titles) {
        const link = page.getByRole("navigation", { name: "Page" }).getByRole("link", { name: title, exact: true });
        // Only the app closes it when a link in it is followed.
        if (!(await link.isVisible())) await openMenu(page, "Contents");
        await link.press("Enter");
        const heading = page.getByRole("heading", { level: 3, name: title });
        await expect(heading).toBeFocused();
        await expect(heading).toBeInViewport();
      }
    });

    test("each word leads to its entry in the concordance, and that to its places", async ({ page }) => {
      await open(page);
      const links = words(page).getByRole("link");
      await expect(links).toHaveCount(13);
      for (const link of await links.all()) {
        const entry = page.locator((await link.getAttribute("href"))!);
        await link.press("Enter");
        await expect(entry).toBeFocused();
        await expect(entry).toBeInViewport();
      }
      const garden = concordance(page).getByRole("listitem").filter({ hasText: "15 times in 13 places" });
      await expect(garden.getByRole("link")).toHaveCount(13);
      await garden.getByRole("link", { name: "Belief 5" }).press("Enter");
      await expect(page.locator("#belief-5")).toBeFocused();
      await expect(page.locator("#belief-5")).toBeInViewport();
    });

    test("a handle is a link to its passage, and marks what it leads to", async ({ page }) => {
      await open(page);
      const ground = () => page.locator("#belief-2 span").first().evaluate((it) => getComputedStyle(it).backgroundColor);
      const before = await ground();
      await page.getByRole("link", { name: "Belief 2", exact: true }).first().press("Enter");
      await expect(page).toHaveURL(/#belief-2$/);
      await expect(page.locator("#belief-2")).toBeInViewport();
      expect(await ground()).not.toBe(before);
      await expect(page.getByRole("group", { name: "Belief 2: tools" })).toHaveCount(0);
    });

    test("dashed lines between the parts stand in for the thread, and one line says what words do", async ({ page }) => {
      await open(page);
      const lines = await page.locator("main > section").evaluateAll((parts) =>
        parts.map((part) => {
          const { borderTopStyle, borderTopWidth } = getComputedStyle(part);
          return borderTopStyle === "dashed" && parseFloat(borderTopWidth) > 0;
        }),
      );
      expect(lines).toEqual([false, true, true, true]);
      await expect(words(page)).toContainText("Each word leads to the list of its places.");
      await expect(words(page).getByText("Choose a word")).toBeHidden();
    });
  });
}

test.describe("with scripts off", () => {
  test.use({ javaScriptEnabled: false });

  test("every statement and belief has an address", async ({ page }) => {
    await page.goto("./");
    const ids = await page.locator("main li[id]").evaluateAll((all) => all.map((it) => it.id));
    const passages = ids.filter((id) => !id.startsWith("word-"));
    expect(passages).toHaveLength(9 + 5);
    for (const id of passages) {
      await page.goto(`./#${id}`);
      await expect(page.locator(`#${id}`)).toBeInViewport();
    }
  });

  test("a link to a statement shows the title of its value, too", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 664 });
    for (const [title, id] of [["Love of Gardens", "love-of-gardens-4"], ["Patience", "patience-1"]]) {
      await page.goto("./");
      await page.goto(`./#${id}`);
      await expect(page.locator(`#${id}`)).toBeInViewport({ ratio: 1 });
      await expect(page.getByRole("heading", { name: title })).toBeInViewport();
    }
  });

  test("the first stop of the keyboard is the link to the text", async ({ page }) => {
    await page.goto("./");
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to the text" });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
  });
});
