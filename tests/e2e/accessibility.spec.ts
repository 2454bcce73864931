// What the page owes to readers who see, hear or move otherwise, in each of its states.
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { clipped, outsideOfWindow, overlapping } from "./layout.ts";
import { PIECES, app, dock, expectFonts, expectReady, find, follow, nextPlace, openMenu, openTools, stopFollowing, tools, words } from "./page.ts";
import { titles } from "./source.ts";

async function open(page: Page, width: number, height: number, address = "./") {
  await page.setViewportSize({ width, height });
  await page.goto(address);
  await expectReady(page);
}

/** Each state, as a reader comes to it. */
const STATES: Record<string, (page: Page) => Promise<unknown>> = {
  "at rest": async () => {},
  "while a word is followed": async (page) => {
    await follow(page, "garden");
    await dock(page).getByRole("button", { name: "Next place" }).click();
  },
  "while something is looked for": (page) => find(page, "growth"),
  "while nothing is found": (page) => find(page, "zebra"),
  "with the tools of a value open": async (page) => {
    await openTools(page, titles[0]);
    await tools(page, titles[0]).getByRole("button", { name: "Copy link" }).click();
  },
  "with the tools of a sentence open": (page) => openTools(page, "Belief 4"),
  "with Contents open": (page) => openMenu(page, "Contents"),
  "with Comfort open": (page) => openMenu(page, "Comfort"),
  "with all the words open": (page) => page.getByText("All the words and their places").click(),
  "while a value is presented": async (page) => {
    await openTools(page, titles[0]);
    await tools(page, titles[0]).getByRole("button", { name: "Present" }).click();
  },
};

const DARK = { colorScheme: "dark", contrast: "no-preference", forcedColors: "none" } as const;
/** The states that a narrow window sets out of other elements, or with more of them. */
const OTHERWISE_WHEN_NARROW = ["at rest", "while a word is followed", "with Contents open"];
const MORE_CONTRAST = { ...DARK, contrast: "more" } as const;
const FORCED = { colorScheme: "light", contrast: "no-preference", forcedColors: "active" } as const;
/** The rules of axe that look at colors: the others are the same in every look. */
const OF_COLORS = ["color-contrast", "link-in-text-block"];

const ALL = (axe: AxeBuilder) => axe;
const COLORS_ALONE = (axe: AxeBuilder) => axe.withRules(OF_COLORS);
const ALL_BUT_COLORS = (axe: AxeBuilder) => axe.disableRules(OF_COLORS);

async function expectNothingFound(page: Page, look: string, rules = ALL) {
  const { violations } = await rules(new AxeBuilder({ page })).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html.slice(0, 120)} ${any[0]?.message ?? ""}`));
  expect(found, look).toEqual([]);
}

/** What WCAG 1.4.12 asks a page to bear. */
const TEXT_SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;
const TWICE_AS_LARGE = "html { font-size: 200% !important; }";

async function expectAllBorne(page: Page, what: string) {
  await expect.poll(() => outsideOfWindow(page), what).toEqual([]);
  await expect.poll(() => clipped(page), what).toEqual([]);
  await expect.poll(() => overlapping(page), what).toEqual([]);
}

async function setStyle(page: Page, css: string) {
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
  }, css);
}

for (const [state, enter] of Object.entries(STATES)) {
  test(`${state}, wide and narrow, axe finds nothing, all is in the window, and what can be pressed is large enough`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(page, 1280, 640);
    await enter(page);
    for (const width of [1280, 320]) {
      const at = `at ${width} px`;
      await page.setViewportSize({ width, height: 640 });
      await expect.poll(() => outsideOfWindow(page), at).toEqual([]);
      await expect.poll(() => page.evaluate(tooSmall), at).toEqual([]);
      // No color depends on the width.
      if (width > 320) await expectNothingFound(page, at);
      else if (OTHERWISE_WHEN_NARROW.includes(state)) await expectNothingFound(page, at, ALL_BUT_COLORS);
    }
    await page.emulateMedia(DARK);
    await expectNothingFound(page, "dark", COLORS_ALONE);
  });
}

test("axe finds nothing while a word is followed with more contrast, or with forced colors", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, 1280, 640);
  await STATES["while a word is followed"](page);
  for (const [name, look] of Object.entries({ "more contrast": MORE_CONTRAST, "forced colors": FORCED })) {
    await page.emulateMedia(look);
    await expectNothingFound(page, name, COLORS_ALONE);
  }
});

for (const state of ["at rest", "while a word is followed", "with the tools of a value open", "with Contents open", "with Comfort open"]) {
  test(`${state}, WCAG's text spacing and text of twice the size lose nothing, wide and narrow, and nothing overlaps`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(page, 1280, 800);
    await expectFonts(page);
    await STATES[state](page);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      for (const [what, css] of Object.entries({ "text spacing": TEXT_SPACING, "twice the size": TWICE_AS_LARGE })) {
        await setStyle(page, css);
        await expectAllBorne(page, `${what}, at ${width} px`);
      }
    }
  });
}

