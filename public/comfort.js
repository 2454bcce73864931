// The panel in which a visitor makes the page comfortable to read. Each field is
// a `data-` attribute of the page by the same name, which style/preferences.css
// answers; what is empty is as the page comes.

const page = document.documentElement;
const panel = document.querySelector(".comfort form");
const key = `${document.getElementById("preferences").dataset.scope}comfort`;
const names = new Set([...panel.elements].map((field) => field.name).filter(Boolean));

/** Has the fields say what preferences.js has found and applied. */
function show() {
  for (const field of panel.elements) {
    const chosen = page.dataset[field.name];
    if (field.name && chosen === field.value) field.checked = true;
  }
}

function apply() {
  const chosen = new FormData(panel);
  for (const name of names) {
    if (chosen.get(name)) page.dataset[name] = chosen.get(name);
    else delete page.dataset[name];
  }
  colourTheBrowser(chosen.get("theme"));
}

/** Browsers continue the page's colour around it. */
function colourTheBrowser(theme) {
  for (const meta of document.querySelectorAll("meta[name=theme-color]")) {
    const { scheme } = meta.dataset;
    if (theme) meta.media = theme === scheme ? "all" : "not all";
    else meta.media = `(prefers-color-scheme: ${scheme})`;
  }
}

/** Keeps what was changed, and nothing where nothing was. */
function keep() {
  const changed = [...new FormData(panel)].filter(([, value]) => value);
  try {
    if (changed.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(Object.fromEntries(changed)));
  } catch {
    // Then it holds until the page is left.
  }
}

function change() {
  apply();
  keep();
}

panel.addEventListener("change", change);
panel.addEventListener("submit", (event) => event.preventDefault());
panel.querySelector("[value=normal]").addEventListener("click", () => {
  panel.reset();
  change();
});
show();
apply();
