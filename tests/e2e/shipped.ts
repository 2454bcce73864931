// The text that is shipped, and its words: for the few tests that are about that very text.
import { countIn } from "./keywords.ts";
import { readSource } from "./source.ts";

const source = readSource("../fixtures/mission-and-values.txt");

export const { units, titles, unitsWithLabels } = source;
export const { passages, keywords, keyword, found } = countIn(source, "../../public/content.json");
