// The ink of the text and the thread beside it, measured apart from the app: letters by
// what a canvas says of them, baselines by a probe set in the same font.
import type { Page } from "@playwright/test";

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A piece of the thread: its box, what it is drawn as, and for a corner, boxes along its bend. */
export interface Segment extends Box {
  is: "line" | "corner";
  along?: Box[];
}

/** The largest radius of a corner, in px. */
const RADIUS = 14;

/** What lies upon the page, and the thread behind it. */
const ABOVE = "[role=group], [aria-label=Following], nav details > :not(summary), dialog, svg";

/** The box of the ink of each line of text, in px of the document. */
function linesOfInk(above: string): (Box & { text: string })[] {
  const context = document.createElement("canvas").getContext("2d")!;
  const baselines = new Map<string, number>();
  /** How far below the top of a line's box its baseline is, in the font of an element. */
  const baseline = (font: string) => {
    if (!baselines.has(font)) {
      const probe = document.createElement("div");
      probe.style.cssText = "position: absolute; visibility: hidden; white-space: nowrap; letter-spacing: 0";
      probe.style.font = font;
      const [letter, foot] = [document.createElement("span"), document.createElement("span")];
      letter.append("x");
      foot.style.display = "inline-block";
      probe.append(letter, foot);
      document.body.append(probe);
      baselines.set(font, foot.getBoundingClientRect().bottom - letter.getBoundingClientRect().top);
      probe.remove();
    }
    return baselines.get(font)!;
  };
  const lines: (Box & { text: string })[] = [];
  const nodes = document.createTreeWalker(document.querySelector("#app")!, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    const node = nodes.currentNode as Text;
    const parent = node.parentElement!;
    const isSeen = parent.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    if (!node.data.trim() || !isSeen || parent.closest(above)) continue;
    // One by one: in forced colors, Chromium has no value for the shorthand.
    const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(parent);
    const font = [fontStyle, fontWeight, fontSize, fontFamily].join(" ");
    context.font = font;
    // The letters of a node, line by line: a new one begins where the top changes.
    let line: { from: number; to: number; box: DOMRect } | null = null;
    const close = () => {
      const text = line ? node.data.slice(line.from, line.to) : "";
      if (line && text.trim()) {
        const range = new Range();
        range.setStart(node, line.from);
        range.setEnd(node, line.to);
        const { left, top, right } = range.getBoundingClientRect();
        const { actualBoundingBoxAscent, actualBoundingBoxDescent } = context.measureText(text);
        const y = top + scrollY + baseline(font);
        if (right - left > 2) lines.push({ text, left, right, top: y - actualBoundingBoxAscent, bottom: y + actualBoundingBoxDescent });
      }
      line = null;
    };
    for (let at = 0; at < node.length; at += 1) {
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getClientRects()[0];
      if (!box) continue;
      if (line && Math.abs(box.top - line.box.top) > 2) close();
      line ??= { from: at, to: at, box };
      line.to = at + 1;
    }
    close();
  }
  return lines;
}

/** What the thread is drawn as, in px of the document: the `d` of each path, and its corner. */
function pathsOfThread() {
  const thread = document.querySelector<SVGSVGElement>("#thread")!;
  const { left, top } = thread.getBoundingClientRect();
  const paths = [...thread.querySelectorAll("path")].filter((it) => !it.closest("mask"));
  return { data: paths.map((it) => it.getAttribute("d") ?? ""), left, top: top + scrollY };
}

type Point = [x: number, y: number];

const boxOf = ([[x1, y1], [x2, y2]]: Point[]): Box => ({
  left: Math.min(x1, x2),
  top: Math.min(y1, y2),
  right: Math.max(x1, x2),
  bottom: Math.max(y1, y2),
});

/** Where a curve is, between 0 and 1 of its way. */
function pointOn(points: Point[], at: number): Point {
  if (points.length === 1) return points[0];
  const between = ([x, y]: Point, index: number): Point => [x + (points[index + 1][0] - x) * at, y + (points[index + 1][1] - y) * at];
  return pointOn(points.slice(0, -1).map(between), at);
}

const STEPS = Array.from({ length: 8 }, (_, index) => index / 8);

/** The pieces of a path of absolute lines and quadratic or cubic corners. */
export function segments(data: string, origin: { left: number; top: number }): Segment[] {
  const all: Segment[] = [];
  let last: Point = [0, 0];
  for (const [, command, rest] of data.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const numbers = (rest.match(/-?[\d.]+/g) ?? []).map(Number);
    const points: Point[] = [];
    if (command === "H") points.push([numbers[0] + origin.left, last[1]]);
    else if (command === "V") points.push([last[0], numbers[0] + origin.top]);
    else if (!"MLQC".includes(command)) throw new Error(`The thread has a "${command}", which this test cannot read: ${data}`);
    else for (let at = 0; at < numbers.length; at += 2) points.push([numbers[at] + origin.left, numbers[at + 1] + origin.top]);
    const end = points.at(-1)!;
    const curve = [last, ...points];
    const bend = STEPS.map((at) => boxOf([pointOn(curve, at), pointOn(curve, at + 1 / 8)]));
    if (command !== "M") all.push({ ...boxOf([last, end]), ...("QC".includes(command) ? { is: "corner", along: bend } : { is: "line" }) });
    last = end;
  }
  return all;
}

/** The lines of text, and the thread, as they are now. */
export async function measure(page: Page) {
  const { data, ...origin } = await page.evaluate(pathsOfThread);
  const lines = await page.evaluate(linesOfInk, ABOVE);
  return { lines, thread: data.flatMap((it) => segments(it, origin)), data: data.join(" ") };
}

const meets = (one: Box, other: Box) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** Lines of text that a piece of the thread runs through, by their words. To touch is not to run through. */
export const crossings = (thread: Segment[], lines: (Box & { text: string })[]) =>
  lines.filter((line) => thread.some((segment) => (segment.along ?? [segment]).some((it) => meets(it, line)))).map(({ text }) => text);

/** Pieces that are neither level nor upright, nor a small corner. */
export const diagonals = (thread: Segment[]) =>
  thread.filter(({ is, left, top, right, bottom }) => {
    const [width, height] = [right - left, bottom - top];
    return is === "line" ? width > 0 && height > 0 : Math.max(width, height) > RADIUS;
  });

/** Whether a level piece runs under all of a word, close to it. */
export const runsUnder = (thread: Segment[], word: Box) =>
  thread.some((it) => {
    const isBelow = it.top === it.bottom && it.top > (word.top + word.bottom) / 2 && it.top < word.bottom + 12;
    return isBelow && it.left <= word.left + 1 && it.right >= word.right - 1;
  });
