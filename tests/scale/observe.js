// What runs in the page: it notes what the browser reports, and when.

/** Runs before anything of the page does. */
export function watch() {
  const seen = { lcp: 0, shift: 0, tasks: [], ready: 0 };
  globalThis.seen = seen;
  const on = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  on("largest-contentful-paint", ({ startTime }) => (seen.lcp = startTime));
  on("layout-shift", ({ value, hadRecentInput }) => (seen.shift += hadRecentInput ? 0 : value));
  on("longtask", ({ startTime, duration }) => seen.tasks.push([startTime, duration]));
  // Waited for in the page: to ask for it time and again would slow down a large one.
  globalThis.whenReady = new Promise((resolve) => {
    const changes = new MutationObserver(() => {
      if (document.documentElement.dataset.app !== "ready") return;
      seen.ready = performance.now();
      changes.disconnect();
      resolve();
    });
    changes.observe(document, { subtree: true, attributeFilter: ["data-app"] });
  });
}

/** What was seen of a load. Blocking time is what long tasks take beyond 50 ms after the first paint. */
export function figures() {
  const [paint] = performance.getEntriesByName("first-contentful-paint");
  const { lcp, shift, tasks, ready } = globalThis.seen;
  const blocking = tasks.map(([start, duration]) => {
    const from = Math.max(start, paint.startTime);
    return Math.max(0, start + duration - from - 50);
  });
  return {
    firstPaint: paint.startTime,
    largestPaint: lcp,
    blocking: blocking.reduce((sum, part) => sum + part, 0),
    shift,
    ready,
    nodes: document.querySelectorAll("*").length,
  };
}

/**
 * Measures from the next input of a kind until the page that it leads to is painted.
 * A frame has been painted when a message that was posted in it arrives.
 */
export function timeNext([type, expected]) {
  globalThis.timed = new Promise((resolve) => {
    const painted = (begun) => {
      if (!document.querySelector(expected)) return requestAnimationFrame(() => painted(begun));
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - begun);
      port2.postMessage("");
    };
    addEventListener(type, ({ timeStamp }) => requestAnimationFrame(() => painted(timeStamp)), {
      capture: true,
      once: true,
    });
  });
}
