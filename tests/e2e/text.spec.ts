// The text of the association, to the letter, and what is said of whose it is.
import { expect, test, type Locator } from "@playwright/test";
import { expectReady, openWith, textsOfMain } from "./page.ts";
import { collapse, titles, units, unitsWithLabels } from "./source.ts";

const values = titles.map((title) => `Value: ${title}`);

test("the source has 25 units of text and six titles", () => {
  expect(units).toHaveLength(25);
  expect(titles).toHaveLength(6);
});

test.describe("of the page as it comes", () => {
  test.beforeEach(async ({ page }) => {
    await page.goto("./");
    await expectReady(page);
  });

  test("main holds the 25 units in their order, four words of ours and nothing else", { tag: ["@mounted", "@smoke"] }, async ({ page }) => {
    expect(await textsOfMain(page)).toEqual(unitsWithLabels);
  });

  test("headings lead through it, each value is a part of its own, and statements and beliefs stand in lists", async ({ page }) => {
    const headings = await page.getByRole("main").getByRole("heading").evaluateAll((all) =>
      all.map((heading) => ({ level: Number(heading.tagName.slice(1)), text: heading.textContent! })),
    );
    const of = (level: number) => headings.filter((it) => it.level === level).map(({ text }) => collapse(text));
    expect(of(1)).toEqual(["Gardens and Growers"]);
    expect(of(2)).toEqual(["Mission", "Words that run through the text", "Values", "Beliefs"]);
    expect(of(3)).toEqual(values);
    expect(headings).toHaveLength(1 + 4 + titles.length);
    expect(headings[0].level).toBe(1);

    for (const role of ["banner", "main", "contentinfo"] as const) {
      await expect(page.getByRole(role)).toHaveCount(1);
    }
    await expect(page.getByRole("navigation", { name: "Page", exact: true })).toBeVisible();
    for (const name of ["Words that run through the text", "Values", "Beliefs", ...values]) {
      await expect(page.getByRole("region", { name, exact: true })).toBeVisible();
    }

    const listed = async (name: string) => {
      const items = page.getByRole("region", { name, exact: true }).getByRole("listitem");
      return (await items.allTextContents()).map(collapse);
    };
    const statements = [];
    for (const title of titles) statements.push(title, ...(await listed(`Value: ${title}`)));
    expect(statements).toEqual(units.slice(5, -5));
    expect(await listed("Beliefs")).toEqual(units.slice(-5));
  });

  test("the association, the source and the day are named, and that this is not its own page", async ({ page }) => {
    const name = page.getByRole("banner").getByRole("link", { name: "Tollbridge Seed Library" });
    await expect(name).toHaveAttribute("href", "https://seeds.example/");
    const foot = page.getByRole("contentinfo");
    const source = foot.getByRole("link", { name: "TSL" });
    await expect(source).toHaveAttribute("href", "https://seeds.example/gardens-and-growers");
    await expect(foot).toContainText("as captured on October 31, 2026");
    await expect(foot).toContainText("A text that was made for tests");
  });

  test("every link leads to something on it, or to the association, and all is in the page's language", async ({ page }) => {
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    expect(await languages(page.locator("body"))).toEqual(["en"]);
    const links = await page.locator("a").evaluateAll((all) => all.map((link) => link.getAttribute("href")!));
    const lost = await page.evaluate(
      (fragments) => fragments.filter((fragment) => !document.getElementById(fragment.slice(1))),
      links.filter((link) => link.startsWith("#")),
    );
    expect(lost).toEqual([]);
    expect(links.length).toBeGreaterThan(100);
    for (const link of links) expect(link).toMatch(/^(#|https:\/\/seeds\.example\/)/);
  });

});

test("beside a text in another language, the site's own words say that they are English", async ({ page }) => {
  await openWith(page, (content) => (content.lang = "es"));
  const ours = [
    page.getByRole("link", { name: "Skip to the text" }),
    page.getByText("Contents", { exact: true }),
    page.getByText("Comfort", { exact: true }),
    page.getByRole("heading", { name: "Mission", exact: true }),
    page.getByRole("heading", { name: "Values", exact: true }),
    page.getByRole("heading", { name: "Beliefs", exact: true }),
    page.getByRole("heading", { name: "Words that run through the text" }),
    page.getByText("All the words and their places"),
    page.getByRole("contentinfo"),
  ];
  for (const label of ours) expect(await languages(label), String(label)).toEqual(["en"]);

  const theirs = [
    page.locator("#mission"),
    page.getByRole("heading", { name: "Gardens and Growers" }),
    page.getByRole("heading", { name: titles[0] }),
    page.getByRole("link", { name: /^garden, / }).getByText("garden"),
    page.locator("#belief-1"),
    page.getByRole("banner").getByRole("link"),
  ];
  for (const text of theirs) expect(await languages(text.first()), String(text)).toEqual(["es"]);
});

/** The languages in which the texts below an element are said to be. */
const languages = (text: Locator) =>
  text.evaluate((root) => {
    const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = new Set<string>();
    while (nodes.nextNode()) {
      const { parentElement, nodeValue } = nodes.currentNode;
      if (nodeValue!.trim()) found.add(parentElement!.closest<HTMLElement>("[lang]")!.lang);
    }
    return [...found];
  });
