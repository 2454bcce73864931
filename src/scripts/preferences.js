// Applies what the visitor has chosen under "Comfort", before any of the page is shown.
// Inlined into index.html; the choices are made and kept by the app.
(() => {
  "use strict";
  const CHOICES = ["theme", "textSize", "lineSpacing", "lineWidth", "links", "printDrawings"];
  const { scope } = document.currentScript.dataset;
  let kept;
  try {
    kept = JSON.parse(localStorage.getItem(`${scope}comfort`));
  } catch {
    // No storage, or no JSON in it: the page keeps its defaults.
  }
  for (const name of CHOICES) {
    if (typeof kept?.[name] === "string") document.documentElement.dataset[name] = kept[name];
  }
})();
