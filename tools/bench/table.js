// The report as one table, in Markdown.
import { readFileSync } from "node:fs";

const { bench, bytes: limitsOfBytes, page } = JSON.parse(readFileSync(new URL("../../tests/budgets.json", import.meta.url), "utf8"));

const ms = (figure) => `${figure.toFixed(0)} ms`;
const fineMs = (figure) => `${figure.toFixed(1)} ms`;
const bytes = (figure) => `${figure.toLocaleString("en-US")} B`;
const count = (figure) => figure.toLocaleString("en-US");
const ratio = (figure) => figure.toFixed(2);
const shift = (figure) => figure.toFixed(3);

const INTERACTIONS = { word: "following a word", step: "next place", letter: "typing a letter" };

export function table(report) {
  const { browser, runs, control, app, ratios, interactions, bytes: parts } = report;
  const once = (figure) => ({ median: figure });
  const rows = [
    row("control: first paint", control.first, ms),
    row("first paint", app.first, ms),
    row("first paint ÷ control's", once(ratios.first), ratio, bench["first paint ÷ control's"]),
    row("largest paint", app.largest, ms),
    row("ready", app.ready, ms),
    row("ready ÷ control's first paint", once(ratios.ready), ratio, bench["ready ÷ control's first paint"]),
    row("total blocking time", app.blocked, ms, bench["total blocking time"]),
    row("layout shift", app.shift, shift, page["layout shift"]),
    row("elements", app.elements, count, page.elements),
    row("JS heap", app.heap, bytes),
    row("requests until ready", app.requests, count),
    row("bytes on the wire until ready", app.bytes, bytes),
    ...Object.entries(interactions).flatMap(([rate, times]) =>
      Object.entries(INTERACTIONS).map(([name, title]) => row(`${title}, CPU ${rate}`, times[name], fineMs)),
    ),
    ...Object.entries(parts).map(([part, size]) => row(`${part}, gzip -9`, once(size), bytes, limitsOfBytes[part])),
  ];
  const head = `${browser}; medians of ${runs} cold visits each, slow 4G, CPU 4 times slower`;
  return [head, "", "| what | median | least | most | limit |", "| --- | ---: | ---: | ---: | ---: |", ...rows].join("\n");
}

function row(title, { median, ...ends }, show, limit = undefined) {
  const cells = [median, ends.least, ends.most, limit].map((figure) => (figure === undefined ? "" : show(figure)));
  return `| ${[title, ...cells].join(" | ")} |`;
}
