// Following a word of the list through the text: marks, the dock, walking, and the way back.
import { expect, test, type Page } from "@playwright/test";
import { keyword, keywords, passages, position, type Keyword } from "./keywords.ts";
import { expectAt, expectMarked, expectNothingMarked, marks, pointOf } from "./marks.ts";
import { app, dock, expectReady, follow, handle, noteSaid, openTools, searchField, status, tools, wordLink } from "./page.ts";
import { titles } from "./source.ts";

test.use({ contextOptions: { reducedMotion: "reduce" } });

const PHONE = { width: 390, height: 664 };

const control = (page: Page, name: string) => dock(page).getByRole("button", { name, exact: true });
const next = (page: Page) => control(page, "Next place");
const previous = (page: Page) => control(page, "Previous place");
const stop = (page: Page) => control(page, "Stop following");
const places = (page: Page) => dock(page).getByRole("list", { name: "Places" });

const relationship = keyword("relationship");
const infant = keyword("infant");

async function open(page: Page, address = "./") {
  await page.goto(address);
  await expectReady(page);
}

const scrollTo = (page: Page, y: number) => page.evaluate((top) => window.scrollTo({ top, behavior: "instant" }), y);
const scrollY = (page: Page) => page.evaluate(() => Math.round(window.scrollY));

/** The first place of a word outside of titles, as an index into the passages, and into the places. */
function firstInSentence({ pattern, at }: Keyword) {
  const passage = passages.findIndex(({ name, text }) => name && !titles.includes(text) && text.match(pattern));
  return { passage, number: at.indexOf(passages[passage].name) + 1 };
}

async function clickInText(page: Page, word: Keyword) {
  const { passage } = firstInSentence(word);
  const { x, y } = await pointOf(page, { passage, pattern: word.pattern });
  await page.mouse.click(x, y);
}

async function expectFollowed(page: Page, word: Keyword) {
  await expect(dock(page).getByRole("heading")).toHaveText(word.word);
  await expect(wordLink(page, word.word)).toHaveAttribute("aria-current", "true");
  await expect(page.getByRole("main").locator("[aria-current]")).toHaveCount(1);
  await expect(page).toHaveURL(new RegExp(`#${word.id}$`));
  await expectMarked(page, word.texts);
}

async function expectNothingFollowed(page: Page) {
  await expect(dock(page)).toHaveCount(0);
  await expect(page.locator("[aria-current]")).toHaveCount(0);
  await expectNothingMarked(page);
}

test("relationship is followed through 11 places in 10 passages, and back", { tag: ["@mounted", "@smoke"] }, async ({ page }) => {
  await open(page);
  await follow(page, "relationship");
  await expect(dock(page)).toContainText("11 times in 10 places");
  await expectFollowed(page, relationship);
  await scrollTo(page, 0);
  for (let number = 1; number <= 11; number += 1) {
    await next(page).click();
    await expect(dock(page)).toContainText(position(relationship, number));
  }
  await previous(page).click();
  await expect(dock(page)).toContainText("10 of 11: Belief 4");
  await stop(page).click();
  await expectNothingFollowed(page);
});

test("the list names each word, how often it occurs and where it leads", { tag: "@mounted" }, async ({ page }) => {
  await open(page);
  const links = page.getByRole("region", { name: "Words that run through the text" }).getByRole("list").getByRole("link");
  expect(await links.count()).toBe(14);
  for (const [index, { id, word, at }] of keywords.entries()) {
    await expect(links.nth(index)).toHaveAccessibleName(`${word}, ${at.length} times`);
    await expect(links.nth(index)).toHaveAttribute("href", `#${id}`);
  }
});

const WAYS: Record<string, (page: Page, word: Keyword) => Promise<unknown>> = {
  "in the list": (page, { word }) => wordLink(page, word).click(),
  "by the keyboard": (page, { word }) => wordLink(page, word).press("Enter"),
  "by another fragment in the address": (page, { id }) => page.goto(`./#${id}`),
  "by a link from elsewhere": async (page, { id }) => {
    await page.goto("about:blank");
    await open(page, `./#${id}`);
  },
};