test("axe finds nothing when the app could not start", async ({ page }) => {
  await page.route(PIECES.wasm, (route) => route.abort());
  await page.goto("./");
  await expect(app(page)).toHaveAttribute("data-app", "failed");
  await expectNothingFound(page, "failed");
});

/** How much the text of each element stands out from what lies behind it, and what text that is. */
function contrasts(root: Element) {
  const parse = (color: string) => {
    const [red, green, blue, alpha = 1] = color.match(/[\d.]+/g)!.map(Number);
    return { rgb: [red, green, blue], alpha };
  };
  const luminance = (rgb: number[]) => {
    const [red, green, blue] = rgb.map((it) => (it / 255 <= 0.04045 ? it / 255 / 12.92 : ((it / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const groundOf = (element: Element | null): number[] => {
    if (!element) return [255, 255, 255];
    const { rgb, alpha } = parse(getComputedStyle(element).backgroundColor);
    const behind = alpha < 1 ? groundOf(element.parentElement) : rgb;
    return rgb.map((it, at) => it * alpha + behind[at] * (1 - alpha));
  };
  const found = new Map<string, { ratio: number; color: string }>();
  const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    const element = nodes.currentNode.parentElement!;
    const text = nodes.currentNode.nodeValue!.trim();
    if (!text || !element.checkVisibility({ visibilityProperty: true }) || element.closest("#status, [aria-disabled], .skip-link")) continue;
    const { color, fill } = getComputedStyle(element);
    const shown = element.closest("svg") ? fill : color;
    const [one, other] = [luminance(parse(shown).rgb), luminance(groundOf(element))].sort((a, b) => b - a);
    found.set(text, { ratio: (one + 0.05) / (other + 0.05), color: shown });
  }
  return [...found].map(([text, it]) => ({ text, ...it }));
}

test("what steps back while a word is followed is still read at 7:1 or better, as all text is, in the light and in the dark", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, 1280, 800);
  const patience = async () => (await page.locator("#patience-1").evaluate(contrasts)).at(-1)!;
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const before = await patience();
    await follow(page, "respect");
    await nextPlace(page).click();
    const after = await patience();
    expect(after.color, colorScheme).not.toBe(before.color);
    expect(after.ratio, colorScheme).toBeLessThan(before.ratio);
    const all = await page.locator("body").evaluate(contrasts);
    expect(all.length).toBeGreaterThan(80);
    expect(all.filter(({ ratio }) => ratio < 7), colorScheme).toEqual([]);
    await stopFollowing(page).click();
    await expect(dock(page)).toHaveCount(0);
  }
});

test("in forced colors, what is followed, where one is, and what a link led to differ by more than a fill", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  await open(page, 1280, 800, "./#belief-2");
  const outline = (text: Locator) => text.evaluate((it) => getComputedStyle(it).outlineStyle);
  const passage = (id: string) => page.locator(`#${id} span`).first();
  expect(await outline(passage("belief-2"))).not.toBe("none");
  expect(await outline(passage("belief-3"))).toBe("none");

  await follow(page, "growth");
  await dock(page).getByRole("button", { name: "Next place" }).click();
  const growth = page.getByRole("main").locator("li[id] span, #definition span").getByText("growth", { exact: true });
  const outlines = await growth.evaluateAll((all) => all.map((it) => getComputedStyle(it).outlineStyle).filter((it) => it !== "none"));
  expect(outlines).toHaveLength(5);
  // The one where the reader is has another line than the rest.
  expect(new Set(outlines).size).toBe(2);
  const link = words(page).getByRole("link", { name: "growth, " });
  expect(await link.getByText("growth").evaluate((it) => getComputedStyle(it).textDecorationLine)).toBe("underline");
});

test("where less motion is asked for, nothing moves", async ({ page }) => {
  const moving = () => page.evaluate(() => document.getAnimations().length);
  const scrolling = () => page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, 1280, 800);
  await follow(page, "seedling");
  expect(await moving()).toBe(0);
  expect(await scrolling()).toBe("auto");

  // Control: for others, the thread is drawn.
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await follow(page, "neighbor");
  await expect.poll(moving).toBeGreaterThan(0);
  expect(await scrolling()).toBe("smooth");
});

/** What can be pressed and is smaller than it may be: 44 px, or 24 px in lists and in the map. */
function tooSmall() {
  const inLine = "li a, h2 a, h3 a, header > a, footer button, [aria-label=Places] button";
  return [...document.querySelectorAll("a[href], button, input, summary")]
    // A link in a sentence is as high as its line.
    .filter((it) => it.checkVisibility({ visibilityProperty: true }) && !it.matches(".skip-link, p a"))
    .flatMap((it) => {
      // The label of a field is pressed as well as the field.
      const box = (it.closest("label") ?? it).getBoundingClientRect();
      // The stitch before a sentence is drawn by CSS, in a place of its own.
      const before = getComputedStyle(it, "::before");
      const [width, height] = [Math.max(box.width, parseFloat(before.width) || 0), Math.max(box.height, parseFloat(before.height) || 0)];
      const least = it.matches(inLine) ? 24 : 44;
      return width < least || height < least ? [`${Math.round(width)} × ${Math.round(height)}: ${it.outerHTML.slice(0, 100)}`] : [];
    });
}
