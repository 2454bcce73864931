// What a visitor does, from the input to the paint of what comes of it.
import { open, slowDown } from "./conditions.js";
import { timeNext, watch } from "./observe.js";

const LETTERS = "growth";

/** Milliseconds of each interaction, by name. */
export async function interactions(browser, address, cpu, rounds) {
  const { context, page, client } = await open(browser);
  try {
    await page.addInitScript(watch);
    await page.goto(address, { timeout: 300_000 });
    await page.evaluate(() => globalThis.whenReady);
    await slowDown(client, cpu);
    const times = { "choose a value": [], "type a letter": [], "choose a word": [], "switch the mode": [] };
    for (let round = 0; round < rounds; round += 1) await once(page, times);
    return times;
  } finally {
    await context.close();
  }
}

async function once(page, times) {
  const time = async (name, type, expected, act) => {
    await page.evaluate(timeNext, [type, expected]);
    await act();
    times[name].push(await page.evaluate(() => globalThis.timed));
  };
  const follow = (link) => async () => {
    await link.focus();
    await page.keyboard.press("Enter");
  };

  const id = await page.locator(".value h3").nth(2).getAttribute("id");
  const value = page.locator(`.index a[href="#${id}"]`);
  await value.evaluate((it) => it.closest("details")?.setAttribute("open", ""));
  await time("choose a value", "keydown", `.index__row:has(> [href="#${id}"])[data-light=chosen]`, follow(value));

  const field = page.getByRole("searchbox");
  await field.focus();
  for (const [index, letter] of [...LETTERS].entries()) {
    const shown = `[data-shown="${LETTERS.slice(0, index + 1)}"]`;
    await page.evaluate(noteWhatIsShown);
    await time("type a letter", "keydown", shown, () => page.keyboard.press(letter));
  }
  await field.press("Escape");

  const word = page.locator(".words__name").first();
  const thread = await word.getAttribute("href");
  await time("choose a word", "keydown", `${thread}:target`, follow(word));

  const [one, all] = [1, 0].map((which) => page.locator(".reading-mode input").nth(which));
  await one.focus();
  await time("switch the mode", "keydown", ".values-explorer__values[data-one]", () => page.keyboard.press("Space"));
  await all.focus();
  await page.keyboard.press("Space");
}

/** Notes for which query the count was last written, where a selector can see it. */
function noteWhatIsShown() {
  const count = document.querySelector(".search-box__count");
  const query = () => document.querySelector("input[type=search]").value;
  globalThis.noting?.disconnect();
  globalThis.noting = new MutationObserver(() => (document.body.dataset.shown = query()));
  globalThis.noting.observe(count, { subtree: true, childList: true, characterData: true });
}
