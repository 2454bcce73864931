// The address: what a fragment or a search in it leads to, however one comes to it.
import { expect, test, type Page } from "@playwright/test";
import { keyword, keywords } from "./keywords.ts";
import { expectAt, expectMarked, expectNothingMarked } from "./marks.ts";
import { DESK, PHONE, dock, expectReady, follow, handle, noteSaid, openWith, searchField, status, tools, uncaughtErrors } from "./page.ts";
import { titles, units } from "./source.ts";

test.use({ contextOptions: { reducedMotion: "reduce" } });

const GONE = "That link points to something that is no longer on this page";
const growth = keyword("growth");
/** Statements in every place that one can have in its value, and the title of that. */
const STATEMENTS = [
  ...[1, 2, 3, 4].map((number) => ({ id: `love-of-gardens-${number}`, title: titles[0] })),
  { id: "respect-1", title: titles[1] },
  { id: "quiet-observation-1", title: titles[5] },
];

async function open(page: Page, address = "./") {
  await page.goto("about:blank");
  await page.goto(address);
  await expectReady(page);
}

/** The ids of the passages that are marked as what the address means. */
const targets = (page: Page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll("main :is(p, li, h3, figure)[id]:not([id^=word-])")];
    const isMarked = (element: Element) =>
      [element, ...element.querySelectorAll("*")].some((it) => {
        const { boxShadow, outlineStyle } = getComputedStyle(it);
        const isFilled = boxShadow !== "none" && !it.matches(".is-marked, .is-current");
        return isFilled || (outlineStyle !== "none" && it !== document.activeElement);
      });
    return all.filter(isMarked).map(({ id }) => id);
  });

const expectTarget = (page: Page, ...ids: string[]) => expect.poll(() => targets(page)).toEqual(ids);

test("every fragment leads to what it names, in sight", async ({ page }) => {
  const errors = uncaughtErrors(page);
  await open(page);
  const ids = await page.locator("main [id], main").evaluateAll((all) =>
    all.filter((it) => it instanceof HTMLElement && !it.matches("input, [id=words-heading]")).map((it) => it.id),
  );
  // What the source has but three titles and names without an id, the parts and the words.
  expect(ids.length).toBeGreaterThan(units.length + keywords.length);
  for (const id of ids) {
    await page.evaluate((id) => (location.hash = id), id);
    await expect(page.locator(`#${id}`)).toBeInViewport();
    await expect(status(page)).not.toContainText("no longer");
  }
  expect(errors).toEqual([]);
});

/** Fragments as people paste them, and what they mean. */
const PASTED: Record<string, string> = {
  "belief-1": "belief-1",
  "belief%2D1": "belief-1",
  "%62elief-1": "belief-1",
  "belief-1?utm_source=x&utm_medium=y": "belief-1",
  "belief%2D1?utm_source=x": "belief-1",
  "belief-1&amp;utm_source=x": "belief-1",
  "belief-1).": "belief-1",
  "patience-1?fbclid=x": "patience-1",
};

test("a fragment as people paste it leads to what it means, from elsewhere and on the page", async ({ page }) => {
  const said = await noteSaid(page);
  // What each form means is tested on the host: here, that both ways ask for it.
  await open(page, "./#belief%2D1?utm_source=x");
  await expectTarget(page, "belief-1");
  await expect(page.locator("#belief-1")).toBeInViewport();
  for (const [fragment, id] of Object.entries(PASTED)) {
    await page.evaluate(() => (location.hash = "mission"));
    await expectTarget(page, "mission");
    await page.evaluate((fragment) => (location.hash = fragment), fragment);
    await expectTarget(page, id);
    await expect(page.locator(`#${id}`)).toBeInViewport();
  }
  expect(await said()).toEqual([]);
});

test("#top leads to the top, with nothing said", async ({ page }) => {
  const said = await noteSaid(page);
  await open(page, "./#belief-5");
  await page.evaluate(() => (location.hash = "top"));
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await expectTarget(page);
  await open(page, "./#top");
  expect(await said()).toEqual([]);
});

/** Whether a sentence is to be seen in the window. */
const isSeen = (page: Page, sentence: string) =>
  page.evaluate((sentence) => {
    const holds = [...document.querySelectorAll("body *")].filter((it) => it.textContent!.trim().startsWith(sentence));
    return holds.some((it) => {
      const { width, height, top } = it.getBoundingClientRect();
      const { clipPath, opacity } = getComputedStyle(it);
      return it.checkVisibility() && width > 20 && height > 10 && top >= 0 && top < innerHeight && clipPath === "none" && opacity !== "0";
    });
  }, sentence);

