// The first paints as bars, in light and dark.

const WIDTH = 640;
const ROW = 44;
const LABEL = 170;
const BARS = WIDTH - LABEL - 150;
const BAR = 22;

const STYLE = `
  text { font: 15px system-ui, sans-serif; fill: #2a2320; }
  .control { fill: #857467; }
  .app { fill: #1c4757; }
  @media (prefers-color-scheme: dark) {
    text { fill: #f4ebdf; }
    .control { fill: #978879; }
    .app { fill: #9cd3e0; }
  }
`;

export function picture({ control, app }) {
  /** @type {[string, number, string][]} */
  const rows = [
    ["Control, first paint", control.first.median, "control"],
    ["Page, first paint", app.first.median, "app"],
    ["Page, largest paint", app.largest.median, "app"],
    ["Page, app ready", app.ready.median, "app"],
  ];
  const most = Math.max(...rows.map(([, time]) => time));
  const drawn = rows.map((row, number) => bar(row, number, most, control.first.median));
  const height = rows.length * ROW;
  const told = rows.map(([name, time]) => `${name}: ${time.toFixed(0)} ms`).join("; ");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}"`,
    ` role="img" aria-label="${told}">\n`,
    `<style>${STYLE}</style>\n`,
    `${drawn.join("\n")}\n</svg>\n`,
  ].join("");
}

function bar([name, time, kind], number, most, reference) {
  const top = number * ROW + (ROW - BAR) / 2;
  const base = top + BAR - 6;
  const length = ((time / most) * BARS).toFixed(1);
  const ratio = kind === "control" ? "" : ` (× ${(time / reference).toFixed(2)})`;
  return [
    `<text x="${LABEL - 12}" y="${base}" text-anchor="end">${name}</text>`,
    `<rect class="${kind}" x="${LABEL}" y="${top}" width="${length}" height="${BAR}" rx="3"/>`,
    `<text x="${LABEL + Number(length) + 10}" y="${base}">${time.toFixed(0)} ms${ratio}</text>`,
  ].join("");
}
