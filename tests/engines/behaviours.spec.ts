// What a visitor does with the page, once in each engine. The tests of tests/e2e have the
// details, in Chromium; these say that each engine can do the same at all.
import { By, Key } from "selenium-webdriver";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { faults, FaultServer } from "../e2e/faults/server.ts";
import { position, type Places } from "../e2e/keywords.ts";
import { NOT_TEXT } from "../e2e/page.ts";
import { keywords, titles, units } from "../e2e/shipped.ts";
import { collapse } from "../e2e/source.ts";
import { ABSENT, lastBelief, organisation, other, places, sentence, typed, value, word } from "./examples.ts";
import { expect, type Reader, skipWhereItCannot, test } from "./reader.ts";

const linkOf = ({ word, at }: { word: string } & Places) => `${word}, ${at.length} times`;

/** How many marks the text has, of words and of what was typed. */
const marks = (reader: Reader) =>
  reader.run((notText) => {
    const elements = [...document.querySelectorAll("main .is-marked")].filter((it) => !it.closest(notText));
    const highlights = ["found", "current"].map((name) => CSS.highlights.get(name)?.size ?? 0);
    return elements.length + highlights[0] + highlights[1];
  }, NOT_TEXT);

/** A word, or what was typed, has its count and its marks. */
async function expectFollowed(reader: Reader, places: Places) {
  await reader.expectDock(places.count);
  await expect.poll(() => marks(reader)).toBe(places.at.length);
}

/** Whether the place that the reader is at lies in the window, above the dock. */
const isInSight = (reader: Reader) =>
  reader.run((notText) => {
    const mark = [...document.querySelectorAll("main .is-current")].find((it) => !it.closest(notText));
    const dock = document.querySelector("[aria-label=Following]");
    if (!mark || !dock) return false;
    const { top, bottom } = mark.getBoundingClientRect();
    return top >= 0 && bottom <= dock.getBoundingClientRect().top;
  }, NOT_TEXT);

/** Waits until what a link leads to has come into the window. */
const expectInWindow = (reader: Reader, fragment: string) =>
  expect
    .poll(() =>
      reader.run((fragment) => {
        const { top, bottom } = document.querySelector(fragment)!.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      }, fragment),
    )
    .toBe(true);

/** Uses what the page is for, as far as it needs the app. */
async function expectWholeApp(reader: Reader) {
  await reader.follow(linkOf(word));
  await expectFollowed(reader, word);
  await reader.type(Key.ESCAPE);
  await reader.expectNone("region", "Following");
}

test("the whole text is there, in order, and the words are counted", async ({ reader }) => {
  await reader.open();
  const text = squeeze(await reader.text(await reader.one("main", "")));
  let from = 0;
  for (const unit of units) {
    const at = text.indexOf(squeeze(unit), from);
    expect(at, unit).toBeGreaterThanOrEqual(0);
    from = at + 1;
  }
  const words = await reader.one("region", "Words that run through the text");
  for (const each of keywords) await reader.one("link", linkOf(each), words);
});

test("both fonts and all drawings are shown", async ({ reader }) => {
  await reader.open();
  const fonts = () => reader.run(() => ["Fraunces", "Atkinson Hyperlegible Next"].every((name) => document.fonts.check(`16px "${name}"`)));
  // Those that come too late for the first paint are for the next visit.
  const visit = async () => {
    if (await fonts()) return true;
    await reader.open();
    return fonts();
  };
  await expect.poll(visit).toBe(true);
  const drawings = await reader.run(() => [...document.querySelectorAll("main [role=img] use")].map((it) => it.getBoundingClientRect().height));
  expect(drawings).toHaveLength(3);
  expect(Math.min(...drawings)).toBeGreaterThan(50);
});

test("the Tab key goes from the skip link through the head, and the skip link leads to the text", async ({ reader }) => {
  await reader.open();
  for (const stop of ["Skip to the text", organisation, "Contents", "Present", "Comfort"]) {
    await reader.type(Key.TAB);
    await reader.expectFocus(stop);
  }
  await reader.press(await reader.one("main", ""));
  await (await reader.browser.findElement(By.css(".skip-link"))).sendKeys(Key.ENTER);
  await reader.expectAddress("#main");
  await reader.type(Key.TAB);
  await reader.expectFocus("Mission");
});

