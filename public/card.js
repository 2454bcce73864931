// Prints the page, or one value as a card: large, with its number, its address,
// and that address as a QR code.
import { encode } from "uqr";

const page = document.documentElement;
const card = document.getElementById("card");
const SVG = "http://www.w3.org/2000/svg";
/** The blank border that a QR code needs, in modules: ISO/IEC 18004. */
const QUIET_ZONE = 4;

function element(name, ...content) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

/** A copy of the value's own words, without what only serves the screen. */
function copyOf(value) {
  const copy = value.cloneNode(true);
  for (const tool of copy.querySelectorAll("details, button")) tool.remove();
  for (const it of [copy, ...copy.querySelectorAll("*")]) {
    for (const name of ["id", "hidden", "tabindex", "aria-labelledby"]) it.removeAttribute(name);
  }
  return copy;
}

function qrCode(address) {
  const { data, size } = encode(address, { ecc: "M", border: QUIET_ZONE });
  const code = document.createElementNS(SVG, "svg");
  code.setAttribute("viewBox", `0 0 ${size} ${size}`);
  code.setAttribute("shape-rendering", "crispEdges");
  const modules = document.createElementNS(SVG, "path");
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])));
  modules.setAttribute("d", dark.join(""));
  code.append(modules);
  return code;
}

function printCard(button) {
  const { id, position } = button.closest("[data-id]").dataset;
  const value = document.getElementById(id).closest(".value");
  const address = new URL(`#${id}`, location.origin + location.pathname).href;
  const source = document.querySelector(".colophon p").cloneNode(true);
  const foot = element("footer", qrCode(address), element("div", element("p", position), element("p", address), source));
  card.replaceChildren(copyOf(value), foot);
  page.dataset.prints = "card";
  print();
}

function clear() {
  card.replaceChildren();
  delete page.dataset.prints;
}

addEventListener("afterprint", clear);
document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-card]");
  if (button) printCard(button);
  else if (target.closest("[value=print]")) print();
});
