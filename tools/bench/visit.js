// One cold visit, as a phone on a slow network: a context of its own has no cache, no
// storage and no worker.

// What Lighthouse has DevTools do to be a phone on a slow network: 150 ms there and
// back times 3.75, and nine tenths of 1.6 Mbit/s and 750 kbit/s.
const kilobits = (number) => (number * 1_000) / 8;
const NETWORK = {
  offline: false,
  latency: 562.5,
  downloadThroughput: kilobits(1_474.56),
  uploadThroughput: kilobits(675),
};
export const SLOWER_CPU = 4;
const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };

/** Over for a visitor: the app, if any, is ready, and neither script nor network has been busy for so long. */
const QUIET_MS = 2_000;
export const MOST_MS = 120_000;
const LONG_TASK_MS = 50;

export async function visit(browser, { address, hasApp }) {
  const context = await browser.newContext(PHONE);
  try {
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    const answers = await listen(client);
    await client.send("Network.emulateNetworkConditions", NETWORK);
    await client.send("Emulation.setCPUThrottlingRate", { rate: SLOWER_CPU });
    await page.addInitScript(record);
    await page.goto(address, { timeout: MOST_MS });
    if (hasApp) await page.evaluate(() => globalThis.whenReady);
    await page.waitForFunction(isQuiet, QUIET_MS, { polling: 250, timeout: MOST_MS });
    const seen = await page.evaluate(() => globalThis.seen);
    const elements = await page.evaluate(() => document.querySelectorAll("*").length);
    await client.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    return { ...timesOf(seen), ...(await memory(client)), elements, ...before(seen.ready, answers) };
  } finally {
    await context.close();
  }
}

/** Runs before the page: notes what the browser has to say of it. */
function record() {
  const seen = { tasks: [], shift: 0, busyUntil: 0 };
  globalThis.seen = seen;
  const watch = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch("paint", ({ name, startTime }) => (seen[name] = startTime));
  watch("largest-contentful-paint", ({ startTime }) => (seen.largest = startTime));
  watch("longtask", ({ startTime, duration }) => {
    seen.tasks.push({ startTime, duration });
    seen.busyUntil = Math.max(seen.busyUntil, startTime + duration);
  });
  watch("layout-shift", ({ value, hadRecentInput }) => (seen.shift += hadRecentInput ? 0 : value));
  watch("resource", ({ responseEnd }) => (seen.busyUntil = Math.max(seen.busyUntil, responseEnd)));
  // The callback is a microtask: nothing comes between the state and its time. It is
  // waited for in the page: to look for it time and again would slow the page down.
  globalThis.whenReady = new Promise((resolve) => {
    new MutationObserver(() => {
      if (document.documentElement?.dataset.app !== "ready") return;
      seen.ready ??= performance.now();
      resolve(undefined);
    }).observe(document, { subtree: true, attributeFilter: ["data-app"] });
  });
}

function isQuiet(quiet) {
  const { seen } = /** @type {any} */ (globalThis);
  const last = Math.max(seen.busyUntil, seen.ready ?? 0, seen["first-contentful-paint"] ?? Infinity);
  return performance.now() - last > quiet;
}

function timesOf({ "first-contentful-paint": first, largest, tasks, shift, ready }) {
  // As Lighthouse counts: what a task took over 50 ms, after the first paint.
  const excess = ({ startTime, duration }) => {
    const end = startTime + duration;
    return Math.max(0, end - Math.max(startTime, first) - LONG_TASK_MS);
  };
  const blocked = tasks.reduce((sum, task) => sum + excess(task), 0);
  return { first, largest, ready, blocked, shift };
}

/** Notes each answer to the page as it ends, by the browser's own clock and count of bytes.
 * The service worker fetches last, past this session and past the slow network. */
async function listen(client) {
  const answers = new Map();
  client.on("Network.requestWillBeSent", ({ requestId, timestamp }) => answers.set(requestId, { sent: timestamp }));
  client.on("Network.loadingFinished", ({ requestId, timestamp, encodedDataLength }) => {
    Object.assign(answers.get(requestId) ?? {}, { ended: timestamp, bytes: encodedDataLength });
  });
  await client.send("Network.enable");
  return answers;
}

/** Requests that had been answered before the app was ready, or at all where there is none. */
function before(ready, answers) {
  const all = [...answers.values()].filter(({ ended }) => ended);
  const start = Math.min(...all.map(({ sent }) => sent));
  const inTime = all.filter(({ ended }) => ready === undefined || (ended - start) * 1_000 <= ready);
  return { requests: inTime.length, bytes: inTime.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** The heap of the scripts, after its garbage has been collected. */
async function memory(client) {
  await client.send("HeapProfiler.collectGarbage");
  const { usedSize } = await client.send("Runtime.getHeapUsage");
  return { heap: usedSize };
}
