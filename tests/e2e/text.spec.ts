// K1: the text and its links, with every script switched off.
import { expect, test } from "@playwright/test";
import { index, textsOfMain } from "./page.ts";
import { titles, units } from "./source.ts";

const OUR_WORDS = ["Mission", "Values", "Beliefs", "Value:"];

test.use({ javaScriptEnabled: false });
test.beforeEach(({ page }) => page.goto("./"));

test("the source has 25 units of text and six titles", () => {
  expect(units).toHaveLength(25);
  expect(titles).toHaveLength(6);
});

test("C1, C2: main holds the 25 units in their order, and a few words of ours", async ({ page }) => {
  const texts = await textsOfMain(page);
  expect(texts.filter((text) => !OUR_WORDS.includes(text))).toEqual(units);
});

test("the index leads to the mission, the values and the beliefs, in their words", async ({ page }) => {
  const texts = await index(page).getByRole("link").allTextContents();
  expect(texts).toEqual(["Mission", ...titles, ...units.slice(-5)]);
  await expect(index(page).locator("svg path")).toHaveCount(14);
  await expect(index(page).locator("svg")).toHaveAttribute("aria-hidden", "true");
});

test("the words that recur are listed, with how often and where", async ({ page }) => {
  const word = page.locator("#word-relationship");
  await expect(word).toContainText("11 times in 10 places");
  await word.getByText("Places", { exact: true }).click();
  await word.getByRole("link", { name: "Belief 5" }).click();
  await expect(page.locator("#belief-5")).toBeFocused();
});

test("every link of the page leads to something on it", async ({ page }) => {
  const lost = await page.locator("a[href^='#']").evaluateAll((links) =>
    links.map((link) => link.getAttribute("href")!.slice(1)).filter((id) => !document.getElementById(id)),
  );
  expect(lost).toEqual([]);
  expect(await page.locator("a[href^='#']").count()).toBeGreaterThan(200);
});

test("a value names the words that it shares, and where else they are", async ({ page }) => {
  const value = page.getByRole("region", { name: "Integrity" });
  await value.getByText("Words it shares: practice").click();
  await expect(value.getByRole("listitem")).toHaveText(/^practice, .*, .*, .*, and 1 more$/);
  await value.getByRole("link", { name: "practice" }).click();
  await expect(page.locator("#word-practice")).toBeFocused();
});

test("C3: one h1, no level skipped, and the h3s are the six titles", async ({ page }) => {
  const levels = await page.getByRole("heading").evaluateAll((headings) =>
    headings.map((heading) => Number(heading.tagName.slice(1))),
  );
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  expect(levels[0]).toBe(1);
  levels.reduce((before, level) => {
    expect(level - before).toBeLessThanOrEqual(1);
    return level;
  });
  expect(await page.getByRole("heading", { level: 3 }).allTextContents()).toEqual(titles);
});

test("the page has its landmarks", async ({ page }) => {
  for (const role of ["banner", "main", "contentinfo"] as const) {
    await expect(page.getByRole(role)).toHaveCount(1);
  }
  await expect(page.getByRole("navigation", { name: "On this page" })).toBeVisible();
  await expect(page.getByRole("region")).toHaveCount(titles.length);
});

test("the association, the source and the day are named", async ({ page }) => {
  const association = "Virginia Association for Infant Mental Health";
  await expect(page.getByRole("banner").getByRole("link", { name: association })).toBeVisible();
  const foot = page.getByRole("contentinfo");
  await expect(foot.getByRole("link", { name: "VAIMH" })).toHaveAttribute(
    "href",
    "https://www.vaimh.org/mission-and-values",
  );
  await expect(foot).toContainText("as captured on November 22, 2026");
  await expect(foot).toContainText("An independent rendition of VAIMH's published text");
});

for (const address of ["./", "./?q=growth", "./index.html"]) {
  test(`K1: each link of the index leads to its value from ${address}`, async ({ page }) => {
    await page.goto(address);
    const path = new URL(page.url()).pathname;
    for (const title of titles) {
      await index(page).getByRole("link", { name: title, exact: true }).focus();
      await page.keyboard.press("Enter");

      const heading = page.getByRole("heading", { level: 3, name: title, exact: true });
      await expect(heading).toBeFocused();
      await expect(heading).toBeInViewport();
      await expect(page.locator(":target")).toHaveText(title);
      expect(await heading.evaluate((it) => it.matches(":focus-visible"))).toBe(true);
      expect(new URL(page.url()).pathname).toBe(path);
    }
  });
}

test("a mouse click leads there too, and draws no ring", async ({ page }) => {
  await index(page).getByRole("link", { name: "Integrity" }).click();
  const heading = page.getByRole("heading", { name: "Integrity" });
  await expect(heading).toBeFocused();
  expect(await heading.evaluate((it) => it.matches(":focus-visible"))).toBe(false);
});

test("K1: on paper the text is complete", async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  for (const text of await page.locator("[data-text]").all()) await expect(text).toBeVisible();
  await expect(page.locator("[data-text]")).toHaveCount(23);
  await expect(page.getByRole("navigation")).toBeHidden();
  await expect(page.getByRole("contentinfo")).toContainText("November 22, 2026");
});

test("every statement and belief has an address", async ({ page }) => {
  const addressed = page.locator(".value li[id], .value p[id], .beliefs li[id]");
  await expect(addressed).toHaveCount(14);
  for (const id of await addressed.evaluateAll((all) => all.map((it) => it.id))) {
    await page.goto(`./#${id}`);
    await expect(page.locator(`#${id}`)).toBeInViewport();
  }
});

test("the first stop of the keyboard is the link to the text", async ({ page }) => {
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the text" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("the page says that nothing is wrong, and that no app is running", async ({ page }) => {
  await expect(page.locator("html")).toHaveAttribute("data-app", "static");
  await expect(page.getByRole("button")).toHaveCount(0);
  await expect(page.getByRole("search")).toBeHidden();
});
