// Reading aloud, with voices that only write down what they are given: a browser
// under test has none.
import { expect, test, type Page } from "@playwright/test";
import { app, expectReady } from "./page.ts";
import { units } from "./source.ts";

type Voice = { lang: string; localService: boolean; default?: boolean };
const LOCAL: Voice = { lang: "en-US", localService: true };

async function withVoices(page: Page, voices: Voice[]) {
  await page.addInitScript((all) => {
    class Spoken {
      constructor(public text: string) {}
      voice?: object;
      onend?: () => void;
    }
    const speech = {
      said: [] as string[],
      current: undefined as Spoken | undefined,
      getVoices: () => all,
      addEventListener() {},
      speak(spoken: Spoken) {
        speech.said.push(spoken.text);
        speech.current = spoken;
      },
      cancel() {
        speech.current = undefined;
      },
    };
    Object.defineProperty(globalThis, "speechSynthesis", { value: speech });
    Object.defineProperty(globalThis, "SpeechSynthesisUtterance", { value: Spoken });
  }, voices);
  await page.goto("./");
  await expectReady(page);
  await expect(app(page)).toHaveAttribute("data-reader", "ready");
}

const said = (page: Page) => page.evaluate(() => (speechSynthesis as any).said as string[]);
/** Has the voice come to the end of what it was given. */
const sayOn = (page: Page) => page.evaluate(() => (speechSynthesis as any).current.onend());
const marked = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get("spoken") ?? [])].map((range) => range.toString()));
const button = (page: Page, name: string) => page.getByRole("button", { name });

async function startReading(page: Page) {
  await page.getByText("Comfort", { exact: true }).click();
  await button(page, "Read aloud").click();
}

test("every unit of the text is read in order, one sentence at a time, and marked", async ({ page }) => {
  await withVoices(page, [LOCAL]);
  await startReading(page);
  let at = 0;
  while (await button(page, "Stop reading").isVisible()) {
    const sentences = await said(page);
    expect(sentences).toHaveLength((at += 1));
    expect(await marked(page)).toEqual(sentences.slice(-1));
    await sayOn(page);
  }
  const whole = (await said(page)).join(" ");
  for (const unit of units) expect(whole).toContain(unit);
  expect(await marked(page)).toEqual([]);
});

test("reading pauses, goes on with the same sentence, and stops where it began", async ({ page }) => {
  await withVoices(page, [LOCAL]);
  await startReading(page);
  await sayOn(page);
  await button(page, "Pause reading").press("Enter");
  expect(await page.evaluate(() => (speechSynthesis as any).current)).toBeUndefined();
  await expect(button(page, "Go on reading")).toBeFocused();
  await button(page, "Go on reading").press("Enter");
  const sentences = await said(page);
  expect(sentences).toHaveLength(3);
  expect(sentences[2]).toBe(sentences[1]);
  await button(page, "Stop reading").press("Enter");
  await expect(button(page, "Stop reading")).toBeHidden();
  await expect(button(page, "Read aloud")).toBeFocused();
  expect(await marked(page)).toEqual([]);
});

test("a value can be listened to from its heading on", async ({ page }) => {
  await withVoices(page, [LOCAL]);
  await page.getByRole("region", { name: "Integrity" }).locator("summary").first().click();
  await page.getByRole("region", { name: "Integrity" }).getByRole("button", { name: "Listen from here" }).click();
  expect(await said(page)).toEqual(["Integrity"]);
});

for (const [what, voices] of Object.entries({
  "no voice": [],
  "only voices that send the text elsewhere": [{ lang: "en-US", localService: false }],
  "only voices of another language": [{ lang: "fr-FR", localService: true }],
})) {
  test(`with ${what} there is no button to listen`, async ({ page }) => {
    await withVoices(page, voices);
    await page.getByText("Comfort", { exact: true }).click();
    await expect(button(page, "Print the page")).toBeVisible();
    await expect(button(page, "Read aloud")).toBeHidden();
  });
}
