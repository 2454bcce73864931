// Reading aloud, with voices that only write down what they are given: a browser
// under test has none.
import { expect, test, type Page } from "@playwright/test";
import { collapse, titles, units, unitsWithLabels } from "./source.ts";
import { dock, expectReady, follow, openMenu, openTools, tools } from "./page.ts";

type Voice = { lang: string; localService: boolean; default?: boolean };
const LOCAL: Voice = { lang: "en-US", localService: true };

interface Utterance {
  text: string;
  voice: Voice;
  onstart?: () => void;
  onend?: () => void;
  onerror?: () => void;
}

declare global {
  interface Window {
    engine: { said: string[]; voices: Voice[]; swallows: boolean; current?: Utterance; onVoices: () => void };
  }
}

/** Opens the page with an engine that has these voices, and says only what the test has it say. */
async function openWithVoices(page: Page, voices: Voice[]) {
  await page.addInitScript((voices) => {
    const engine: Window["engine"] = { said: [], voices, swallows: false, onVoices() {} };
    window.engine = engine;
    const speech = {
      getVoices: () => engine.voices,
      addEventListener: (_: string, act: () => void) => (engine.onVoices = act),
      speak(utterance: Utterance) {
        engine.said.push(utterance.text);
        engine.current = utterance;
        if (!engine.swallows) utterance.onstart?.();
      },
      cancel: () => (engine.current = undefined),
    };
    class Spoken {
      constructor(public text: string) {}
    }
    Object.defineProperty(window, "speechSynthesis", { value: speech });
    Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Spoken });
  }, voices);
  await page.goto("./");
  await expectReady(page);
}

const FAILED = "The voice of this device does not answer";

const bar = (page: Page) => page.getByRole("region", { name: "Reading aloud" });
const button = (page: Page, name: string) => bar(page).getByRole("button", { name, exact: true });
const readAloud = (page: Page) => page.getByRole("button", { name: "Read aloud" });
const said = (page: Page) => page.evaluate(() => window.engine.said);
const isSpeaking = (page: Page) => page.evaluate(() => Boolean(window.engine.current));
/** Has the voice come to the end of what it was given. */
const sayOn = (page: Page) => page.evaluate(() => window.engine.current!.onend!());
const marked = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get("spoken") ?? [])].map((range) => range.toString()));
const expectSaid = (page: Page, count: number) => expect.poll(async () => (await said(page)).length).toBe(count);

async function startReading(page: Page) {
  await openMenu(page, "Comfort");
  await readAloud(page).click();
  await expect(bar(page)).toBeVisible();
}

async function listenFrom(page: Page, place: string) {
  await openTools(page, place);
  await tools(page, place).getByRole("button", { name: "Listen from here" }).click();
  await expect(bar(page)).toBeVisible();
}

test("the whole text is read in its order, a sentence at a time, each marked and in sight, and nothing else", async ({ page }) => {
  await openWithVoices(page, [LOCAL]);
  await startReading(page);
  for (let count = 1; await bar(page).isVisible(); count += 1) {
    await expectSaid(page, count);
    const sentence = (await said(page)).at(-1)!;
    await expect.poll(async () => (await marked(page)).map(collapse)).toEqual([sentence]);
    await sayOn(page);
    await expect.poll(async () => (await said(page)).length > count || !(await bar(page).isVisible())).toBe(true);
  }
  const whole = collapse((await said(page)).join(" "));
  expect(whole).toBe(unitsWithLabels.filter((unit) => unit !== "Value:").join(" "));
  expect(await marked(page)).toEqual([]);
  expect(units).toHaveLength(25);
});

test("reading pauses, goes on with the same sentence, and stops", async ({ page }) => {
  await openWithVoices(page, [LOCAL]);
  await startReading(page);
  await expectSaid(page, 1);
  await sayOn(page);
  await expectSaid(page, 2);
  await button(page, "Pause").press("Enter");
  await expect.poll(() => isSpeaking(page)).toBe(false);
  await expect(button(page, "Resume")).toBeFocused();
  await button(page, "Resume").press("Enter");
  await expectSaid(page, 3);
  await expect(button(page, "Pause")).toBeFocused();
  const sentences = await said(page);
  expect(sentences[2]).toBe(sentences[1]);
  await button(page, "Stop").press("Enter");
  await expect(bar(page)).toBeHidden();
  await expect.poll(() => isSpeaking(page)).toBe(false);
  expect(await marked(page)).toEqual([]);
});

test("what is read comes into sight above the controls", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 400 });
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openWithVoices(page, [LOCAL]);
  await listenFrom(page, "Quiet Observation");
  for (let count = 1; count <= 8; count += 1) {
    await expectSaid(page, count);
    await expect
      .poll(() =>
        page.evaluate(() => {
          const [range] = CSS.highlights.get("spoken") as unknown as Set<Range>;
          const { top, bottom } = range.getBoundingClientRect();
          const room = document.querySelector("section[aria-label='Reading aloud']")!.getBoundingClientRect().top;
          return top >= 0 && bottom <= room;
        }),
      )
      .toBe(true);
    await sayOn(page);
  }
});

