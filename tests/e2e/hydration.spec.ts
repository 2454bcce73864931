// The app takes over the very nodes that are already on the screen, or mounts the page
// where they are missing; and goes on working when others change them.
import { expect, test, type Page } from "@playwright/test";
import { PIECES, app, dock, expectFonts, expectReadable, expectReady, expectWorking, find, follow, holdBack, openMenu, quietLine, status, uncaughtErrors, words } from "./page.ts";
import { PICTURES, titles, units } from "./source.ts";

declare global {
  interface Window {
    nodesBefore: Text[];
  }
}

/** Opens the page with the app held back, and remembers every text node of it. */
async function openBeforeTheApp(page: Page, address = "./") {
  // Scrolling that takes its time would not yet be seen.
  await page.emulateMedia({ reducedMotion: "reduce" });
  const wasm = await holdBack(page, PIECES.wasm);
  await page.goto(address);
  await expect(app(page)).toHaveAttribute("data-app", "loading");
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    window.nodesBefore = [];
    while (walker.nextNode()) window.nodesBefore.push(walker.currentNode as Text);
  });
  return wasm;
}

/** Text nodes that were there before the app, and are no longer where they were. */
const nodesLost = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const now = new Set<Node>();
    while (walker.nextNode()) now.add(walker.currentNode);
    const lost = window.nodesBefore.filter((node) => !now.has(node)).map((node) => node.data);
    return { before: window.nodesBefore.length, lost };
  });

async function expectSameNodes(page: Page) {
  const { before, lost } = await nodesLost(page);
  expect(before).toBeGreaterThan(units.length);
  expect(lost).toEqual([]);
}

test("P6: the text nodes are the same before and after the app has started", async ({ page }) => {
  const wasm = await openBeforeTheApp(page);
  wasm.release();
  await expectReady(page);
  await expectSameNodes(page);
});

test("the check of nodes notices a node that was replaced", async ({ page }) => {
  const wasm = await openBeforeTheApp(page);
  await page.evaluate(() => {
    const footer = document.querySelector("footer p")!;
    footer.lastChild!.replaceWith(footer.lastChild!.textContent!);
  });
  wasm.release();
  await expectReady(page);
  expect((await nodesLost(page)).lost).toHaveLength(1);
});

test("text that is selected stays selected", async ({ page }) => {
  const wasm = await openBeforeTheApp(page);
  await page.getByText("Abides by the customs").selectText();
  const selected = () => page.evaluate(() => getSelection()!.toString());
  const before = await selected();
  expect(before).toContain("Abides by");
  wasm.release();
  await expectReady(page);
  expect(await selected()).toBe(before);
  await expectSameNodes(page);
});

