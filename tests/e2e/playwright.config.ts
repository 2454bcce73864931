import { defineConfig, firefox, webkit, type Project } from "@playwright/test";
import { existsSync } from "node:fs";
import { launchOptions } from "../../tools/browser.js";

// `cargo xtask test e2e` builds the site once, with the text that is shipped, and makes
// the others from it with a text that was made for tests: one for /repo/, one for the
// root of a host, one whose page comes without its text, and the releases that the tests
// of faults and deploys serve themselves. It serves the first four as GitHub Pages
// would, and says here where they are.
const { SITE_SHIPPED, SITE_AT_REPO, SITE_AT_ROOT, SITE_BARE } = process.env;
const faults = "faults/*.spec.ts";

const at = (name: string, baseURL: string | undefined, which: Pick<Project, "grep" | "grepInvert">): Project => ({
  name,
  ...which,
  testIgnore: faults,
  // These tests answer for the network, so they have to see every request.
  use: { baseURL, launchOptions, serviceWorkers: "block" },
});

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
  // One snapshot for all sites: the path of a site changes nothing of it.
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
  use: { actionTimeout: 15_000 },
  projects: [
    at("page", SITE_AT_REPO, { grepInvert: /@shipped/ }),
    // What depends on the path.
    at("smoke", SITE_AT_ROOT, { grep: /@smoke/ }),
    // What the app renders by itself.
    at("bare", SITE_BARE, { grep: /@mounted/ }),
    // What is about the very text that is shipped: its letters, its bytes, its geometry.
    at("shipped", SITE_SHIPPED, { grep: /@shipped/ }),
    {
      name: "faults",
      testMatch: faults,
      use: { launchOptions, contextOptions: { reducedMotion: "reduce" } },
    },
    ...others,
  ],
});
