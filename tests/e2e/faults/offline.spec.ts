// The page without a network: rows 1 to 6, 8, 9, 11, 19 and 22 to 27 of the fault
// matrix, and what the visitor is told. "Offline" is a host that was stopped.
import { chromium, type Page } from "@playwright/test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FONTS, app, dock, expectReadable, expectReady, follow, fontsOf, openMenu, openTools, quietLine, status, tools } from "../page.ts";
import { PICTURES, titles } from "../source.ts";
import {
  KEPT,
  KINDS,
  cacheNames,
  complaints,
  expect,
  expectNotInstalled,
  expectOfflineReady,
  expectRelease,
  expectWholeApp,
  install,
  lookForNewVersion,
  newTab,
  registrations,
  reloadButton,
  test,
  update,
} from "./host.ts";
import { faults, fileOf, type Fault, type FaultServer } from "./server.ts";

const WORKER = /\/sw\.js$/;
const EVERYTHING = /./;

test.describe("row 1: the host is dead after the first load", () => {
  test("a reload and a new tab show the whole app, and nothing complains", async ({ page, context, host }) => {
    await install(page);
    await host.stop();
    const heard = complaints(page);
    await page.reload();
    await expectWholeApp(page);
    await expectOfflineReady(page);
    expect(heard).toEqual([]);

    const tab = await newTab(context);
    await tab.goto("./");
    await expectWholeApp(tab);
  });

  test("P4: fonts, from the first paint on, drawings and Comfort are there, and a choice holds", async ({ page, host }) => {
    await install(page);
    await host.stop();
    await page.reload();
    await expectReady(page);
    // A font that comes after the first paint is not shown: those that are were there before it.
    expect(await fontsOf(page)).toEqual(FONTS);
    for (const name of PICTURES) await expect(page.getByRole("img", { name })).toBeVisible();
    await openMenu(page, "Comfort");
    await page.getByRole("radio", { name: "Dark" }).check();
    await page.reload();
    await expect(app(page)).toHaveAttribute("data-theme", "dark");
  });

  test("the two modules that are loaded on demand are part of the copy", async ({ page, host }) => {
    await page.addInitScript(() => {
      const voice = { lang: "en-US", localService: true, default: true };
      Object.defineProperty(speechSynthesis, "getVoices", { value: () => [voice] });
      window.print = () => {};
    });
    // Neither was asked for while there was a host.
    await install(page);
    await host.stop();
    await page.reload();
    await expectReady(page);
    await openTools(page, titles[2]);
    await expect(tools(page, titles[2]).getByRole("button", { name: "Listen from here" })).toBeVisible();
    await tools(page, titles[2]).getByRole("button", { name: "Print a card" }).click();
    await page.emulateMedia({ media: "print" });
    await expect(page.locator("article svg path")).toBeVisible();
  });

  test("a cold link leads to its place, whatever it links to", async ({ page, host }) => {
    await install(page);
    const links = page.getByRole("main").getByRole("heading", { level: 3 }).getByRole("link");
    const values = await links.evaluateAll((all) => all.map((it) => it.getAttribute("href")!));
    expect(values).toHaveLength(titles.length);
    await host.stop();
    for (const address of [values[1], values.at(-1)!, "#mission", "#belief-5", "#word-growth"]) {
      await page.goto("about:blank");
      await page.goto(`./${address}`);
      await expectReady(page);
      await expect(page.locator(address)).toBeInViewport();
    }
    await expect(dock(page)).toContainText("growth");
    await page.goto("./?q=caretakers");
    await expect(dock(page)).toContainText("caretakers");
  });

  test("a browser without document.fonts opens the copy, too", async ({ page, host }) => {
    const heard = complaints(page);
    await page.addInitScript(() => Object.defineProperty(document, "fonts", { value: undefined }));
    await install(page);
    await host.stop();
    await page.reload();
    await expectWholeApp(page);
    expect(heard).toEqual([]);
  });

  test("control: without a first load nothing opens", async ({ page, host }) => {
    await host.stop();
    await expect(page.goto("./")).rejects.toThrow();
  });

  test("while the host is there, a second load asks it only for a newer worker", async ({ page, host }) => {
    await install(page);
    const before = host.requests.length;
    await page.reload();
    await expectReady(page);
    await expectOfflineReady(page);
    expect(host.requests.slice(before).filter((path) => !WORKER.test(path))).toEqual([]);
  });
});

