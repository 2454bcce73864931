// The page on paper, and one passage as a card.
import { expect, test, type Page } from "@playwright/test";
import jsQR from "jsqr";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { PHONE, app, expectFonts, expectReady, find, follow, fontsOf, openMenu, openTools, tools, uncaughtErrors } from "./page.ts";
import * as shipped from "./shipped.ts";
import { titles, units } from "./source.ts";

const OURS = ["Find", "another word", "Contents", "Copy link", "Comfort", "Words that run", "Ready to use", "Next", "times in", "skip"];

type Paper = Parameters<Page["pdf"]>[0];
const PAGE_PAPERS = [{ format: "Letter" }, { format: "A4" }];
/** Every paper that a card may meet, in both directions. */
const CARD_PAPERS = ["Letter", "A4", "A5"].flatMap((format) => [{ format }, { format, landscape: true }]);
/** The smallest: what fits these fits the others. */
const SMALL_PAPERS = CARD_PAPERS.slice(-2);

/** In points: a little less than what style/print.css leaves free. */
const MARGIN = 30;

/** The text of each sheet, without regard to how its lines are broken. */
async function sheets(page: Page, paper: Paper) {
  const data = new Uint8Array(await page.pdf(paper));
  const pdf = await getDocument({ data, verbosity: 0 }).promise;
  const texts = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const sheet = await pdf.getPage(number);
    const { items } = await sheet.getTextContent();
    const pieces = items.flatMap((item) => ("str" in item && item.str.trim() ? [item] : []));
    texts.push(squeezed(pieces.map(({ str }) => str).join(" ")));
    // What is cut off at an edge is in the file all the same.
    const heights = pieces.map(({ transform }) => transform[5] as number);
    expect(Math.min(...heights)).toBeGreaterThan(MARGIN);
    expect(Math.max(...heights)).toBeLessThan(sheet.view[3] - MARGIN);
  }
  return texts;
}

/** Paper breaks lines, and a PDF words, where it likes. */
const squeezed = (text: string) => text.replace(/\s+/g, "");

async function expectWholePage(page: Page, paper: Paper = PAGE_PAPERS[0]) {
  const texts = await sheets(page, paper);
  expect(texts).toHaveLength(1);
  for (const unit of units) expect(texts[0]).toContain(squeezed(unit));
  for (const words of OURS) expect(texts[0]).not.toContain(squeezed(words));
  expect(texts[0]).toContain("https://seeds.example/gardens-and-growers");
  expect(texts[0]).toMatch(/ascapturedonOctober31,2026/);
}

async function open(page: Page, address = "./") {
  await page.goto(address);
  await expectReady(page);
  await expectFonts(page);
}

const comfort = (page: Page, name: string) => page.getByRole("navigation", { name: "Page" }).getByLabel(name, { exact: true });

const STATES: Record<string, (page: Page) => Promise<unknown>> = {
  "as it comes": async () => {},
  "in the dark, in large letters, narrow": async (page) => {
    await openMenu(page, "Comfort");
    for (const name of ["Dark", "Larger", "Wider", "Narrow"]) await comfort(page, name).check();
  },
  "while a word is followed, with all the words open": async (page) => {
    await page.getByText("All the words and their places").click();
    await follow(page, "garden");
    await page.getByRole("button", { name: "Next place" }).click();
  },
  "while something is looked for": (page) => find(page, "growth"),
  "with tools and Contents open": async (page) => {
    await openTools(page, "Patience");
    await tools(page, "Patience").getByRole("button", { name: "Copy link" }).click();
    await openMenu(page, "Contents");
  },
  "while a value is presented": (page) => page.getByRole("button", { name: "Present" }).click(),
  "with the drawings": async (page) => {
    await openMenu(page, "Comfort");
    await comfort(page, "Print the drawings, too").check();
  },
};

for (const [state, enter] of Object.entries(STATES)) {
  test(`${state}, the whole text and its source fit one sheet of Letter and of A4`, async ({ page }) => {
    await open(page);
    await enter(page);
    for (const paper of PAGE_PAPERS) await expectWholePage(page, paper);
    if (state !== "as it comes") return;
    // A phone, too, prints one sheet.
    await page.setViewportSize(PHONE);
    for (const paper of PAGE_PAPERS) await expectWholePage(page, paper);
  });
}

