// The report in a terminal.

const ms = (figure) => `${figure.toFixed(0)} ms`;
const kilobytes = (figure) => `${(figure / 1_000).toFixed(0)} kB`;
const FIGURES = {
  first: ["first contentful paint", ms],
  largest: ["largest contentful paint", ms],
  ready: ["app ready", ms],
  blocked: ["total blocking time", ms],
  shift: ["layout shift", (figure) => figure.toFixed(3)],
  heap: ["JS heap", kilobytes],
};
const INTERACTIONS = {
  value: "choosing a value",
  letter: "typing a letter",
  word: "choosing a word",
  mode: "switching the reading mode",
};

export function print({ browser, runs, visits, ratios, interactions, sizes }) {
  console.log(`${browser}, ${runs} cold visits each, slow 4G, CPU 4 times slower`);
  console.table(Object.assign({}, ...Object.entries(visits).map(([page, figures]) => rowsOf(page, figures))));
  console.log("To the first paint of the control page, which has no script");
  console.table(mapped(ratios, (ratio) => ({ ratio: ratio.toFixed(2) })));
  for (const [page, { answers }] of Object.entries(visits)) {
    console.log(`What the ${page} page asked for: requests, and bytes on the wire; the service worker apart`);
    console.table(answers);
  }
  console.log("From input to the next frame, ms, by CPU");
  console.table(mapped(INTERACTIONS, (_, name) => interactionRow(interactions, name), INTERACTIONS));
  console.log("Bytes of each part, as it is and by gzip -9");
  console.table(sizes);
}

function rowsOf(page, figures) {
  const present = Object.entries(FIGURES).filter(([name]) => figures[name]);
  const rows = present.map(([name, [title, show]]) => [`${page}: ${title}`, mapped(figures[name], show)]);
  return Object.fromEntries(rows);
}

function interactionRow(interactions, name) {
  const cells = Object.entries(interactions).flatMap(([rate, times]) => [
    [`${rate} median`, times[name].median.toFixed(1)],
    [`${rate} most`, times[name].most.toFixed(1)],
  ]);
  return Object.fromEntries(cells);
}

/** An object with each value shown, and each key by its title where it has one. */
function mapped(object, show, titles = {}) {
  return Object.fromEntries(Object.entries(object).map(([key, it]) => [titles[key] ?? key, show(it, key)]));
}