test("row 2: after a restart of the browser without a host, the whole app is there", async ({ host, browserName, baseURL, launchOptions }) => {
  test.skip(browserName !== "chromium", "Playwright's other browsers keep no profile for service workers");
  const profile = mkdtempSync(join(tmpdir(), "profile-"));
  try {
    const first = await chromium.launchPersistentContext(profile, launchOptions);
    const page = await first.newPage();
    await page.goto(baseURL!);
    await expectReady(page);
    await expectOfflineReady(page);
    await first.close();
    await host.stop();

    const second = await chromium.launchPersistentContext(profile, launchOptions);
    const again = await second.newPage();
    await again.goto(baseURL!);
    await expectWholeApp(again);
    await expectOfflineReady(again);
    await second.close();
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});

/** Holds the service worker back until the page has started, then lets a fault loose. */
async function startThenBreak(page: Page, host: FaultServer, breakIt: () => void) {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  host.rule(WORKER, faults.until(released));
  const asked = host.requested(WORKER);
  await page.goto("./");
  await expectReady(page);
  await asked;
  breakIt();
  release();
}

test.describe("row 3: the installation is interrupted", () => {
  for (const kind of KINDS) {
    test(`at the ${kind}: no partial copy and no claim; the next visit completes it`, async ({ page, host }) => {
      await startThenBreak(page, host, () => {
        host.rule(KEPT[kind], async () => {
          await host.stop();
          return faults.dropped()({ status: 200, headers: {}, body: Buffer.alloc(0) });
        });
      });
      await expectNotInstalled(page);
      await expectReadable(page);
      await expectReady(page);

      host.heal();
      await host.start();
      await install(page);
      await host.stop();
      await page.reload();
      await expectReady(page);
      // What is whole is whole wherever it was broken off before.
      if (kind === "wasm") await expectWholeApp(page);
    });
  }

  test("in the middle of a file, with a reset", async ({ page, host }) => {
    await startThenBreak(page, host, () => host.rule(KEPT.wasm, faults.reset()));
    await expectNotInstalled(page);
    host.heal();
    await install(page);
  });
});

test("row 4: a file ends too early, in good order: nothing is kept", async ({ page, host }) => {
  await startThenBreak(page, host, () => host.rule(KEPT.wasm, faults.truncated()));
  await expectNotInstalled(page);
  host.heal();
  await install(page);
});

/** Tries to take the second release in spite of each fault, and then without any. */
async function expectRefusedUntilHealed(page: Page, host: FaultServer, broken: [name: string, path: RegExp, fault: Fault][]) {
  await install(page);
  host.deploy("2");
  for (const [name, path, fault] of broken) {
    host.heal();
    host.rule(path, fault);
    expect(await lookForNewVersion(page), name).toBe("redundant");
    expect(await cacheNames(page), name).toHaveLength(1);
  }
  await page.reload();
  await expectReady(page);
  await expectRelease(page, "1");
  // Control: the same version without a fault is taken.
  host.heal();
  expect(await lookForNewVersion(page)).toBe("installed");
}

test("row 5: one byte of any file is altered: the new version is refused, the old one goes on", async ({ page, host }) => {
  const altered = Object.entries(KEPT).map(([name, path]): [string, RegExp, Fault] => [name, path, faults.altered()]);
  await expectRefusedUntilHealed(page, host, altered);
});

test("row 6: a file is not answered as it should be: the new version is refused, and taken when that is over", async ({ page, host }) => {
  const answers: Record<string, Fault> = {
    "not found": faults.status(404, "<h1>404</h1>"),
    "a fault of the host": faults.status(500),
    "too many requests": faults.portal(429),
    "not modified, and no body": faults.status(304),
    "a redirect": () => ({ status: 302, headers: { Location: "/repo/icon.svg" }, body: Buffer.alloc(0) }),
  };
  const wrong = Object.entries(answers).map(([name, fault]): [string, RegExp, Fault] => [name, KEPT.wasm, fault]);
  await expectRefusedUntilHealed(page, host, wrong);
});

test("row 8: a captive portal on the first visit leaves nothing behind", async ({ page, host }) => {
  host.rule(EVERYTHING, faults.portal());
  await page.goto("./");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  expect(await cacheNames(page)).toEqual([]);
  host.heal();
  await install(page);
  await expectWholeApp(page);
});

test("row 9: a captive portal on a later visit is not noticed", async ({ page, host }) => {
  await install(page);
  host.rule(EVERYTHING, faults.portal());
  await page.reload();
  await expectReady(page);
  expect(await lookForNewVersion(page)).toBe("refused");
  await page.reload();
  await expectWholeApp(page);
  await expectOfflineReady(page);
});

test("row 11: a network that never answers keeps nobody waiting", async ({ page, host }) => {
  await install(page);
  host.rule(EVERYTHING, faults.never());
  await page.reload();
  await expectWholeApp(page);
});

test("row 11: \"Try again\" goes to the copy, not to a network that is not there", async ({ page, host }) => {
  await install(page);
  await host.stop();
  await page.addInitScript(() => {
    const { fetch } = window;
    let held = false;
    window.fetch = (address, options) => {
      const isHeld = !held && String(address).endsWith(".wasm");
      held ||= isHeld;
      return isHeld ? new Promise(() => {}) : fetch(address, options);
    };
  });
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1_000);
  await page.reload();
  await page.clock.runFor(10_100);
  await expect(quietLine(page)).toBeVisible();
  await page.getByRole("button", { name: "Try again" }).click();
  await expectReady(page);
});

