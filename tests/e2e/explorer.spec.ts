// The explorer: links, history, the picture, words, one at a time.
import { expect, test, type Page } from "@playwright/test";
import { PIECES, app, expectReady, index, uncaughtErrors } from "./page.ts";
import { titles, units } from "./source.ts";

const status = (page: Page) => page.locator("#status");
const link = (page: Page, name: string) => index(page).getByRole("link", { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole("heading", { name, exact: true });
const current = (page: Page) => index(page).locator("[aria-current]");

async function open(page: Page, address = "./") {
  await page.goto(address);
  await expectReady(page);
}

/** Everything that says where the reader is, at once. */
async function expectAt(page: Page, title: string, id: string) {
  await expect(heading(page, title)).toBeFocused();
  await expect(heading(page, title)).toBeInViewport();
  await expect(current(page)).toHaveText(title);
  await expect(page).toHaveURL(new RegExp(`#${id}$`));
}

test("K2: Enter on a link of the index moves focus, address and current mark", async ({ page }) => {
  await open(page);
  const before = await page.evaluate(() => history.length);
  await link(page, "Integrity").focus();
  await page.keyboard.press("Enter");
  await expectAt(page, "Integrity", "integrity");
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
  expect(await heading(page, "Integrity").evaluate((it) => it.matches(":focus-visible"))).toBe(true);
});

test("K3: a mouse click does the same, without a ring", async ({ page }) => {
  await open(page);
  await link(page, "Integrity").click();
  await expectAt(page, "Integrity", "integrity");
  expect(await heading(page, "Integrity").evaluate((it) => it.matches(":focus-visible"))).toBe(false);
});

test("K4: the next Tab lands in the value", async ({ page }) => {
  await open(page);
  await link(page, "Integrity").press("Enter");
  await expect(heading(page, "Integrity")).toBeFocused();
  await page.keyboard.press("Tab");
  const inside = page.getByRole("region", { name: "Integrity" }).locator(":focus");
  await expect(inside).toHaveCount(1);
});

test("K5: Back and Forward agree in address, mark, focus and scroll", async ({ page }) => {
  await open(page);
  for (const title of [titles[1], titles[4]]) {
    await link(page, title).press("Enter");
    await expect(heading(page, title)).toBeFocused();
  }
  await page.goBack();
  await expect(page).toHaveURL(/#respect$/);
  await expect(current(page)).toHaveText(titles[1]);
  // Back returns to the very link that was followed.
  await expect(link(page, titles[4])).toBeFocused();
  await page.goForward();
  await expectAt(page, titles[4], "knowledge-and-skill-building");
});

test("K6: every fragment can be opened cold", async ({ page }) => {
  const errors = uncaughtErrors(page);
  await open(page);
  const ids = await page.locator("#app [id]").evaluateAll((all) => all.map((it) => it.id));
  expect(ids.length).toBeGreaterThan(40);
  for (const id of ids) {
    await page.goto("about:blank");
    await open(page, `./#${id}`);
    await expect(page.locator(`#${id}`)).toBeInViewport();
  }
  expect(errors).toEqual([]);
});

test("K6: a cold link marks its row", async ({ page }) => {
  for (const [id, row] of [
    ["respect-1", titles[1]],
    ["belief-5", units.at(-1)!],
    ["definition", "Mission"],
  ]) {
    await page.goto("about:blank");
    await open(page, `./#${id}`);
    await expect(current(page)).toHaveText(row);
  }
});

test("K7: a fragment that is not there is said to be gone", async ({ page }) => {
  await open(page, "./#no-such-thing");
  await expect(status(page)).toHaveText("That link points to something that is no longer on this page");
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

for (const fragment of ["%E0%A4", "'\"><img src=x>", "x".repeat(10_000)]) {
  test(`K7: an odd fragment does no harm: ${fragment.slice(0, 12)}`, async ({ page }) => {
    const errors = uncaughtErrors(page);
    await open(page, `./#${fragment}`);
    await expect(status(page)).toContainText("no longer on this page");
    expect(errors).toEqual([]);
  });
}

test("K7: a fragment that was renamed leads to what has taken its place", async ({ page }) => {
  await page.route("./", async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace(/data-content-integrity="[^"]*"/, 'data-content-integrity=""');
    await route.fulfill({ response, body: html });
  });
  await page.route(PIECES.content, async (route) => {
    const response = await route.fetch();
    const content = await response.json();
    content.aliases = [{ old: "honesty", new: "integrity" }];
    await route.fulfill({ response, json: content });
  });
  await open(page, "./#honesty");
  await expectAt(page, "Integrity", "integrity");
});

test("K8: scrolling marks each row in turn, and touches neither address nor focus", async ({ page }) => {
  await open(page);
  const before = await page.evaluate(() => [location.href, history.length]);
  const seen = new Set<string>();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y < height; y += 60) {
    await page.evaluate(async (y) => {
      scrollTo({ top: y, behavior: "instant" });
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }, y);
    const row = await current(page).textContent({ timeout: 1_000 }).catch(() => null);
    if (row) seen.add(row);
  }
  expect([...seen]).toEqual(["Mission", ...titles, ...units.slice(-5)]);
  expect(await page.evaluate(() => [location.href, history.length])).toEqual(before);
  expect(await page.evaluate(() => document.activeElement!.tagName)).toBe("BODY");
});

test("K9: Tab reaches every control once, in the order of the page", async ({ page }) => {
  await open(page);
  const stops: number[] = [];
  for (;;) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      // With links that lead nowhere for now: a step from value to value may become one.
      const all = [...document.querySelectorAll("a, button, input, summary, textarea")];
      return all.indexOf(document.activeElement!);
    });
    // Behind the last control, focus leaves the page or stays where it is.
    if (stop < 0 || stop === stops.at(-1)) break;
    stops.push(stop);
    expect(stops.length).toBeLessThan(400);
  }
  expect(stops.length).toBeGreaterThan(50);
  expect(stops).toEqual([...new Set(stops)].sort((one, other) => one - other));
});

