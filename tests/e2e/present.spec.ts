// Present: one value at a time over the whole window.
import { expect, test, type Page } from "@playwright/test";
import { outsideOfWindow } from "./layout.ts";
import { collapse, titles, units } from "./source.ts";
import { expectReady, openTools, scrollPage, toolButton } from "./page.ts";

const dialog = (page: Page) => page.getByRole("dialog", { name: "One value at a time" });
const button = (page: Page, name: string) => dialog(page).getByRole("button", { name, exact: true });
const opener = (page: Page) => page.getByRole("navigation", { name: "Page" }).getByRole("button", { name: "Present" });
const title = (page: Page) => dialog(page).getByRole("heading");

async function present(page: Page) {
  await opener(page).click();
  await expect(dialog(page)).toBeVisible();
}

test.beforeEach(async ({ page }) => {
  await page.goto("./");
  await expectReady(page);
});

test("each value is shown whole, and where it stands is said by live text of the dialog", async ({ page }) => {
  await present(page);
  const live = dialog(page).locator("[aria-live=polite]");
  const shown = [];
  for (const [number, name] of titles.entries()) {
    await expect(live).toHaveText(`${number + 1} of 6`);
    await expect(title(page)).toHaveText(new RegExp(`^Value:\\s*${name}$`));
    const statements = await dialog(page).getByRole("listitem").allTextContents();
    shown.push(name, ...statements.map(collapse));
    // The last one is said to be of no use.
    if (number < 5) await button(page, "Next value").click();
  }
  expect(shown).toEqual(units.slice(5, -5));
});

test("at either end the button says that it leads no further", async ({ page }) => {
  await present(page);
  await expect(button(page, "Previous value")).toHaveAttribute("aria-disabled", "true");
  await expect(button(page, "Next value")).not.toHaveAttribute("aria-disabled");
  await button(page, "Previous value").press("Enter");
  await expect(title(page)).toContainText(titles[0]);
  for (const _ of titles) await button(page, "Next value").press("Enter");
  await expect(title(page)).toContainText(titles[5]);
  await expect(button(page, "Next value")).toHaveAttribute("aria-disabled", "true");
  await expect(button(page, "Next value")).toBeFocused();
  await expect(button(page, "Previous value")).not.toHaveAttribute("aria-disabled");
});

test("arrow keys turn, Escape ends, and focus is back on the button", async ({ page }) => {
  await opener(page).press("Enter");
  await page.keyboard.press("ArrowRight");
  await expect(title(page)).toContainText(titles[1]);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  await expect(title(page)).toContainText(titles[1]);
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(opener(page)).toBeFocused();
});

test("Close ends it, and the page is where it was", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.setViewportSize({ width: 1280, height: 500 });
  await scrollPage(page, 1_000_000);
  await openTools(page, titles[5]);
  await expect(toolButton(page, titles[5], "Present")).toBeInViewport({ ratio: 1 });
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(500);
  await toolButton(page, titles[5], "Present").click();
  await expect(title(page)).toContainText(titles[5]);
  await button(page, "Previous value").click();
  await button(page, "Close").click();
  await expect(dialog(page)).toBeHidden();
  expect(await page.evaluate(() => scrollY)).toBe(before);
  await expect(toolButton(page, titles[5], "Present")).toBeFocused();
});

test("what lies behind can neither be reached by key nor pressed", async ({ page }) => {
  await present(page);
  for (let stop = 0; stop < 8; stop += 1) {
    await page.keyboard.press("Tab");
    // Past its last stop, focus goes to the browser's own buttons, which is the body to a page.
    const isOutside = await page.evaluate(() => !document.activeElement!.matches("dialog *, body"));
    expect(isOutside).toBe(false);
  }
  const reached = await page.evaluate(() => document.elementFromPoint(innerWidth / 2, innerHeight / 2)!.closest("dialog") !== null);
  expect(reached).toBe(true);
  const { width, height } = page.viewportSize()!;
  expect(await dialog(page).boundingBox()).toEqual({ x: 0, y: 0, width, height });
});