test("row 19: sw.js is gone from the host: the copy stays", async ({ page, host }) => {
  await install(page);
  for (const code of [404, 500]) {
    host.rule(WORKER, faults.status(code));
    expect(await lookForNewVersion(page)).toBe("refused");
  }
  await host.stop();
  await page.reload();
  await expectWholeApp(page);
});

test("row 22: a new worker with an old page is refused until both are new", async ({ page, host }) => {
  await install(page);
  host.deploy("2");
  host.rule(KEPT.page, faults.body(() => fileOf("1", "index.html")));
  expect(await lookForNewVersion(page)).toBe("redundant");
  await page.reload();
  await expectReady(page);
  await expectRelease(page, "1");
  host.heal();
  expect(await lookForNewVersion(page)).toBe("installed");
});

/** Deletes from the cache what ends like that; everything, if nothing is named. */
const deleteFromCopy = (page: Page, path?: RegExp) =>
  page.evaluate(async (path) => {
    for (const name of await caches.keys()) {
      if (!path) await caches.delete(name);
      else {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          if (new RegExp(path).test(request.url)) await cache.delete(request);
        }
      }
    }
  }, path?.source);

const entriesOfCopy = (page: Page) =>
  page.evaluate(async () => {
    const [name] = await caches.keys();
    return name ? (await (await caches.open(name)).keys()).length : 0;
  });

