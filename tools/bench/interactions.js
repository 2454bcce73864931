// How long the page takes from what a reader does to the next frame, without a
// slow network: with the CPU as it is, and four times slower.
import { summary } from "./figures.js";
import { MOST_MS, SLOWER_CPU } from "./visit.js";

const ROUNDS = 6;
const WORD = "growth";
const WIDE = { width: 1280, height: 800 };
/** Longer than any frame: what one interaction began does not run into the next. */
const PAUSE_MS = 250;

/** The summary of each interaction, by CPU. */
export async function interact(browser, { address }) {
  const results = {};
  for (const rate of [1, SLOWER_CPU]) results[`${rate}x`] = await atRate(browser, address, rate);
  return results;
}

async function atRate(browser, address, rate) {
  const context = await browser.newContext({ viewport: WIDE });
  try {
    const page = await context.newPage();
    await page.addInitScript(time);
    await page.goto(address, { timeout: MOST_MS });
    await page.locator("html[data-app=ready]").waitFor({ state: "attached", timeout: MOST_MS });
    const client = await context.newCDPSession(page);
    await client.send("Emulation.setCPUThrottlingRate", { rate });
    const times = { word: [], step: [], letter: [] };
    // The first round of each kind stays in: a reader's first click is one, too.
    for (let round = 0; round < ROUNDS; round += 1) await oneRound(page, round, times);
    return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, summary(all)]));
  } finally {
    await context.close();
  }
}

async function oneRound(page, round, times) {
  const click = (target) => timed(page, () => target.click());
  const words = page.getByRole("region", { name: "Words that run through the text" });
  const links = words.getByRole("list").first().getByRole("link");
  times.word.push(await click(links.nth(round)));
  times.step.push(await click(page.getByRole("button", { name: "Next place" })));

  const field = page.getByRole("searchbox", { name: "Find another word" });
  await field.focus();
  for (const letter of WORD) times.letter.push(await timed(page, () => page.keyboard.press(letter)));
  await field.fill("");
}

async function timed(page, act) {
  await page.evaluate(() => (globalThis.interaction = undefined));
  await act();
  await page.waitForTimeout(PAUSE_MS);
  await page.waitForFunction(() => globalThis.interaction?.awaited === 0);
  return page.evaluate(() => globalThis.interaction.ended - globalThis.interaction.begun);
}

// The browser's own entries of type "event" come in steps of 8 ms, and not at all
// under 16, where nearly all of ours are. So: from the event's own time, which is
// that of the input, to the first task after the frame: an urgent one, since Chromium
// lets others wait after an input, for up to 100 ms. The app follows a link when
// the address has changed, which may be after a frame that shows nothing of it yet:
// every event that belongs to the interaction waits for a frame of its own, and the
// last one counts. What the compositor takes after the main thread is not in it.
function time() {
  const BEGIN = ["keydown", "click"];
  const FOLLOW = ["input", "change", "hashchange"];
  const follow = (interaction) => {
    interaction.awaited += 1;
    requestAnimationFrame(() => {
      const end = () => {
        interaction.awaited -= 1;
        interaction.ended = performance.now();
      };
      scheduler.postTask(end, { priority: "user-blocking" });
    });
  };
  const begin = ({ timeStamp }) => {
    globalThis.interaction ??= { begun: timeStamp, awaited: 0 };
    follow(globalThis.interaction);
  };
  for (const name of BEGIN) addEventListener(name, begin, { capture: true });
  const goOn = () => globalThis.interaction && follow(globalThis.interaction);
  for (const name of FOLLOW) addEventListener(name, goOn, { capture: true });
}
