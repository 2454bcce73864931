// What the page may cost. Every limit is a number in tests/budgets.json.
import { expect, test, type Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { weigh } from "../../tools/parts.js";
import { expectFonts, expectReady } from "./page.ts";

declare global {
  interface Window {
    answersBeforeReady?: number;
    shiftSoFar: () => number;
  }
}

type Figures = Record<string, number>;

const FILE = "tests/budgets.json";
const budgets: Record<string, Figures> = JSON.parse(readFileSync(new URL("../budgets.json", import.meta.url), "utf8"));

/** Names everything that has grown past its budget, and by how much. */
function expectWithin(kind: string, figures: Figures) {
  const over = Object.entries(budgets[kind]).flatMap(([name, most]) => {
    const figure = figures[name];
    expect(figure, `${FILE} has a limit for "${name}", which was not measured`).toBeDefined();
    const excess = Number((figure - most).toFixed(4));
    return excess > 0 ? [`${name} is ${figure}, which is ${excess} over the ${most} under "${kind}" in ${FILE}`] : [];
  });
  console.log(`${kind}: ${JSON.stringify(figures)}`);
  expect(over, over.join("\n")).toEqual([]);
}

test("no part of the page weighs more than its budget, in gzip -9", { tag: "@shipped" }, async ({ request }) => {
  const read = async (path: string) => (await request.get(`./${path}`)).body();
  const { files } = JSON.parse((await read("build.json")).toString());
  expectWithin("bytes", await weigh(files.map(({ path }: { path: string }) => path), read));
});

test("a first visit makes no more requests than its budget, until it is ready and in all", { tag: "@shipped" }, async ({ page }) => {
  let requests = 0;
  page.on("request", () => (requests += 1));
  await openRecorded(page);
  await page.waitForLoadState("networkidle");
  const answers = await page.evaluate(() => window.answersBeforeReady!);
  // The page itself is not among its resources.
  expectWithin("requests", { "until ready": answers + 1, "in all": requests });
});

test("the page has no more elements than its budget, and keeps still", { tag: "@shipped" }, async ({ page }) => {
  await openRecorded(page);
  await expectFonts(page);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
  const figures = await page.evaluate(() => ({
    elements: document.querySelectorAll("*").length,
    "layout shift": window.shiftSoFar(),
  }));
  expectWithin("page", figures);
});

test("the page is no higher than its budget, with all of its text", { tag: "@shipped" }, async ({ page }) => {
  const figures: Figures = {};
  for (const width of Object.keys(budgets.height)) {
    await page.setViewportSize({ width: Number(width), height: 800 });
    await page.goto("./");
    await expectReady(page);
    await expectFonts(page);
    figures[width] = await page.evaluate(() => document.documentElement.scrollHeight);
  }
  expectWithin("height", figures);
});

/** Opens the page, and has it note what it took to be ready, and how far it moved. */
async function openRecorded(page: Page) {
  await page.addInitScript(() => {
    let shift = 0;
    const add = (entries: PerformanceEntryList) => {
      for (const entry of entries as (PerformanceEntry & { value: number })[]) shift += entry.value;
    };
    const shifts = new PerformanceObserver((list) => add(list.getEntries()));
    shifts.observe({ type: "layout-shift", buffered: true });
    window.shiftSoFar = () => {
      // Those that the browser has not told yet.
      add(shifts.takeRecords());
      return shift;
    };
    new MutationObserver(() => {
      if (document.documentElement?.dataset.app !== "ready") return;
      // Those that were answered: at this very moment boot.js asks for more. Fonts and
      // icon come beside them, now earlier, now later, and hold up nothing.
      const answers = performance.getEntriesByType("resource").filter(({ name }) => !/\.(woff2|svg|png)$/.test(name));
      window.answersBeforeReady ??= answers.length;
    }).observe(document, { subtree: true, attributeFilter: ["data-app"] });
  });
  await page.goto("./");
  await expectReady(page);
}
