// What a test says to a page, and what it sees of it.
import { expect, type Page, type Route } from "@playwright/test";
import { collapse } from "./source.ts";

/** The three things that the app is started from, and how to tell their requests. */
export const PIECES = {
  module: /\/mission-and-values-[0-9a-f]+\.js$/,
  wasm: /\/mission-and-values-[0-9a-f]+\.wasm$/,
  content: /\/content\.json\?[0-9a-f]+$/,
};

export const app = (page: Page) => page.locator("html");

export async function expectReady(page: Page) {
  await expect(app(page)).toHaveAttribute("data-app", "ready");
}

/** The quiet line that says that the tools did not start. */
export const quietLine = (page: Page) => page.locator("#trouble");

/** The parts of main that are ours as a whole: index, tools, words. */
const OURS = "nav, details, [role=search], [role=radiogroup], .steps, .words";

/** Every text in main outside of our parts that stands directly in an element, in reading order. */
export async function textsOfMain(page: Page): Promise<string[]> {
  const texts = await page.locator("main").evaluate((main, ours) => {
    const holdsText = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue!.trim());
    return [...main.querySelectorAll("*")]
      .filter((element) => holdsText(element) && !element.closest(ours))
      .map((element) => element.textContent!);
  }, OURS);
  return texts.map(collapse);
}

/** The index: the list of links that is also the picture. */
export const index = (page: Page) => page.getByRole("navigation", { name: "On this page" });

/** Answers to be given later: the requests for one address wait until then. */
export async function holdBack(page: Page, address: RegExp) {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(address, async (route: Route) => {
    await released;
    await route.continue();
  });
  return { release };
}

/** The page's own fonts that are there, those of the device apart. */
export const fontsOf = (page: Page) =>
  page.evaluate(() => {
    const there = [...document.fonts].filter(({ family, status }) => status === "loaded" && !family.includes("before"));
    return there.map(({ family }) => family.replaceAll('"', "")).sort();
  });

/** Waits for both fonts, which come after the app. */
export async function expectFonts(page: Page) {
  await expect.poll(() => fontsOf(page)).toEqual(["Atkinson Hyperlegible Next", "Fraunces"]);
}

/** Everything that goes wrong without anyone having caught it. */
export function uncaughtErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  return errors;
}
