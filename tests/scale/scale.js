// Measures a site of any size, at the speed of this machine and on a slow phone.
// Usage: node scale.js ADDRESS, the browser in CHROME. Prints a table.
import { launch } from "../browser.js";
import { SLOW_CPU, open } from "./conditions.js";
import { interactions } from "./interactions.js";
import { summary } from "./statistics.js";
import { visit } from "./visit.js";

const RUNS = 3;
const STEPS = 30;

const [address] = process.argv.slice(2);
const browser = await launch();
const rows = [];
const note = (figure, numbers, digits = 0) => rows.push({ figure, ...summary(numbers, digits) });
try {
  const visits = [];
  for (let run = 0; run < RUNS; run += 1) visits.push(await visit(browser, address, { hasApp: true }));
  for (const name of ["firstPaint", "ready", "blocking", "nodes", "heap"]) note(name, visits.map((it) => it[name]));
  note("shift", visits.map((it) => it.shift), 3);
  note("frame of a scroll", await scroll());
  for (const cpu of [1, SLOW_CPU]) {
    const felt = await interactions(browser, address, cpu, RUNS);
    for (const [name, times] of Object.entries(felt)) note(`${name}, ${cpu}x`, times);
  }
} finally {
  await browser.close();
}
console.table(rows);

/** Scrolls the page from its top to its foot, and times each step until it is painted. */
async function scroll() {
  const { context, page } = await open(browser);
  await page.goto(address, { timeout: 300_000 });
  const frames = await page.evaluate(async (steps) => {
    const frames = [];
    for (let step = 1; step <= steps; step += 1) {
      const begun = performance.now();
      scrollTo(0, (document.documentElement.scrollHeight * step) / steps);
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      frames.push(performance.now() - begun);
    }
    return frames;
  }, STEPS);
  await context.close();
  return frames;
}
