// What a test says to a page, and what it sees of it.
import { expect, type Browser, type Locator, type Page, type Route } from "@playwright/test";
import { createHash } from "node:crypto";
import { collapse, titles, units } from "./source.ts";

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

/** A window like that of a phone, and one like that of a desk. */
export const PHONE = { width: 390, height: 664 };
export const DESK = { width: 1280, height: 800 };

export async function openReady(page: Page, address = "./") {
  await page.goto(address);
  await expectReady(page);
}

/** A page whose scripts are off, in a context of its own, which whoever asks closes. */
export async function pageWithoutScript(browser: Browser, baseURL?: string): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  return context.newPage();
}

/** The quiet line that says that the tools did not start. */
export const quietLine = (page: Page) => page.locator("#trouble");

/** What of main is the site's own: the words, the concordance, the dock, tools. */
export const NOT_TEXT = "#words, details, [role=group]";

/** Every text of main but the site's own, in reading order: what stands in one box. */
export async function textsOfMain(page: Page): Promise<string[]> {
  const texts = await page.locator("main").evaluate((main, ours) => {
    const boxes = new Map<Element, string>();
    const nodes = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) {
      let box = nodes.currentNode.parentElement!;
      while (getComputedStyle(box).display === "inline") box = box.parentElement!;
      if (!box.closest(ours)) boxes.set(box, (boxes.get(box) ?? "") + nodes.currentNode.nodeValue);
    }
    return [...boxes.values()];
  }, NOT_TEXT);
  return texts.map(collapse).filter(Boolean);
}

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

export const FONTS = ["Atkinson Hyperlegible Next", "Fraunces"];

/** Those of the page's own fonts that it is set in: one that came too late is not. */
export const fontsOf = (page: Page) =>
  page.evaluate((fonts) => {
    const context = document.createElement("canvas").getContext("2d")!;
    const widthIn = (families: string) => {
      context.font = `600 100px ${families}`;
      return context.measureText("mission").width;
    };
    const wanted = ["body", "h1"].map((it) => getComputedStyle(document.querySelector(it)!).fontFamily).join();
    // One that is wanted and is not there leaves its place to the next.
    return fonts.filter((font) => wanted.includes(font) && widthIn(`"${font}", monospace`) !== widthIn("monospace"));
  }, FONTS);

/** Visits the page until it is set in its fonts: again where they came after its first paint. */
export async function expectFonts(page: Page) {
  await expect(async () => {
    if ((await fontsOf(page)).length < FONTS.length) {
      await page.reload();
      await expectReady(page);
    }
    expect(await fontsOf(page)).toEqual(FONTS);
  }).toPass();
}

/** Everything that goes wrong without anyone having caught it. */
export function uncaughtErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  return errors;
}

/** The live region. */
export const status = (page: Page) => page.locator("#status");

/** The list of words, the dock of the one that is followed, and the tools of a passage. */
export const words = (page: Page) => page.getByRole("region", { name: "Words that run through the text" });
export const dock = (page: Page) => page.getByRole("region", { name: "Following" });
export const tools = (page: Page, place: string) => page.getByRole("group", { name: `${place}: tools` });

/** A button among the tools of a passage. */
export const toolButton = (page: Page, place: string, name: string) =>
  tools(page, place).getByRole("button", { name, exact: true });

/** A word of the list, and the search beside the words. */
export const wordLink = (page: Page, word: string) => words(page).getByRole("link", { name: `${word}, ` });
export const searchField = (page: Page, name = "Find another word") => page.getByRole("searchbox", { name });

/** The controls of the dock, and its map. */
export const dockButton = (page: Page, name: string) => dock(page).getByRole("button", { name, exact: true });
export const nextPlace = (page: Page) => dockButton(page, "Next place");
export const previousPlace = (page: Page) => dockButton(page, "Previous place");
export const stopFollowing = (page: Page) => dockButton(page, "Stop following");
export const placesOfMap = (page: Page) => dock(page).getByRole("list", { name: "Places" });

/** Scrolls at once, as a reader has done before something happens; and how far the page is scrolled. */
export const scrollPage = (page: Page, top: number) => page.evaluate((top) => window.scrollTo({ top, behavior: "instant" }), top);
export const scrolledTo = (page: Page) => page.evaluate(() => Math.round(window.scrollY));

