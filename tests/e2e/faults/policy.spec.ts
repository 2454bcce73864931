// Row 39: what the page's policy allows. Each probe is a script of the page, since
// what a debugger evaluates goes past the policy; and each is shown to work where
// there is no policy.
import type { Page } from "@playwright/test";
import { expectReady, openMenu, openTools, tools } from "../page.ts";
import { titles } from "../source.ts";
import { complaints, expect, expectOfflineReady, expectWholeApp, install, test } from "./host.ts";
import { FaultServer, faults, fileOf } from "./server.ts";

declare global {
  interface Window {
    /** The names of the probes that did what they must not. */
    passed: Set<string>;
    violations: string[];
    probing: Promise<void>;
  }
}

/** The source of a script that tries everything; `foreign` is another origin. */
function probes(foreign: string) {
  const script = async (foreign: string) => {
    const passed = new Set<string>();
    window.passed = passed;
    const settle = (node: HTMLElement | Worker, name: string) =>
      new Promise<void>((resolve) => {
        node.addEventListener("load", () => resolve(void passed.add(name)));
        node.addEventListener("message", () => resolve(void passed.add(name)));
        node.addEventListener("error", () => resolve());
      });
    const tries: Record<string, () => unknown> = {
      // biome-ignore lint/security/noGlobalEval: what the policy has to refuse
      eval: () => globalThis.eval('passed.add("eval")'),
      "new Function": () => new Function('passed.add("new Function")')(),
      "inline script": () => {
        const element = document.createElement("script");
        element.textContent = 'passed.add("inline script")';
        document.body.append(element);
      },
      "inline handler": () => {
        const element = document.createElement("button");
        element.setAttribute("onclick", 'passed.add("inline handler")');
        document.body.append(element);
        element.click();
      },
      "style attribute": () => {
        const element = document.createElement("p");
        element.setAttribute("style", "width: 77px");
        document.body.append(element);
        if (getComputedStyle(element).width === "77px") passed.add("style attribute");
      },
      "style element": () => {
        const element = document.createElement("style");
        element.textContent = "#probe { width: 77px }";
        document.head.append(element);
        if (element.sheet) passed.add("style element");
      },
      "injected image with a handler": async () => {
        const element = document.createElement("div");
        document.body.append(element);
        element.innerHTML = `<img src="/repo/no-such-picture" onerror="passed.add('injected image with a handler')">`;
        await new Promise((resolve) => element.firstElementChild!.addEventListener("error", resolve));
      },
      "foreign fetch": async () => {
        await fetch(`${foreign}/icon.svg`);
        passed.add("foreign fetch");
      },
      "foreign picture": async () => {
        const element = new Image();
        const settled = settle(element, "foreign picture");
        element.src = `${foreign}/icon.svg`;
        await settled;
      },
      "foreign script": async () => {
        const element = document.createElement("script");
        const settled = settle(element, "foreign script");
        element.src = `${foreign}/foreign.js`;
        document.body.append(element);
        await settled;
      },
      "another worker": async () => {
        await settle(new Worker("/repo/other-worker.js"), "another worker");
      },
      "another service worker": async () => {
        await navigator.serviceWorker.register("/repo/other-worker.js", { scope: "/repo/other/" });
        passed.add("another service worker");
      },
      "frame of a foreign page": async () => {
        const element = document.createElement("iframe");
        const settled = settle(element, "loaded");
        element.src = `${foreign}/frame.html`;
        document.body.append(element);
        await settled;
        // A refused frame loads, too: a page of the browser's. The host knows more.
        passed.delete("loaded");
      },
      "base element": () => {
        const element = document.createElement("base");
        element.href = "https://elsewhere.example/";
        document.head.append(element);
        if (document.baseURI.startsWith("https://elsewhere")) passed.add("base element");
        element.remove();
      },
    };
    for (const run of Object.values(tries)) {
      try {
        await run();
      } catch {
        // Refused.
      }
    }
  };
  return `window.probing = (${script})(${JSON.stringify(foreign)});`;
}