for (const [way, choose] of Object.entries(WAYS)) {
  test(`each of the 14 words, chosen ${way}, is marked in its places and nowhere else, and counted`, async ({ page }) => {
    await open(page);
    for (const word of keywords) {
      await choose(page, word);
      await expectFollowed(page, word);
      await expect(dock(page)).toContainText(word.count);
    }
  });
}

test("each of the 14 words is followed by a click on it in a sentence, from there on", { tag: "@mounted" }, async ({ page }) => {
  await open(page);
  for (const word of keywords) {
    await clickInText(page, word);
    await expectFollowed(page, word);
    const { number } = firstInSentence(word);
    await expect(dock(page)).toContainText(position(word, number));
    await expectAt(page, number);
  }
});

test.describe("on a touch screen", () => {
  test.use({ hasTouch: true, viewport: PHONE });

  test("a tap on a word in a sentence follows it", async ({ page }) => {
    await open(page);
    const { passage, number } = firstInSentence(infant);
    const { x, y } = await pointOf(page, { passage, pattern: infant.pattern });
    await page.touchscreen.tap(x, y);
    await expectFollowed(page, infant);
    await expectAt(page, number);
  });
});

for (const viewport of [{ width: 320, height: 568 }, PHONE, { width: 1280, height: 800 }]) {
  test(`at ${viewport.width} px each word is walked through in reading order and back, each place in sight above the dock`, async ({ page }) => {
    test.slow();
    await page.setViewportSize(viewport);
    await open(page);
    for (const word of keywords) {
      await wordLink(page, word.word).click();
      await expectFollowed(page, word);
      await scrollTo(page, 0);
      const on = word.at.map((_, index) => index + 1);
      for (const number of on) {
        await next(page).click();
        await expect(dock(page)).toContainText(position(word, number));
        await expectAt(page, number);
      }
      await expect(next(page)).toBeFocused();
      for (const number of on.reverse().slice(1)) {
        await previous(page).click();
        await expect(dock(page)).toContainText(position(word, number));
        await expectAt(page, number);
      }
      await expect(previous(page)).toBeFocused();
    }
  });
}

test.describe("where motion is welcome", () => {
  test.use({ contextOptions: { reducedMotion: "no-preference" } });

  test("each place comes into sight above the dock", async ({ page }) => {
    await page.setViewportSize(PHONE);
    await open(page);
    await follow(page, "relationship");
    await scrollTo(page, 0);
    for (let number = 1; number <= 11; number += 1) {
      await next(page).click();
      await expectAt(page, number);
    }
  });
});

test("the first step goes to the first place on the screen or below, the first one back to the place before", async ({ page }) => {
  await open(page);
  // What is above the screen, and the place that comes first on it.
  for (const [above, first] of [["Values", 2], ["Beliefs", 8]] as const) {
    for (const [step, number] of [[next, first], [previous, first - 1]] as const) {
      await open(page);
      await follow(page, "relationship");
      await page.getByRole("heading", { name: above, exact: true }).evaluate((it) => it.scrollIntoView({ block: "start" }));
      await step(page).click();
      await expect(dock(page)).toContainText(position(relationship, number));
      await page.goto("about:blank");
    }
  }
});

test("steps end at the last place and at the first, and say so", async ({ page }) => {
  await open(page);
  await follow(page, "growth");
  const growth = keyword("growth");
  await scrollTo(page, 0);
  const end = async (button: typeof next, number: number, sentence: string) => {
    await expect(button(page)).toHaveAttribute("aria-disabled", "true");
    await button(page).press("Enter");
    await expect(status(page)).toHaveText(sentence);
    await expect(dock(page)).toContainText(position(growth, number));
    await expect(button(page)).toBeFocused();
  };
  await next(page).press("Enter");
  await end(previous, 1, "This is the first place");
  for (let number = 2; number <= 4; number += 1) {
    await expect(next(page)).not.toHaveAttribute("aria-disabled", "true");
    await next(page).press("Enter");
    await expect(dock(page)).toContainText(position(growth, number));
  }
  await expect(previous(page)).not.toHaveAttribute("aria-disabled", "true");
  await end(next, 4, "This is the last place");
});

