// Measures the page beside a control page, which is the same without any script.
// Usage: node bench.js APP CONTROL FOLDER [--runs N] [--json] [--picture FILE],
// with the two addresses and the built site; the browser in CHROME.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launch } from "../browser.js";
import { weigh } from "../parts.js";
import { over } from "./figures.js";
import { interact } from "./interactions.js";
import { picture } from "./picture.js";
import { table } from "./table.js";
import { visit } from "./visit.js";

const FIGURES = ["first", "largest", "ready", "blocked", "shift", "heap", "elements", "requests", "bytes"];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: "string", default: "9" }, json: { type: "boolean" }, picture: { type: "string" } },
});
const [app, control, folder] = positionals;
const runs = Number(options.runs);
const pages = { control: { address: control, hasApp: false }, app: { address: app, hasApp: true } };

/** By turns, so that what else the machine does meets both pages alike. */
async function visitInTurns(browser) {
  const visits = { control: [], app: [] };
  // A round that does not count: the first pages of a browser pay for its own start.
  for (let round = 0; round <= runs; round += 1) {
    for (const [name, page] of Object.entries(pages)) {
      const seen = await visit(browser, page);
      if (round > 0) visits[name].push(seen);
    }
    if (round > 0) console.error(`round ${round} of ${runs}`);
  }
  return visits;
}

function summarized(visits) {
  const figures = FIGURES.map((name) => [name, over(visits, name)]).filter(([, figure]) => figure);
  return Object.fromEntries(figures);
}

/** To the first paint of the control page. */
const ratiosOf = ({ control, app }) => ({
  first: app.first.median / control.first.median,
  ready: app.ready.median / control.first.median,
});

async function measure(browser) {
  const seen = await visitInTurns(browser);
  const visits = { control: summarized(seen.control), app: summarized(seen.app) };
  const read = (path) => readFileSync(join(folder, path));
  const files = JSON.parse(read("build.json").toString()).files.map(({ path }) => path);
  return {
    browser: `Chromium ${browser.version()}`,
    runs,
    ...visits,
    ratios: ratiosOf(visits),
    interactions: await interact(browser, pages.app),
    bytes: await weigh(files, read),
  };
}

const browser = await launch();
try {
  const report = await measure(browser);
  if (options.picture) writeFileSync(options.picture, picture(report));
  console.log(options.json ? JSON.stringify(report, null, 2) : table(report));
} finally {
  await browser.close();
}