/** The start of the app is over: a frame after it was said to be. */
async function expectStarted(page: Page) {
  await expectReady(page);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

const scrolled = (page: Page) => page.evaluate(() => Math.round(scrollY));

test("the start moves neither scroll nor focus of a reader who has left the place of the address", async ({ page }) => {
  const wasm = await openBeforeTheApp(page, "./#belief-5");
  await expect(page.locator("#belief-5")).toBeInViewport();
  await page.evaluate(() => scrollTo(0, 0));
  await page.getByRole("link", { name: "Skip to the text" }).focus();
  await page.keyboard.press("Tab");
  const link = page.getByRole("banner").getByRole("link");
  await expect(link).toBeFocused();
  wasm.release();
  await expectStarted(page);
  expect(await scrolled(page)).toBe(0);
  await expect(link).toBeFocused();
  await expectSameNodes(page);
});

for (const address of ["./#belief-5", "./#word-growth", "./?q=growth"]) {
  test(`the start moves neither scroll nor focus where they are far apart: ${address}`, async ({ page }) => {
    const wasm = await openBeforeTheApp(page, address);
    const link = page.getByRole("banner").getByRole("link").first();
    await link.focus();
    await page.getByRole("heading", { name: titles[3] }).evaluate((it) => it.scrollIntoView({ behavior: "instant" }));
    const before = await scrolled(page);
    expect(before).toBeGreaterThan(500);
    wasm.release();
    await expectStarted(page);
    expect(await scrolled(page)).toBe(before);
    await expect(link).toBeFocused();
  });
}

test("a page that came without its text is, once the app has mounted it, the same page", async ({ page }) => {
  const { SITE_AT_REPO, SITE_BARE } = process.env;
  /** What the app has made, one line for each element and each text. */
  const made = async (address: string) => {
    await page.goto(address);
    await expectStarted(page);
    // The thread goes round other lines in other fonts.
    await expectFonts(page);
    return page.locator("#app").evaluate((root) => {
      const written = ({ name, value }: Attr) => `${name}=${value.replace(/\s+/g, " ").trim()}`;
      const lines = (element: Element): string[] => {
        const attributes = [...element.attributes].filter(({ name, value }) => name !== "class" || value.trim());
        const inside = [...element.childNodes].flatMap((node) => {
          if (node instanceof Element) return lines(node);
          // Leptos leaves comments between texts.
          return node instanceof Text && node.data ? [node.data] : [];
        });
        return [[element.tagName, ...attributes.map(written).sort()].join(" "), ...inside, `/${element.tagName}`];
      };
      return [...root.children].flatMap(lines);
    });
  };
  expect(await made(SITE_BARE!)).toEqual(await made(SITE_AT_REPO!));
});

test("the whole page is there, with its text, its parts and its tools @mounted", async ({ page }) => {
  const heard: string[] = [];
  page.on("pageerror", (error) => heard.push(error.message));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && heard.push(message.text()));
  // Playwright keeps the service worker away here, which is said.
  const isOurs = (line: string) => !/service worker|for use offline/i.test(line);
  await page.goto("./");
  await expectReady(page);
  expect(units).toHaveLength(25);
  await expectReadable(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(units[0]);
  await expect(page.getByRole("main").getByRole("heading", { level: 2 })).toHaveText(["Mission", "Words that run through the text", "Values", "Beliefs"]);
  await expect(page.getByRole("main").getByRole("heading", { level: 3 })).toHaveText(titles.map((title) => `Value: ${title}`));
  for (const name of PICTURES) await expect(page.getByRole("img", { name })).toBeVisible();
  await expect(words(page).getByRole("link")).toHaveCount(13);
  await expectWorking(page);

  await openMenu(page, "Contents");
  await expect(page.getByRole("navigation", { name: "Page" }).getByRole("link")).toHaveCount(4 + titles.length + 5);
  await openMenu(page, "Comfort");
  await page.getByRole("radio", { name: "Dark" }).check();
  await expect(app(page)).toHaveAttribute("data-theme", "dark");
  await expect(quietLine(page)).toBeHidden();
  expect(heard.filter(isOurs)).toEqual([]);
});

test("an address leads to its place, its word and its search @mounted", async ({ page }) => {
  await page.goto("./#word-garden");
  await expectReady(page);
  await expect(dock(page)).toContainText("15 times in 13 places");
  await expect(page.locator("#word-garden")).toBeInViewport();
  await page.goto("./?q=caretakers");
  await expectReady(page);
  await expect(dock(page)).toContainText("1 time in 1 place");
  await page.goto("about:blank");
  await page.goto("./#belief-5");
  await expectReady(page);
  await expect(page.locator("#belief-5")).toBeInViewport();
});

/** What a translator does: each text in elements of its own, and changed if `mark` is not empty. */
const translate = (page: Page, mark: string) =>
  page.evaluate((mark) => {
    document.documentElement.lang = "auto";
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      if (node.data.trim() && !node.parentElement!.closest("[translate=no], script, style")) nodes.push(node);
    }
    for (const node of nodes) {
      const outer = document.createElement("font");
      const inner = document.createElement("font");
      inner.textContent = `${node.data}${mark}`;
      outer.append(inner);
      node.replaceWith(outer);
    }
    return nodes.length;
  }, mark);

