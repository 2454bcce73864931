// Finding any other word: what is typed is followed like a word of the list.
import { expect, test, type Page } from "@playwright/test";
import { found, passages, position } from "./keywords.ts";
import { expectAt, expectMarked, expectNothingMarked, marks } from "./marks.ts";
import { DESK, PHONE, dock, expectFonts, expectReady, nextPlace, noteSaid, openReady, searchField, status, uncaughtErrors } from "./page.ts";

test.use({ contextOptions: { reducedMotion: "reduce" } });

const search = (page: Page) => page.getByRole("search");
const historyLength = (page: Page) => page.evaluate(() => history.length);
const queryOf = (page: Page) => new URL(page.url()).searchParams.get("q");

async function expectFound(page: Page, typed: string, places: ReturnType<typeof found>) {
  await expect(dock(page).getByRole("heading")).toHaveText(typed);
  await expect(dock(page)).toContainText(places.count);
  await expectMarked(page, places.texts);
}

async function expectNothingFollowed(page: Page) {
  await expect(searchField(page)).toHaveValue("");
  await expect(dock(page)).toHaveCount(0);
  await expectNothingMarked(page);
  await expect.poll(() => queryOf(page)).toBeNull();
}

test("what is typed is counted, marked and walked through like a word", async ({ page }) => {
  await openReady(page);
  const places = found("ea");
  await searchField(page).pressSequentially("ea");
  await expectFound(page, "ea", places);
  await page.evaluate(() => window.scrollTo(0, 0));
  for (let number = 1; number <= places.at.length; number += 1) {
    await nextPlace(page).click();
    await expect(dock(page)).toContainText(position(places, number));
    await expectAt(page, number);
  }
  await expect(nextPlace(page)).toBeFocused();
  await expect(nextPlace(page)).toHaveAttribute("aria-disabled", "true");
});

/** What is typed, and the terms for which the text is to be looked through. */
const TYPED: [string, ...string[]][] = [
  ["growth", "growth"],
  ["eedlin", "eedlin"],
  ["GROWTH", "growth"],
  ["grówth", "growth"],
  ["“It is", '"it', "is"],
  ["growth change", "growth", "change"],
  ["change  growth ", "growth", "change"],
  ["seedlings caretakers", "seedlings", "caretakers"],
  ["first season", "first", "season"],
  // What the label promises: the text, and with it the title, the attribution and the parts.
  ["Greenfield", "Greenfield"],
  ["mission", "mission"],
  ["values", "values"],
  ["beliefs", "beliefs"],
  // And nothing of ours.
  ["stitch", "stitch"],
  ["Tollbridge", "tollbridge"],
  ["zebra", "zebra"],
];

test("it looks through the association's words for every term, inside of words, whatever the case, the accents and the quotes", async ({ page }) => {
  await openReady(page);
  for (const [typed, ...terms] of TYPED) {
    await searchField(page).fill(typed);
    await expectFound(page, typed.trim(), found(...terms));
  }
});

test("what is found in the title, the attribution and the names of parts is named so", async ({ page }) => {
  await openReady(page);
  const named = { Greenfield: "1 of 1: Attribution", beliefs: "1 of 1: Beliefs", "growers and": "1 of 2: Title" };
  for (const [typed, position] of Object.entries(named)) {
    await searchField(page).fill(typed);
    await searchField(page).press("Enter");
    await expect(dock(page)).toContainText(position);
  }
});

test("no hits are said in plain words, and nothing steps back", async ({ page }) => {
  await openReady(page);
  const before = (await marks(page)).colors;
  await searchField(page).fill("zebra");
  await expect(dock(page)).toContainText("Not in this text");
  await expect(search(page)).toContainText("Not in this text");
  await expect(status(page)).toContainText("Not in this text");
  await expectNothingMarked(page);
  expect((await marks(page)).colors).toEqual(before);
  await expect(nextPlace(page)).toBeHidden();
  await searchField(page).press("Enter");
  await expect(searchField(page)).toBeFocused();
});

