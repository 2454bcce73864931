// What the page may cost. Every limit is a number in tests/budgets.json, some of
// them by site: "/repo/" is built with the standard library as Rust ships it.
import { expect, test, type Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { SCRIPTS, weigh } from "../parts.js";
import { expectFonts, expectReady } from "./page.ts";

declare global {
  interface Window {
    answersBeforeReady?: number;
    shiftSoFar: () => number;
  }
}

type Figures = Record<string, number>;
type Limits = Record<string, number | Figures>;

const FILE = "tests/budgets.json";
const budgets: Record<string, Limits> = JSON.parse(readFileSync(new URL("../budgets.json", import.meta.url), "utf8"));

/** Names everything that has grown past its budget, and by how much. */
function expectWithin(kind: string, figures: Figures, site: string) {
  const limits = budgets[kind];
  expect(Object.keys(figures).sort(), `${FILE} has a limit for each figure`).toEqual(Object.keys(limits).sort());
  const over = Object.entries(figures).flatMap(([name, figure]) => {
    const limit = limits[name];
    const most = typeof limit === "number" ? limit : limit[site];
    if (figure <= most) return [];
    const excess = Number((figure - most).toFixed(4));
    return [`${name} is ${figure}, which is ${excess} over the ${most} under "${kind}" in ${FILE}`];
  });
  console.log(`${site} ${kind}: ${JSON.stringify(figures)}`);
  expect(over, over.join("\n")).toEqual([]);
}

test("no part of the page weighs more than its budget, in gzip -9", async ({ request }, { project }) => {
  const read = async (path: string) => (await request.get(`./${path}`)).body();
  const { files } = JSON.parse((await read("build.json")).toString());
  const parts = await weigh(files.map(({ path }: { path: string }) => path), read);
  const figures: Figures = Object.fromEntries(Object.entries(parts).map(([part, { gzip }]) => [part, gzip]));
  figures["all WASM and scripts"] = SCRIPTS.reduce((sum, part) => sum + figures[part], 0);
  expectWithin("bytes", figures, project.name);
});

test("the page makes no more requests than its budget, until it is ready and in all", async ({ page }, { project }) => {
  let requests = 0;
  page.on("request", () => (requests += 1));
  await openRecorded(page);
  await page.waitForLoadState("networkidle");
  const answers = await page.evaluate(() => window.answersBeforeReady!);
  // The page itself is not among its resources.
  expectWithin("requests", { "until ready": answers + 1, "in all": requests }, project.name);
});

test("the page has no more nodes than its budget, and keeps still", async ({ page }, { project }) => {
  await openRecorded(page);
  await expect(page.locator("html")).toHaveAttribute("data-reader");
  await expectFonts(page);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
  const figures = await page.evaluate(() => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
    let nodes = 0;
    while (walker.nextNode()) nodes += 1;
    return { nodes, "layout shift": window.shiftSoFar() };
  });
  expectWithin("page", figures, project.name);
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
