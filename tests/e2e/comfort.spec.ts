// What a visitor can choose of the page's looks, and what is kept of that.
import { expect, test, type Page } from "@playwright/test";
import { PIECES, app, expectReady, quietLine } from "./page.ts";

const PAPER = { light: "rgb(251, 246, 238)", dark: "rgb(27, 23, 20)" };

const choices = (page: Page) => page.getByRole("banner").locator("fieldset");
const choice = (page: Page, name: string) => page.getByRole("banner").getByRole("radio", { name, exact: true });
const kept = (page: Page) => page.evaluate(() => ({ ...localStorage }));
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

async function openPanel(page: Page) {
  await expect(app(page)).toHaveAttribute("data-reader", "ready");
  await page.getByRole("banner").getByText("Comfort", { exact: true }).click();
}

test("nothing is kept of a visitor who changes nothing, and the panel is closed", async ({ page }) => {
  await page.goto("./");
  await expectReady(page);
  await expect(choices(page).first()).toBeHidden();
  await openPanel(page);
  await expect(choices(page)).toHaveCount(5);
  expect(await kept(page)).toEqual({});
});

for (const [device, chosen] of [["light", "dark"], ["dark", "light"]] as const) {
  test(`on a ${device} device, ${chosen} colours hold from the first paint of the next visit`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: device });
    await page.goto("./");
    expect(await paper(page)).toBe(PAPER[device]);
    await openPanel(page);
    await choice(page, chosen === "dark" ? "Dark" : "Light").check();
    expect(await paper(page)).toBe(PAPER[chosen]);

    // At the next visit no script but those in the page itself arrives.
    await page.route(/\.(js|wasm)$/, () => {});
    await page.reload({ waitUntil: "commit" });
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await paper(page)).toBe(PAPER[chosen]);
  });
}

test("the colour that a browser continues around the page follows the choice", async ({ page }) => {
  const around = () =>
    page.locator("meta[name=theme-color]").evaluateAll((all) => {
      const shown = (all as HTMLMetaElement[]).find((meta) => matchMedia(meta.media).matches);
      return shown?.content;
    });
  await page.goto("./");
  expect(await around()).toBe("#fbf6ee");
  await openPanel(page);
  await choice(page, "Dark").check();
  expect(await around()).toBe("#1b1714");
});

test("size, spacing, width and underlines change the text as they say", async ({ page }) => {
  const look = () =>
    page.locator("#definition").evaluate((it) => {
      const { fontSize, lineHeight, width } = getComputedStyle(it);
      const link = document.querySelector(".index__row a")!;
      const ratio = parseFloat(lineHeight) / parseFloat(fontSize);
      return { size: parseFloat(fontSize), ratio, width: parseFloat(width), line: getComputedStyle(link).textDecorationLine };
    });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("./");
  await openPanel(page);
  const before = await look();
  await page.getByRole("banner").getByRole("group", { name: "Text size" }).getByLabel("Larger").check();
  await choice(page, "Wider").check();
  await choice(page, "Narrow").check();
  await page.getByRole("checkbox", { name: "Underline all links" }).check();
  const after = await look();
  expect(after.size / before.size).toBeCloseTo(1.375, 1);
  expect(after.ratio).toBeGreaterThan(before.ratio * 1.25);
  expect(after.width / after.size).toBeLessThan(before.width / before.size);
  expect([before.line, after.line]).toEqual(["none", "underline"]);

  await page.reload();
  await expect(app(page)).toHaveAttribute("data-reader", "ready");
  expect(await look()).toEqual(after);
  await openPanel(page);
  await expect(choice(page, "Narrow")).toBeChecked();
});

test("\"Back to normal\" undoes every choice and forgets it", async ({ page }) => {
  await page.goto("./");
  await openPanel(page);
  await choice(page, "Dark").check();
  await page.getByRole("checkbox", { name: "Underline all links" }).check();
  expect(await kept(page)).not.toEqual({});
  await page.getByRole("button", { name: "Back to normal" }).click();
  await expect(choice(page, "As the device")).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Underline all links" })).not.toBeChecked();
  expect(await paper(page)).toBe(PAPER.light);
  expect(await kept(page)).toEqual({});
});

test("what is kept is kept under the site's own path", async ({ page, baseURL }) => {
  await page.goto("./");
  await openPanel(page);
  await choice(page, "Dark").check();
  expect(await kept(page)).toEqual({ [`${new URL(baseURL!).pathname}comfort`]: '{"theme":"dark"}' });
});

for (const [what, stored] of Object.entries({
  "no JSON": "{theme",
  "another shape": '["dark"]',
  nothing: "null",
  "values that are none": '{"theme":"purple","textSize":7,"app":"failed"}',
})) {
  test(`a storage that holds ${what} means a page as it comes`, async ({ page, baseURL }) => {
    const key = `${new URL(baseURL!).pathname}comfort`;
    await page.addInitScript(([name, text]) => localStorage.setItem(name, text), [key, stored]);
    await page.goto("./");
    await expectReady(page);
    expect(await paper(page)).toBe(PAPER.light);
    await openPanel(page);
    await expect(choice(page, "As the device")).toBeChecked();
  });
}

test("without storage a choice holds until the page is left", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", { get: () => { throw new Error("No storage."); } });
  });
  await page.goto("./");
  await expectReady(page);
  await openPanel(page);
  await choice(page, "Dark").check();
  expect(await paper(page)).toBe(PAPER.dark);
});

test("the panel works where the app does not start", async ({ page }) => {
  await page.route(PIECES.wasm, (route) => route.abort());
  await page.goto("./");
  await expect(quietLine(page)).toBeVisible();
  await openPanel(page);
  await choice(page, "Dark").check();
  expect(await paper(page)).toBe(PAPER.dark);
});

test("the panel is opened, used and left by keyboard alone", async ({ page }) => {
  await page.goto("./");
  await expect(app(page)).toHaveAttribute("data-reader", "ready");
  const panel = page.locator("summary", { hasText: "Comfort" });
  await panel.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowUp");
  await expect(choice(page, "Dark")).toBeFocused();
  expect(await paper(page)).toBe(PAPER.dark);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(choices(page).first()).toBeHidden();
});

test("without script there is no panel", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("Comfort", { exact: true })).toBeHidden();
  await context.close();
});
