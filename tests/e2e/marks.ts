// What is marked in the text: keywords by their elements, what was typed by highlights.
import { expect, type Page } from "@playwright/test";
import { passages, type Keyword } from "./keywords.ts";
import { NOT_TEXT, dock, wordLink } from "./page.ts";
import { collapse } from "./source.ts";

interface Asked {
  notText: string;
  /** An occurrence to look for: of a pattern, in a passage, both counted from 0. */
  wanted?: { passage: number; pattern: string; nth: number };
}

/** All that can be seen of marks, at one moment. */
function look({ notText, wanted }: Asked) {
  const main = document.querySelector("main")!;
  const inText = (node: Element) => !node.closest(notText);
  const elements = (selector: string) =>
    [...main.querySelectorAll(selector)].filter(inText).map((element) => {
      const range = new Range();
      range.selectNodeContents(element);
      return range;
    });
  const highlighted = (name: string) => [...((CSS as any).highlights?.get(name) ?? [])] as Range[];
  const current = [...elements(".is-current"), ...highlighted("current")];
  const marked = [...elements(".is-marked"), ...highlighted("found"), ...highlighted("current")];
  marked.sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other));

  const passages = new Map<Element, Text[]>();
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    let box = node.parentElement!;
    while (getComputedStyle(box).display === "inline") box = box.parentElement!;
    if (inText(box)) passages.set(box, [...(passages.get(box) ?? []), node]);
  }
  const plain = (nodes: Text[]) => nodes.map(({ data }) => data).join("");
  const all = [...passages.values()].filter((nodes) => plain(nodes).trim());

  const isMarked = (node: Text, at: number) =>
    marked.some((range) => range.comparePoint(node, at) === 0 && range.comparePoint(node, at + 1) === 0);
  const bracketed = (node: Text) => {
    const letters = [...node.data].map((letter, at) => (isMarked(node, at) ? `‹${letter}›` : letter));
    return letters.join("").replaceAll("›‹", "");
  };

  /** A range of a passage, of which the text nodes are one string. */
  const rangeIn = (nodes: Text[], from: number, to: number) => {
    const range = new Range();
    let before = 0;
    for (const node of nodes) {
      if (before <= from && from < before + node.length) range.setStart(node, from - before);
      if (before < to && to <= before + node.length) range.setEnd(node, to - before);
      before += node.length;
    }
    return range;
  };
  const wantedRange = () => {
    const nodes = all[wanted!.passage];
    const hit = [...plain(nodes).matchAll(new RegExp(wanted!.pattern, "gi"))][wanted!.nth];
    return rangeIn(nodes, hit.index, hit.index + hit[0].length);
  };
  const boxOf = (range: Range) => {
    const { left, top, right, bottom } = range.getBoundingClientRect();
    return { left, top, right, bottom };
  };
  const color = (nodes: Text[]) => {
    const ofNodes = nodes.filter((node) => node.data.trim() && !marked.some((range) => range.intersectsNode(node)));
    return ofNodes.length ? getComputedStyle(ofNodes[0].parentElement!).color : "";
  };
  const place = wanted && wantedRange();
  if (place) place.startContainer.parentElement!.scrollIntoView({ block: "center", behavior: "instant" });
  return {
    texts: all.map((nodes) => nodes.map(bracketed).join("")),
    colors: all.map(color),
    /** Which of the marks is the one that the reader is at. */
    current: marked.findIndex((range) => current.some((it) => it.compareBoundaryPoints(Range.START_TO_START, range) === 0)),
    currentBox: current.length ? boxOf(current[0]) : null,
    wantedBox: place ? boxOf(place) : null,
    dockTop: document.querySelector("[aria-label=Following]")?.getBoundingClientRect().top ?? innerHeight,
  };
}

export async function marks(page: Page) {
  const seen = await page.evaluate(look, { notText: NOT_TEXT });
  return { ...seen, texts: seen.texts.map(collapse) };
}

export async function expectMarked(page: Page, texts: string[]) {
  await expect.poll(async () => (await marks(page)).texts).toEqual(texts);
}

export const expectNothingMarked = (page: Page) => expectMarked(page, passages.map(({ text }) => text));

/** The word has the dock, the address and all marks, and no other has. */
export async function expectFollowed(page: Page, { id, word, texts }: Keyword) {
  await expect(dock(page).getByRole("heading")).toHaveText(word);
  await expect(wordLink(page, word)).toHaveAttribute("aria-current", "true");
  await expect(page.getByRole("main").locator("[aria-current]")).toHaveCount(1);
  await expect(page).toHaveURL(new RegExp(`#${id}$`));
  await expectMarked(page, texts);
}

export async function expectNothingFollowed(page: Page) {
  await expect(dock(page)).toHaveCount(0);
  await expect(page.locator("[aria-current]")).toHaveCount(0);
  await expectNothingMarked(page);
}

/** The place that the reader is at is marked as such, and in sight above the dock. */
export async function expectAt(page: Page, number: number) {
  const state = async () => {
    const { current, currentBox, dockTop } = await marks(page);
    const isInSight = currentBox !== null && currentBox.top >= 0 && currentBox.bottom <= dockTop;
    return { number: current + 1, isInSight };
  };
  await expect.poll(state).toEqual({ number, isInSight: true });
}

/** The middle of an occurrence of a word, which is brought into the middle of the window. */
export async function pointOf(page: Page, { passage, pattern, nth = 0 }: { passage: number; pattern: RegExp; nth?: number }) {
  const wanted = { passage, pattern: pattern.source, nth };
  await page.evaluate(look, { notText: NOT_TEXT, wanted });
  const box = (await page.evaluate(look, { notText: NOT_TEXT, wanted })).wantedBox!;
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
}