/** Fragments that lead nowhere, each in a way of its own. */
const LOST = ["%E0%A4", "'\"><img src=x>", "x".repeat(10_000), "word-", "belief-99"];

test("a fragment that leads nowhere is said, and seen, to be gone, and the page stays where it is", async ({ page }) => {
  const errors = uncaughtErrors(page);
  const said = await noteSaid(page);
  await open(page, "./#no-such-thing");
  await expect(status(page)).toHaveText(GONE);
  await expect.poll(() => isSeen(page, GONE)).toBe(true);
  for (const [index, fragment] of LOST.entries()) {
    await page.evaluate((fragment) => (location.hash = fragment), fragment);
    await expect.poll(async () => (await said()).filter((it) => it === GONE).length, fragment.slice(0, 14)).toBe(index + 2);
    await expectTarget(page);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  }
  expect(errors).toEqual([]);
});

test("an id that was published once leads to what has taken its place", async ({ page }) => {
  const errors = uncaughtErrors(page);
  await openWith(page, (content) => (content.aliases = [{ old: "honesty", new: "patience" }]), "./#honesty");
  await expect(page).toHaveURL(/#patience$/);
  await expectTarget(page, "patience");
  await expect(page.locator("#patience")).toBeInViewport();
  await expect(status(page)).toHaveText("");
  await page.evaluate(() => (location.hash = "values"));
  await page.evaluate(() => (location.hash = "honesty"));
  await expect(page).toHaveURL(/#patience$/);
  expect(errors).toEqual([]);
});

/** What the page shows of its state. */
async function stateOf(page: Page) {
  return {
    targets: await targets(page),
    followed: await page.locator("[aria-current=true]").getAttribute("href", { timeout: 1 }).catch(() => null),
    dock: await dock(page).getByRole("heading").allTextContents(),
    typed: await searchField(page).inputValue(),
    open: await page.getByRole("group", { name: /: tools$/ }).count(),
  };
}

test("what is shown follows from the address, not from the way to it", async ({ page }) => {
  const fragments = ["patience", "word-growth", "belief-1", "top", "no-such-thing", "values"];
  const addresses = ["", ...fragments.map((fragment) => `#${fragment}`), "?q=growth", "?q=growth#belief-2"];
  const cold: Record<string, Awaited<ReturnType<typeof stateOf>>> = {};
  for (const address of addresses) {
    await open(page, `./${address}`);
    cold[address] = await stateOf(page);
  }
  expect(cold["#patience"].targets).toEqual(["patience"]);
  expect(cold["#word-growth"].dock).toEqual(["growth"]);
  expect(cold["?q=growth"].typed).toBe("growth");
  expect(cold["?q=growth#belief-2"].targets).toEqual(["belief-2"]);
  expect(cold[""]).toEqual({ targets: [], followed: null, dock: [], typed: "", open: 0 });

  // On one page, from each to the next, then all the way back, and on again.
  await open(page);
  for (const address of addresses.slice(1)) {
    if (address === "?q=growth") await searchField(page).fill("growth");
    else await page.evaluate((hash) => (location.hash = hash), address.slice(address.indexOf("#")));
    await expect.poll(() => page.url()).toContain(address);
    await expect.poll(() => stateOf(page), `to ${address}`).toEqual(cold[address]);
  }
  for (const address of addresses.slice(0, -1).reverse()) {
    await page.goBack();
    await expect.poll(() => stateOf(page), `back to ${address}`).toEqual(cold[address]);
  }
  for (const address of addresses.slice(1)) {
    await page.goForward();
    await expect.poll(() => stateOf(page), `on to ${address}`).toEqual(cold[address]);
  }
  await page.reload();
  await expectReady(page);
  await expect.poll(() => stateOf(page), "reloaded").toEqual(cold["?q=growth#belief-2"]);
});

test("a link to a word leads to its entry at the foot, with the dock open", { tag: ["@mounted", "@smoke"] }, async ({ page }) => {
  for (const viewport of [{ width: 390, height: 664 }, { width: 1280, height: 800 }]) {
    await page.setViewportSize(viewport);
    await open(page, "./#word-growth");
    await expectMarked(page, growth.texts);
    await expect(dock(page)).toContainText(growth.count);
    const entry = page.locator("#word-growth");
    const inSight = async () => {
      const [box, over] = [await entry.boundingBox(), await dock(page).boundingBox()];
      return box !== null && box.y >= 0 && box.y + box.height <= over!.y;
    };
    await expect.poll(inSight).toBe(true);
    // The app leaves the list open.
    await expect(entry.getByRole("link")).toHaveCount(5);
    await page.getByRole("button", { name: "Next place" }).click();
    await expectAt(page, 5);
  }
});

test("without such a link the list at the foot is closed, and opens by its name", async ({ page }) => {
  await open(page);
  await expect(page.locator("#word-growth")).toBeHidden();
  await page.getByText("All the words and their places").click();
  await expect(page.locator("#word-growth")).toBeVisible();
});

test("each place of an entry is a link to it, and Back returns to that link", async ({ page }) => {
  await open(page, "./#word-garden");
  const entry = page.locator("#word-garden");
  await expect(entry).toContainText(keyword("garden").count);
  const names = await entry.getByRole("link").allTextContents();
  expect(names).toEqual([...new Set(keyword("garden").at)]);
  for (const name of names) {
    const link = entry.getByRole("link", { name, exact: true });
    const id = (await link.getAttribute("href"))!.slice(1);
    await link.press("Enter");
    await expect(page.locator(`#${id}`)).toBeFocused();
    await expect(page.locator(`#${id}`)).toBeInViewport();
    // That of the title means the whole page, of which nothing is marked.
    await expectTarget(page, ...(id === "main" ? [] : [id]));
    await page.goBack();
    await expect(link).toBeFocused();
    await expect(dock(page)).toBeVisible();
  }
});

test("a link that is opened elsewhere is not noted as followed", async ({ page, context }) => {
  await open(page, "./#word-growth");
  const [first, second] = await page.locator("#word-growth").getByRole("link").all();
  const opened = context.waitForEvent("page");
  await first.click({ modifiers: ["ControlOrMeta"] });
  await (await opened).close();
  await second.press("Enter");
  await expect(page).not.toHaveURL(/word-growth$/);
  await page.goBack();
  await expect(page).toHaveURL(/#word-growth$/);
  await expect(second).toBeFocused();
});

test("what is linked is marked, and nothing else, also in forced colors", async ({ page }) => {
  for (const forcedColors of ["none", "active"] as const) {
    await page.emulateMedia({ forcedColors });
    await open(page, "./#mission");
    await expectTarget(page, "mission");
    for (const id of ["definition", "quotation", "patience", "respect-1", "belief-3"]) {
      await page.evaluate((id) => (location.hash = id), id);
      await expectTarget(page, id);
      await expect(page.locator(`#${id}`)).toBeInViewport();
      await expect(page.getByRole("group", { name: /: tools$/ })).toHaveCount(0);
    }
    await open(page);
    await expectTarget(page);
  }
});

test("a link to a statement shows the title of its value, too, on a phone and on a desk", async ({ page }) => {
  await open(page, `./#${STATEMENTS[3].id}`);
  for (const viewport of [PHONE, DESK]) {
    await page.setViewportSize(viewport);
    for (const { id, title } of STATEMENTS) {
      await page.evaluate((id) => (location.hash = id), id);
      await expect(page.locator(`#${id}`), id).toBeInViewport({ ratio: 1 });
      await expect(handle(page, title), id).toBeInViewport({ ratio: 1 });
    }
  }
});

test("following and then a link leaves the word, and Back takes it up", async ({ page }) => {
  await open(page);
  await follow(page, "growth");
  await page.evaluate(() => (location.hash = "belief-1"));
  await expect(dock(page)).toHaveCount(0);
  await expectNothingMarked(page);
  await expectTarget(page, "belief-1");
  await page.goBack();
  await expectMarked(page, growth.texts);
  await expectTarget(page);
});

test("nothing is said when the page opens", async ({ page }) => {
  const said = await noteSaid(page);
  for (const address of ["./", "./#belief-1", "./?utm_source=x"]) {
    await open(page, address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(units[0]);
    expect(await said(), address).toEqual([]);
    expect(await isSeen(page, GONE)).toBe(false);
    await expect(tools(page, "Belief 1")).toHaveCount(0);
  }
});