test.describe("row 23: the copy is deleted", () => {
  const parts: (keyof typeof KEPT | "whole copy")[] = [...KINDS, "whole copy"];
  const pathOf = (part: (typeof parts)[number]) => (part === "whole copy" ? undefined : KEPT[part]);

  test("in part or as a whole, with a host: the app works, and the copy is mended", async ({ page, host }) => {
    const whole = Object.keys(KEPT).length;
    await install(page);
    for (const part of parts) {
      await deleteFromCopy(page, pathOf(part));
      expect(await entriesOfCopy(page), part).toBe(pathOf(part) ? whole - 1 : 0);
      await page.reload();
      await expectReady(page);
      await expectOfflineReady(page);
      expect(await entriesOfCopy(page), part).toBe(whole);
    }
    await host.stop();
    await page.reload();
    await expectWholeApp(page);
  });

  for (const part of parts) {
    test(`${part}, without a host: never a blank page`, async ({ page, host }) => {
      await install(page);
      await deleteFromCopy(page, pathOf(part));
      await host.stop();
      await page.reload();
      if (part === "page" || part === "whole copy") {
        await expect(page.getByRole("heading")).toContainText("cannot be reached without a network");
        await expect(page.getByRole("link", { name: /Gardens and Growers/ })).toHaveAttribute("href", "/repo/");
        return;
      }
      await expectReadable(page);
      // WASM may still be in the HTTP cache; the content is asked for anew.
      const end = { wasm: /ready|failed/, content: /failed/, icon: /ready/ }[part as "wasm" | "content" | "icon"];
      await expect(app(page)).toHaveAttribute("data-app", end);
      if (part === "content") await expect(quietLine(page)).toBeVisible();
    });
  }
});

test.describe("row 23: the copy is deleted or out of reach, and the host has moved on", () => {
  for (const [name, path] of [["page", KEPT.page], ["whole copy", undefined]] as const) {
    test(`the ${name}: the host's page is shown, and its copy offered`, async ({ page, host }) => {
      await install(page);
      await deleteFromCopy(page, path);
      host.deploy("2");
      await page.reload();
      await expectRelease(page, "2");
      await expectWholeApp(page);
      await expect(update(page)).toBeVisible();
      await reloadButton(page).click();
      await expectOfflineReady(page);
      await host.stop();
      await page.reload();
      await expectRelease(page, "2");
    });
  }

  test("the browser's storage fails at every question: the page comes from the host", async ({ page, host }) => {
    const failing = 'caches.match = caches.keys = () => Promise.reject(new Error("Internal error"));\n';
    host.rule(WORKER, faults.body((code) => failing + code));
    await page.goto("./");
    await expectReady(page);
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state))
      .toBe("activated");
    host.deploy("2");
    await page.reload();
    await expectRelease(page, "2");
    await expectWholeApp(page);
  });
});

test("row 24: a page that was planted under our name is not served", async ({ page, host }) => {
  await install(page);
  await page.evaluate(async () => {
    const html = { headers: { "Content-Type": "text/html" } };
    for (const name of await caches.keys()) await (await caches.open(name)).delete("./");
    const planted = await caches.open("site:/repo/:0123456789abcdef");
    await planted.put("./", new Response("<h1>Planted</h1>", html));
    await planted.put("./planted", new Response("<h1>Planted</h1>", html));
  });
  await page.reload();
  await expectWholeApp(page);
  expect((await page.goto("./planted"))!.status()).toBe(404);
  await host.stop();
  await page.goto("./planted");
  await expect(page.getByRole("heading")).toContainText("cannot be reached without a network");
});

test("row 24: an entry of the copy is altered: it is never served, and mended", async ({ page, host }) => {
  await install(page);
  for (const kind of KINDS) {
    const altered = await page.evaluate(async (path) => {
      const [name] = await caches.keys();
      const cache = await caches.open(name);
      const request = (await cache.keys()).find(({ url }) => new RegExp(path).test(url))!;
      const answer = (await cache.match(request))!;
      const body = "<!doctype html><title>Altered</title><h1>Altered</h1>";
      await cache.put(request, new Response(body, { headers: answer.headers }));
      return request.url;
    }, KEPT[kind].source);
    await page.reload();
    await expectReady(page);
    await expectReadable(page);
    await expectOfflineReady(page);
    const kept = await page.evaluate(async (url) => (await caches.match(url))!.text(), altered);
    expect(kept, kind).not.toContain("Altered");
  }
  await host.stop();
  await page.reload();
  await expectWholeApp(page);
});

