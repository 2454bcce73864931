// One release after another: rows 12 to 18, 20 and 21 of the fault matrix. Every
// release is a build of its own, with other text and other WASM.
import type { Page } from "@playwright/test";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { app, expectAboveThePage, expectReadable, expectReady, openMenu, quietLine, status } from "../page.ts";
import { titles } from "../source.ts";
import {
  KEPT,
  cacheNames,
  complaints,
  expect,
  expectOfflineReady,
  expectRelease,
  expectWholeApp,
  install,
  lookForNewVersion,
  newTab,
  registrations,
  reloadButton,
  takeRelease,
  test,
  update,
} from "./host.ts";
import { faults, fileOf, type FaultServer } from "./server.ts";

/** Counts how often the page is loaded from here on. */
function loads(page: Page) {
  const counted = { times: 0 };
  page.on("load", () => (counted.times += 1));
  return counted;
}

test("row 12: a tab that is open while a release comes goes on, with every view", async ({ page, host }) => {
  await install(page);
  const heard = complaints(page);
  const failed: string[] = [];
  page.on("requestfailed", (request) => failed.push(request.url()));
  host.deploy("2");
  await expectWholeApp(page);
  await expectRelease(page, "1");
  expect(failed).toEqual([]);
  expect(heard).toEqual([]);
});

test("row 13: after a release, a reload shows the old page and a notice, and the notice reloads once", async ({ page, host }) => {
  await install(page);
  await expect(update(page)).toBeHidden();
  host.deploy("2");
  await page.reload();
  await expectReady(page);
  await expectRelease(page, "1");
  await expect(update(page)).toBeVisible();
  await expect(status(page)).toHaveText("A new version is ready");
  await expectAboveThePage(page, update(page));

  await page.reload();
  await expectReady(page);
  await expectRelease(page, "1");
  const counted = loads(page);
  await reloadButton(page).click();
  await expectRelease(page, "2");
  await expectReady(page);
  await expectOfflineReady(page);
  expect(counted.times).toBe(1);
  await expect(update(page)).toBeHidden();

  await host.stop();
  await page.reload();
  await expectWholeApp(page);
  await expectRelease(page, "2");
});

test("row 13: once every tab is closed, the next one shows the new version", async ({ page, context, host }) => {
  await install(page);
  host.deploy("2");
  expect(await lookForNewVersion(page)).toBe("installed");
  await page.close();
  // Another page of the host sees when the browser has noticed that.
  const tab = await newTab(context);
  await tab.goto(host.origin);
  const waits = () => tab.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration("/repo/"))!.waiting));
  await expect.poll(waits).toBe(false);
  await tab.goto("./");
  await expectReady(tab);
  await expectRelease(tab, "2");
});

test("row 14: of two tabs, one takes the new version and the other goes on with its own", async ({ page, context, host }) => {
  await install(page);
  const other = await newTab(context);
  await other.goto("./");
  await expectReady(other);
  host.deploy("2");
  expect(await lookForNewVersion(page)).toBe("installed");
  const counted = loads(other);
  await expect(update(other)).toBeVisible();
  await reloadButton(page).click();
  await expectRelease(page, "2");
  await expectWholeApp(page);

  const heard = complaints(other);
  await expectWholeApp(other);
  await expectRelease(other, "1");
  // What the old tab is made of is still there for it, without the host.
  await host.stop();
  const pieces = await other.evaluate(async () => {
    const { module, wasm, content } = document.getElementById("boot")!.dataset;
    // The HTTP cache may have them as well, and is not to answer here.
    const isThere = async (piece?: string) => (await fetch(piece!, { cache: "no-store" })).ok;
    return Promise.all([module, wasm, content].map(isThere));
  });
  expect(pieces).toEqual([true, true, true]);
  expect(heard).toEqual([]);
  expect(counted.times).toBe(0);

  await reloadButton(other).click();
  await expectRelease(other, "2");
  expect(counted.times).toBe(1);
});

test("row 15: whoever skipped releases comes to the newest, and keeps two copies at most", async ({ page, host }) => {
  await install(page);
  for (const newest of ["6", "2"]) {
    for (const release of ["3", "4", "5", newest]) host.deploy(release);
    await takeRelease(page, newest);
    await expectOfflineReady(page);
    expect(await cacheNames(page)).toHaveLength(2);
  }
});

/** Which releases the device has copies of. */
const releasesKept = (page: Page) =>
  page.evaluate(async () => {
    const pages = (await caches.keys()).map(async (cacheName) => (await caches.match("./", { cacheName }))!.text());
    return (await Promise.all(pages)).map((html) => /release (\d)/.exec(html)![1]).sort();
  });

test("row 15: a release that waited and was never shown leaves no copy, and pushes none out", async ({ page, host }) => {
  await install(page);
  for (const release of ["2", "3"]) {
    host.deploy(release);
    expect(await lookForNewVersion(page)).toBe("installed");
    await expect.poll(() => releasesKept(page)).toEqual(["1", release]);
  }
  await reloadButton(page).click();
  await expectRelease(page, "3");
  await expectOfflineReady(page);
  expect(await releasesKept(page)).toEqual(["1", "3"]);
});

