// Measures what a keystroke of the search costs in script: from the event to the
// end of all that it sets off, before the browser draws.
// Usage: node keystrokes.js ADDRESS, the browser in CHROME. Prints milliseconds.
import { launch } from "../browser.js";

const WORDS = ["growth", "relationships", "nurturing", "zebra"];
const ROUNDS = 5;

const [address] = process.argv.slice(2);
const browser = await launch();
try {
  const page = await browser.newPage();
  await page.goto(address, { timeout: 120_000 });
  await page.locator("html[data-app=ready]").waitFor({ state: "attached", timeout: 120_000 });
  const times = await page.evaluate(type, { words: WORDS, rounds: ROUNDS });
  times.sort((one, other) => one - other);
  const at = (part) => times[Math.floor((times.length - 1) * part)].toFixed(1);
  console.log(`${times.length} keystrokes: median ${at(0.5)}, 95 % under ${at(0.95)}, most ${at(1)} ms`);
} finally {
  await browser.close();
}

async function type({ words, rounds }) {
  const field = document.querySelector("input[type=search]");
  // What a keystroke sets off runs in microtasks.
  const settled = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const keystroke = async (text) => {
    await drawn();
    field.value = text;
    const begun = performance.now();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await settled();
    return performance.now() - begun;
  };
  const times = [];
  await keystroke("warm up");
  for (let round = 0; round < rounds; round += 1) {
    for (const word of words) {
      for (let length = 1; length <= word.length; length += 1) {
        times.push(await keystroke(word.slice(0, length)));
      }
      await keystroke("");
    }
  }
  return times;
}
