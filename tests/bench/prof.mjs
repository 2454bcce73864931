import { launch } from "../browser.js";
import { open } from "./conditions.js";
import fs from "fs";
const browser = await launch();
const { page } = await open(browser, {});
await browser.startTracing(page, { categories: ["devtools.timeline","disabled-by-default-v8.cpu_profiler","blink","v8"] });
await page.goto(process.argv[2], { timeout: 300000, waitUntil: "commit" });
await page.locator("html[data-app=ready]").waitFor({ state: "attached", timeout: 300000 });
const t = JSON.parse((await browser.stopTracing()).toString());
const ev = t.traceEvents.filter((e) => e.ph === "X");
const by = {};
for (const e of ev) { const b = (by[e.name] ??= [0, 0, 0]); b[0] += e.dur / 1000; b[1]++; b[2] = Math.max(b[2], e.dur/1000); }
console.log(Object.entries(by).sort((a, b) => b[1][0] - a[1][0]).slice(0, 40).map(([n, v]) => `${v[0].toFixed(0)} ms x${v[1]} max ${v[2].toFixed(0)} ${n}`).join("\n"));
await browser.close();