test("K10: letters and arrows do nothing outside of fields", async ({ page }) => {
  await open(page);
  await link(page, "Integrity").focus();
  const state = () => page.evaluate(() => [location.href, document.querySelector("main")!.innerText]);
  const before = await state();
  for (const key of ["a", "j", "k", "/", "?", "1", "ArrowRight", "ArrowLeft"]) await page.keyboard.press(key);
  expect(await state()).toEqual(before);
  await expect(link(page, "Integrity")).toBeFocused();
});

test("a row that is pointed at lights its threads and partners, and quiets the rest", async ({ page }) => {
  await open(page);
  const lights = (selector: string, light: string) =>
    index(page).locator(`${selector}[data-light=${light}]`);
  const quiet = (selector: string) =>
    page.locator(`nav [data-lit] ${selector}:not([data-light])`);
  const lit = index(page).locator("[data-lit]");
  await expect(lit).toHaveCount(0);
  await link(page, "Integrity").hover();
  await expect(lights("li", "chosen")).toHaveText("Integrity");
  await expect(lights("li", "partner")).toHaveCount(4);
  await expect(lights("path", "partner")).toHaveCount(1);
  await expect(quiet("li")).toHaveCount(7);
  await expect(quiet("path")).toHaveCount(13);
  await page.mouse.move(1, 1);
  await expect(lit).toHaveCount(0);
  await expect(index(page).locator("[data-light]")).toHaveCount(0);

  await link(page, "Confidentiality").focus();
  await expect(lights("li", "chosen")).toHaveText("Confidentiality");
  await link(page, "Confidentiality").press("Enter");
  await expect(heading(page, "Confidentiality")).toBeFocused();
  await expect(lights("li", "chosen")).toHaveText("Confidentiality");
});

test("K12: relationship occurs 11 times in 10 places, and each link goes there", async ({ page }) => {
  await open(page);
  const word = page.locator("#word-relationship");
  await word.getByRole("link", { name: "relationship", exact: true }).press("Enter");
  await expect(word).toBeFocused();
  await expect(status(page)).toHaveText("‘relationship’ occurs 11 times in 10 places");
  await expect(index(page).locator("path[data-light=chosen]")).toHaveCount(1);
  await expect(index(page).locator("li[data-light=partner]")).toHaveCount(6);

  const places = word.locator("details").getByRole("link");
  await expect(places).toHaveCount(10);
  for (const place of await places.all()) {
    const id = (await place.getAttribute("href"))!.slice(1);
    await place.press("Enter");
    await expect(page.locator(`#${id}`)).toBeFocused();
    await expect(page.locator(`#${id}`)).toBeInViewport();
    await page.goBack();
    await expect(place).toBeFocused();
  }
});

