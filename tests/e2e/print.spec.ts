// The page on paper, and one value as a card.
import { expect, test, type Page } from "@playwright/test";
import jsQR from "jsqr";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { app, expectFonts, expectReady } from "./page.ts";
import { titles, units } from "./source.ts";

const FORMATS = ["Letter", "A4"] as const;
const OURS = ["Find a word", "Reading mode", "Copy link", "Comfort", "Words that run", "Ready to use", "Next value"];

/** The text of each sheet, without regard to how its lines are broken. */
async function sheets(page: Page, format: string) {
  const data = new Uint8Array(await page.pdf({ format }));
  const pdf = await getDocument({ data, verbosity: 0 }).promise;
  const texts = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    texts.push(squeezed(items.map((item) => ("str" in item ? item.str : "")).join(" ")));
  }
  return texts;
}

/** Paper breaks lines, and a PDF words, where it likes. */
const squeezed = (text: string) => text.replace(/\s+/g, "");

const STATES: Record<string, (page: Page) => Promise<unknown>> = {
  "as it comes": async () => {},
  "in the dark, in large letters": async (page) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await page.evaluate(() => {
      Object.assign(document.documentElement.dataset, { textSize: "larger", lineSpacing: "wider", lineWidth: "narrow" });
    });
  },
  "with one value shown and addressed": async (page) => {
    await page.getByRole("radio", { name: "One at a time" }).check();
    await page.evaluate(() => (location.hash = "#integrity"));
  },
  "while something is looked for": (page) => page.getByRole("searchbox").fill("growth"),
  "with everything open": (page) =>
    page.evaluate(() => document.querySelectorAll("details").forEach((it) => (it.open = true))),
  "with the drawings": (page) =>
    page.evaluate(() => (document.documentElement.dataset.printDrawings = "yes")),
};

for (const [state, enter] of Object.entries(STATES)) {
  for (const format of FORMATS) {
    test(`V10, C5: ${state}, the whole text and its source fit one ${format} sheet`, async ({ page }) => {
      await page.goto("./");
      await expectReady(page);
      await expectFonts(page);
      await enter(page);
      const texts = await sheets(page, format);
      expect(texts).toHaveLength(1);
      for (const unit of units) expect(texts[0]).toContain(squeezed(unit));
      for (const words of OURS) expect(texts[0]).not.toContain(squeezed(words));
      expect(texts[0]).toContain("https://www.vaimh.org/mission-and-values");
      expect(texts[0]).toMatch(/ascapturedonNovember22,2026/);
    });
  }
}

test("V10: on paper nothing is outlined, filled or underlined for being addressed", async ({ page }) => {
  await page.goto("./#integrity-1");
  await expectReady(page);
  const look = () =>
    page.locator("#integrity-1").evaluate((it) => {
      const { backgroundColor, boxShadow, outlineStyle } = getComputedStyle(it);
      return { backgroundColor, boxShadow, outlineStyle };
    });
  expect((await look()).boxShadow).not.toBe("none");
  await page.emulateMedia({ media: "print" });
  expect(await look()).toEqual({ backgroundColor: "rgba(0, 0, 0, 0)", boxShadow: "none", outlineStyle: "none" });
});

test("drawings are printed when chosen, and only then", async ({ page }) => {
  await page.goto("./");
  await expect(app(page)).toHaveAttribute("data-reader", "ready");
  await page.emulateMedia({ media: "print" });
  const drawing = page.locator(".drawing").first();
  await expect(drawing).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await page.getByText("Comfort", { exact: true }).click();
  await page.getByRole("checkbox", { name: "Print the drawings, too" }).check();
  await page.emulateMedia({ media: "print" });
  await expect(drawing).toBeVisible();
});

/** Has the card ready; the browser's own question, which no test can answer, is left out. */
async function askForCard(page: Page, title: string) {
  await page.evaluate(() => (globalThis.print = () => {}));
  const value = page.getByRole("region", { name: title });
  const button = value.getByRole("button", { name: "Print this card" });
  // A second click would close what the first has opened.
  if (!(await button.isVisible())) await value.locator(".pass-on summary").first().click();
  await button.click();
}

const addressOf = async (page: Page, title: string) => {
  const heading = page.getByRole("heading", { name: title, exact: true, level: 3 });
  return `${page.url().split("#")[0]}#${await heading.getAttribute("id")}`;
};

for (const [number, title] of titles.entries()) {
  test(`V11: the card of ${title} has the value whole, its number and its address`, async ({ page }) => {
    await page.goto("./");
    await expect(app(page)).toHaveAttribute("data-reader", "ready");
    const address = await addressOf(page, title);
    const from = units.indexOf(title);
    const next = number + 1 < titles.length ? units.indexOf(titles[number + 1]) : units.length - 5;
    for (const format of FORMATS) {
      await askForCard(page, title);
      const texts = await sheets(page, format);
      expect(texts).toHaveLength(1);
      for (const words of [...units.slice(from, next), `${number + 1} of 6`, address, "as captured on"]) {
        expect(texts[0]).toContain(squeezed(words));
      }
      for (const other of [units[1], units[units.length - 1], titles[(number + 1) % titles.length]]) {
        expect(texts[0]).not.toContain(squeezed(other));
      }
    }
  });
}

test("V11: after a card the page is as it was, and prints whole", async ({ page }) => {
  await page.goto("./#respect");
  await expect(app(page)).toHaveAttribute("data-reader", "ready");
  await page.getByRole("radio", { name: "One at a time" }).check();
  await askForCard(page, "Respect for Ethnicity, Culture, Individuality, and Diversity");
  await expect(app(page)).toHaveAttribute("data-prints", "card");
  await sheets(page, "Letter");
  await expect(app(page)).not.toHaveAttribute("data-prints");
  await expect(page.locator("#card")).toBeEmpty();
  await expect(page.getByRole("radio", { name: "One at a time" })).toBeChecked();
  expect(new URL(page.url()).hash).toBe("#respect");
  const [whole] = await sheets(page, "Letter");
  for (const unit of units) expect(whole).toContain(squeezed(unit));
});

test("V11: the code on the card leads to the value", async ({ page, context }) => {
  await page.goto("./");
  await expect(app(page)).toHaveAttribute("data-reader", "ready");
  const address = await addressOf(page, "Integrity");
  await askForCard(page, "Integrity");
  await page.emulateMedia({ media: "print" });
  const picture = await page.locator("#card svg").screenshot();
  const { data, width, height } = await pixels(await context.newPage(), picture);
  expect(jsQR(new Uint8ClampedArray(data), width, height)?.data).toBe(address);
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