/** The handle of a passage. */
export const handle = (page: Page, place: string) =>
  page.getByRole("main").locator("a[aria-expanded]").and(page.getByRole("link", { name: place, exact: true }));

/** Notes, from the next page on, every sentence that is said; asks for those so far. */
export async function noteSaid(page: Page) {
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    addEventListener("DOMContentLoaded", () => {
      const status = document.querySelector("#status");
      // A blank page has none.
      if (!status) return;
      const note = () => status.textContent && said.push(status.textContent);
      new MutationObserver(note).observe(status, { childList: true, characterData: true, subtree: true });
    });
  });
  return () => page.evaluate(() => (window as any).said as string[]);
}

/** Chooses a word of the list. */
export async function follow(page: Page, word: string) {
  await words(page).getByRole("link", { name: `${word}, ` }).click();
  await expect(dock(page)).toBeVisible();
}

/** Types into the search, as far as the dock says what was found. */
export async function find(page: Page, typed: string, field = searchField(page)) {
  await field.fill(typed);
  await expect(dock(page)).toBeVisible();
}

/** Opens the tools of a passage by its handle. */
export async function openTools(page: Page, place: string) {
  // Other tools that are open may link to it, too: only the handle says that it opens something.
  await page.getByRole("main").getByRole("link", { name: place, exact: true, expanded: false }).click();
  await expect(tools(page, place)).toBeVisible();
}

/** Opens a menu of the head: "Contents" or "Comfort". */
export async function openMenu(page: Page, name: string) {
  await page.getByRole("navigation", { name: "Page" }).getByText(name, { exact: true }).click();
}

/** Opens the page with a changed content file, of which the HTML has no text: the app mounts it. */
export async function openWith(page: Page, change: (content: any) => void, address = "./") {
  const content = await (await page.request.get("./content.json")).json();
  change(content);
  const body = JSON.stringify(content);
  const integrity = `sha256-${createHash("sha256").update(body).digest("base64")}`;
  await page.route(PIECES.content, (route) => route.fulfill({ contentType: "application/json", body }));
  await page.route("./", async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const bare = html
      .replace(/(<div id="app"[^>]*>).*(<\/div>\s*<div id="status")/s, "$1$2")
      .replace(/(data-content-integrity=")[^"]*/, `$1${integrity}`)
      .replace(/(<html\b[^>]* lang=")[^"]*/, `$1${content.lang}`);
    await route.fulfill({ response, body: bare });
  });
  await page.goto(address);
  await expectReady(page);
}

/** Every text of the association is to be seen. */
export async function expectReadable(page: Page) {
  const shown = collapse(await page.getByRole("main").innerText());
  for (const unit of units) expect(shown).toContain(unit);
}

/** Uses each part of the app once, and leaves the page as it was. */
export async function expectWorking(page: Page) {
  await follow(page, "garden");
  await expect(dock(page)).toContainText("15 times in 13 places");
  await dock(page).getByRole("button", { name: "Next place" }).click();
  await expect(dock(page)).toContainText(/\d+ of 15: /);
  await dock(page).getByRole("button", { name: "Stop following" }).click();
  await expect(dock(page)).toBeHidden();

  await find(page, "caretakers");
  await expect(dock(page)).toContainText("1 time in 1 place");
  await page.keyboard.press("Escape");
  await expect(dock(page)).toBeHidden();

  await openTools(page, titles[2]);
  await tools(page, titles[2]).getByRole("button", { name: "Present" }).click();
  const dialog = page.getByRole("dialog", { name: "One value at a time" });
  await dialog.getByRole("button", { name: "Next value" }).click();
  await expect(dialog.getByRole("heading")).toContainText(titles[3]);
  await dialog.getByRole("button", { name: "Close" }).click();
  await tools(page, titles[2]).getByRole("button", { name: "Close" }).click();
  await expect(tools(page, titles[2])).toBeHidden();
}

/** A notice is a slim bar that pushes the page, and lies over nothing of it. */
export async function expectAboveThePage(page: Page, notice: Locator) {
  const [bar, header] = await Promise.all([notice.boundingBox(), page.getByRole("banner").boundingBox()]);
  expect(bar!.y + bar!.height).toBeLessThanOrEqual(header!.y);
  expect(bar!.height).toBeLessThanOrEqual(page.viewportSize()!.height / 5);
}