/** What sets a passage apart from its neighbors: elements that have a ground, a frame or a line. */
const marksOf = (page: Page, id: string) =>
  page.locator(`#${id}`).evaluate((it) => {
    const all = [it, ...it.querySelectorAll("*")].filter((element) => element.checkVisibility());
    return all.filter((element) => {
      const { backgroundColor, boxShadow, outlineStyle, textDecorationLine, color } = getComputedStyle(element);
      const isBlack = color === "rgb(0, 0, 0)";
      const marks = [backgroundColor !== "rgba(0, 0, 0, 0)", boxShadow !== "none", outlineStyle !== "none", textDecorationLine !== "none"];
      return marks.some(Boolean) || !isBlack;
    }).length;
  });

test("what a link leads to, and the words that recur, also where they are followed, are marked on the screen, and not on paper", async ({ page }) => {
  await open(page, "./#patience-1");
  for (const [id, enter] of [
    ["patience-1", async () => {}],
    ["belief-1", async () => {}],
    ["belief-1", () => follow(page, "growth")],
  ] as const) {
    await enter();
    await expect.poll(() => marksOf(page, id)).toBeGreaterThan(0);
    await page.emulateMedia({ media: "print" });
    expect(await marksOf(page, id)).toBe(0);
    await page.emulateMedia({ media: "screen" });
  }
});

test("what is looked for, and what is read aloud, is not marked on paper", async ({ page }) => {
  await open(page);
  const grounds = () =>
    page.evaluate(() => ["found", "current", "spoken"].map((name) => getComputedStyle(document.body, `::highlight(${name})`).backgroundColor));
  const clear = "rgba(0, 0, 0, 0)";
  for (const ground of await grounds()) expect(ground).not.toBe(clear);
  await page.emulateMedia({ media: "print" });
  expect(await grounds()).toEqual([clear, clear, clear]);
});

test("neither the thread nor a drawing is printed, unless the drawings are chosen", async ({ page }) => {
  await open(page);
  const drawing = page.getByRole("img", { name: "Newborn Baby" });
  await expect(page.locator("#thread")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("#thread")).toBeHidden();
  await expect(drawing).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await openMenu(page, "Comfort");
  await comfort(page, "Print the drawings, too").check();
  await page.emulateMedia({ media: "print" });
  await expect(drawing).toBeVisible();
  await expect(page.locator("#thread")).toBeHidden();
});

declare global {
  interface Window {
    printed: string[];
  }
}

/** Notes what would be printed. The browser's own question, which no test can answer, is left out. */
const notePrinting = (page: Page) =>
  page.evaluate(() => {
    window.printed = [];
    window.print = () => window.printed.push(document.documentElement.dataset.prints ?? "page");
  });

async function printCard(page: Page, place: string) {
  if (!(await tools(page, place).isVisible())) await openTools(page, place);
  await tools(page, place).getByRole("button", { name: "Print a card" }).click();
  await expect(app(page)).toHaveAttribute("data-prints", "card");
}

const addressOf = (page: Page, id: string) => `${page.url().split(/[?#]/)[0]}#${id}`;

/** What is printed is one sheet on each of these papers, with all of one and nothing of the other. */
async function expectCard(page: Page, papers: Paper[], holds: string[], lacks: string[] = []) {
  for (const paper of papers) {
    const texts = await sheets(page, paper);
    expect(texts, JSON.stringify(paper)).toHaveLength(1);
    for (const text of holds) expect(texts[0], JSON.stringify(paper)).toContain(squeezed(text));
    for (const text of lacks) expect(texts[0], JSON.stringify(paper)).not.toContain(squeezed(text));
  }
}

test("the card of each value is one sheet, with all of the value and nothing else", async ({ page }) => {
  await open(page);
  await notePrinting(page);
  for (const [number, title] of titles.entries()) {
    await printCard(page, title);
    const id = (await page.getByRole("main").getByRole("link", { name: title, exact: true, includeHidden: true }).first().getAttribute("href"))!.slice(1);
    const from = units.indexOf(title);
    const next = number + 1 < titles.length ? units.indexOf(titles[number + 1]) : units.length - 5;
    const holds = [...units.slice(from, next), addressOf(page, id), "as captured on October 31, 2026"];
    const lacks = [units[1], units.at(-1)!, titles[(number + 1) % titles.length], ...OURS];
    // The first value has the most statements.
    await expectCard(page, number === 0 ? CARD_PAPERS : SMALL_PAPERS, holds, lacks);
  }
});

test("the text that is shipped, too, fits one sheet of Letter and of A4, also on a first visit, to which the fonts come too late", { tag: "@shipped" }, async ({ page }) => {
  await open(page);
  for (const paper of PAGE_PAPERS) await expectCard(page, [paper], shipped.units, OURS);
  await page.route(/\.woff2$/, (route) => route.abort());
  await page.goto("./");
  await expectReady(page);
  expect(await fontsOf(page)).toEqual([]);
  for (const paper of PAGE_PAPERS) await expectCard(page, [paper], shipped.units, OURS);
});