test("each bead leads to its place; pressed again, to the next in the same passage", async ({ page }) => {
  await open(page);
  await follow(page, "relationship");
  const beads = places(page).getByRole("button");
  const inPassages = [...new Set(relationship.at)];
  await expect(beads).toHaveCount(inPassages.length);
  for (const [index, name] of inPassages.entries()) {
    const bead = beads.nth(index);
    await expect(bead).toHaveAccessibleName(name);
    const { width, height } = (await bead.boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    for (const [nth, at] of relationship.at.entries()) {
      if (at !== name) continue;
      await bead.click();
      await expect(dock(page)).toContainText(position(relationship, nth + 1));
      await expectAt(page, nth + 1);
      await expect(bead).toBeFocused();
    }
  }
});

test("below 672 px the map is a picture, whose places can be read and not pressed", async ({ page }) => {
  await open(page);
  await follow(page, "relationship");
  const inPassages = [...new Set(relationship.at)];
  await expect(places(page).getByRole("button")).toHaveCount(inPassages.length);
  await page.setViewportSize({ width: 671, height: 800 });
  await expect(places(page).getByRole("button")).toHaveCount(0);
  await expect(places(page).getByRole("listitem")).toHaveText(inPassages);
});

test("in a window lower than 30rem the dock is one line, without the map", async ({ page }) => {
  await page.setViewportSize({ width: 844, height: 390 });
  await open(page);
  await follow(page, "relationship");
  await expect(places(page)).toBeHidden();
  await expect(dock(page)).toContainText("11 times in 10 places");
  const { height } = (await dock(page).boundingBox())!;
  expect(height).toBeLessThanOrEqual(64);
  const tops = await dock(page).locator("h3, p, button").evaluateAll((all) =>
    all.map((it) => { const { top, bottom } = it.getBoundingClientRect(); return (top + bottom) / 2; }),
  );
  expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(12);
  await page.setViewportSize({ width: 844, height: 481 });
  await expect(places(page)).toBeVisible();
});

/** Each way to begin, and what has focus when it is over. */
const ORIGINS: Record<string, { begin: (page: Page) => Promise<unknown>; origin: (page: Page) => string | Promise<string> }> = {
  "the list": {
    begin: (page) => wordLink(page, "infant").press("Enter"),
    origin: () => 'a[href="#word-infant"]',
  },
  "the text": {
    begin: (page) => clickInText(page, infant),
    origin: () => "#mission",
  },
  "the address": {
    begin: async (page) => {
      await page.goto("./#word-infant");
      await expect(dock(page)).toBeVisible();
      await scrollTo(page, 0);
      await next(page).press("Enter");
    },
    origin: () => "#mission",
  },
};

const ENDS: Record<string, (page: Page) => Promise<unknown>> = {
  "Stop following": (page) => stop(page).click(),
  "Escape in the dock": (page) => next(page).press("Escape"),
  "Escape where focus is": (page) => page.keyboard.press("Escape"),
  "the word once more": (page) => wordLink(page, "infant").click(),
};

for (const [begun, { begin, origin }] of Object.entries(ORIGINS)) {
  test(`begun in ${begun}, following is ended in each way, and focus returns there without a jump`, async ({ page }) => {
    for (const [end, press] of Object.entries(ENDS)) {
      await page.goto("about:blank");
      await open(page);
      await begin(page);
      await expect(dock(page).getByRole("heading")).toHaveText("infant");
      if (end === "the word once more") await wordLink(page, "infant").scrollIntoViewIfNeeded();
      const before = await scrollY(page);
      await press(page);
      await expect(dock(page), end).toHaveCount(0);
      await expectNothingFollowed(page);
      expect(new URL(page.url()).hash, end).toBe("");
      await expect(page.locator(await origin(page)).first(), end).toBeFocused();
      expect(await scrollY(page), end).toBe(before);
    }
  });
}

test("begun among tools, which are gone by then, it ends with focus on their passage", async ({ page }) => {
  await open(page);
  await openTools(page, "Integrity");
  await tools(page, "Integrity").getByRole("link", { name: "practice", exact: true }).press("Enter");
  await expectFollowed(page, keyword("practice"));
  await expect(tools(page, "Integrity")).toHaveCount(0);
  await stop(page).press("Enter");
  await expectNothingFollowed(page);
  const focused = page.locator(":focus");
  await expect(focused).toHaveCount(1);
  await expect(focused).not.toHaveRole("document");
  await expect(focused).toBeVisible();
});

test("the page stays where it is when a word is chosen in the text and when it is ended", async ({ page }) => {
  await open(page);
  const { x, y } = await pointOf(page, { passage: firstInSentence(keyword("growth")).passage, pattern: /growth/ });
  const before = await scrollY(page);
  expect(before).toBeGreaterThan(0);
  await page.mouse.click(x, y);
  await expect(dock(page)).toBeVisible();
  expect(await scrollY(page)).toBe(before);
  await stop(page).click();
  await expect(dock(page)).toHaveCount(0);
  expect(await scrollY(page)).toBe(before);
});

test("each choice is one entry of the history, and Back and Forward follow it", async ({ page }) => {
  await open(page);
  const length = () => page.evaluate(() => history.length);
  const before = await length();
  await follow(page, "relationship");
  await wordLink(page, "infant").click();
  await expectFollowed(page, infant);
  await next(page).click();
  expect(await length()).toBe(before + 2);
  await page.goBack();
  await expectFollowed(page, relationship);
  await expect(dock(page)).toContainText(relationship.count);
  await page.goBack();
  await expectNothingFollowed(page);
  await page.goForward();
  await expectFollowed(page, relationship);
  await stop(page).click();
  await expectNothingFollowed(page);
  // To end is an entry, too.
  await page.goBack();
  await expectFollowed(page, relationship);
});

for (const name of ["Previous place", "Next place", "Stop following"]) {
  test(`"${name}" keeps focus when Back changes the word`, async ({ page }) => {
    await open(page);
    await follow(page, "relationship");
    await wordLink(page, "infant").click();
    await expectFollowed(page, infant);
    await control(page, name).focus();
    await page.goBack();
    await expectFollowed(page, relationship);
    await expect(control(page, name)).toBeFocused();
  });
}

for (const viewport of [PHONE, { width: 1280, height: 800 }]) {
  test(`at ${viewport.width} px Tab leads from the word through the dock to the next word, and back`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await open(page);
    await wordLink(page, "infant").press("Enter");
    await expect(dock(page)).toBeVisible();
    const beads = viewport.width < 672 ? [] : await places(page).getByRole("button").all();
    expect(beads.length).toBe(viewport.width < 672 ? 0 : new Set(infant.at).size);
    const stops = [wordLink(page, "infant"), ...beads, previous(page), next(page), stop(page), wordLink(page, "family")];
    for (const [index, it] of stops.entries()) {
      if (index > 0) await page.keyboard.press("Tab");
      await expect(it).toBeFocused();
    }
    for (const it of stops.reverse().slice(1)) {
      await page.keyboard.press("Shift+Tab");
      await expect(it).toBeFocused();
    }
  });
}