test("after Stop, focus is on something that is seen, though what began it is gone", async ({ page }) => {
  await openWithVoices(page, [LOCAL]);
  await startReading(page);
  await button(page, "Stop").press("Enter");
  await expect(bar(page)).toBeHidden();
  await expect(page.locator(":focus")).toBeInViewport();

  await listenFrom(page, "Patience");
  await tools(page, "Patience").getByRole("button", { name: "Close" }).press("Enter");
  await expect(tools(page, "Patience")).toBeHidden();
  await button(page, "Stop").press("Enter");
  await expect(bar(page)).toBeHidden();
  await expect(page.locator(":focus")).toBeInViewport();
});

test("a value can be listened to from its title on", async ({ page }) => {
  await openWithVoices(page, [LOCAL]);
  await listenFrom(page, titles[2]);
  await expectSaid(page, 1);
  await sayOn(page);
  await expectSaid(page, 2);
  const statement = units[units.indexOf(titles[2]) + 1];
  expect(await said(page)).toEqual([titles[2], statement]);
});

test("the controls take the place of the dock for as long as something is read", async ({ page }) => {
  await openWithVoices(page, [LOCAL]);
  await follow(page, "growth");
  const place = (await dock(page).boundingBox())!;
  await startReading(page);
  await expect(dock(page)).toBeHidden();
  const { y, height } = (await bar(page).boundingBox())!;
  expect(Math.round(y + height)).toBe(Math.round(place.y + place.height));
  await button(page, "Stop").click();
  await expect(dock(page)).toBeVisible();
});

for (const [what, voices] of Object.entries({
  "no voice": [],
  "only voices that send the text elsewhere": [{ lang: "en-US", localService: false }],
  "only voices of another language": [{ lang: "fr-FR", localService: true }],
})) {
  test(`with ${what} nothing offers to read, until there is one`, async ({ page }) => {
    await openWithVoices(page, voices);
    await openTools(page, "Patience");
    const listen = tools(page, "Patience").getByRole("button", { name: "Listen from here" });
    await openMenu(page, "Comfort");
    await expect(page.getByRole("button", { name: "Print the page" })).toBeVisible();
    await page.evaluate(() => window.engine.onVoices());
    await expect(readAloud(page)).toBeHidden();
    await expect(listen).toBeHidden();
    await page.evaluate((voice) => {
      window.engine.voices = [voice];
      window.engine.onVoices();
    }, LOCAL);
    await expect(readAloud(page)).toBeVisible();
  });
}

test("a browser that cannot speak at all offers nothing, and the other tools work", async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ["speechSynthesis", "SpeechSynthesisUtterance"]) {
      Object.defineProperty(window, name, { get: () => { throw new Error("No speech here."); } });
    }
  });
  await page.goto("./");
  await expectReady(page);
  await openTools(page, "Patience");
  await expect(tools(page, "Patience").getByRole("button", { name: "Print a card" })).toBeVisible();
  await expect(tools(page, "Patience").getByRole("button", { name: "Listen from here" })).toBeHidden();
});

test("only a voice of the device itself speaks, for the language of the text", async ({ page }) => {
  const voices = [{ lang: "en-US", localService: false, default: true }, { lang: "fr-FR", localService: true }, LOCAL];
  await openWithVoices(page, voices);
  await listenFrom(page, "Patience");
  await expectSaid(page, 1);
  expect(await page.evaluate(() => window.engine.current!.voice)).toEqual(LOCAL);
});

test("a page whose language a translator calls \"auto\" is read by the sentence or by the passage", async ({ page }) => {
  await openWithVoices(page, [LOCAL]);
  await page.evaluate(() => (document.documentElement.lang = "auto"));
  await startReading(page);
  await expectSaid(page, 1);
  expect(await said(page)).toEqual(["Gardens and Growers"]);
  await sayOn(page);
  await expectSaid(page, 2);
});

/** A voice that does not answer is said to listeners, and seen. */
async function expectFailureSaid(page: Page) {
  await expect(bar(page)).toContainText(FAILED);
  await expect(page.locator("#status")).toHaveText(FAILED);
}

test("a sentence that the engine swallows is tried once more; then that is said, and seen", async ({ page }) => {
  await page.clock.install();
  await openWithVoices(page, [LOCAL]);
  await page.evaluate(() => (window.engine.swallows = true));
  await startReading(page);
  await expectSaid(page, 1);
  await page.clock.runFor(4_000);
  await expectSaid(page, 2);
  await expect(bar(page)).not.toContainText(FAILED);
  await page.clock.runFor(4_000);
  await expectFailureSaid(page);
  const sentences = await said(page);
  expect(sentences).toEqual([sentences[0], sentences[0]]);

  // The engine has come to its senses.
  await page.evaluate(() => (window.engine.swallows = false));
  await button(page, "Resume").click();
  await expectSaid(page, 3);
  await expect(bar(page)).not.toContainText(FAILED);
});

test("speech that breaks off is said, and seen", async ({ page }) => {
  await openWithVoices(page, [LOCAL]);
  await startReading(page);
  await expectSaid(page, 1);
  await page.evaluate(() => window.engine.current!.onerror!());
  await expectFailureSaid(page);
  expect(await said(page)).toHaveLength(1);
});
