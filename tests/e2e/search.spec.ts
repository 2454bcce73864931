// The search: "Find a word on this page".
import { expect, test, type Page } from "@playwright/test";
import { expectReady } from "./page.ts";

const field = (page: Page) => page.getByRole("searchbox", { name: "Find a word on this page" });
const results = (page: Page) => page.getByRole("search").getByRole("listitem");
const count = (page: Page) => page.getByRole("search").getByRole("paragraph");

async function open(page: Page, address = "./") {
  await page.goto(address);
  await expectReady(page);
}

/** What is highlighted in the text, by either means. */
const highlighted = (page: Page) =>
  page.evaluate(() => {
    const marks = [...document.querySelectorAll("mark.found")].map((mark) => mark.textContent!);
    const registry = (globalThis as any).CSS?.highlights?.get("found") as Set<StaticRange> | undefined;
    const words = ({ startContainer, startOffset, endOffset }: StaticRange) =>
      startContainer.textContent!.slice(startOffset, endOffset);
    return [...(registry ?? [])].map(words).concat(marks);
  });

for (const means of ["highlights", "mark elements"]) {
  test(`K11: "growth" is found in 4 places, listed and highlighted by ${means}`, async ({ page }) => {
    if (means === "mark elements") await page.addInitScript(() => Reflect.deleteProperty(window, "Highlight"));
    await open(page);
    const texts = () => page.locator("[data-text]").allTextContents();
    const before = await texts();
    expect(before).toHaveLength(23);
    await field(page).fill("growth");
    await expect(count(page)).toHaveText("4 places contain ‘growth’");
    await expect(results(page)).toHaveCount(4);
    await expect(page.locator("#status")).toHaveText("4 places contain ‘growth’");
    expect(await highlighted(page)).toEqual(Array(4).fill("growth"));

    await page.keyboard.press("Escape");
    await expect(field(page)).toHaveValue("");
    await expect(field(page)).toBeFocused();
    await expect(results(page)).toHaveCount(0);
    expect(await highlighted(page)).toEqual([]);
    expect(await texts()).toEqual(before);
  });
}

test("K11: what is not there is said in plain words", async ({ page }) => {
  await open(page);
  await field(page).fill("zebra");
  await expect(count(page)).toHaveText("No places contain ‘zebra’");
  await expect(results(page)).toHaveCount(0);
  expect(await highlighted(page)).toEqual([]);
});

test("case, diacritics and the form of quotation marks do not matter", async ({ page }) => {
  await open(page);
  for (const [typed, places] of [
    ["GROWTH", 4],
    ["grówth", 4],
    ["“It is", 1],
    ["best practice", 1],
    ["growth change", 2],
    ["lationshi", 10],
  ] as const) {
    await field(page).fill(typed);
    await expect(results(page)).toHaveCount(places);
  }
});

test("a shared link carries the search, and nothing else of it stays", async ({ page }) => {
  await open(page, "./?q=growth#belief-2");
  await expect(field(page)).toHaveValue("growth");
  await expect(results(page)).toHaveCount(4);
  await field(page).fill("family");
  await expect(page).toHaveURL(/\?q=family#belief-2$/);
  const length = await page.evaluate(() => history.length);
  await page.getByRole("button", { name: "Clear" }).click();
  await expect(page).toHaveURL(/\/#belief-2$/);
  await expect(field(page)).toBeFocused();
  expect(await page.evaluate(() => history.length)).toBe(length);
});

test("a result leads to its place, and Back to the result", async ({ page }) => {
  await open(page);
  await field(page).fill("growth");
  const result = results(page).getByRole("link", { name: "Belief 2" });
  await result.press("Enter");
  await expect(page.locator("#belief-2")).toBeFocused();
  await page.goBack();
  await expect(result).toBeFocused();
  await expect(result).toBeInViewport();
  await expect(field(page)).toHaveValue("growth");
});

test("what looks like HTML is text", async ({ page }) => {
  await open(page, "./?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E");
  await expect(count(page)).toHaveText("No places contain ‘<img src=x onerror=alert(1)>’");
  await expect(page.locator("#app img")).toHaveCount(0);
});

test("K14: only these sentences are ever said", async ({ page }) => {
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    document.addEventListener("DOMContentLoaded", () => {
      const status = document.querySelector("#status")!;
      new MutationObserver(() => said.push(status.textContent!)).observe(status, { childList: true });
    });
  });
  await open(page);
  await field(page).pressSequentially("growth", { delay: 30 });
  await expect(page.locator("#status")).toHaveText("4 places contain ‘growth’");
  await page.getByRole("radio", { name: "One at a time" }).check();
  await expect(page.locator("#status")).toContainText("Showing one value at a time");
  const said = (await page.evaluate(() => (window as any).said)) as string[];
  expect(said).toEqual([
    "4 places contain ‘growth’",
    "Showing one value at a time: Importance of Relationships, 1 of 6",
  ]);
});
