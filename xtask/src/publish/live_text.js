// Runs in the page that is served while someone works on it, and in no release: shows an
// edit of the content file, or what is wrong with it.
(() => {
  "use strict";

  const EVERY_MS = 250;
  const { state, version } = document.currentScript.dataset;
  const notice = document.createElement("pre");
  notice.setAttribute("role", "alert");
  notice.style.cssText =
    "position: fixed; inset: auto 0 0; z-index: 9; max-height: 60vh; margin: 0; padding: 1rem; overflow: auto; " +
    "white-space: pre-wrap; border-top: 4px solid; background: #fff; color: #8b1a1a; font: 16px/1.5 monospace";

  function show(fault) {
    if (!fault) return notice.remove();
    if (notice.textContent !== fault) notice.textContent = fault;
    if (!notice.isConnected) document.body.append(notice);
  }

  async function look() {
    const response = await fetch(state, { cache: "no-store" });
    const now = await response.json();
    if (!now.fault && now.version !== version) return location.reload();
    show(now.fault);
  }

  // While the site is written anew there is no state for a moment.
  const again = () => setTimeout(() => look().catch(() => {}).finally(again), EVERY_MS);
  again();
})();
