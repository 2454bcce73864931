// One cold visit, and what it took.
import { open } from "./conditions.js";
import { figures, watch } from "./observe.js";

/** How long a page is watched after its last event, for what may still block or shift. */
const WATCHED_MS = 1_500;

/** Visits a page: the app's until it is ready, the control until it has loaded. */
export async function visit(browser, address, { hasApp, ...conditions }) {
  const { context, page, client } = await open(browser, conditions);
  try {
    const requests = countRequests(client);
    await page.addInitScript(watch);
    await page.goto(address, { timeout: 300_000, waitUntil: "load" });
    if (hasApp) await page.evaluate(() => globalThis.whenReady);
    await page.waitForTimeout(WATCHED_MS);
    const seen = await page.evaluate(figures);
    await client.send("HeapProfiler.collectGarbage");
    const { usedSize } = await client.send("Runtime.getHeapUsage");
    return { ...seen, heap: usedSize, requests };
  } finally {
    await context.close();
  }
}

/** Counts requests and bytes on the wire, by type. */
function countRequests(client) {
  const types = new Map();
  const counted = {};
  client.on("Network.responseReceived", ({ requestId, type, response }) => {
    types.set(requestId, response.mimeType === "application/wasm" ? "WASM" : type);
  });
  client.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId) ?? "Other";
    counted[type] ??= { requests: 0, bytes: 0 };
    counted[type].requests += 1;
    counted[type].bytes += encodedDataLength;
  });
  return counted;
}