test("a link of Contents leads to its value, which takes focus, and Back leads back", async ({ reader }) => {
  await reader.open();
  const head = await reader.openMenu("Contents");
  await reader.press(await reader.one("link", value.title, head));
  await reader.expectAddress(`#${value.id}`);
  await reader.expectFocus(`Value: ${value.title}`);
  await expectInWindow(reader, `#${value.id}`);
  await reader.browser.navigate().back();
  await reader.expectAddress("");
});

test("a word is followed: counted, marked, with a thread under its places, and walked through", async ({ reader }) => {
  await reader.open();
  await reader.follow(linkOf(word));
  await reader.expectAddress(`#${word.id}`);
  await expectFollowed(reader, word);
  const thread = () => reader.run(() => document.querySelectorAll("#thread path").length);
  await expect.poll(thread).toBeGreaterThan(0);
  const next = await reader.one("button", "Next place");
  await reader.run(() => window.scrollTo({ top: 0, behavior: "instant" }));
  for (let number = 1; number <= 4; number += 1) {
    await next.click();
    await reader.expectDock(position(word, number));
    await expect.poll(() => isInSight(reader)).toBe(true);
    await reader.expectFocus("Next place");
  }
  await (await reader.one("button", "Previous place")).click();
  await reader.expectDock(position(word, 3));
});

test("Back and Forward end and take up again what is followed", async ({ reader }) => {
  await reader.open();
  await reader.follow(linkOf(word));
  await expectFollowed(reader, word);
  await reader.follow(linkOf(other));
  await expectFollowed(reader, other);
  await reader.browser.navigate().back();
  await expectFollowed(reader, word);
  await reader.browser.navigate().back();
  await reader.expectNone("region", "Following");
  await expect.poll(() => marks(reader)).toBe(0);
  await reader.browser.navigate().forward();
  await expectFollowed(reader, word);
  await reader.expectAddress(`#${word.id}`);
});

test("Escape ends it, and focus is back where it began", async ({ reader }) => {
  await reader.open();
  await (await reader.wordOfList(linkOf(word))).sendKeys(Key.ENTER);
  await expectFollowed(reader, word);
  await (await reader.one("button", "Next place")).sendKeys(Key.ENTER);
  await reader.expectFocus("Next place");
  await reader.type(Key.ESCAPE);
  await reader.expectNone("region", "Following");
  await reader.expectFocus(linkOf(word));
  await reader.expectAddress("");
});

test("what is typed is found as one types, and the address carries it", async ({ reader }) => {
  await reader.open();
  const field = await reader.find(typed);
  await expectFollowed(reader, places);
  await field.sendKeys(Key.ENTER);
  await reader.expectDock(position(places, 1));
  await reader.expectAddress(`?q=${typed}`);
  await reader.find(ABSENT);
  await reader.expectDock("Not in this text");
  await expect.poll(() => marks(reader)).toBe(0);
});

test("links from elsewhere lead to a word and to what is looked for", async ({ reader }) => {
  await reader.open(`#${other.id}`);
  await expectFollowed(reader, other);
  await reader.open(`?q=${typed}`);
  await expectFollowed(reader, places);
});

test("tools open in place, and copy a link and a quotation", async ({ reader }) => {
  await reader.open();
  for (const [button, answer, copied] of [
    ["Copy link", "Link copied", [`${reader.home}#${value.id}`]],
    ["Copy as quotation", "Quotation copied", [sentence, `${reader.home}#${value.id}`]],
  ] as const) {
    const tools = await reader.openTools(value.title);
    await reader.press(await reader.one("button", button, tools));
    await expect.poll(() => reader.text(tools)).toContain(answer);
    // Pasted, because no engine lets a test look into the clipboard.
    const field = await reader.find("");
    await reader.typeWithControl("v");
    for (const text of copied) await expect.poll(() => field.getProperty("value")).toContain(text);
  }
});

test("Present shows one value at a time, turns by keys, and gives focus back", async ({ reader }) => {
  await reader.open();
  const opener = await reader.one("button", "Present", await reader.one("navigation", "Page"));
  await reader.press(opener);
  const dialog = await reader.one("dialog", "One value at a time");
  const shown = async () => squeeze(await reader.text(dialog));
  await expect.poll(shown).toContain(squeeze(titles[0]));
  await reader.type(Key.ARROW_RIGHT);
  await expect.poll(shown).toContain(squeeze(titles[1]));
  await (await reader.one("button", "Next value", dialog)).click();
  await expect.poll(shown).toContain(squeeze(titles[2]));
  expect(await shown()).toContain(`3of${titles.length}`);
  await reader.type(Key.ESCAPE);
  await reader.expectNone("dialog", "One value at a time");
  await reader.expectFocus("Present");
});