test("every button stays in its place, and every value can be read to its end, in windows of four sizes", async ({ page }) => {
  await openTools(page, titles[0]);
  for (const [width, height] of [[1280, 800], [390, 664], [320, 568], [320, 256]]) {
    await page.setViewportSize({ width, height });
    await toolButton(page, titles[0], "Present").click();
    const controls = ["Previous value", "Next value", "Close"];
    const boxes = () => Promise.all(controls.map((control) => button(page, control).boundingBox()));
    const first = await boxes();
    for (const name of titles) {
      await expect(title(page)).toContainText(name);
      await expect(title(page)).toBeInViewport();
      expect(await title(page).evaluate(isUnderClose)).toBe(false);
      const last = dialog(page).getByRole("listitem").last();
      await last.evaluate((it) => it.scrollIntoView({ block: "end" }));
      await expect(last).toBeInViewport();
      for (const control of controls) await expect(button(page, control)).toBeInViewport({ ratio: 1 });
      for (const [at, box] of (await boxes()).entries()) {
        // The digits of "1 of 6" differ a little in width.
        expect(Math.hypot(box!.x - first[at]!.x, box!.y - first[at]!.y)).toBeLessThan(8);
      }
      expect(await dialog(page).evaluate(coveredText)).toEqual([]);
      expect(await outsideOfWindow(page)).toEqual([]);
      if (name !== titles[5]) await button(page, "Next value").click();
    }
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toBeHidden();
  }
});

/** Whether a word of the title stands where Close is. */
function isUnderClose(title: Element) {
  const close = title.closest("dialog")!.querySelector("[aria-label=Close]")!.getBoundingClientRect();
  const nodes = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
  const range = new Range();
  const words: DOMRect[] = [];
  while (nodes.nextNode()) {
    range.selectNodeContents(nodes.currentNode);
    words.push(...range.getClientRects());
  }
  return words.some(({ top, bottom, right }) => right > close.left && bottom > close.top && top < close.bottom);
}

/** Controls of the dialog that are seen upon its text. */
function coveredText(dialog: Element) {
  const isOpaque = (element: Element) => !getComputedStyle(element).backgroundColor.match(/, 0\)$/);
  const texts: DOMRect[] = [];
  const nodes = document.createTreeWalker(dialog, NodeFilter.SHOW_TEXT);
  const range = new Range();
  while (nodes.nextNode()) {
    range.selectNodeContents(nodes.currentNode);
    if (nodes.currentNode.parentElement!.closest("h2, li")) texts.push(...range.getClientRects());
  }
  return [...dialog.querySelectorAll("button, p")].filter((control) => {
    const box = control.getBoundingClientRect();
    const isOver = texts.some(({ top, bottom, left, right }) => {
      return top < box.bottom && bottom > box.top && left < box.right && right > box.left;
    });
    const hasGround = [control, control.parentElement!].some((it) => !it.querySelector("h2") && isOpaque(it));
    return isOver && !hasGround;
  }).map((it) => it.textContent || it.ariaLabel);
}

declare global {
  interface Window {
    enlarged: Element[];
  }
}

test("full screen is asked of an element in the dialog, which would be refused itself", async ({ page }) => {
  await page.evaluate(() => {
    window.enlarged = [];
    Element.prototype.requestFullscreen = async function () {
      window.enlarged.push(this);
    };
  });
  await present(page);
  await button(page, "Full screen").click();
  expect(await page.evaluate(() => window.enlarged.map((it) => `${it.tagName} ${it.parentElement!.tagName}`))).toEqual(["DIV DIALOG"]);
});

test("where the browser gives no full screen, nothing offers it", async ({ page }) => {
  await page.evaluate(() => Object.defineProperty(document, "fullscreenEnabled", { value: false }));
  await present(page);
  await expect(button(page, "Close")).toBeVisible();
  await expect(button(page, "Full screen")).toBeHidden();
});