test("Tab reaches every control once, in the order of the page, with the dock and tools there", async ({ page }) => {
  await open(page, "./#word-infant");
  await page.evaluate(() => document.querySelector<HTMLElement>("#app a")!.focus());
  const stops: number[] = [];
  for (;;) {
    const at = await page.evaluate(() => {
      const all = [...document.querySelectorAll("a, button, input, summary, textarea")];
      return all.indexOf(document.activeElement!);
    });
    // Behind the last control, focus leaves the page or stays where it is.
    if (at < 0 || at === stops.at(-1)) break;
    stops.push(at);
    expect(stops.length).toBeLessThan(400);
    await page.keyboard.press("Tab");
  }
  expect(stops.length).toBeGreaterThan(50);
  expect(stops).toEqual([...new Set(stops)].sort((one, other) => one - other));
});

test("letters and arrows outside of fields do nothing", async ({ page }) => {
  await open(page);
  await follow(page, "relationship");
  await next(page).focus();
  const state = () => page.evaluate(() => [location.href, document.querySelector("main")!.innerText]);
  const before = await state();
  for (const key of ["a", "j", "k", "/", "?", "1", "ArrowRight", "ArrowLeft"]) await page.keyboard.press(key);
  expect(await state()).toEqual(before);
  await expect(next(page)).toBeFocused();
});