test("K13: one at a time hides the others, and a link to a hidden value shows it", async ({ page }) => {
  await open(page);
  await page.getByRole("radio", { name: "One at a time" }).check();
  const shown = page.getByRole("region").getByRole("heading", { level: 3 });
  await expect(shown).toHaveText([titles[0]]);
  await expect(status(page)).toHaveText(`Showing one value at a time: ${titles[0]}, 1 of 6`);
  await expect(page.getByRole("link", { name: "Previous value" })).toHaveCount(0);

  await page.getByRole("link", { name: "Next value" }).press("Enter");
  await expect(heading(page, titles[1])).toBeFocused();
  await expect(shown).toHaveText([titles[1]]);
  await expect(page.getByText("2 of 6", { exact: true })).toBeVisible();

  await link(page, titles[5]).press("Enter");
  await expect(heading(page, titles[5])).toBeFocused();
  await expect(heading(page, titles[5])).toBeInViewport();
  await expect(shown).toHaveText([titles[5]]);
  await expect(page.getByRole("link", { name: "Next value" })).toHaveCount(0);

  await page.reload();
  await expectReady(page);
  await expect(shown).toHaveText(titles);
  await expect(page.getByRole("radio", { name: "All values" })).toBeChecked();
});

test("K13: what is hidden is found by the browser, and printed", async ({ page }) => {
  await open(page);
  await page.getByRole("radio", { name: "One at a time" }).check();
  const hidden = page.locator(".value[hidden]");
  await expect(hidden).toHaveCount(5);
  for (const value of await hidden.all()) await expect(value).toHaveAttribute("hidden", "until-found");
  await page.locator("#integrity").evaluate((it) => {
    it.dispatchEvent(new Event("beforematch", { bubbles: true }));
  });
  await expect(heading(page, "Integrity")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  for (const title of titles) {
    const shown = page.locator(".value").filter({ has: page.locator("h3", { hasText: title }) });
    expect(await shown.evaluate((it) => it.getBoundingClientRect().height)).toBeGreaterThan(20);
  }
});

test("K14: nothing is said on load", async ({ page }) => {
  await open(page);
  await expect(status(page)).toHaveText("");
});

test.describe("passing on", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });
  const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
  const passOn = async (page: Page, name: string, way: string) => {
    const piece = page.locator("details").filter({ has: page.getByLabel(`Pass on: ${name}`, { exact: true }) });
    await piece.locator("summary").click();
    await piece.getByRole("button", { name: way }).click();
  };

  test("K15: a link is copied with its full address, without the search", async ({ page, baseURL }) => {
    await open(page, "./?q=growth");
    await passOn(page, "Belief 2", "Copy link");
    await expect(status(page)).toHaveText("Link copied");
    expect(await clipboard(page)).toBe(`${baseURL}#belief-2`);
  });

  test("a belief is copied as a quotation, without what joins it to the next", async ({ page, baseURL }) => {
    await open(page);
    await passOn(page, "Belief 4", "Copy as quotation");
    await expect(status(page)).toHaveText("Quotation copied");
    const [words, source, address] = (await clipboard(page)).split("\n");
    expect(words).toBe(`“${units.at(-2)!.replace("; and,", "")}”`);
    expect(source).toContain("Virginia Association for Infant Mental Health");
    expect(source).toContain("November 22, 2026");
    expect(address).toBe(`${baseURL}#belief-4`);
  });

  test("every value, statement and belief can be passed on", async ({ page }) => {
    await open(page);
    await expect(page.getByLabel(/^Pass on: /)).toHaveCount(6 + 9 + 5);
    const titleOf = titles[2];
    await passOn(page, titleOf, "Copy as quotation");
    await expect(status(page)).toHaveText("Quotation copied");
    expect(await clipboard(page)).toContain(`“${titleOf}: Practices in ways`);
  });
});

test("K15: where the clipboard is refused, the text is shown and selected", async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
  });
  const errors = uncaughtErrors(page);
  await open(page);
  await page.getByLabel("Pass on: Integrity", { exact: true }).click();
  await page.getByRole("button", { name: "Copy link" }).first().click();
  const field = page.getByRole("dialog").getByRole("textbox");
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(`${baseURL}#integrity`);
  expect(await page.evaluate(() => {
    const field = document.activeElement as HTMLTextAreaElement;
    return field.selectionEnd - field.selectionStart;
  })).toBe(`${baseURL}#integrity`.length);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("button", { name: "Copy link" }).first()).toBeFocused();
  expect(errors).toEqual([]);
});

test("what the device shares with is offered where there is such a thing", async ({ page }) => {
  await page.addInitScript(() => {
    const shared: ShareData[] = [];
    Object.assign(window, { shared });
    Object.defineProperty(navigator, "share", { value: async (data: ShareData) => void shared.push(data) });
  });
  await open(page);
  await expect(app(page)).toHaveAttribute("data-can-share");
  await page.getByLabel("Pass on: Integrity", { exact: true }).click();
  await page.getByRole("button", { name: "Share" }).first().click();
  await expect.poll(() => page.evaluate(() => (window as any).shared[0]?.url)).toMatch(/#integrity$/);
});
