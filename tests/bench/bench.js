// Measures the site beside a page without script, in one run of one browser.
// Usage: node bench.js ADDRESS FOLDER [--runs N] [--json] [--picture FILE], the browser in CHROME.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { launch } from "../browser.js";
import { SLOW_CPU } from "./conditions.js";
import { serveControl } from "./control.js";
import { interactions } from "./interactions.js";
import { picture } from "./picture.js";
import { ofScripts, sizes } from "./sizes.js";
import { median, summary } from "./statistics.js";
import { visit } from "./visit.js";

const ROUNDS = 5;
const TIMES = { firstPaint: 0, largestPaint: 0, ready: 0, blocking: 0, shift: 3, heap: 0 };

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: "string", default: "9" }, json: { type: "boolean" }, picture: { type: "string" } },
});
const [address, folder] = positionals;

const slow = { network: "slow", cpu: SLOW_CPU };
const control = await serveControl(folder);
const browser = await launch();
const visits = { control: [], app: [] };
const felt = {};
try {
  for (let run = 0; run < Number(options.runs); run += 1) {
    visits.control.push(await visit(browser, control.address, { ...slow, hasApp: false }));
    visits.app.push(await visit(browser, address, { ...slow, hasApp: true }));
  }
  for (const cpu of [1, SLOW_CPU]) felt[`${cpu}x`] = await interactions(browser, address, cpu, ROUNDS);
} finally {
  await browser.close();
  control.close();
}

const of = (page, name) => visits[page].map((it) => it[name]);
const middle = (page, name) => median(of(page, name));
const first = middle("control", "firstPaint");
const ratios = {
  "first paint to the control's": middle("app", "firstPaint") / first,
  "largest paint to the control's": middle("app", "largestPaint") / middle("control", "largestPaint"),
  "ready to the control's first paint": middle("app", "ready") / first,
};
const loads = Object.keys(visits).flatMap((page) => {
  const shown = Object.entries(TIMES).filter(([name]) => page === "app" || name !== "ready");
  return shown.map(([name, digits]) => ({ page, figure: name, ...summary(of(page, name), digits) }));
});
const touched = Object.entries(felt).flatMap(([cpu, times]) =>
  Object.entries(times).map(([name, all]) => ({ interaction: name, cpu, ...summary(all, 1) })),
);
const parts = sizes(folder);
const requests = visits.app.at(-1).requests;

if (options.json) {
  console.log(JSON.stringify({ browser: browser.version(), loads, ratios, interactions: touched, sizes: parts, requests }, null, 2));
} else {
  console.log(`Chromium ${browser.version()}, ${options.runs} cold visits of each page, Slow 4G, ${SLOW_CPU} times slower CPU`);
  console.table(loads);
  console.table(Object.entries(ratios).map(([ratio, value]) => ({ ratio, value: Number(value.toFixed(3)) })));
  console.table(touched);
  console.table(Object.entries(requests).map(([type, it]) => ({ type, ...it })));
  console.table(Object.entries(parts).map(([part, it]) => ({ part, ...it })));
  console.log(`WASM and JavaScript in all, by gzip -9: ${ofScripts(parts)} bytes`);
}
if (options.picture) {
  writeFileSync(options.picture, picture([
    ["without script, first paint", first],
    ["first paint", middle("app", "firstPaint")],
    ["largest paint", middle("app", "largestPaint")],
    ["ready", middle("app", "ready")],
  ]));
}
