// With what the tests use the page: taken from the text that is shipped, whatever it says.
import { readFileSync } from "node:fs";
import { found, keywords, passages } from "../e2e/shipped.ts";

interface Entry {
  id: string;
}

interface Content {
  organisation: { name: string };
  values: (Entry & { title: string })[];
  beliefs: Entry[];
}

const content: Content = JSON.parse(readFileSync(new URL("../../public/content.json", import.meta.url), "utf8"));

export const organisation = content.organisation.name;
export const lastBelief = content.beliefs.at(-1)!.id;

/** The two words with the most places. */
export const [word, other] = keywords.toSorted((one, another) => another.at.length - one.at.length);

/** A value, and how its first sentence reads. */
export const value = content.values.at(-1)!;
export const sentence = passages.find(({ name }) => name.startsWith(`${value.title}, `))!.text;

/** What is typed: the longest run of plain letters in the text; and what is not in it. */
export const [typed] = passages
  .flatMap(({ text }) => text.match(/[a-z]+/g) ?? [])
  .toSorted((one, another) => another.length - one.length);
export const places = found(typed);
export const ABSENT = "xyzzy";
