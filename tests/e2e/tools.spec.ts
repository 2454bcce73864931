// A value, a sentence or the mission by itself: its handle, and what can be done with it.
import { expect, test, type Page } from "@playwright/test";
import { keywords, passages } from "./keywords.ts";
import { expectMarked } from "./marks.ts";
import { DESK, PHONE, app, dock, expectReady, handle, noteSaid, openReady, openTools, searchField, toolButton, tools, wordLink } from "./page.ts";
import { collapse, titles, units } from "./source.ts";

/** What has a handle: the mission, titles, statements and beliefs. */
const HANDLES = ["Mission", ...passages.map(({ name }) => name).slice(8, -6).filter(Boolean), ...passages.slice(-5).map(({ name }) => name)];

const textOf = (place: string) => passages.findLast(({ name }) => name === place)!.text;

async function expectClosed(page: Page) {
  await expect(page.getByRole("group", { name: /: tools$/ })).toHaveCount(0);
  await expect(page.locator("[aria-expanded=true]")).toHaveCount(0);
}

test("the mission, each title, statement and belief has a handle that is called like it, and nothing else has", async ({ page }) => {
  await openReady(page);
  expect(HANDLES).toHaveLength(1 + 6 + 9 + 5);
  const all = page.getByRole("main").locator("a[aria-expanded]");
  await expect(all).toHaveCount(HANDLES.length);
  for (const [index, name] of HANDLES.entries()) {
    await expect(all.nth(index)).toHaveAccessibleName(name);
    await expect(all.nth(index)).toHaveAttribute("aria-expanded", "false");
  }
  const fragments = await all.evaluateAll((links) => links.map((link) => link.getAttribute("href")!));
  expect(new Set(fragments).size).toBe(HANDLES.length);
});

test("a handle opens tools in place, in the flow, and one at a time", async ({ page }) => {
  await openReady(page);
  const opened = ["Mission", titles[0], "Love of Gardens, 2 of 4", "Patience, statement", "Belief 5"];
  for (const [index, place] of opened.entries()) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await openTools(page, place);
    await expect(handle(page, place)).toHaveAttribute("aria-expanded", "true");
    await expect(page.locator("[aria-expanded=true]")).toHaveCount(1);
    await expect(page.getByRole("group", { name: /: tools$/ })).toHaveCount(1);
    await expect(tools(page, place)).toBeInViewport({ ratio: 1 });
    if (index === 0) expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(height);
    const passage = page.getByRole("main").locator((await handle(page, place).getAttribute("href"))!);
    const text = (await passage.getByText(textOf(place)).first().boundingBox())!;
    const card = (await tools(page, place).boundingBox())!;
    expect(card.y).toBeGreaterThanOrEqual(text.y + text.height - 1);
  }
});

for (const viewport of [PHONE, DESK]) {
  test(`at ${viewport.width} px tools that open at the foot of the window are scrolled into sight`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await openReady(page);
    for (const place of ["Love of Gardens, 3 of 4", "Respect for Soil, Weather, Insects, and Everything that Lives There", "Belief 5"]) {
      await handle(page, place).evaluate((it) => it.scrollIntoView({ block: "end", behavior: "instant" }));
      await handle(page, place).focus();
      await page.keyboard.press("Enter");
      await expect(tools(page, place)).toBeInViewport({ ratio: 1 });
      await expect(handle(page, place)).toBeFocused();
    }
  });
}

/** The words that a passage, or a title with its statements, has in common with the rest. */
function shared(place: string) {
  const own = titles.includes(place) ? [place, ...passages.map(({ name }) => name).filter((name) => name.startsWith(`${place}, `))] : [place];
  const isIn = (name: string) => own.includes(name);
  return keywords.filter(({ at }) => at.some(isIn) && !at.every(isIn));
}

test("tools say which words a passage shares, and each is followed from there", async ({ page }) => {
  await openReady(page);
  for (const place of ["Mission", titles[0], "Patience, statement", "Belief 2"]) {
    await openTools(page, place);
    const names = await tools(page, place).getByRole("list").first().getByRole("link").allTextContents();
    expect(names.map(collapse)).toEqual(shared(place).map(({ word }) => word));
    expect(names.length).toBeGreaterThan(0);
  }
  await tools(page, "Belief 2").getByRole("link", { name: "growth", exact: true }).click();
  await expect(dock(page)).toContainText("5 times in 5 places");
  await expectMarked(page, keywords.find(({ word }) => word === "growth")!.texts);
  await expect(page).toHaveURL(/#word-growth$/);
  await expectClosed(page);
});

test("tools of a value say how many words it has in common with which other values; those of a sentence do not", async ({ page }) => {
  await openReady(page);
  const holds = (title: string, { at }: { at: string[] }) => at.some((name) => name === title || name.startsWith(`${title}, `));
  for (const title of titles) {
    await openTools(page, title);
    const common = titles
      .filter((other) => other !== title)
      .map((other) => ({ other, count: shared(title).filter((word) => holds(other, word)).length }))
      .filter(({ count }) => count > 0);
    const row = tools(page, title).getByRole("listitem").filter({ hasText: / words?$/ });
    await expect(row).toHaveText(common.map(({ other, count }) => `${other} ${count} word${count === 1 ? "" : "s"}`));
  }
  await openTools(page, "Patience, statement");
  await expect(tools(page, "Patience, statement")).not.toContainText("In common with");
});

test("Print a card prints the passage, with what belongs to it and its address, and no more", async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    const printed: string[] = [];
    Object.assign(window, { printed });
    window.print = () => void printed.push(document.documentElement.dataset.prints ?? "page");
  });
  const cards: Record<string, { holds: string[]; lacks: string[] }> = {
    Patience: { holds: ["Patience", textOf("Patience, statement")], lacks: [titles[3], units[3], textOf("Belief 1")] },
    "Love of Gardens, 2 of 4": { holds: [titles[0], textOf("Love of Gardens, 2 of 4")], lacks: [textOf("Love of Gardens, 1 of 4")] },
    // A belief is half a sentence without the one after it.
    "Belief 4": { holds: [textOf("Belief 4"), textOf("Belief 5")], lacks: [titles[5], units[3]] },
    Mission: { holds: [textOf("Mission")], lacks: [titles[0]] },
  };
  await openReady(page);
  for (const [place, { holds, lacks }] of Object.entries(cards)) {
    await openTools(page, place);
    const address = `${baseURL}${await handle(page, place).getAttribute("href")}`;
    await toolButton(page, place, "Print a card").click();
    await expect.poll(() => page.evaluate(() => (window as any).printed.splice(0))).toEqual(["card"]);
    await page.emulateMedia({ media: "print" });
    const paper = collapse(await page.locator("body").innerText());
    for (const text of [...holds, address]) expect(paper, place).toContain(text);
    for (const text of lacks) expect(paper, place).not.toContain(text);
    await page.emulateMedia({ media: "screen" });
  }
});

