// Takes the pictures of the explorer that docs/screenshots holds.
// Usage: node screenshots.js ADDRESS FOLDER, the browser in CHROME.
import { mkdirSync } from "node:fs";
import { launch } from "../browser.js";

const WIDTHS = [320, 768, 1280];
const THEMES = ["light", "dark"];
const STATES = { plain: "", "word-chosen": "#word-relationship" };

const [address, folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

const browser = await launch();
try {
  for (const width of WIDTHS) {
    for (const colorScheme of THEMES) {
      for (const [state, fragment] of Object.entries(STATES)) {
        const page = await browser.newPage({
          viewport: { width, height: 800 },
          colorScheme,
          reducedMotion: "reduce",
        });
        await page.goto(address + fragment);
        await page.locator("html[data-app=ready]").waitFor();
        if (state === "word-chosen") await page.locator("path[data-light=chosen]").waitFor();
        await page.locator("#index").evaluate((index) => index.scrollIntoView());
        await page.screenshot({ path: `${folder}/${width}-${colorScheme}-${state}.png` });
        await page.close();
      }
    }
  }
} finally {
  await browser.close();
}
