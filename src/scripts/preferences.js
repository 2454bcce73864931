// Applies what the visitor has chosen for this page, before any of it is shown.
// Inlined into index.html; public/comfort.js is where it is chosen.
(() => {
  "use strict";
  const CHOICES = ["theme", "textSize", "lineSpacing", "lineWidth", "links", "printDrawings"];
  const { scope } = document.currentScript.dataset;
  let kept;
  try {
    kept = JSON.parse(localStorage.getItem(`${scope}comfort`));
  } catch {
    // No storage, or nothing in it that can be read: the page is as it comes.
  }
  for (const name of CHOICES) {
    if (typeof kept?.[name] === "string") document.documentElement.dataset[name] = kept[name];
  }
})();