test("each value of the text that is shipped fits the card on the smallest paper", { tag: "@shipped" }, async ({ page }) => {
  await open(page);
  await notePrinting(page);
  for (const title of shipped.titles) {
    await printCard(page, title);
    await expectCard(page, SMALL_PAPERS, [title], [shipped.units[1], shipped.units.at(-1)!]);
  }
});

test("the card of a belief has all beliefs, so that none is passed on without the one that follows it; that of the mission is one sheet", async ({ page }) => {
  await open(page);
  await notePrinting(page);
  await printCard(page, "Belief 4");
  await expectCard(page, SMALL_PAPERS, units.slice(-5));
  await printCard(page, "Mission");
  await expectCard(page, SMALL_PAPERS, [units[3]], [units.at(-1)!]);
});

test("the browser's word that it has printed, which phones give at once, does not take the card away", async ({ page }) => {
  await open(page);
  await notePrinting(page);
  await printCard(page, "Patience");
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  const [card] = await sheets(page, { format: "Letter" });
  expect(card).not.toContain(squeezed(units[0]));
  expect(await page.evaluate(() => window.printed)).toEqual(["card"]);
});

test("a press, a key, a turn of the wheel and the way back show that printing is over: then the page is printed, and is as it was", async ({ page }) => {
  await open(page);
  await notePrinting(page);
  for (const [what, act] of Object.entries({
    "a press": () => page.mouse.click(4, 300),
    "a key": () => page.keyboard.press("Shift"),
    "a turn of the wheel": () => page.mouse.wheel(0, 60),
    "the way back": () => page.evaluate(() => history.back()),
  })) {
    await printCard(page, "Patience");
    await act();
    await expect(app(page), what).not.toHaveAttribute("data-prints");
    await expectWholePage(page);
  }
});

test("\"Print the page\" prints the page, also after a card", async ({ page }) => {
  await open(page);
  await notePrinting(page);
  await printCard(page, "Patience");
  await page.getByRole("navigation", { name: "Page" }).locator("summary", { hasText: "Comfort" }).press("Enter");
  await page.getByRole("button", { name: "Print the page" }).press("Enter");
  await expect.poll(() => page.evaluate(() => window.printed)).toEqual(["card", "page"]);
});

test("\"Print the page\" prints the page when no key or press has come before", async ({ page }) => {
  await open(page);
  await notePrinting(page);
  await openMenu(page, "Comfort");
  await openTools(page, "Patience");
  await printCard(page, "Patience");
  // As a screen reader presses it.
  await page.getByText("Print the page", { exact: true }).evaluate((it: HTMLElement) => it.click());
  await expect.poll(() => page.evaluate(() => window.printed)).toEqual(["card", "page"]);
});

for (const [what, print] of Object.entries({ "no print()": undefined, "a print() that throws": "throws" })) {
  test(`a browser with ${what} goes on, and its own command prints the page`, async ({ page }) => {
    const errors = uncaughtErrors(page);
    await open(page);
    await page.evaluate((print) => {
      const refuse = () => {
        throw new Error("No printing here.");
      };
      Object.assign(window, { print: print && refuse });
    }, print);
    await openTools(page, "Patience");
    await tools(page, "Patience").getByRole("button", { name: "Print a card" }).click();
    await page.keyboard.press("Control+p");
    await expect(app(page)).not.toHaveAttribute("data-prints");
    await openMenu(page, "Comfort");
    await page.getByRole("button", { name: "Print the page" }).click();
    await expectWholePage(page);
    expect(errors).toEqual([]);
  });
}

test("the code on the card leads to the value, without what this reader looks for", async ({ page, context }) => {
  await open(page, "./?q=growth");
  await notePrinting(page);
  await printCard(page, "Patience");
  await page.emulateMedia({ media: "print" });
  const picture = await page.locator("article svg").screenshot();
  const { data, width, height } = await pixels(await context.newPage(), picture);
  expect(jsQR(new Uint8ClampedArray(data), width, height)?.data).toBe(addressOf(page, "patience"));
});

/** A picture's pixels, as red, green, blue and alpha. */
const pixels = (blank: Page, picture: Buffer) =>
  blank.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (it) => it.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const { width, height } = bitmap;
    const canvas = new OffscreenCanvas(width, height).getContext("2d")!;
    canvas.drawImage(bitmap, 0, 0);
    return { data: [...canvas.getImageData(0, 0, width, height).data], width, height };
  }, picture.toString("base64"));