test("a double click on a word, and a click that ends a selection, follow nothing", async ({ page }) => {
  await open(page);
  const { passage } = firstInSentence(infant);
  const { x, y } = await pointOf(page, { passage, pattern: infant.pattern });
  const selection = () => page.evaluate(() => getSelection()!.toString().trim());
  const before = page.url();

  await page.mouse.dblclick(x, y);
  expect(await selection()).toMatch(infant.pattern);
  await expectNothingFollowed(page);
  expect(page.url()).toBe(before);
  await page.evaluate(() => getSelection()!.removeAllRanges());

  await page.mouse.move(x - 8, y);
  await page.mouse.down();
  await page.mouse.move(x + 8, y, { steps: 4 });
  await page.mouse.up();
  expect(await selection()).not.toBe("");
  await expectNothingFollowed(page);
  expect(page.url()).toBe(before);

  await page.evaluate(() => getSelection()!.removeAllRanges());
  await page.mouse.click(x, y);
  await expectFollowed(page, infant);
});

test("a click on a word in a title opens the value, and follows nothing", async ({ page }) => {
  await open(page);
  const passage = passages.findIndex(({ text }) => text === titles[0]);
  const { x, y } = await pointOf(page, { passage, pattern: relationship.pattern });
  await page.mouse.click(x, y);
  await expect(tools(page, titles[0])).toBeVisible();
  await expect(handle(page, titles[0])).toHaveAttribute("aria-expanded", "true");
  await expect(dock(page)).toHaveCount(0);
});

test("a click on any other word follows nothing", async ({ page }) => {
  await open(page);
  const passage = passages.findIndex(({ name }) => name === "Definition");
  const { x, y } = await pointOf(page, { passage, pattern: /mental/ });
  await page.mouse.click(x, y);
  await expectNothingFollowed(page);
});

test("nothing is marked by hovering, in the list or in the text", async ({ page }) => {
  await open(page);
  await wordLink(page, "relationship").hover();
  await expectNothingFollowed(page);
  const { x, y } = await pointOf(page, { passage: firstInSentence(infant).passage, pattern: infant.pattern });
  await page.mouse.move(x, y);
  await expectNothingFollowed(page);
});

test("passages that have no part in the word step back, and only they", async ({ page }) => {
  await open(page);
  const before = (await marks(page)).colors;
  const growth = keyword("growth");
  await follow(page, "growth");
  await expectMarked(page, growth.texts);
  const { colors } = await marks(page);
  const colorsOf = (isIn: boolean) =>
    colors.filter((color, index) => color && passages[index].name && growth.at.includes(passages[index].name) === isIn);
  const [quiet, ...others] = new Set(colorsOf(false));
  expect(others).toEqual([]);
  expect(colorsOf(true)).toHaveLength(4);
  expect(colorsOf(true)).not.toContain(quiet);
  await stop(page).click();
  await expect.poll(async () => (await marks(page)).colors).toEqual(before);
});

test("in forced colors a place, and the present one, differ by an outline", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await open(page);
  await clickInText(page, infant);
  await expect(dock(page)).toBeVisible();
  const outline = async (passage: number, nth: number) => {
    const { x, y } = await pointOf(page, { passage, pattern: infant.pattern, nth });
    return page.evaluate(([x, y]) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.elementFromPoint(x, y)!);
      return outlineStyle === "none" ? "none" : `${outlineStyle} ${outlineWidth}`;
    }, [x, y]);
  };
  const { passage } = firstInSentence(infant);
  const [present, other] = [await outline(passage, 0), await outline(passage, 1)];
  expect(other).not.toBe("none");
  expect(present).not.toBe("none");
  expect(present).not.toBe(other);
  await stop(page).click();
  expect(await outline(passage, 1)).toBe("none");
});

