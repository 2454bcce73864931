import { defineConfig } from "@playwright/test";
import { launchOptions } from "../browser.js";

// `cargo xtask test e2e` builds the site twice, serves both as GitHub Pages
// would, and says here where they are.
const sites = { "/": process.env.SITE_AT_ROOT, "/repo/": process.env.SITE_AT_REPO };

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  fullyParallel: true,
  workers: "100%",
  forbidOnly: Boolean(process.env.CI),
  // A test that needed a second try is reported as flaky.
  retries: process.env.CI ? 1 : 0,
  reporter: "list",
  timeout: 60_000,
  // Two browsers at once on two cores take their time.
  expect: { timeout: 15_000 },
  use: { launchOptions },
  projects: Object.entries(sites).map(([name, baseURL]) => ({ name, use: { baseURL } })),
});