test("up to 40 hits have a thread, more have marks alone", async ({ page }) => {
  await openReady(page);
  await expectFonts(page);
  const paths = () => page.locator("#thread path").evaluateAll((all) => all.map((it) => it.getAttribute("d")).join(" "));
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  const pairs = letters.flatMap((one) => letters.map((other) => one + other));
  const byCount = pairs.map((pair) => ({ pair, count: found(pair).at.length })).sort((one, other) => one.count - other.count);
  const [few, many] = [byCount.findLast(({ count }) => count <= 40)!, byCount.find(({ count }) => count > 40)!];
  expect(few.count).toBeGreaterThan(30);

  await searchField(page).fill(many.pair);
  await expectMarked(page, found(many.pair).texts);
  await searchField(page).fill("zebra");
  await expectNothingMarked(page);
  const withoutHits = await paths();
  await searchField(page).fill(few.pair);
  await expectMarked(page, found(few.pair).texts);
  await expect.poll(paths).not.toBe(withoutHits);
  await searchField(page).fill(many.pair);
  await expectMarked(page, found(many.pair).texts);
  await expect.poll(paths).toBe(withoutHits);
});

test("the count stands beside the field, as plain text", async ({ page }) => {
  for (const viewport of [PHONE, DESK]) {
    await page.setViewportSize(viewport);
    await openReady(page);
    await searchField(page).fill("growth");
    const count = search(page).getByText(found("growth").count);
    await expect(count).toBeVisible();
    const [field, beside] = [(await searchField(page).boundingBox())!, (await count.boundingBox())!];
    expect(Math.abs(beside.y - field.y)).toBeLessThan(60);
    await expect(search(page).locator("[aria-live], [role=status], output")).toHaveCount(0);
  }
});

test("a search is said when the typing pauses, not at every letter", async ({ page }) => {
  const said = await noteSaid(page);
  await openReady(page);
  await searchField(page).pressSequentially("growth");
  await expect.poll(said).toContain(`growth: ${found("growth").count}`);
  expect((await said()).length).toBeLessThan("growth".length);
});

test("the address carries the search: one entry of the history, however many letters", async ({ page }) => {
  await openReady(page);
  const before = await historyLength(page);
  await searchField(page).pressSequentially("growth");
  await expect.poll(() => queryOf(page)).toBe("growth");
  expect(await historyLength(page)).toBe(before + 1);

  await page.goBack();
  await expectNothingFollowed(page);
  await page.goForward();
  await expect(searchField(page)).toHaveValue("growth");
  await expectFound(page, "growth", found("growth"));

  await searchField(page).fill("birth care");
  await expect.poll(() => queryOf(page)).toBe("birth care");
  await page.reload();
  await expectReady(page);
  await expect(searchField(page)).toHaveValue("birth care");
  await expectFound(page, "birth care", found("birth", "care"));
});

test("a link to a search opens with what it found in sight", { tag: "@mounted" }, async ({ page }) => {
  for (const viewport of [PHONE, DESK]) {
    await page.setViewportSize(viewport);
    await openReady(page, "./?q=growth");
    await expect(searchField(page)).toHaveValue("growth");
    await expectFound(page, "growth", found("growth"));
    await expect(dock(page)).toBeInViewport({ ratio: 1 });
    await nextPlace(page).click();
    await expect(dock(page)).toContainText(position(found("growth"), 1));
  }
});

test("Enter goes to the first place and puts the keyboard of a phone away", async ({ page }) => {
  await page.setViewportSize(PHONE);
  await openReady(page);
  const growth = found("growth");
  await searchField(page).pressSequentially("growth");
  await page.keyboard.press("Enter");
  await expect(dock(page)).toContainText(position(growth, 1));
  await expectAt(page, 1);
  await expect(searchField(page)).not.toBeFocused();
  await expect.poll(() => queryOf(page)).toBe("growth");
  await expect(searchField(page)).toHaveValue("growth");
});

/** Each way to end a search. */
const ENDS: Record<string, (page: Page) => Promise<unknown>> = {
  Escape: (page) => searchField(page).press("Escape"),
  "the emptied field": (page) => searchField(page).fill(""),
  "Stop following": (page) => dock(page).getByRole("button", { name: "Stop following" }).press("Enter"),
  "Escape in the dock": (page) => nextPlace(page).press("Escape"),
};

for (const [end, press] of Object.entries(ENDS)) {
  test(`${end} ends a search, empties the field and leaves focus there`, async ({ page }) => {
    await openReady(page);
    await searchField(page).fill("growth");
    await expect.poll(() => queryOf(page)).toBe("growth");
    const before = await page.evaluate(() => window.scrollY);
    await press(page);
    await expectNothingFollowed(page);
    await expect(searchField(page)).toBeFocused();
    expect(await page.evaluate(() => window.scrollY)).toBe(before);
    if (end === "the emptied field") return;
    // To end is an entry of its own; to type is not.
    await page.goBack();
    await expectFound(page, "growth", found("growth"));
  });
}

