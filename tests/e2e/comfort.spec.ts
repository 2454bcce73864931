// Comfort: what a visitor can choose of the page's looks, and what is kept of that.
import { expect, test, type Page } from "@playwright/test";
import { expectReady, openMenu } from "./page.ts";

const PAPER = { light: "rgb(251, 246, 238)", dark: "rgb(27, 23, 20)" };
const FIELDS = {
  Colors: ["As the device", "Light", "Dark"],
  "Text size": ["Normal", "Large", "Larger"],
  "Line spacing": ["Normal", "Wide", "Wider"],
  "Line width": ["Normal", "Narrow"],
};

const panel = (page: Page) => page.getByRole("navigation", { name: "Page" });
const choice = (page: Page, field: string, name: string) =>
  panel(page).getByRole("group", { name: field }).getByRole("radio", { name, exact: true });
const underline = (page: Page) => panel(page).getByRole("checkbox", { name: "Underline all links" });
const kept = (page: Page) => page.evaluate(() => ({ ...localStorage }));
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

async function open(page: Page) {
  await page.goto("./");
  await expectReady(page);
  await openMenu(page, "Comfort");
}

test("Comfort holds its fields, each as the page comes, and nothing is kept of who changes nothing", async ({ page }) => {
  await open(page);
  for (const [field, names] of Object.entries(FIELDS)) {
    const group = panel(page).getByRole("group", { name: field });
    expect(await group.getByRole("radio").count()).toBe(names.length);
    for (const [at, name] of names.entries()) {
      await expect(choice(page, field, name)).toBeChecked({ checked: at === 0 });
    }
  }
  await expect(underline(page)).not.toBeChecked();
  await expect(panel(page).getByRole("checkbox", { name: "Print the drawings, too" })).not.toBeChecked();
  await expect(panel(page).getByRole("button", { name: "Print the page" })).toBeVisible();
  await expect(panel(page).getByRole("button", { name: "Back to normal" })).toBeVisible();
  expect(await kept(page)).toEqual({});
});

for (const [device, chosen] of [["light", "Dark"], ["dark", "Light"]] as const) {
  const other = device === "light" ? "dark" : "light";

  test(`on a ${device} device, ${other} colors hold from the first paint of the next visit`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: device });
    await open(page);
    expect(await paper(page)).toBe(PAPER[device]);
    await choice(page, "Colors", chosen).check();
    expect(await paper(page)).toBe(PAPER[other]);

    // At the next visit no script but those in the page itself arrives.
    await page.route(/\.(js|wasm)$/, () => {});
    await page.reload({ waitUntil: "commit" });
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await paper(page)).toBe(PAPER[other]);
  });
}

test("the color that a browser continues around the page follows the choice, at once and later", async ({ page }) => {
  const around = () =>
    page.locator("meta[name=theme-color]").evaluateAll((all) => {
      const shown = (all as HTMLMetaElement[]).find((meta) => matchMedia(meta.media).matches);
      return shown?.content;
    });
  await open(page);
  expect(await around()).toBe("#fbf6ee");
  await choice(page, "Colors", "Dark").check();
  expect(await around()).toBe("#1b1714");
  await page.reload();
  await expectReady(page);
  await expect.poll(around).toBe("#1b1714");
});

test("size, spacing, width and underlines change the text as they say, and are kept", async ({ page }) => {
  const look = () =>
    page.locator("#belief-4").evaluate((it) => {
      const { fontSize, lineHeight } = getComputedStyle(it);
      const size = parseFloat(fontSize);
      const width = it.getBoundingClientRect().width / size;
      const title = document.querySelector("#patience a")!;
      return { size, ratio: parseFloat(lineHeight) / size, width, line: getComputedStyle(title).textDecorationLine };
    });
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page);
  const before = await look();
  await choice(page, "Line width", "Narrow").check();
  expect((await look()).width).toBeLessThan(before.width * 0.8);
  await choice(page, "Text size", "Larger").check();
  await choice(page, "Line spacing", "Wider").check();
  await underline(page).check();
  const after = await look();
  expect(after.size / before.size).toBeCloseTo(1.375, 1);
  expect(after.ratio).toBeGreaterThan(before.ratio * 1.25);
  expect([before.line, after.line]).toEqual(["none", "underline"]);

  await page.reload();
  await expectReady(page);
  expect(await look()).toEqual(after);
  await openMenu(page, "Comfort");
  await expect(choice(page, "Line width", "Narrow")).toBeChecked();
  await expect(choice(page, "Text size", "Larger")).toBeChecked();
  await expect(underline(page)).toBeChecked();
});

test("with the largest letters the page falls into its narrower form, and stays in the window", async ({ page }) => {
  const isNarrow = () =>
    page.evaluate(() => {
      const [title, statement] = ["patience", "patience-1"].map((id) => document.getElementById(id)!.getBoundingClientRect());
      return statement.top >= title.bottom;
    });
  await page.setViewportSize({ width: 768, height: 800 });
  await open(page);
  expect(await isNarrow()).toBe(false);
  await choice(page, "Text size", "Larger").check();
  expect(await isNarrow()).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(768);
});

test("\"Back to normal\" undoes every choice and forgets it", async ({ page }) => {
  await open(page);
  await choice(page, "Colors", "Dark").check();
  await underline(page).check();
  expect(await kept(page)).not.toEqual({});
  await page.getByRole("button", { name: "Back to normal" }).click();
  await expect(choice(page, "Colors", "As the device")).toBeChecked();
  await expect(underline(page)).not.toBeChecked();
  expect(await paper(page)).toBe(PAPER.light);
  expect(await kept(page)).toEqual({});
});

test("what is kept is kept under the site's own path", { tag: "@smoke" }, async ({ page, baseURL }) => {
  await open(page);
  await choice(page, "Colors", "Dark").check();
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
    await open(page);
    expect(await paper(page)).toBe(PAPER.light);
    await expect(choice(page, "Colors", "As the device")).toBeChecked();
    await expect(choice(page, "Text size", "Normal")).toBeChecked();
  });
}

test("without storage a choice holds until the page is left", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", { get: () => { throw new Error("No storage."); } });
  });
  await open(page);
  await choice(page, "Colors", "Dark").check();
  expect(await paper(page)).toBe(PAPER.dark);
});

test("Comfort is opened, used and left by keyboard alone", async ({ page }) => {
  await page.goto("./");
  await expectReady(page);
  const summary = panel(page).locator("summary", { hasText: "Comfort" });
  await summary.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowUp");
  await expect(choice(page, "Colors", "Dark")).toBeFocused();
  expect(await paper(page)).toBe(PAPER.dark);
  await page.keyboard.press("Escape");
  await expect(choice(page, "Colors", "Dark")).toBeHidden();
  await expect(summary).toBeFocused();
});

test("a browser fills in none of the fields by itself", async ({ page }) => {
  await open(page);
  const forms = page.locator("form").filter({ has: page.locator("input") });
  await expect(forms).toHaveCount(2);
  const filled = await page.locator("input").evaluateAll((all) =>
    (all as HTMLInputElement[]).filter((it) => (it.autocomplete || it.form!.autocomplete) !== "off").map((it) => it.name),
  );
  expect(filled).toEqual([]);
});