test("a page that was translated before the app came stays readable", async ({ page }) => {
  const errors = uncaughtErrors(page);
  const wasm = await openBeforeTheApp(page);
  expect(await translate(page, "")).toBeGreaterThan(units.length);
  wasm.release();
  await expect(app(page)).toHaveAttribute("data-app", /^(ready|failed)$/);
  await expectReadable(page);
  await openMenu(page, "Contents");
  await page.getByRole("navigation").getByRole("link", { name: titles[2] }).click();
  await expect(page.locator("#patience")).toBeInViewport();
  expect(errors).toEqual([]);
});

test("a page that is translated while the app runs goes on working", async ({ page }) => {
  const errors = uncaughtErrors(page);
  await page.goto("./");
  await expectReady(page);
  await follow(page, "garden");
  await translate(page, "*");
  const next = dock(page).getByRole("button", { name: "Next place" });
  await next.click();
  await expect(dock(page)).toContainText("1 of 15: ");
  await next.click();
  await expect(dock(page)).toContainText("2 of 15: ");
  await expect(status(page)).toContainText("2 of 15: ");
  await dock(page).getByRole("button", { name: "Stop following" }).click();
  await find(page, "growth");
  await expect(dock(page)).toContainText("5 times in 5 places");
  await find(page, "caretakers");
  await expect(dock(page)).toContainText("1 time in 1 place");
  await expect(page.getByRole("search")).toContainText("1 time in 1 place");
  await page.keyboard.press("Escape");

  await page.getByRole("banner").getByRole("button", { name: "Present" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Next value" }).click();
  await expect(dialog).toContainText("2 of 6");
  await expect(dialog.getByRole("heading")).toContainText(titles[1]);
  expect(errors).toEqual([]);
});

/** What extensions of browsers insert, by where. */
const EXTENSIONS: Record<string, () => void> = {
  "around the app": () => {
    document.documentElement.setAttribute("data-extension", "on");
    document.body.setAttribute("cz-shortcut-listen", "true");
    document.body.prepend(document.createElement("extension-toolbar"));
    document.body.append(document.createElement("extension-panel"));
    document.head.append(document.createElement("style"));
  },
  "attributes of its elements": () => {
    for (const element of document.querySelectorAll("#app *")) element.setAttribute("data-darkreader-inline-color", "");
  },
  "at the edges of the app": () => {
    document.querySelector("#app")!.prepend(document.createElement("extension-toolbar"));
    document.querySelector("#app")!.append(document.createElement("extension-panel"));
  },
  "within its text": () => {
    for (const list of document.querySelectorAll("main ul")) list.before(document.createElement("aside"));
    document.querySelector("#find")!.after(document.createElement("extension-icon"));
  },
};

for (const [where, insert] of Object.entries(EXTENSIONS)) {
  test(`what an extension inserts ${where} before the app comes leaves the page readable`, async ({ page }) => {
    const errors = uncaughtErrors(page);
    const wasm = await openBeforeTheApp(page);
    await page.evaluate(insert);
    wasm.release();
    await expect(app(page)).toHaveAttribute("data-app", /^(ready|failed)$/);
    await expectReadable(page);
    expect(errors).toEqual([]);
    if (where.startsWith("within") || where.startsWith("at the")) return;
    await expectReady(page);
    await expectWorking(page);
  });
}

test("what extensions insert while the app runs does not keep it from working", async ({ page }) => {
  const errors = uncaughtErrors(page);
  await page.goto("./");
  await expectReady(page);
  for (const insert of Object.values(EXTENSIONS)) await page.evaluate(insert);
  await expectReadable(page);
  await expectWorking(page);
  expect(errors).toEqual([]);
});
