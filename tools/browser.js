// The browser of all tests: the one in the variable CHROME, or Playwright's own.
import { chromium } from "@playwright/test";

const root = process.getuid?.() === 0;

export const launchOptions = {
  executablePath: process.env.CHROME || undefined,
  args: [
    // Chromium has no sandbox for root.
    ...(root ? ["--no-sandbox"] : []),
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
  ],
};

export const launch = () => chromium.launch(launchOptions);
