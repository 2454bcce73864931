// The comparison as a picture: bars from the start of the visit on.

const ROW = 44;
const WIDTH = 720;

/** An SVG of named milliseconds, each beside its ratio to the first. */
export function picture(bars) {
  const most = Math.max(...bars.map(([, ms]) => ms));
  const [[, first]] = bars;
  const rows = bars.map(([name, ms], row) => {
    const width = ((ms / most) * WIDTH).toFixed(0);
    const words = `${name}: ${ms.toFixed(0)} ms, ${(ms / first).toFixed(2)} times the first`;
    return `<text y="${row * ROW + 16}">${words}</text><rect y="${row * ROW + 22}" width="${width}" height="12" rx="2"/>`;
  });
  const style = "text{font:15px sans-serif;fill:#222}rect{fill:#2b6cb0}@media(prefers-color-scheme:dark){text{fill:#eee}rect{fill:#7fb2e5}}";
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${bars.length * ROW}" role="img" aria-label="Milliseconds from the start of a visit"><style>${style}</style>${rows.join("")}</svg>\n`;
}
