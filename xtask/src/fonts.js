// Makes the fonts of public/fonts from those of their packages: the characters of
// western European texts, the weights that the page uses, and what shapes them.
// Usage: node fonts.js FOLDER RIGHTS
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import subsetFont from "subset-font";

const FONTS = {
  "atkinson-hyperlegible-next": { variant: "wght", axes: { wght: { min: 400, max: 700 } } },
  // Drawn for large sizes: the page sets headings in it, in one weight.
  fraunces: { variant: "opsz", axes: { wght: 600, opsz: 60 } },
};

/** Kerning, ligatures and accents; the rest is for other settings than this. */
const FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "mkmk"];

/** Latin-1, and the letters and marks that Windows-1252 adds to it. */
const CHARACTERS = [
  ...between(0x20, 0x7e),
  ...between(0xa0, 0xff),
  ..."ıŒœŠšŸŽžˆ˜–—‘’‚“”„†‡•…‰‹›€™−",
].join("");

function between(first, last) {
  return Array.from({ length: last - first + 1 }, (_, offset) => String.fromCodePoint(first + offset));
}

const [folder, rights] = process.argv.slice(2);
const { resolve } = createRequire(import.meta.url);
const licences = [];
for (const [name, { variant, axes }] of Object.entries(FONTS)) {
  const font = `@fontsource-variable/${name}`;
  const whole = readFileSync(resolve(`${font}/files/${name}-latin-${variant}-normal.woff2`));
  const options = { targetFormat: "woff2", variationAxes: axes, keepFeatures: FEATURES, noHinting: true };
  writeFileSync(`${folder}/${name}.woff2`, await subsetFont(whole, CHARACTERS, options));
  licences.push(readFileSync(resolve(`${font}/LICENSE`), "utf8").trim());
}
writeFileSync(rights, `${licences.join(`\n\n${"=".repeat(72)}\n\n`)}\n`);