test("row 16: a release that was taken back is taken back here, too", async ({ page, host }) => {
  await install(page);
  for (const release of ["2", "1", "3"]) {
    host.deploy(release);
    await takeRelease(page, release);
    await expectReady(page);
    await expectOfflineReady(page);
  }
  await expectWholeApp(page);
  expect(await releasesKept(page)).toEqual(["1", "3"]);
});

test.describe("row 17: a release whose WASM traps", () => {
  async function takeTrapping(page: Page) {
    await takeRelease(page, "trapping");
    await expect(app(page)).toHaveAttribute("data-app", "failed");
  }

  test("is read as a page, says so, and the next release heals it by reloads alone", async ({ page, host }) => {
    await install(page);
    host.deploy("trapping");
    await takeTrapping(page);
    await expect(quietLine(page)).toBeVisible();
    await expectReadable(page);
    await openMenu(page, "Contents");
    await page.getByRole("navigation").getByRole("link", { name: titles[5] }).click();
    await expect(page.getByRole("heading", { name: titles[5] })).toBeInViewport();

    host.deploy("3");
    expect(await lookForNewVersion(page)).toBe("installed");
    await page.reload();
    await expectRelease(page, "3");
    await expectWholeApp(page);
  });

  test("offers the next release like any other page", async ({ page, host }) => {
    await install(page);
    host.deploy("trapping");
    await takeTrapping(page);
    host.deploy("3");
    await takeRelease(page, "3");
    await expectWholeApp(page);
  });
});

test("row 18: the kill worker ends the worker and deletes our copies, and the page works", async ({ page, host }) => {
  await install(page);
  await page.evaluate(() => caches.open("another-project"));
  host.deploy("kill");
  await page.reload();
  await expect.poll(() => cacheNames(page)).toEqual(["another-project"]);
  await expect.poll(() => registrations(page)).toBe(0);
  await expectWholeApp(page);
  await page.reload();
  await expectRelease(page, "kill");
  await expectWholeApp(page);
  await expect(app(page)).not.toHaveAttribute("data-offline");

  // And the release after that is kept as ever.
  host.deploy("2");
  await page.reload();
  await expectRelease(page, "2");
  await expectOfflineReady(page);
});

test("row 18: a removal that was cut off is made good by the next visit", async ({ page, host }) => {
  await install(page);
  host.deploy("kill");
  const cutOff = 'addEventListener("activate", (event) => event.stopImmediatePropagation());\n';
  host.rule(/\/sw\.js$/, faults.body((code) => cutOff + code));
  expect(await lookForNewVersion(page)).not.toBe("refused");
  await page.reload();
  await expect.poll(() => cacheNames(page)).toEqual([]);
});

test.describe("row 20: a page from the HTTP cache whose files are gone", () => {
  test.use({ serviceWorkers: "block" });

  async function openStale(page: Page, host: FaultServer) {
    // The page is kept for ten minutes, as ever; its files are not.
    for (const path of [KEPT.module, KEPT.wasm, KEPT.content]) {
      host.rule(path, faults.headers({ "Cache-Control": "no-store" }));
    }
    await page.goto("./");
    await expectReady(page);
    await page.goto("about:blank");
    host.deploy("2");
  }

  test("is fetched anew, once and by itself", async ({ page, host }) => {
    await openStale(page, host);
    const before = host.requests.length;
    const counted = loads(page);
    await page.goto("./");
    await expectRelease(page, "2");
    await expectWholeApp(page);
    expect(counted.times).toBe(2);
    expect(host.requests[before]).toMatch(/^(?!\/repo\/$)/); // The first page came from the HTTP cache.
  });

  test("is left alone when that does not help", async ({ page, host }) => {
    await openStale(page, host);
    host.rule(KEPT.wasm, faults.status(404));
    await page.goto("./");
    await expectRelease(page, "2");
    await expect(quietLine(page)).toBeVisible();
    const pages = host.requests.filter((path) => KEPT.page.test(path)).length;
    await expectReadable(page);
    expect(host.requests.filter((path) => KEPT.page.test(path))).toHaveLength(pages);
  });
});

test("row 21: no script and no WASM of two releases has one name and other bytes", async () => {
  const seen = new Map<string, Buffer>();
  let compared = 0;
  for (const release of ["1", "2", "trapping", "root", "longest"]) {
    const names = readdirSync(join(process.env.RELEASES!, release));
    for (const name of names.filter((name) => /\.(js|css|wasm)$/.test(name) && name !== "sw.js")) {
      expect(name).toMatch(/-[0-9a-f]{16}\.\w+$/);
      const bytes = fileOf(release, name);
      if (seen.has(name)) {
        compared += 1;
        expect(bytes.equals(seen.get(name)!), name).toBe(true);
      }
      seen.set(name, bytes);
    }
  }
  expect(compared).toBeGreaterThan(0);
  expect(seen.size).toBeGreaterThan(5);
});
