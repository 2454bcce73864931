// Starts the app on a page that reads well without it. Inlined into index.html
// by the publish step, as the last thing in the head: module, WASM and content
// are all asked for before the text has arrived.
(() => {
  "use strict";

  const SLOW_AFTER_MS = 10_000;
  const page = document.documentElement;
  const site = { ...document.currentScript.dataset };

  const parsed = new Promise((resolve) => {
    document.addEventListener("DOMContentLoaded", resolve, { once: true });
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

  const askForWasm = ({ signal }) => fetch(site.wasm, { integrity: site.wasmIntegrity, signal });
  const askForContent = ({ signal }) =>
    fetch(site.content, { integrity: site.contentIntegrity, cache: "no-cache", signal });

  function show(state) {
    const trouble = document.getElementById("trouble");
    const hides = state !== "failed";
    if (hides && trouble.contains(document.activeElement)) {
      document.getElementById("main")?.focus({ preventScroll: true });
    }
    trouble.hidden = hides;
    page.dataset.app = state;
  }

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
    if (trapped || triedAgain || !moduleArrived) return loadPageAgain(attempt);
    triedAgain = true;
    // The app asks for the content itself this time.
    return start(attempt, askForWasm(attempt), undefined);
  }

  // Goes past the HTTP cache, where a broken or an old file may lie; and leaves
  // a page that can be read where it is, unless there is another to take its place.
  async function loadPageAgain({ signal }) {
    const slow = setTimeout(() => attempt.abort(), SLOW_AFTER_MS);
    const fetchAnew = async (file) => {
      const answer = await fetch(file, { cache: "reload", signal });
      await answer.arrayBuffer();
      return answer.ok;
    };
    const files = [location.href, site.module].map(fetchAnew);
    const [anew] = await Promise.allSettled(files);
    clearTimeout(slow);
    if (anew.value) return location.reload();
    show("failed");
  }

  page.dataset.app = "loading";
  start(attempt, askForWasm(attempt), askForContent(attempt));
  parsed.then(() => {
    document.querySelector("#trouble button").addEventListener("click", tryAgain);
  });
})();
