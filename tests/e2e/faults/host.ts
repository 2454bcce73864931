// A page on a host of its own, on which things go wrong; and what a test asks of
// the copy that the page keeps for use offline.
import { expect, test as base, type BrowserContext, type Page } from "@playwright/test";
import { app, expectReadable, expectReady, expectWorking } from "../page.ts";
import { FaultServer } from "./server.ts";

/** A host with the first release on it; `page.goto("./")` opens that. */
export const test = base.extend<{ host: FaultServer }>({
  host: async ({}, use) => {
    const host = new FaultServer();
    await host.start();
    host.deploy("1");
    await use(host);
    await host.stop();
  },
  baseURL: async ({ host }, use) => use(`${host.origin}/repo/`),
});

export { expect };

/** What the service worker keeps, each by how its address ends. */
export const KEPT = {
  page: /\/repo\/$/,
  content: /\/content\.json\?[0-9a-f]+$/,
  module: /\/mission-and-values-[0-9a-f]+\.js$/,
  wasm: /\/mission-and-values-[0-9a-f]+\.wasm$/,
  "script that reads aloud": /\/read-aloud-[0-9a-f]+\.js$/,
  "script of cards": /\/card-[0-9a-f]+\.js$/,
  "offline script": /\/offline-[0-9a-f]+\.js$/,
  "font of the text": /\/atkinson-hyperlegible-next-[0-9a-f]+\.woff2$/,
  "font of the headings": /\/fraunces-[0-9a-f]+\.woff2$/,
  icon: /\/icon\.svg$/,
  manifest: /\/manifest\.webmanifest$/,
  "small icon": /\/icon-192\.png$/,
  "large icon": /\/icon-512\.png$/,
  "maskable icon": /\/icon-maskable\.png$/,
};

/** One file of each kind: the page, one with a query, one with a hash in its name, and one without. */
export const KINDS = ["page", "content", "wasm", "icon"] as const;

/** The notice that a newer page waits. */
export const update = (page: Page) => page.locator("#update");

export const reloadButton = (page: Page) => update(page).getByRole("button", { name: "Reload" });

export async function expectOfflineReady(page: Page) {
  await expect(app(page)).toHaveAttribute("data-offline", "ready");
}

/** Opens the page and waits for its copy. */
export async function install(page: Page) {
  await page.goto("./");
  await expectReady(page);
  await expectOfflineReady(page);
}

export async function expectRelease(page: Page, release: string) {
  await expect(page.getByRole("contentinfo")).toContainText(`release ${release}.`);
}

/** The page has its text and its app, and all of the app does what it should. */
export async function expectWholeApp(page: Page) {
  await page.bringToFront();
  await expectReady(page);
  await expectReadable(page);
  await expectWorking(page);
}

/** The names of all caches of the origin. */
export const cacheNames = (page: Page) => page.evaluate(() => caches.keys());

/** What becomes of the version that the host has now. */
export const lookForNewVersion = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    if (!registration) return "not registered";
    try {
      await registration.update();
    } catch {
      return "refused";
    }
    const worker = registration.installing ?? registration.waiting;
    if (!worker) return "nothing new";
    return new Promise<string>((resolve) => {
      const look = () => worker.state === "installing" || resolve(worker.state);
      worker.addEventListener("statechange", look);
      look();
    });
  });

/** Has the release that the host has now installed, and shown by the notice. */
export async function takeRelease(page: Page, release: string) {
  expect(await lookForNewVersion(page)).toBe("installed");
  await reloadButton(page).click();
  await expectRelease(page, release);
}

/** How many service workers the origin has. */
export const registrations = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

/** Waits until the first installation was given up. */
export async function expectNotInstalled(page: Page) {
  await expect.poll(() => page.evaluate(async () => !(await navigator.serviceWorker.getRegistration()))).toBe(true);
  expect(await cacheNames(page)).toEqual([]);
  await expect(app(page)).not.toHaveAttribute("data-offline");
}

/** Everything that goes wrong in a page, or that it complains of. */
export function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on("pageerror", (error) => heard.push(error.message));
  page.on("console", (message) => message.type() === "error" && heard.push(message.text()));
  return heard;
}

/** Another tab of the same visitor. */
export const newTab = (context: BrowserContext) => context.newPage();
