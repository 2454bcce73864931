// Playwright runs these tests, and its browsers take no part in them.
import { defineConfig } from "@playwright/test";
import { engines } from "./engines.ts";
import type { Options } from "./reader.ts";

export default defineConfig<object, Options>({
  testDir: ".",
  outputDir: "../../test-results/engines",
  workers: "100%",
  forbidOnly: Boolean(process.env.CI),
  // A driver may lose its browser: the second try has a new one. It is reported as flaky.
  retries: 1,
  reporter: "list",
  timeout: 60_000,
  expect: { timeout: 15_000, toPass: { timeout: 15_000 } },
  projects: engines.filter(({ driver }) => driver).map(({ name }) => ({ name, use: { engineName: name } })),
});
