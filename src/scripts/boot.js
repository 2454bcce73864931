// Starts the app on a page that reads well without it. The publish step inlines it at the
// end of the head: module, WASM and content are requested before the text has arrived.
(() => {
  "use strict";

  const SLOW_AFTER_MS = 10_000;
  const QUICK_MS = 200;
  const ANNOUNCED_FOR_MS = 5_000;
  const page = document.documentElement;
  const site = { ...document.currentScript.dataset };
  const fonts = ["1em Atkinson Hyperlegible Next", "600 1em Fraunces"];
  const byId = (id) => document.getElementById(id);
  const notLoaded = (what) => (error) => console.warn(`Not loaded: ${what}`, error);
  const parsed = new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));

  /** What a browser may lack or refuse, and the app can do without. */
  function optional(use) {
    try {
      return use();
    } catch (error) {
      console.warn("The browser refuses an optional feature:", error);
    }
  }

  // A tripwire: the app's own HTML has none of this, nor does it load scripts. It does
  // have forms, which the policy's form-action 'none' keeps from sending anything.
  const ACTIVE = /<(script|i?frame|object|embed|base|link|meta|style)\b|[\s/"']on\w+\s*=|javascript:/i;
  const policy = {
    createHTML: (html) => (ACTIVE.test(html) ? null : html),
    createScriptURL: (address) => (address === site.worker ? address : null),
  };
  optional(() => globalThis.trustedTypes?.createPolicy("default", policy));

  const isControlledByWorker = () => optional(() => navigator.serviceWorker?.controller);

  // Asynchronous, so that nothing is thrown where document.fonts is missing.
  const loadFont = async (font) => document.fonts.load(font);
  const loadFonts = () => fonts.splice(0).forEach((font) => void loadFont(font).catch(notLoaded(font)));
  // Text does not move under its reader: fonts that are too late for the first paint are for
  // the next visit (font-display), and wait for the app, whose bandwidth they would share.
  if (isControlledByWorker() || performance.now() < QUICK_MS) loadFonts();
  else page.dataset.fonts = "late";

  // A browser keeps a module that failed, an instance that trapped is unfit, and a page
  // whose files the host has replaced fails every time: trying again would not help.
  let needsNewPage = true;
  let instance = Promise.resolve();
  let attempt = new AbortController();
  let announcement;

  const module = import(site.module).then((app) => {
    if (!app.hydrate) throw new Error("The module is not the app's.");
    needsNewPage = false;
    return app;
  });

  // A worker has checked its copy; what the HTTP cache holds may be broken or old.
  const cacheForRetry = () => (isControlledByWorker() ? "default" : "reload");
  const request = (piece, cache, { signal }) =>
    fetch(site[piece], { integrity: site[`${piece}Integrity`], cache, signal });

  /** The only writer of the live region, with its only timer. */
  function announce(sentence) {
    const status = byId("status");
    clearTimeout(announcement);
    if (sentence && status.textContent === sentence) {
      // The same text would be no change. Screen readers miss one that is undone at once.
      status.textContent = "";
      announcement = setTimeout(announce, 100, sentence);
    } else {
      status.textContent = sentence;
      announcement = setTimeout(() => (status.textContent = ""), ANNOUNCED_FOR_MS);
    }
  }

  function show(state) {
    const trouble = byId("trouble");
    const hides = state !== "failed";
    if (hides && trouble.contains(document.activeElement)) byId("main")?.focus({ preventScroll: true });
    if (!hides && trouble.hidden) announce(trouble.querySelector("span").textContent);
    trouble.hidden = hides;
    page.dataset.app = state;
    if (state !== "loading") loadFonts();
  }

  async function run({ signal }, wasmResponse, contentResponse) {
    const [app, wasm, content] = await Promise.all([module, wasmResponse, contentResponse, parsed]);
    if (!wasm.ok) throw new Error(`The WASM was answered with status ${wasm.status}.`);
    instance = instance.catch(() => {}).then(() => app.default({ module_or_path: wasm }));
    await instance;
    const loaded = await app.load(site.content, site.contentIntegrity, content);
    if (signal.aborted) return;
    needsNewPage = true;
    app.hydrate(loaded, { announce, readAloud: () => import(site.readAloud), card: () => import(site.card) });
    show("ready");
  }

  /** Shows the notice when the app is slow, and goes on waiting: it may still come. */
  async function start(current, wasmResponse, contentResponse) {
    const slow = setTimeout(() => parsed.then(() => show("failed")), SLOW_AFTER_MS);
    try {
      await run(current, wasmResponse, contentResponse);
    } catch (error) {
      await parsed;
      // Only once: a page that was loaded again does not load itself again.
      if (!current.signal.aborted && isFirstLoad() && (await loadNewPage(current, isOtherPage))) return;
      if (current.signal.aborted) return;
      console.warn("The tools of this page did not start:", error);
      show("failed");
    } finally {
      clearTimeout(slow);
    }
  }

  async function tryAgain() {
    attempt.abort();
    attempt = new AbortController();
    show("loading");
    if (needsNewPage) return (await loadNewPage(attempt, () => true)) || show("failed");
    needsNewPage = true;
    // Given no response, the app requests the content itself.
    return start(attempt, request("wasm", cacheForRetry(), attempt), undefined);
  }

  const [navigation] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  const isFirstLoad = () => (navigation?.type ?? "reload") !== "reload";
  const isOtherPage = (html) => [site.module, site.wasm, site.contentIntegrity].some((it) => !html.includes(it));

  /** Reloads only what the site itself answers: otherwise the text stays readable. */
  async function loadNewPage({ signal }, isWanted) {
    const timeout = new AbortController();
    const slow = setTimeout(() => timeout.abort(), SLOW_AFTER_MS);
    const fetchAnew = (address) =>
      fetch(address, { cache: cacheForRetry(), signal: timeout.signal })
        .then((answer) => (answer.ok ? answer.text() : "")).catch(() => "");
    const [html] = await Promise.all([location.href, site.module].map(fetchAnew));
    clearTimeout(slow);
    if (signal.aborted || !html.includes('id="boot"') || !isWanted(html)) return false;
    location.reload();
    return true;
  }

  page.dataset.app = "loading";
  start(attempt, request("wasm", "default", attempt), request("content", "no-cache", attempt))
    // Last, so that it takes nothing from the start, whether or not that went well.
    .then(() => site.offline && import(site.offline).then(({ keepOffline }) => keepOffline(announce)))
    .catch(notLoaded(site.offline));
  parsed.then(() => byId("trouble").querySelector("button").addEventListener("click", tryAgain));
})();
