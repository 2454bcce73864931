// What Lighthouse makes of the release build, as a phone on a slow network has it.
// Usage: node lighthouse.js ADDRESS, the browser in CHROME.
import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import { createServer } from "node:net";
import { launchOptions } from "./browser.js";

const RUNS = 5;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const FIGURES = {
  "first-contentful-paint": "first contentful paint",
  "largest-contentful-paint": "largest contentful paint",
  "total-blocking-time": "total blocking time",
  "cumulative-layout-shift": "layout shift",
  "speed-index": "speed index",
};

const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

async function run(address) {
  const port = await freePort();
  const browser = await chromium.launch({
    ...launchOptions,
    args: [...launchOptions.args, `--remote-debugging-port=${port}`],
  });
  try {
    const { lhr } = await lighthouse(address, { port, onlyCategories: CATEGORIES, logLevel: "error" });
    return lhr;
  } finally {
    await browser.close();
  }
}

/** What takes points, by name. */
function complaints({ categories, audits }) {
  const refs = Object.values(categories).flatMap(({ auditRefs }) => auditRefs);
  const failed = refs.filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9);
  return [...new Set(failed.map(({ id }) => `${id}: ${audits[id].title} ${audits[id].displayValue ?? ""}`))];
}

const [address] = process.argv.slice(2);
const results = [];
for (let number = 1; number <= RUNS; number += 1) results.push(await run(address));

const row = (name, values, show) => [name, ...[median(values), Math.min(...values), Math.max(...values)].map(show)];
const scores = CATEGORIES.map((name) => {
  return row(name, results.map(({ categories }) => categories[name].score * 100), (it) => it.toFixed(0));
});
const figures = Object.entries(FIGURES).map(([id, name]) => {
  const show = id.endsWith("shift") ? (it) => it.toFixed(3) : (it) => `${it.toFixed(0)} ms`;
  return row(name, results.map(({ audits }) => audits[id].numericValue), show);
});
console.log(`Lighthouse ${results[0].lighthouseVersion}, mobile, ${RUNS} runs`);
console.table([...scores, ...figures].map(([name, middle, least, most]) => ({ name, median: middle, least, most })));
for (const complaint of new Set(results.flatMap(complaints))) console.log(complaint);
