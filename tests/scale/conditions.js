// The conditions of a visit: Lighthouse's phone on a slow network, or none at all.

/** Lighthouse's Slow 4G as its devtools throttling has it: ms, and bytes a second. */
const SLOW_4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1_474.56 * 1_024) / 8,
  uploadThroughput: (675 * 1_024) / 8,
};

export const SLOW_CPU = 4;

/** A cold page in a context of its own, and the browser's own protocol for it. */
export async function open(browser, { network = "fast", cpu = 1, serviceWorkers = "block" } = {}) {
  const context = await browser.newContext({ serviceWorkers, viewport: { width: 412, height: 823 } });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send("Network.enable");
  await client.send("Performance.enable");
  if (network === "slow") await client.send("Network.emulateNetworkConditions", SLOW_4G);
  if (cpu !== 1) await slowDown(client, cpu);
  return { context, page, client };
}

export const slowDown = (client, rate) => client.send("Emulation.setCPUThrottlingRate", { rate });