test("the Escape and the Enter of an input method are its own", async ({ page }) => {
  await openReady(page);
  await searchField(page).fill("growth");
  const press = (key: string, isComposing: boolean) =>
    searchField(page).dispatchEvent("keydown", { key, isComposing, bubbles: true, cancelable: true });
  await expect(dock(page)).toContainText(found("growth").count);
  for (const key of ["Escape", "Enter"]) {
    await press(key, true);
    await expect(searchField(page)).toHaveValue("growth");
    await expect(dock(page)).toContainText(found("growth").count);
  }
  await press("Escape", false);
  await expectNothingFollowed(page);
});

test("the dock comes after the field in the order of Tab", async ({ page }) => {
  await page.setViewportSize(PHONE);
  await openReady(page);
  await searchField(page).fill("growth");
  await expect(dock(page)).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(dock(page).getByRole("button", { name: "Previous place" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(searchField(page)).toBeFocused();
});

test("what looks like HTML is text", async ({ page }) => {
  const errors = uncaughtErrors(page);
  const typed = "<img src=x onerror=alert(1)>";
  await openReady(page, `./?q=${encodeURIComponent(typed)}`);
  await expect(dock(page).getByRole("heading")).toHaveText(typed);
  await expect(search(page)).toContainText("Not in this text");
  await expect(page.locator("#app img")).toHaveCount(0);
  expect(errors).toEqual([]);
});

/** The text nodes of main, which belong to the app. */
const textNodes = (page: Page) =>
  page.locator("main").evaluate((main) => {
    const nodes = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (nodes.nextNode()) if (!nodes.currentNode.parentElement!.closest("#words")) texts.push(nodes.currentNode.nodeValue);
    return texts;
  });

test("marks leave the text as it is, node by node", async ({ page }) => {
  await openReady(page);
  const before = await textNodes(page);
  expect(before.length).toBeGreaterThan(60);
  await searchField(page).fill("growth");
  await expectMarked(page, found("growth").texts);
  expect(await textNodes(page)).toEqual(before);
});

for (const missing of ["Highlight", "CSS.highlights"]) {
  test(`where the browser lacks ${missing}, passages with a hit are outlined instead`, async ({ page }) => {
    await page.addInitScript((missing) => {
      if (missing === "Highlight") Reflect.deleteProperty(window, "Highlight");
      Reflect.deleteProperty(CSS, "highlights");
      const { prototype } = CSS as any;
      if (prototype) Reflect.deleteProperty(prototype, "highlights");
    }, missing);
    const errors = uncaughtErrors(page);
    await openReady(page);
    const outlined = () =>
      page.locator("main").evaluate((main) => {
        const all = [...main.querySelectorAll("*")].filter((it) => !it.closest("#words, details"));
        return all.filter((it) => getComputedStyle(it).outlineStyle !== "none").map((it) => it.textContent!.trim());
      });
    expect(await outlined()).toEqual([]);
    const before = await textNodes(page);
    await searchField(page).fill("growth");
    await expect(dock(page)).toContainText(found("growth").count);
    const growth = found("growth");
    await expect.poll(outlined).toEqual(passages.filter(({ name }) => growth.at.includes(name)).map(({ text }) => text));
    expect(await textNodes(page)).toEqual(before);
    await searchField(page).press("Escape");
    await expect.poll(outlined).toEqual([]);
    expect(errors).toEqual([]);
  });
}

test("a link that is followed right after typing keeps its fragment", async ({ page }) => {
  await openReady(page);
  await page.clock.install();
  await searchField(page).fill("growth");
  await page.evaluate(() => (location.hash = "belief-2"));
  // What waits for a pause in typing has had its time.
  await page.clock.runFor(5_000);
  await expect(page).toHaveURL(/\?q=growth#belief-2$/);
  await expect(searchField(page)).toHaveValue("growth");
});

test("nothing of a search is written anywhere but into the address", async ({ page, context }) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await openReady(page);
  await searchField(page).fill("growth");
  await expect.poll(() => queryOf(page)).toBe("growth");
  expect(requests.length).toBeGreaterThan(0);
  expect(requests.filter((address) => address.includes("growth"))).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});
