// The three engines, and how a test comes to drive each: by the WebDriver that belongs
// to it. `cargo xtask test engines` finds the programs and names them here.
import { Builder, type WebDriver } from "selenium-webdriver";
import { findFreePort } from "selenium-webdriver/net/portprober.js";
import { DriverService } from "selenium-webdriver/remote/index.js";

const { CHROME, CHROMEDRIVER, FIREFOX, GECKODRIVER, WEBKIT_DRIVER } = process.env;

interface Engine {
  name: string;
  /** The program that drives it; none where the engine is not to be had. */
  driver: string | undefined;
  capabilities: object;
  /** What it cannot be asked for, and why. */
  cannot: { print?: string };
}

/** Chromium has no sandbox for root. */
const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

export const engines: Engine[] = [
  {
    name: "Chromium",
    driver: CHROMEDRIVER,
    capabilities: {
      browserName: "chrome",
      "goog:chromeOptions": { binary: CHROME, args: ["--headless=new", ...sandbox] },
    },
    cannot: {},
  },
  {
    name: "Firefox",
    driver: GECKODRIVER,
    capabilities: {
      browserName: "firefox",
      "moz:firefoxOptions": { binary: FIREFOX, args: ["-headless"] },
    },
    cannot: {},
  },
  {
    name: "WebKit",
    driver: WEBKIT_DRIVER,
    capabilities: { browserName: "MiniBrowser" },
    cannot: { print: "WebKitWebDriver knows no command that prints" },
  },
];

/** Runs `use` with a browser, which ends after it. */
export async function withBrowser({ driver, capabilities }: Engine, use: (browser: WebDriver) => Promise<void>) {
  const port = await findFreePort("127.0.0.1");
  const service = new DriverService(driver!, { loopback: true, port, args: [`--port=${port}`] });
  try {
    const browser = await new Builder().usingServer(await service.start()).withCapabilities(capabilities).build();
    await use(browser).finally(() => browser.quit());
  } finally {
    await service.kill();
  }
}
