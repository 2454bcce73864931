// Takes the pictures that docs/screenshots holds: the page at rest and while a word
// is followed, Comfort, the printed sheet and a printed card; and what an editor sees.
// Usage: node screenshots.js ADDRESS FOLDER, the browser in CHROME.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { launch } from "./browser.js";
import { faultOf, serveEdit } from "./edits.js";

const THEMES = ["light", "dark"];
const WIDTHS = [390, 768, 1280];
const WORD = "relationship, 11 times";
const CARD = "Integrity";
/** Pixels to a PDF's point, of which there are 72 to the inch. */
const SCALE = 1.25;

/** How much of the page is in the pictures for editors. */
const EDIT = { width: 880, height: 560 };

const [address, folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
for (const old of readdirSync(folder)) rmSync(`${folder}/${old}`);

async function open(browser, width, colorScheme, prepare = async (_) => {}) {
  // The copy for offline use says so, once: not in a picture.
  const page = await browser.newPage({
    viewport: { width, height: 800 },
    colorScheme,
    reducedMotion: "reduce",
    serviceWorkers: "block",
    // As the page is served while someone works on it.
    bypassCSP: true,
  });
  await prepare(page);
  // Fonts that come after the first paint are for the next visit.
  do {
    await page.goto(address);
    await page.locator("html[data-app=ready]").waitFor();
  } while (!(await page.evaluate(isInItsFonts)));
  return page;
}

function isInItsFonts() {
  const context = document.createElement("canvas").getContext("2d");
  const widthIn = (families) => {
    context.font = `600 100px ${families}`;
    return context.measureText("mission").width;
  };
  const isThere = (font) => widthIn(`"${font}", monospace`) !== widthIn("monospace");
  return !document.documentElement.dataset.fonts && ["Atkinson Hyperlegible Next", "Fraunces"].every(isThere);
}

/** The whole page at rest, and what is on the screen while a word is followed. */
async function show(browser, width, theme) {
  const page = await open(browser, width, theme);
  await page.screenshot({ path: `${folder}/page-${width}-${theme}.png`, fullPage: true });
  await page.getByRole("link", { name: WORD }).click();
  await page.getByRole("region", { name: "Following" }).getByRole("button", { name: "Next place" }).click();
  await page.screenshot({ path: `${folder}/following-${width}-${theme}.png` });
  await page.close();
}

/** The first sheet of what the page prints, as a picture. */
async function showPaper(page, name) {
  const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ format: "Letter" })), verbosity: 0 }).promise;
  const sheet = await pdf.getPage(1);
  const viewport = sheet.getViewport({ scale: SCALE });
  // Its types say nothing of it.
  const factory = /** @type {any} */ (pdf.canvasFactory);
  const { canvas } = factory.create(viewport.width, viewport.height);
  await sheet.render({ canvas, viewport }).promise;
  writeFileSync(`${folder}/${name}.png`, canvas.toBuffer("image/png"));
}

/** The page in `serve` after an edit, or with what is wrong with the edit over it. */
async function showEdit(browser, name, edit, fault = null) {
  const page = await open(browser, EDIT.width, "light", (page) => serveEdit(page, address, edit, fault));
  await page.setViewportSize(EDIT);
  if (fault) await page.getByRole("alert").waitFor();
  await page.screenshot({ path: `${folder}/${name}.png` });
  await page.close();
}

/** The association's own words stay as they are, in pictures too. */
const addNote = (text) => text.replace(/"attribution": ".*"/, '$&, "attribution_note": "A note by the editor"');
const misspell = (text) => text.replace('"mission":', '"misson":');

const browser = await launch();
try {
  for (const theme of THEMES) {
    for (const width of WIDTHS) await show(browser, width, theme);
  }
  const page = await open(browser, 1280, "light");
  await page.getByText("Comfort", { exact: true }).click();
  await page.screenshot({ path: `${folder}/comfort.png` });
  await showPaper(page, "printed-page");
  await page.evaluate(() => (globalThis.print = () => {}));
  await page.getByRole("link", { name: CARD, exact: true }).click();
  await page.getByRole("group", { name: `${CARD}: tools` }).getByRole("button", { name: "Print a card" }).click();
  await page.locator("html[data-prints=card]").waitFor();
  await showPaper(page, "printed-card");
  await showEdit(browser, "editing", addNote);
  await showEdit(browser, "editing-fault", (text) => text, faultOf(misspell));
} finally {
  await browser.close();
}
