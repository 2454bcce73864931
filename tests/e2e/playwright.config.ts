import { defineConfig, firefox, webkit, type Project } from "@playwright/test";
import { existsSync } from "node:fs";
import { launchOptions } from "../browser.js";

// `cargo xtask test e2e` builds the site twice, serves both as GitHub Pages
// would, and says here where they are. It makes the releases that the tests of
// faults and deploys serve themselves.
const sites = { "/": process.env.SITE_AT_ROOT, "/repo/": process.env.SITE_AT_REPO };
const faults = "faults/*.spec.ts";

// Where Playwright's own browsers are installed, as in the workflow, the faults
// are shown to them as well.
const others: Project[] = [firefox, webkit]
  .filter((browser) => existsSync(browser.executablePath()))
  .map((browser) => ({
    name: browser.name(),
    testMatch: faults,
    use: { browserName: browser.name() as "firefox" | "webkit" },
  }));

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  // One snapshot for both sites: the path of a site changes nothing of it.
  snapshotPathTemplate: "{testDir}/reviewed/{arg}{ext}",
  fullyParallel: true,
  workers: "100%",
  forbidOnly: Boolean(process.env.CI),
  // A test that needed a second try is reported as flaky.
  retries: process.env.CI ? 1 : 0,
  reporter: "list",
  timeout: 60_000,
  // Two browsers at once on two cores take their time.
  expect: { timeout: 15_000 },
  projects: [
    ...Object.entries(sites).map(([name, baseURL]) => ({
      name,
      testIgnore: faults,
      // These tests answer for the network, so they have to see every request.
      use: { baseURL, launchOptions, serviceWorkers: "block" as const },
    })),
    {
      name: "faults",
      testMatch: faults,
      use: { launchOptions, contextOptions: { reducedMotion: "reduce" } },
    },
    ...others,
  ],
});