test("a value can be presented from its tools, and focus comes back there", async ({ page }) => {
  await openReady(page);
  for (const place of ["Mission", "Belief 1", "Patience, statement"]) {
    await openTools(page, place);
    await expect(toolButton(page, place, "Copy link")).toBeVisible();
    await expect(toolButton(page, place, "Present")).toBeHidden();
  }
  await openTools(page, "Quiet Observation");
  await toolButton(page, "Quiet Observation", "Present").click();
  const dialog = page.getByRole("dialog", { name: "One value at a time" });
  await expect(dialog.getByRole("heading")).toContainText("Quiet Observation");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(toolButton(page, "Quiet Observation", "Present")).toBeFocused();
});

test("opening is an entry of the history; Back closes, and Forward, like every link, only tints", async ({ page }) => {
  await openReady(page);
  const before = await page.evaluate(() => history.length);
  await openTools(page, "Patience");
  await expect(page).toHaveURL(/#patience$/);
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
  await page.goBack();
  await expectClosed(page);
  expect(new URL(page.url()).hash).toBe("");
  await page.goForward();
  await expect(page).toHaveURL(/#patience$/);
  await expectClosed(page);
  await openTools(page, "Patience");
  await page.reload();
  await expectReady(page);
  await expectClosed(page);
  await expect(page.getByRole("heading", { name: "Patience" })).toBeInViewport();
});

/** Each way to close tools. */
const CLOSES: Record<string, (page: Page, place: string) => Promise<unknown>> = {
  Escape: async (page, place) => {
    await toolButton(page, place, "Copy as quotation").focus();
    await page.keyboard.press("Escape");
  },
  "Escape on the handle": (page, place) => handle(page, place).press("Escape"),
  Close: (page, place) => toolButton(page, place, "Close").click(),
  "the handle once more": (page, place) => handle(page, place).press("Enter"),
};

test("each way closes tools, and focus is on the handle", async ({ page }) => {
  await openReady(page);
  for (const [way, close] of Object.entries(CLOSES)) {
    for (const place of ["Respect for Soil, Weather, Insects, and Everything that Lives There", "Belief 3"]) {
      await openTools(page, place);
      await close(page, place);
      await expectClosed(page);
      await expect(handle(page, place), way).toBeFocused();
    }
  }
});

test("Tab leads from a handle into its tools", async ({ page }) => {
  await openReady(page);
  await handle(page, "Patience, statement").focus();
  await page.keyboard.press("Enter");
  await expect(tools(page, "Patience, statement")).toBeVisible();
  await page.keyboard.press("Tab");
  expect(await tools(page, "Patience, statement").evaluate((it) => it.contains(document.activeElement))).toBe(true);
});

test("tools and following are one choice: each ends the other", async ({ page }) => {
  await openReady(page);
  await wordLink(page, "seedling").click();
  await expect(dock(page)).toBeVisible();
  await openTools(page, "Patience");
  await expect(dock(page)).toHaveCount(0);
  await searchField(page).fill("birth");
  await expect(dock(page)).toBeVisible();
  await expectClosed(page);
});

test("clicks with a key held down are the browser's", async ({ page, context }) => {
  await openReady(page);
  const links = [handle(page, "Patience"), wordLink(page, "growth")];
  await openTools(page, "Belief 2");
  links.push(tools(page, "Belief 2").getByRole("link", { name: "growth", exact: true }));
  const address = page.url();
  for (const link of links) {
    const opened = context.waitForEvent("page");
    await link.click({ modifiers: ["ControlOrMeta"] });
    const tab = await opened;
    await expect(tab).toHaveURL(new RegExp(`${await link.getAttribute("href")}$`));
    await tab.close();
    expect(page.url()).toBe(address);
    await expect(tools(page, "Belief 2")).toBeVisible();
    await expect(dock(page)).toHaveCount(0);
  }
});

test("a tool that did not arrive is said to be missing, and the others work", async ({ page }) => {
  await page.route(/\/card-[0-9a-f]+\.js$/, (route) => route.abort());
  const said = await noteSaid(page);
  await openReady(page);
  await openTools(page, "Patience");
  await expect(tools(page, "Patience")).toContainText("This tool did not arrive");
  await expect.poll(said).toContainEqual(expect.stringContaining("did not arrive"));
  await expect(toolButton(page, "Patience", "Reload")).toBeVisible();
  await expect(toolButton(page, "Patience", "Copy link")).toBeVisible();
  await expect(app(page)).toHaveAttribute("data-app", "ready");
});