test("row 25: without room the app works, says so once, and does not try in a loop", async ({ page, host, browserName, context }) => {
  test.skip(browserName !== "chromium", "only Chromium's protocol sets a quota");
  const devtools = await context.newCDPSession(page);
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: host.origin, quotaSize: 1_000 });
  await page.goto("./");
  await expectReady(page);
  await expect(status(page)).toHaveText("Offline copy not stored");
  await expect(status(page)).toBeVisible();
  await expectNotInstalled(page);
  await expectWholeApp(page);
  expect(host.requests.filter((path) => WORKER.test(path))).toHaveLength(1);

  await devtools.send("Storage.overrideQuotaForOrigin", { origin: host.origin });
  await page.reload();
  await expectReady(page);
  await expectOfflineReady(page);
});

test("row 25: without room for a new version the old copy goes, so that it holds nobody back", async ({ page, host, browserName, context }) => {
  test.skip(browserName !== "chromium", "only Chromium's protocol sets a quota");
  await install(page);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: host.origin, quotaSize: 1_000 });
  host.deploy("2");
  expect(await lookForNewVersion(page)).toBe("redundant");
  await expect(status(page)).toHaveText("Offline copy not stored");
  await expect(app(page)).not.toHaveAttribute("data-offline");
  await expect.poll(() => cacheNames(page)).toEqual([]);
  await expectRelease(page, "1");

  await devtools.send("Storage.overrideQuotaForOrigin", { origin: host.origin });
  await page.reload();
  await expectRelease(page, "2");
  await expectReady(page);
  await expectOfflineReady(page);
});

test.describe("row 26: the device's storage does not do what it should", () => {
  const storages: Record<string, () => void> = {
    throws: () =>
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("The operation is insecure.", "SecurityError");
        },
      }),
    "holds junk": () => {
      for (const key of ["/repo/offline-copy", "/repo/comfort", "offline-copy", "theme"]) localStorage.setItem(key, "\u0000{junk");
    },
    "is full": () => {
      Storage.prototype.setItem = () => {
        throw new DOMException("Full.", "QuotaExceededError");
      };
    },
  };
  for (const [name, spoil] of Object.entries(storages)) {
    test(`it ${name}: the app works, and so does removing the copy`, async ({ page }) => {
      const heard = complaints(page);
      await page.addInitScript(spoil);
      await install(page);
      await expectWholeApp(page);
      await page.getByRole("button", { name: "Remove the offline copy" }).click();
      await expect.poll(() => cacheNames(page)).toEqual([]);
      expect(heard).toEqual([]);
    });
  }
});

test.describe("row 27: there are no service workers", () => {
  async function expectNoClaim(page: Page) {
    await expectWholeApp(page);
    await expect(status(page)).not.toContainText("ffline");
    await expect(app(page)).not.toHaveAttribute("data-offline");
    await expect(page.getByRole("contentinfo")).not.toContainText("ffline", { useInnerText: true });
    await expect(quietLine(page)).toBeHidden();
  }

  test("the browser has none: the app works, and claims nothing", async ({ page }) => {
    const heard = complaints(page);
    await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "serviceWorker"));
    const said = page.waitForEvent("console", (message) => message.text().includes("No copy is kept"));
    await page.goto("./");
    await said;
    await expectNoClaim(page);
    expect(heard).toEqual([]);
  });

  test("the worker cannot be registered: the app works, and claims nothing", async ({ page, host }) => {
    host.rule(WORKER, faults.portal());
    const said = page.waitForEvent("console", (message) => message.text().includes("No copy is kept"));
    await page.goto("./");
    await said;
    await expectNoClaim(page);
  });

  test("the address is not secure: the app works, and claims nothing", async ({ host, browserName, launchOptions }) => {
    test.skip(browserName !== "chromium", "only Chromium takes a host's address as an argument");
    const args = [...launchOptions.args!, "--host-resolver-rules=MAP insecure.test 127.0.0.1"];
    const browser = await chromium.launch({ ...launchOptions, args });
    const page = await browser.newPage();
    const said = page.waitForEvent("console", (message) => message.text().includes("No copy is kept"));
    await page.goto(`${host.origin.replace("127.0.0.1", "insecure.test")}/repo/`);
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await said;
    await expectNoClaim(page);
    await browser.close();
  });
});