const ALL = [
  "eval",
  "new Function",
  "inline script",
  "inline handler",
  "style attribute",
  "style element",
  "injected image with a handler",
  "foreign fetch",
  "foreign picture",
  "foreign script",
  "another worker",
  "another service worker",
  "frame of a foreign page",
  "base element",
];

async function probe(page: Page, host: FaultServer, rewrite: (html: string) => string) {
  const foreign = new FaultServer();
  await foreign.start();
  const answer = (type: string, body: string) => () => ({
    status: 200,
    headers: { "Content-Type": type },
    body: Buffer.from(body),
  });
  const script = "text/javascript";
  foreign.rule(/icon\.svg$/, answer("image/svg+xml", fileOf("1", "icon.svg").toString()));
  foreign.rule(/foreign\.js$/, answer(script, ""));
  host.rule(/probe\.js$/, answer(script, probes(foreign.origin)));
  host.rule(/other-worker\.js$/, answer(script, "globalThis.postMessage?.('here')"));
  const withProbe = (html: Buffer) => rewrite(html.toString()).replace("</body>", '<script src="/repo/probe.js" defer></script></body>');
  host.rule(/\/repo\/$/, faults.body(withProbe));
  await page.goto("./");
  await page.evaluate(() => window.probing);
  const passed = await page.evaluate(() => [...window.passed]);
  if (foreign.requests.includes("/frame.html")) passed.push("frame of a foreign page");
  await foreign.stop();
  return { passed, foreign: foreign.requests };
}

test("row 39: eval, inline code and styles, foreign addresses and workers are refused", async ({ page, host }) => {
  const { passed, foreign } = await probe(page, host, (html) => html);
  expect(passed).toEqual([]);
  expect(foreign).toEqual([]);
});

test("row 39, control: without the policy every probe does what it must not", async ({ page, host }) => {
  const withoutPolicy = (html: string) => html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
  const { passed, foreign } = await probe(page, host, withoutPolicy);
  expect(passed.sort()).toEqual([...ALL].sort());
  expect(foreign.length).toBeGreaterThan(0);
});

test("row 39: normal use of every view violates nothing, and talks to its own host alone", async ({ page, host, context }) => {
  await context.addInitScript(() => {
    window.violations = [];
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      window.violations.push(`${violatedDirective} ${blockedURI}`);
    });
  });
  const heard = complaints(page);
  const hosts = new Set<string>();
  context.on("request", (request) => hosts.add(new URL(request.url()).origin));
  await install(page);
  await expectWholeApp(page);
  for (const place of [titles[0], "Mission", "Belief 5"]) {
    await openTools(page, place);
    await tools(page, place).getByRole("button", { name: "Copy link" }).click();
  }
  await tools(page, "Belief 5").getByRole("button", { name: "Print a card" }).click();
  await openMenu(page, "Comfort");
  await page.getByRole("radio", { name: "Dark" }).check();
  await page.goto("./?q=growth#word-seedling");
  await expectReady(page);
  await page.getByText("All the words and their places").click();
  await page.goto("./nothing");
  await page.goto("./");
  await expectReady(page);
  await page.getByRole("button", { name: "Remove the offline copy" }).click();

  expect(await page.evaluate(() => window.violations)).toEqual([]);
  expect([...hosts]).toEqual([host.origin]);
  expect(heard.filter((line) => !line.includes("status of 404"))).toEqual([]);
});

test("row 39: the policy is the first thing in the head after the charset, and is in every page", async ({ page, host }) => {
  for (const [name, path] of [["index.html", "./"], ["404.html", "./nothing"]]) {
    const head = fileOf("1", name).toString().split("<head>")[1];
    expect(head.trimStart()).toMatch(/^<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="default-src 'none'/);
    await page.goto(path);
  }
  await page.goto("./");
  await expectOfflineReady(page);
  const policy = await page.locator("meta[http-equiv]").getAttribute("content");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toContain("unsafe-inline");
  expect(policy).not.toContain("'unsafe-eval'");
  expect(host.requests.length).toBeGreaterThan(0);
});