test("what is chosen in Comfort holds over a reload, until it is taken back", async ({ reader }) => {
  const paper = () => reader.run(() => getComputedStyle(document.documentElement).backgroundColor);
  await reader.open();
  const before = await paper();
  await reader.press(await reader.one("radio", "Dark", await reader.openMenu("Comfort")));
  await expect.poll(paper).not.toBe(before);
  const dark = await paper();
  await reader.reload();
  expect(await paper()).toBe(dark);
  await reader.press(await reader.one("button", "Back to normal", await reader.openMenu("Comfort")));
  await expect.poll(paper).toBe(before);
});

test("without a host a reload shows the whole app; control: not where the page never was", async ({ reader, host }) => {
  await reader.open();
  await reader.expectState("offline", "ready");
  await host.stop();

  const elsewhere = new FaultServer();
  await elsewhere.start();
  await elsewhere.stop();
  await reader.browser.get(elsewhere.origin).catch(() => {});
  expect(await reader.run(() => document.documentElement.dataset.app ?? "no page")).toBe("no page");

  await reader.open();
  await reader.reload();
  await expectWholeApp(reader);
});

test("without a host links lead to their places", async ({ reader, host }) => {
  await reader.open();
  await reader.expectState("offline", "ready");
  await host.stop();
  await reader.browser.get("about:blank");
  await reader.open(`#${lastBelief}`);
  await expectInWindow(reader, `#${lastBelief}`);
  await reader.browser.get("about:blank");
  await reader.open(`?q=${typed}`);
  await expectFollowed(reader, places);
});

test("the whole text prints on one sheet, and nothing of the tools", async ({ reader, engineName }) => {
  skipWhereItCannot(engineName, "print");
  await reader.open();
  await reader.follow(linkOf(word));
  await expectFollowed(reader, word);
  const data = Uint8Array.from(Buffer.from(await reader.print(), "base64"));
  const pdf = await getDocument({ data, verbosity: 0 }).promise;
  expect(pdf.numPages).toBe(1);
  const { items } = await (await pdf.getPage(1)).getTextContent();
  // Of a ligature, Firefox does not tell the letters to a PDF.
  const plain = (text: string) => squeeze(text).replace(/f[il]|\uFFFD/g, "~");
  const printed = plain(items.map((item) => ("str" in item ? item.str : "")).join(""));
  for (const unit of units) expect(printed).toContain(plain(unit));
  for (const ours of ["Contents", "Comfort", "Find another word", "times in"]) expect(printed).not.toContain(plain(ours));
});

test("the policy refuses a script that is not the site's own", async ({ reader, host }) => {
  await reader.open();
  expect(await reader.run(insertScript)).toBe("nothing ran");
  await reader.forget();
  // Control: the same script, on a page without a policy.
  host.rule(/\/plain$/, faults.status(200, "<!doctype html><title>A page</title>"));
  await reader.browser.get(`${host.origin}/plain`);
  expect(await reader.run(insertScript)).toBe("it ran");
  await reader.open();
});

test("what nobody caught, and what the policy refused, would be heard", async ({ reader }) => {
  await reader.open();
  await reader.run(() => {
    dispatchEvent(new Event("throw"));
    document.body.append(Object.assign(document.createElement("img"), { src: "https://elsewhere.invalid/" }));
  });
  for (const text of ["thrown", "rejected", "refused: img-src"]) {
    await expect.poll(async () => (await reader.heard()).join()).toContain(text);
  }
  await reader.forget();
});

/** Paper and engines break lines where they like. */
function squeeze(text: string) {
  return collapse(text).replace(/\s/g, "");
}

function insertScript() {
  const script = document.createElement("script");
  try {
    script.textContent = "window.ran = true";
    document.body.append(script);
  } catch {
    // An engine with Trusted Types refuses the assignment.
  }
  return "ran" in window ? "it ran" : "nothing ran";
}
