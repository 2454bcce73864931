// Measures what a keystroke of the search costs in script, by the browser's own
// account of the time that it spends in script.
// Usage: node keystrokes.js ADDRESS, the browser in CHROME. Prints milliseconds.
import { launch } from "../browser.js";

const WORDS = ["growth", "relationships", "nurturing", "zebra"];
const ROUNDS = 5;

const [address] = process.argv.slice(2);
const browser = await launch();
try {
  const page = await browser.newPage();
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  await page.goto(address, { timeout: 120_000 });
  await page.locator("html[data-app=ready]").waitFor({ state: "attached", timeout: 120_000 });

  const scriptSoFar = async () => {
    const { metrics } = await client.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "ScriptDuration").value * 1_000;
  };
  const keystroke = async (text) => {
    const before = await scriptSoFar();
    await page.evaluate(type, text);
    return (await scriptSoFar()) - before;
  };

  await keystroke("warm up");
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const word of WORDS) {
      for (let length = 1; length <= word.length; length += 1) {
        times.push(await keystroke(word.slice(0, length)));
      }
      await keystroke("");
    }
  }
  times.sort((one, other) => one - other);
  const at = (part) => times[Math.floor((times.length - 1) * part)].toFixed(1);
  console.log(`${times.length} keystrokes: median ${at(0.5)}, 95 % under ${at(0.95)}, most ${at(1)} ms`);
} finally {
  await browser.close();
}

/** Types a text and waits until the browser has drawn what came of it. */
async function type(text) {
  const field = document.querySelector("input[type=search]");
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}
