// What a test measures of the page that is laid out.
import type { Page } from "@playwright/test";

/** Text that stands partly outside of the window, where no reader comes to it. */
export const outsideOfWindow = (page: Page) =>
  page.evaluate(() => {
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const lost = [];
    while (nodes.nextNode()) {
      const range = new Range();
      range.selectNodeContents(nodes.currentNode);
      const parent = nodes.currentNode.parentElement!;
      const isHidden = !parent.checkVisibility() || parent.closest("#status, .skip-link, [aria-label=Places]");
      const { left, right, width } = range.getBoundingClientRect();
      // A name that is cut short says so by its dots.
      const isCut = getComputedStyle(parent).textOverflow === "ellipsis";
      const isOutside = width > 1 && (left < -1 || right > innerWidth + 1);
      if (isOutside && !isHidden && !isCut) lost.push(nodes.currentNode.nodeValue!.slice(0, 60));
    }
    return lost;
  });

/** Texts that do not fit the box they are cut to, and that cannot be scrolled. */
export const clipped = (page: Page) =>
  page.evaluate(() => {
    const isCut = (it: Element) => /hidden|clip/.test(getComputedStyle(it).overflow) && getComputedStyle(it).clipPath === "none";
    return [...document.querySelectorAll("body *")]
      .filter((it) => it.textContent!.trim() && it.checkVisibility() && isCut(it))
      .filter((it) => it.scrollHeight > it.clientHeight + 1 || it.scrollWidth > it.clientWidth + 1)
      .map((it) => it.outerHTML.slice(0, 80));
  });

/** Pairs of texts and drawings, in one layer of the page, of which one lies over the other. */
export const overlapping = (page: Page) =>
  page.evaluate(() => {
    const layers = "[aria-label=Following], nav details > div";
    const pieces = "a, button, legend, label, h1, h2, h3, p, li, figcaption, summary";
    const isShown = (it: Element) =>
      it.checkVisibility({ visibilityProperty: true }) && !it.closest("#status, .skip-link, [aria-label=Places]");
    const nameOf = (piece: Element) => (piece.ariaLabel ?? piece.textContent!).trim().slice(0, 60);
    // Of a drawing, its shapes, as far as they are within its box: that has air around them.
    const boxes = [...document.querySelectorAll("[role=img]")].filter(isShown).map((piece) => {
      const [whole, shapes] = [piece, piece.firstElementChild!].map((it) => it.getBoundingClientRect());
      const [left, top] = [Math.max(whole.left, shapes.left), Math.max(whole.top, shapes.top)];
      const [right, bottom] = [Math.min(whole.right, shapes.right), Math.min(whole.bottom, shapes.bottom)];
      return { piece, layer: piece.closest(layers), box: new DOMRect(left, top, right - left, bottom - top) };
    });
    // Of a text, its words: what is pressed may be larger than those.
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = new Range();
    while (nodes.nextNode()) {
      const [piece, layer] = [pieces, layers].map((it) => nodes.currentNode.parentElement!.closest(it));
      range.selectNodeContents(nodes.currentNode);
      if (piece && isShown(piece)) boxes.push(...[...range.getClientRects()].map((box) => ({ piece, layer, box })));
    }
    const overlaps = [];
    for (const [at, one] of boxes.entries()) {
      for (const other of boxes.slice(at + 1)) {
        if (one.layer !== other.layer || one.piece.contains(other.piece) || other.piece.contains(one.piece)) continue;
        const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (width > 2 && height > 4) overlaps.push(`${nameOf(one.piece)} / ${nameOf(other.piece)}`);
      }
    }
    return overlaps;
  });
