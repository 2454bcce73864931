// The source text, read on its own terms: not from the content file.
import { readFileSync } from "node:fs";

const ANCHORS = ["top of page", "bottom of page"];
export const PICTURES = ["Newborn Baby", "Happy Family", "Young Girl"];

export const collapse = (text: string) => text.replace(/\s+/g, " ").trim();

const lines = readFileSync(new URL("../fixtures/mission-and-values.txt", import.meta.url), "utf8")
  .split("\n")
  .map(collapse)
  .filter((line) => line && !ANCHORS.includes(line) && !PICTURES.includes(line));

// The quotation runs over two lines.
const [title, quotation, quotationEnd, ...rest] = lines;
const isTitle = (line: string) => line.startsWith("Value: ");

/** The 25 pieces of text, in the order of the source. */
export const units = [title, `${quotation} ${quotationEnd}`, ...rest].map((line) =>
  line.replace(/^Value: |^• /, ""),
);

/** The six titles of the values. */
export const titles = lines.filter(isTitle).map((line) => line.replace("Value: ", ""));

/** The same with the words of the site's own that stand among them, and "Value:" by itself. */
export const unitsWithLabels = [
  ...units.slice(0, 3),
  "Mission",
  ...units.slice(3, 5),
  "Values",
  ...units.slice(5, -5).flatMap((unit) => (titles.includes(unit) ? ["Value:", unit] : [unit])),
  "Beliefs",
  ...units.slice(-5),
];
