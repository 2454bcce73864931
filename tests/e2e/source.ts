// A source text, read on its own terms: not from the content file.
import { readFileSync } from "node:fs";

const ANCHORS = ["top of page", "bottom of page"];
export const PICTURES = ["Newborn Baby", "Happy Family", "Young Girl"];

export const collapse = (text: string) => text.replace(/\s+/g, " ").trim();

export interface Source {
  /** The 25 pieces of text, in the order of the source. */
  units: string[];
  /** The six titles of the values. */
  titles: string[];
  /** The same with the words of the site's own that stand among them, and "Value:" by itself. */
  unitsWithLabels: string[];
}

/** Reads a page that was saved as text; its file is named as from here. */
export function readSource(file: string): Source {
  const lines = readFileSync(new URL(file, import.meta.url), "utf8")
    .split("\n")
    .map(collapse)
    .filter((line) => line && !ANCHORS.includes(line) && !PICTURES.includes(line));
  // The quotation runs over two lines.
  const [title, quotation, quotationEnd, ...rest] = lines;
  const units = [title, `${quotation} ${quotationEnd}`, ...rest].map((line) => line.replace(/^Value: |^• /, ""));
  const titles = lines.filter((line) => line.startsWith("Value: ")).map((line) => line.replace("Value: ", ""));
  const unitsWithLabels = [
    ...units.slice(0, 3),
    "Mission",
    ...units.slice(3, 5),
    "Values",
    ...units.slice(5, -5).flatMap((unit) => (titles.includes(unit) ? ["Value:", unit] : [unit])),
    "Beliefs",
    ...units.slice(-5),
  ];
  return { units, titles, unitsWithLabels };
}

/** The text that was made for tests, which nearly all of them are shown. */
export const sample = readSource("../fixtures/sample/source.txt");
export const { units, titles, unitsWithLabels } = sample;
