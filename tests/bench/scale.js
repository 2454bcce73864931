// Measures a site of any size, at the speed of this machine; interactions at a
// quarter of it, too, and the first paint on a slow network with a slow CPU.
// Usage: node scale.js ADDRESS, the browser in CHROME. Prints a table.
import { launch } from "../browser.js";
import { over, summary } from "./figures.js";
import { interact } from "./interactions.js";
import { FAST, MOST_MS, SLOW, visit } from "./visit.js";

const RUNS = 3;
const STEPS = 30;
const FIGURES = ["first", "ready", "blocked", "shift", "elements", "heap"];

const [address] = process.argv.slice(2);
const page = { address, hasApp: true };

async function measure(browser) {
  const visits = await visitTimes(browser, FAST);
  const rows = Object.fromEntries(FIGURES.map((name) => [name, over(visits, name)]));
  const slowVisits = await visitTimes(browser, SLOW);
  rows["first, slow network and CPU"] = over(slowVisits, "first");
  rows["HTML, bytes on the wire"] = summary(slowVisits.map(({ answers }) => answers.document.bytes));
  rows["a step of scrolling"] = summary(await scroll(browser));
  for (const [rate, times] of Object.entries(await interact(browser, page))) {
    for (const [name, time] of Object.entries(times)) rows[`${name}, ${rate}`] = time;
  }
  return rows;
}

async function visitTimes(browser, conditions) {
  const visits = [];
  for (let run = 0; run < RUNS; run += 1) visits.push(await visit(browser, page, conditions));
  return visits;
}

/** Scrolls from the top to the foot, and times each step until its frame. */
async function scroll(browser) {
  const tab = await browser.newPage();
  await tab.goto(address, { timeout: MOST_MS });
  const frames = await tab.evaluate(async (steps) => {
    const frames = [];
    for (let step = 1; step <= steps; step += 1) {
      const begun = performance.now();
      scrollTo(0, (document.documentElement.scrollHeight * step) / steps);
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      frames.push(performance.now() - begun);
    }
    return frames;
  }, STEPS);
  await tab.close();
  return frames;
}

const rounded = (figures) =>
  Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, Number(figure.toFixed(3))]));

const browser = await launch();
try {
  const rows = Object.entries(await measure(browser));
  console.table(Object.fromEntries(rows.map(([name, figures]) => [name, rounded(figures)])));
} finally {
  await browser.close();
}
