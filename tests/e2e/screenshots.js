// Takes the pictures that docs/screenshots holds: the explorer, the whole page,
// the printed sheet and a printed card.
// Usage: node screenshots.js ADDRESS FOLDER, the browser in CHROME.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { launch } from "../browser.js";

const THEMES = ["light", "dark"];
const EXPLORER = { widths: [320, 768, 1280], states: { plain: "", "word-chosen": "#word-relationship" } };
const WHOLE = [390, 768, 1280];
const CARD = "integrity";
/** Pixels to a PDF's point, of which there are 72 to the inch. */
const SCALE = 1.25;

const [address, folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
for (const old of readdirSync(folder)) rmSync(`${folder}/${old}`);

async function open(browser, width, colorScheme, fragment = "") {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme, reducedMotion: "reduce" });
  // The copy for offline use says so, once: not in a picture.
  await page.route(/\/sw\.js$/, (route) => route.abort());
  await page.goto(address + fragment);
  await page.locator("html[data-app=ready][data-reader]").waitFor();
  await page.waitForFunction(areFontsThere);
  return page;
}

function areFontsThere() {
  const there = [...document.fonts].filter(({ family, status }) => status === "loaded" && !family.includes("before"));
  return there.length === 2;
}

async function showExplorer(browser, width, theme, [state, fragment]) {
  const page = await open(browser, width, theme, fragment);
  if (fragment) await page.locator("path[data-light=chosen]").waitFor();
  await page.locator("#index").evaluate((index) => index.scrollIntoView());
  await page.screenshot({ path: `${folder}/${width}-${theme}-${state}.png` });
  await page.close();
}

async function showWhole(browser, width, theme) {
  const page = await open(browser, width, theme);
  await page.screenshot({ path: `${folder}/page-${width}-${theme}.png`, fullPage: true });
  await page.close();
}

/** The first sheet of what the page prints, as a picture. */
async function showPaper(page, name) {
  const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ format: "Letter" })), verbosity: 0 }).promise;
  const sheet = await pdf.getPage(1);
  const viewport = sheet.getViewport({ scale: SCALE });
  const { canvas } = pdf.canvasFactory.create(viewport.width, viewport.height);
  await sheet.render({ canvas, viewport }).promise;
  writeFileSync(`${folder}/${name}.png`, canvas.toBuffer("image/png"));
}

const browser = await launch();
try {
  for (const theme of THEMES) {
    for (const width of EXPLORER.widths) {
      for (const state of Object.entries(EXPLORER.states)) await showExplorer(browser, width, theme, state);
    }
    for (const width of WHOLE) await showWhole(browser, width, theme);
  }
  const page = await open(browser, 1280, "light");
  await page.getByText("Comfort", { exact: true }).click();
  await page.screenshot({ path: `${folder}/comfort.png` });
  await showPaper(page, "printed-page");
  await page.evaluate(() => (globalThis.print = () => {}));
  const value = page.locator(".value", { has: page.locator(`#${CARD}`) });
  await value.locator(".pass-on summary").first().click();
  await value.getByRole("button", { name: "Print this card" }).click();
  await showPaper(page, "printed-card");
} finally {
  await browser.close();
}
