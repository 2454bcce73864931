// scratch
import { launch } from "../browser.js";
import { open, slowDown } from "./conditions.js";
import { watch, figures, timeNext } from "./observe.js";
const [address] = process.argv.slice(2);
const browser = await launch();
try {
  for (const cpu of (process.argv[3] ?? "1,4").split(",").map(Number)) {
    const { page, client, context } = await open(browser, { cpu });
    await page.addInitScript(watch);
    await page.goto(address, { timeout: 300000, waitUntil: "commit" });
    await page.evaluate(() => globalThis.whenReady);
    await page.waitForTimeout(1000);
    const f = await page.evaluate(figures);
    await client.send("HeapProfiler.collectGarbage");
    const { metrics } = await client.send("Performance.getMetrics");
    const m = (n) => metrics.find((it) => it.name === n).value;
    console.log(cpu, JSON.stringify(f), "heap MB", (m("JSHeapUsedSize") / 1e6).toFixed(1), "nodes", m("Nodes"));
    const time = async (type, expected, act) => {
      await page.evaluate(timeNext, [type, expected]);
      await act();
      return page.evaluate(() => globalThis.timed);
    };
    const field = page.locator("input[type=search]");
    await field.focus();
    const keys = [];
    let typed = "";
    for (const key of "growth lantern") {
      typed += key;
      keys.push(await time("keydown", ".search-box__count", () => page.keyboard.press(key === " " ? "Space" : key)));
    }
    console.log("keys", keys.map((it) => it.toFixed(0)).join(" "));
    await field.press("Escape");
    const words = await page.locator(".words__name").evaluateAll((all) => all.slice(0, 5).map((it) => it.getAttribute("href")));
    for (const w of words) {
      const t = await time("pointerdown", `.index[data-lit] ~ *`, async () => { await page.locator(`.words__name[href="${w}"]`).dispatchEvent("pointerdown"); await page.locator(`.words__name[href="${w}"]`).evaluate((it) => it.click()); });
      console.log("word", w, t.toFixed(0));
    }
    const scroll = await page.evaluate(async () => {
      const frames = [];
      const h = document.documentElement.scrollHeight;
      for (let i = 0; i < 40; i++) {
        const t = performance.now();
        scrollTo(0, (h * i) / 40);
        await new Promise((d) => requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = d; c.port2.postMessage(""); }));
        frames.push(Math.round(performance.now() - t));
      }
      return frames;
    });
    console.log("scroll", scroll.join(" "));
    await context.close();
  }
} finally {
  await browser.close();
}
