// Starts the app on a page that reads well without it. Inlined into index.html by
// the publish step, as the last thing in the head: module, WASM and content are
// all asked for before the text has arrived.
(() => {
  "use strict";

  const SLOW_AFTER_MS = 10_000;
  const page = document.documentElement;
  const site = { ...document.currentScript.dataset };
  const byId = (id) => document.getElementById(id);
  // A worker's copy is known to be right; what the HTTP cache holds may be broken or old.
  const pastCaches = () => (navigator.serviceWorker?.controller ? "default" : "reload");
  const fonts = JSON.parse(site.fonts);
  const parsed = new Promise((resolve) => {
    document.addEventListener("DOMContentLoaded", resolve, { once: true });
  });

  // A tripwire: the app's own HTML has none of this, nor does it load scripts.
  const ACTIVE = /<(script|iframe|frame|object|embed|base|link|meta|form|style)\b|[\s/"']on\w+\s*=|javascript:/i;
  globalThis.trustedTypes?.createPolicy("default", {
    createHTML: (html) => (ACTIVE.test(html) ? null : html),
    createScriptURL: (address) => (address === site.worker ? address : null),
  });

  // A browser keeps a module that failed, and a trap leaves an instance unfit:
  // these can only be repeated by loading the page again. And a page whose files
  // have been replaced fails however often it tries.
  let moduleArrived = false;
  let trapped = false;
  let triedAgain = false;
  let instance = Promise.resolve();
  let attempt = new AbortController();

  const module = import(site.module).then((app) => {
    if (!app.hydrate) throw new Error("The module is not the app's.");
    moduleArrived = true;
    return app;
  });

  const askForWasm = ({ signal }, cache) =>
    fetch(site.wasm, { integrity: site.wasmIntegrity, cache, signal });
  const askForContent = ({ signal }) =>
    fetch(site.content, { integrity: site.contentIntegrity, cache: "no-cache", signal });

  function show(state) {
    const trouble = byId("trouble");
    const hides = state !== "failed";
    if (hides && trouble.contains(document.activeElement)) {
      byId("main")?.focus({ preventScroll: true });
    }
    trouble.hidden = hides;
    page.dataset.app = state;
    if (state === "loading") return;
    loadFonts();
    loadLater(site.reader);
  }

  /** Once: the text is there before them, in fonts of the device that are as wide. */
  function loadFonts() {
    for (const [family, source, weight] of fonts.splice(0)) {
      const font = new FontFace(family, source, { weight });
      font.load().then(() => document.fonts.add(font), notLoaded(family));
    }
  }

  /** What the text does without, and what is not to hold up the app. */
  const loadLater = (address) => import(address).catch(notLoaded(address));
  const notLoaded = (what) => (error) => console.warn(`Not loaded: ${what}`, error);

  async function run({ signal }, wasmAnswer, contentAnswer) {
    const [app, wasm, content] = await Promise.all([module, wasmAnswer, contentAnswer, parsed]);
    if (!wasm.ok) throw new Error(`The WASM was answered with status ${wasm.status}.`);
    instance = instance.catch(() => {}).then(() => app.default({ module_or_path: wasm }));
    await instance;
    const loaded = await app.load(site.content, site.contentIntegrity, content);
    if (signal.aborted) return;
    try {
      app.hydrate(loaded);
    } catch (error) {
      trapped = true;
      throw error;
    }
    show("ready");
  }

  // Says so when the app is slow, and goes on waiting: it may still come.
  async function start(current, wasmAnswer, contentAnswer) {
    const slow = setTimeout(() => parsed.then(() => show("failed")), SLOW_AFTER_MS);
    try {
      await run(current, wasmAnswer, contentAnswer);
    } catch (error) {
      await parsed;
      if (current.signal.aborted) return;
      // Only once: what is loaded again is not loaded again by itself.
      if (isFirstLoad() && (await loadNewPage(current, isOtherPage))) return;
      console.warn("The tools of this page did not start:", error);
      show("failed");
    } finally {
      clearTimeout(slow);
    }
  }

  function tryAgain() {
    attempt.abort();
    attempt = new AbortController();
    show("loading");
    if (trapped || triedAgain || !moduleArrived) {
      return loadNewPage(attempt, () => true).then((loads) => loads || show("failed"));
    }
    triedAgain = true;
    // The app asks for the content itself this time.
    return start(attempt, askForWasm(attempt, pastCaches()), undefined);
  }

  function isFirstLoad() {
    const [navigation] = performance.getEntriesByType("navigation");
    return navigation && navigation.type !== "reload";
  }

  const isOtherPage = (html) =>
    ![site.module, site.wasm, site.contentIntegrity].every((piece) => html.includes(piece));

  // Leaves a page that can be read where it is, unless the site itself gives another.
  async function loadNewPage({ signal }, isWanted) {
    const timeout = new AbortController();
    const slow = setTimeout(() => timeout.abort(), SLOW_AFTER_MS);
    const fetchAnew = async (address) => {
      const answer = await fetch(address, { cache: pastCaches(), signal: timeout.signal });
      return answer.ok ? answer.text() : "";
    };
    const [{ value: html }] = await Promise.allSettled([location.href, site.module].map(fetchAnew));
    clearTimeout(slow);
    if (signal.aborted || !html?.includes('id="boot"') || !isWanted(html)) return false;
    location.reload();
    return true;
  }

  page.dataset.app = "loading";
  // On a slow network the fonts would take their share of it from the app. A copy on
  // the device has no network to share.
  if (navigator.serviceWorker?.controller) loadFonts();
  start(attempt, askForWasm(attempt, "default"), askForContent(attempt))
    // Last, so that it takes nothing from the start, whether or not that went well.
    .then(() => site.offline && loadLater(site.offline));
  parsed.then(() => {
    document.querySelector("#trouble button").addEventListener("click", tryAgain);
  });
})();