test.describe("what the visitor is told", () => {
  const footer = (page: Page) => page.getByRole("contentinfo");
  const button = (page: Page, name: string) => footer(page).getByRole("button", { name });

  test("that the page is ready for use offline: said once, and shown for as long as it is so", async ({ page }) => {
    await install(page);
    await expect(status(page)).toHaveText("Ready to use offline");
    await expect(footer(page)).toContainText("Ready to use offline");
    await page.reload();
    await expectReady(page);
    await expectOfflineReady(page);
    await expect(status(page)).toBeEmpty();
    await expect(footer(page)).toContainText("Ready to use offline");
  });

  test("\"Ready to use offline\" is not wiped away by the end of what the app has said", async ({ page, host }) => {
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(1_000);
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    host.rule(WORKER, faults.until(released));
    await page.goto("./");
    await expectReady(page);

    const STEP_MS = 100;
    /** Has a word said, and counts the steps for which the sentence stands. */
    const say = async (word: string, most: number) => {
      await follow(page, word);
      await expect(status(page)).toContainText(`${word}: `);
      let steps = 0;
      for (; steps < most && (await status(page).textContent()); steps += 1) await page.clock.runFor(STEP_MS);
      return steps;
    };
    const stands = await say("seedling", 200);
    expect(stands).toBeLessThan(200);
    expect(await say("neighbor", stands - 1)).toBe(stands - 1);
    release();
    await expect(status(page)).toHaveText("Ready to use offline");
    await page.clock.runFor(2 * STEP_MS);
    await expect(status(page)).toHaveText("Ready to use offline");
    await page.clock.runFor(stands * STEP_MS);
    await expect(status(page)).toBeEmpty();
    await expect(footer(page)).toContainText("Ready to use offline");
  });

  test("the copy goes when the visitor removes it, and comes back when they want it, in place", async ({ page, host }) => {
    await install(page);
    await button(page, "Remove the offline copy").press("Enter");
    await expect(status(page)).toHaveText("Offline copy removed");
    await expect(footer(page)).toContainText("Offline copy removed");
    await expect(button(page, "Keep an offline copy")).toBeFocused();
    await expect.poll(() => cacheNames(page)).toEqual([]);
    await expectWholeApp(page);

    await page.reload();
    await expectReady(page);
    await expect(button(page, "Keep an offline copy")).toBeVisible();
    expect(await registrations(page)).toBe(0);
    expect(await cacheNames(page)).toEqual([]);

    await follow(page, "growth");
    await button(page, "Keep an offline copy").click();
    await expectOfflineReady(page);
    await expect(status(page)).toHaveText("Ready to use offline");
    await expect(button(page, "Remove the offline copy")).toBeFocused();
    await expect(dock(page)).toContainText("growth");
    await host.stop();
    await page.reload();
    await expectWholeApp(page);
  });

  test("a copy that was asked for in vain is said not to be stored, and can be asked for again", async ({ page, host }) => {
    await install(page);
    await button(page, "Remove the offline copy").click();
    await expect.poll(() => cacheNames(page)).toEqual([]);
    await host.stop();
    await button(page, "Keep an offline copy").click();
    await expect(status(page)).toHaveText("Offline copy not stored");
    await expectWholeApp(page);
    await host.start();
    await button(page, "Keep an offline copy").click();
    await expectOfflineReady(page);
  });

  test("nothing about the visitor is stored unless they ask", async ({ page }) => {
    await install(page);
    await expectWholeApp(page);
    expect(await page.evaluate(() => ({ ...localStorage, ...sessionStorage }))).toEqual({});
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
  });
});