test("what is followed is said once, and so is each place", async ({ page }) => {
  const said = await noteSaid(page);
  await open(page);
  await follow(page, "relationship");
  await expect.poll(said).toEqual([`relationship: ${relationship.count}`]);
  await scrollTo(page, 0);
  await next(page).click();
  await expect.poll(async () => (await said()).length).toBe(2);
  expect((await said())[1]).toMatch(/^1 of 11: Definition\b/);
  await expect(dock(page).locator("[aria-live], [role=status], output")).toHaveCount(0);
});

for (const viewport of [PHONE, { width: 1280, height: 800 }]) {
  test(`at ${viewport.width} px the word that was chosen stays clear of the dock that it opens`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await open(page);
    for (const word of ["relationship", "professional"]) {
      const link = wordLink(page, word);
      await link.evaluate((it) => it.scrollIntoView({ block: "end", behavior: "instant" }));
      await link.focus();
      await page.keyboard.press("Enter");
      await expect(dock(page)).toBeVisible();
      const bottom = async () => {
        const [box, over] = [(await link.boundingBox())!, (await dock(page).boundingBox())!];
        return over.y - (box.y + box.height);
      };
      await expect.poll(bottom).toBeGreaterThanOrEqual(0);
      await page.keyboard.press("Enter");
      await expect(dock(page)).toHaveCount(0);
    }
  });

  test(`at ${viewport.width} px the page ends above the dock`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await open(page);
    await follow(page, "relationship");
    await scrollTo(page, 1_000_000);
    const foot = page.getByRole("contentinfo").getByRole("paragraph").last();
    const [box, over] = [(await foot.boundingBox())!, (await dock(page).boundingBox())!];
    expect(box.y + box.height).toBeLessThanOrEqual(over.y);
  });
}

const WINDOWS = [
  { width: 320, height: 256 },
  { width: 844, height: 390, textSize: "Larger" },
  PHONE,
  { width: 1280, height: 800 },
];

for (const { textSize, ...viewport } of WINDOWS as { width: number; height: number; textSize?: string }[]) {
  test(`in a window of ${viewport.width} by ${viewport.height} px${textSize ? " and the largest letters" : ""} nothing that has focus lies under the dock`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await open(page);
    if (textSize) {
      await page.getByText("Comfort", { exact: true }).click();
      await page.getByRole("group", { name: "Text size" }).getByRole("radio", { name: textSize }).check();
      await page.keyboard.press("Escape");
      await expect(app(page)).toHaveAttribute("data-text-size", "larger");
    }
    await follow(page, "relationship");
    await openTools(page, "Belief 2");
    await tools(page, "Belief 2").getByRole("link", { name: "growth", exact: true }).press("Enter");
    await expect(dock(page)).toBeVisible();
    await page.evaluate(() => document.querySelector<HTMLElement>("#app a")!.focus());
    const covered = [];
    let stops = 0;
    for (; stops < 90; stops += 1) {
      await page.keyboard.press("Tab");
      const it = await page.evaluate(async () => {
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const [focused, dock] = [document.activeElement!, document.querySelector("[aria-label=Following]")!];
        if (focused === document.body) return "gone";
        const isCovered = !dock.contains(focused) && focused.getBoundingClientRect().bottom > dock.getBoundingClientRect().top + 1;
        return isCovered ? focused.outerHTML.slice(0, 90) : "";
      });
      if (it === "gone") break;
      if (it) covered.push(it);
    }
    expect(covered).toEqual([]);
    expect(stops).toBeGreaterThan(40);
  });
}

test("the search and the words are one choice: each ends the other", async ({ page }) => {
  await open(page);
  await follow(page, "relationship");
  await searchField(page).fill("birth");
  await expect(dock(page).getByRole("heading")).toHaveText("birth");
  await expect(page.locator("[aria-current]")).toHaveCount(0);
  await expect(page).toHaveURL(/\?q=birth$/);
  await wordLink(page, "infant").click();
  await expectFollowed(page, infant);
  await expect(searchField(page)).toHaveValue("");
  expect(new URL(page.url()).search).toBe("");
});
