// The QR code of an address, for the printed card of a value. Loaded on demand: few
// visitors print a card. Touches no DOM; the component draws what it is given.
import { encode } from "uqr";

/** The blank border that scanners need, in modules: ISO/IEC 18004. */
const QUIET_ZONE = 4;

/**
 * `size` is the edge of the square `viewBox`, quiet zone included, in modules; `path`
 * is the `d` of one `<path>`, in whole numbers. Throws where the address is too long.
 */
export function qrCode(address) {
  const { data, size } = encode(address, { ecc: "M", border: QUIET_ZONE });
  return { size, path: data.flatMap(runsOf).join("") };
}

/** One subpath for each run of dark modules in a row: shorter than one for each module. */
function runsOf(row, y) {
  const runs = [];
  for (let x = row.indexOf(true); x !== -1; ) {
    const light = row.indexOf(false, x);
    const end = light === -1 ? row.length : light;
    runs.push(`M${x} ${y}h${end - x}v1H${x}z`);
    x = row.indexOf(true, end);
  }
  return runs;
}
