// The app takes over the very nodes that are already on the screen.
import { expect, test, type Page } from "@playwright/test";
import { PIECES, app, expectReady, holdBack, index, uncaughtErrors } from "./page.ts";
import { titles, units } from "./source.ts";

declare global {
  interface Window {
    nodesBefore: Text[];
  }
}

/** Opens the page with the app held back, and remembers every text node of it. */
async function openBeforeTheApp(page: Page) {
  const wasm = await holdBack(page, PIECES.wasm);
  await page.goto("./");
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
    return { before: window.nodesBefore.length, lost, added: now.size - window.nodesBefore.length };
  });

async function expectSameNodes(page: Page) {
  const { before, lost, added } = await nodesLost(page);
  expect(before).toBeGreaterThan(units.length);
  expect(lost).toEqual([]);
  expect(added).toBe(0);
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
    const heading = document.querySelector("h1")!;
    heading.replaceChildren(heading.textContent!);
  });
  wasm.release();
  await expectReady(page);
  expect((await nodesLost(page)).lost).toEqual(["Mission and Values"]);
});

test("a link that has focus keeps it", async ({ page }) => {
  const wasm = await openBeforeTheApp(page);
  const link = index(page).getByRole("link", { name: "Integrity" });
  await link.focus();
  wasm.release();
  await expectReady(page);
  await expect(link).toBeFocused();
  await expectSameNodes(page);
});

test("text that is selected stays selected", async ({ page }) => {
  const wasm = await openBeforeTheApp(page);
  await page.getByText("Abides by the ethical standards").selectText();
  const selected = () => page.evaluate(() => getSelection()!.toString());
  const before = await selected();
  expect(before).toContain("Abides by");
  wasm.release();
  await expectReady(page);
  expect(await selected()).toBe(before);
  await expectSameNodes(page);
});

test("the place that a reader has scrolled to stays", async ({ page }) => {
  const wasm = await openBeforeTheApp(page);
  const heading = page.getByRole("heading", { name: "Reflective Practice" });
  await heading.evaluate((it) => it.scrollIntoView({ behavior: "instant" }));
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(500);
  wasm.release();
  await expectReady(page);
  expect(await page.evaluate(() => scrollY)).toBe(before);
});

test("a page that came without its text gets it from the app, plainly, with every fragment", async ({ page }) => {
  const errors = uncaughtErrors(page);
  await page.route("./", async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const bare = html.replace(/(<div id="app"[^>]*>).*?(<\/div>\s*<aside id="device")/s, "$1$2");
    expect(bare.length).toBeLessThan(html.length - 5_000);
    expect(bare).not.toContain("Confidentiality");
    await route.fulfill({ response, body: bare });
  });
  await page.goto("./#integrity");
  await expect(app(page)).toHaveAttribute("data-app", "failed");

  expect(await page.locator("main > *").allTextContents()).toEqual(expect.arrayContaining(units));
  for (const title of titles) {
    await expect(page.getByRole("heading", { name: title, exact: true })).toHaveAttribute("id");
  }
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  expect(errors).toEqual([]);
});

test("a page that a translator has rewritten stays readable", async ({ page }) => {
  const errors = uncaughtErrors(page);
  const wasm = await openBeforeTheApp(page);
  const before = await page.locator("main").textContent();
  await page.evaluate(() => {
    for (const node of window.nodesBefore.filter((node) => node.data.trim())) {
      const outer = document.createElement("font");
      const inner = document.createElement("font");
      node.replaceWith(outer);
      outer.append(inner);
      inner.append(node);
    }
  });
  wasm.release();
  await expect(app(page)).toHaveAttribute("data-app", /^(ready|failed)$/);

  expect(await page.locator("main").textContent()).toBe(before);
  await index(page).getByRole("link", { name: "Integrity" }).click();
  await expect(page.getByRole("heading", { name: "Integrity" })).toBeFocused();
  expect(errors).toEqual([]);
});

test("a page to which an extension has added nodes stays readable", async ({ page }) => {
  const errors = uncaughtErrors(page);
  const wasm = await openBeforeTheApp(page);
  const before = await page.locator("main").textContent();
  await page.evaluate(() => {
    document.querySelector("#app")!.prepend(document.createElement("extension-toolbar"));
    document.querySelector("main ul")!.before(document.createElement("aside"));
  });
  wasm.release();
  await expect(app(page)).toHaveAttribute("data-app", /^(ready|failed)$/);
  expect(await page.locator("main").textContent()).toBe(before);
  expect(errors).toEqual([]);
});
