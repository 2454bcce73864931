import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { PIECES, app, expectReady, index, quietLine } from "./page.ts";

const STATES: Record<string, (page: Page) => Promise<unknown>> = {
  plain: async () => {},
  searched: (page) => page.getByRole("searchbox").fill("growth"),
  "with a word chosen": (page) =>
    page.locator("#word-relationship").getByRole("link", { name: "relationship", exact: true }).click(),
  "one at a time": (page) => page.getByRole("radio", { name: "One at a time" }).check(),
  "with the panel open": async (page) => {
    await expect(app(page)).toHaveAttribute("data-reader", "ready");
    await page.getByText("Comfort", { exact: true }).click();
  },
  "in the largest letters, widest spacing": async (page) => {
    await page.evaluate(() => Object.assign(document.documentElement.dataset, { textSize: "larger", lineSpacing: "wider" }));
  },
  "with everything open": (page) =>
    page.evaluate(() => document.querySelectorAll("details").forEach((it) => (it.open = true))),
};

const LOOKS = [
  { name: "light", colorScheme: "light", forcedColors: "none" },
  { name: "dark", colorScheme: "dark", forcedColors: "none" },
  { name: "more contrast", colorScheme: "dark", contrast: "more", forcedColors: "none" },
  { name: "forced colours", colorScheme: "light", contrast: "no-preference", forcedColors: "active" },
] as const;

for (const [state, enter] of Object.entries(STATES)) {
  for (const width of [320, 1280]) {
    test(`V1, V2: ${state} at ${width} px, axe finds nothing and nothing overflows`, async ({ page }) => {
      await page.setViewportSize({ width, height: 640 });
      await page.goto("./");
      await expectReady(page);
      await enter(page);
      for (const { name, ...look } of LOOKS) {
        await page.emulateMedia(look);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations, name).toEqual([]);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  }
}

test("V2: at 400 % zoom of 1280 px nothing overflows or is clipped", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 200 });
  await page.goto("./");
  await expectReady(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test("V5: what can be pressed is 44 px high and wide, or 24 px in a line of text", async ({ page }) => {
  await page.goto("./");
  await expectReady(page);
  await page.evaluate(() => document.querySelectorAll("details").forEach((it) => (it.open = true)));
  const small = await page.evaluate(() => {
    const inLine = ".pass-on summary, .shared-words a, .colophon a";
    return [...document.querySelectorAll("a[href], button, input, summary")]
      .filter((it) => it.checkVisibility({ visibilityProperty: true }) && !it.matches(".skip-link"))
      .map((it) => {
        // The label of a field is pressed as well as the field.
        const box = (it.closest("label") ?? it).getBoundingClientRect();
        const least = it.matches(inLine) ? 24 : 44;
        return { what: it.outerHTML.slice(0, 80), height: box.height, width: box.width, least };
      })
      .filter((it) => it.height < it.least || (it.width < it.least && it.least > 24));
  });
  expect(small).toEqual([]);
});

for (const width of [320, 768, 1280]) {
  test(`V6: what has focus is not covered at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    // A scroll that is still under way would be measured.
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto("./");
    await expectReady(page);
    for (let stop = 0; stop < 60; stop += 1) {
      await page.keyboard.press("Tab");
      const covered = await page.evaluate(async () => {
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const focused = document.activeElement!;
        const box = focused.getClientRects()[0];
        const over = document.elementFromPoint(box.x + Math.min(4, box.width / 2), box.y + box.height / 2);
        return over && (focused.contains(over) || over.contains(focused)) ? null : focused.outerHTML.slice(0, 80);
      });
      expect(covered).toBeNull();
    }
  });
}

test("V7: where less motion is asked for, nothing moves", async ({ page }) => {
  const motion = () =>
    page.evaluate(() => ({
      behavior: getComputedStyle(document.documentElement).scrollBehavior,
      transition: getComputedStyle(document.querySelector(".index__arc")!).transitionDuration,
    }));
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("./");
  await expectReady(page);
  await index(page).getByRole("link", { name: "Integrity" }).click();
  expect(await motion()).toEqual({ behavior: "auto", transition: "0s" });
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);

  // Control: who does not mind motion gets a fading arc, and no scrolling either.
  await page.emulateMedia({ reducedMotion: "no-preference" });
  expect(await motion()).toEqual({ behavior: "auto", transition: expect.not.stringMatching(/^0s$/) });
});

test("V8: in forced colours, what is current and what is lit differ without a fill", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("./#integrity");
  await expectReady(page);
  const look = (name: string) =>
    index(page)
      .getByRole("link", { name, exact: true })
      .evaluate((it) => {
        const row = getComputedStyle(it.parentElement!);
        const link = getComputedStyle(it);
        return { outline: row.outlineStyle, weight: link.fontWeight, border: link.borderLeftColor };
      });
  const [current, partner, quiet] = [await look("Integrity"), await look("Confidentiality"), await look("Mission")];
  expect(current.outline).toBe("solid");
  expect(partner.outline).toBe("solid");
  expect(quiet.outline).toBe("none");
  expect(Number(current.weight)).toBeGreaterThan(Number(partner.weight));
  expect(current.border).not.toBe(partner.border);
});

test("axe finds nothing when the app could not start", async ({ page }) => {
  await page.route(PIECES.wasm, (route) => route.abort());
  await page.goto("./");
  await expect(quietLine(page)).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});
