// The words that run through a text, and where they stand: counted here from the
// source text and the forms in the content file, apart from how the app counts.
import { readFileSync } from "node:fs";
import { sample, type Source } from "./source.ts";

/** Places of a word, or of what was typed. */
export interface Places {
  /** The name of the passage in which each stands, in reading order. */
  at: string[];
  /** As in "11 times in 10 places". */
  count: string;
  /** The text with each place in brackets. */
  texts: string[];
  pattern: RegExp;
}

export interface Keyword extends Places {
  id: string;
  word: string;
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** What each piece of `unitsWithLabels` is called where it is linked to; nothing for "Value:". */
function namesOf({ titles, units }: Source): string[] {
  const namesOfValues = titles.flatMap((title, index) => {
    const end = index + 1 < titles.length ? units.indexOf(titles[index + 1]) : units.length - 5;
    const count = end - units.indexOf(title) - 1;
    const number = (at: number) => (count === 1 ? `${title}, statement` : `${title}, ${at + 1} of ${count}`);
    return ["", title, ...Array.from({ length: count }, (_, at) => number(at))];
  });
  return [
    ...["Title", "Quotation", "Attribution", "Mission", "Mission", "Definition", "Values"],
    ...namesOfValues,
    ...["Beliefs", ...Array.from({ length: 5 }, (_, at) => `Belief ${at + 1}`)],
  ];
}

/** Counts the words of a text; its content file, as named from here, says which they are. */
export function countIn(source: Source, content: string) {
  const file = new URL(content, import.meta.url);
  const { words } = JSON.parse(readFileSync(file, "utf8")) as { words: { id: string; word: string; forms: string[] }[] };
  const names = namesOf(source);
  /** The text in reading order. */
  const passages = source.unitsWithLabels.map((text, index) => ({ name: names[index], text }));

  function placesOf(pattern: RegExp, isSearched: (passage: { name: string; text: string }) => boolean): Places {
    const searched = passages.filter(isSearched);
    const at = searched.flatMap(({ name, text }) => [...text.matchAll(pattern)].map(() => name));
    const inPassages = searched.filter(({ text }) => text.match(pattern)).length;
    const bracketed = (text: string) => text.replace(pattern, "‹$&›");
    return {
      at,
      count: at.length ? `${counted(at.length, "time")} in ${counted(inPassages, "place")}` : "Not in this text",
      texts: passages.map((it) => (isSearched(it) ? bracketed(it.text) : it.text)),
      pattern,
    };
  }

  const keywords: Keyword[] = words.map(({ id, word, forms }) => ({
    id,
    word,
    ...placesOf(new RegExp(`\\b(?:${forms.join("|")})\\b`, "gi"), () => true),
  }));

  return {
    passages,
    keywords,
    keyword: (word: string) => keywords.find((it) => it.word === word)!,
    /** The places of terms, plain letters, in the passages that hold all of them. */
    found(...terms: string[]): Places {
      const holds = (text: string) => terms.every((term) => text.toLowerCase().includes(term.toLowerCase()));
      return placesOf(new RegExp(terms.join("|"), "gi"), ({ name, text }) => name !== "" && holds(text));
    },
  };
}

/** Those of the text that was made for tests. */
export const { passages, keywords, keyword, found } = countIn(sample, "../fixtures/sample/content.json");

/** "4 of 11: Definition", counted from 1. */
export const position = ({ at }: Places, number: number) => `${number} of ${at.length}: ${at[number - 1]}`;
