// Someone who reads the page in one of the engines: finds things by role and name, uses
// them, and looks at what comes of it.
import { expect, test as base } from "@playwright/test";
import { By, Key, type WebDriver, type WebElement } from "selenium-webdriver";
import { faults, FaultServer } from "../e2e/faults/server.ts";
import { engines, withBrowser } from "./engines.ts";
import { listen, NEVER_CACHED } from "./heard.ts";

/** What can have each role here. Whether it has it, the engine says. */
const CANDIDATES = {
  button: "button",
  dialog: "dialog",
  group: "[role=group]",
  link: "a[href]",
  list: "ul, ol",
  main: "main",
  navigation: "nav",
  radio: "input",
  region: "section",
  searchbox: "input",
};

type Role = keyof typeof CANDIDATES;

/** The name of the folder that holds the release. */
const RELEASE = process.env.RELEASE!;

/** A thing that is handed to a script, which gets the element. */
const as = <Kind extends Element>(thing: WebElement) => thing as unknown as Kind;

/** Names are compared without white space: WebKitGTK loses it before an element in a name. */
const squeezed = (text: string) => text.replace(/\s/g, "");

/** What holds a text that can be its name. To ask a driver for each name takes seconds. */
function mayBeCalled(selector: string, name: string, inside: Element | null) {
  return [...(inside ?? document).querySelectorAll(selector)].filter((it) => {
    const labels = [...((it as HTMLInputElement).labels ?? [])].map((label) => label.textContent);
    const texts = [it.getAttribute("aria-label"), it.textContent, ...labels];
    return texts.join(" ").replace(/\s/g, "").includes(name);
  });
}

export class Reader {
  constructor(
    readonly browser: WebDriver,
    /** The address of the page. */
    readonly home: string,
  ) {}

  async open(address = "") {
    await this.browser.get(`${this.home}${address}`);
    await this.expectReady();
  }

  /** Reloads as a reader does: what Firefox's driver calls so goes past the offline copy. */
  async reload() {
    await this.run(() => {
      document.documentElement.dataset.before = "the reload";
      setTimeout(() => location.reload());
    });
    await expect(async () => {
      expect(await this.run(() => document.documentElement.dataset.before)).toBeNull();
    }).toPass();
    await this.expectReady();
  }

  async expectReady() {
    await this.expectState("app", "ready");
  }

  /** Waits for what the page says of itself. */
  async expectState(name: "app" | "offline" | "theme", state: string) {
    await expect.poll(() => this.run((name) => document.documentElement.dataset[name], name)).toBe(state);
  }

  run<Result, Input>(script: (input: Input) => Result, input?: Input): Promise<Result> {
    return this.browser.executeScript(script, input);
  }

  /** What has this role and name now. */
  async all(role: Role, name: string, inside?: WebElement): Promise<WebElement[]> {
    const candidates = await this.browser.executeScript<WebElement[]>(mayBeCalled, CANDIDATES[role], squeezed(name), inside);
    const fits = async (it: WebElement) =>
      squeezed(await it.getAccessibleName()) === squeezed(name) && (await it.getAriaRole()) === role;
    // WebKit has neither for what is not shown, and says so by an error.
    const fitting = await Promise.all(candidates.map((it) => fits(it).catch(() => false)));
    return candidates.filter((_, at) => fitting[at]);
  }

  /** The one thing of this role and name, as soon as it is there. */
  async one(role: Role, name: string, inside?: WebElement): Promise<WebElement> {
    let found: WebElement[] = [];
    await expect(async () => {
      found = await this.all(role, name, inside);
      expect(found, `${role} "${name}"`).toHaveLength(1);
    }).toPass();
    return found[0];
  }

  async expectNone(role: Role, name: string) {
    await expect.poll(() => this.all(role, name)).toEqual([]);
  }

  /** Brings a thing into the middle of the window, and presses it there. */
  async press(thing: WebElement) {
    await this.run((it) => it.scrollIntoView({ block: "center", behavior: "instant" }), as<Element>(thing));
    await thing.click();
  }

  /** Presses keys where focus is. */
  async type(...keys: string[]) {
    await this.browser.actions().sendKeys(...keys).perform();
  }

  /** Presses a key together with Control. */
  async typeWithControl(key: string) {
    await this.browser.actions().keyDown(Key.CONTROL).sendKeys(key).keyUp(Key.CONTROL).perform();
  }

  /** The text of a thing, as it is shown. */
  text(thing: WebElement) {
    return this.run((it) => it.innerText, as<HTMLElement>(thing));
  }

  /** Opens a menu of the head. */
  async openMenu(name: string) {
    const head = await this.one("navigation", "Page");
    await this.press(await head.findElement(By.xpath(`.//summary[normalize-space()="${name}"]`)));
    return head;
  }

  async wordOfList(link: string) {
    return this.one("link", link, await this.one("region", "Words that run through the text"));
  }

  /** Chooses a word of the list. */
  async follow(link: string) {
    await this.press(await this.wordOfList(link));
  }

  /** Types into the search, in place of what is there. */
  async find(typed: string) {
    const field = await this.one("searchbox", "Find another word");
    await this.press(field);
    await this.typeWithControl("a");
    await this.type(typed);
    return field;
  }

  /** Opens the tools of a passage by its handle, which is called like it. */
  async openTools(place: string) {
    const [handle] = await this.all("link", place, await this.one("main", ""));
    await this.press(handle);
    return this.one("group", `${place}: tools`);
  }

  async expectDock(text: string) {
    await expect(async () => expect(await this.text(await this.one("region", "Following"))).toContain(text)).toPass();
  }

  /** Waits until the address ends in this. */
  async expectAddress(end: string) {
    await expect.poll(() => this.browser.getCurrentUrl()).toBe(`${this.home}${end}`);
  }

  /** Waits until what has focus is called so. */
  async expectFocus(name: string) {
    const focused = async () => (await this.browser.switchTo().activeElement()).getAccessibleName();
    await expect(async () => expect(squeezed(await focused())).toBe(squeezed(name))).toPass();
  }

  /** The page on paper, as a PDF in Base64. */
  print(): Promise<string> {
    // The types of the package know no answer, and no option that may be left out.
    const { browser } = this as unknown as { browser: { printPage(options: object): Promise<string> } };
    return browser.printPage({});
  }

  /** What nobody caught, and what the policy refused. */
  heard(): Promise<string[]> {
    return this.browser.executeScript("return window.heard");
  }

  /** Takes what was heard so far as it should be. */
  forget(): Promise<void> {
    return this.browser.executeScript("window.heard.length = 0");
  }
}

export interface Options {
  engineName: string;
}

interface Workshop extends Options {
  driven: WebDriver;
}

interface Visit {
  host: FaultServer;
  /** The address of the page on it. */
  home: string;
  reader: Reader;
}

/** Each test has a host of its own, and so an origin where nothing is kept; all tests of an engine have one browser. */
export const test = base.extend<Visit, Workshop>({
  engineName: ["", { option: true, scope: "worker" }],

  driven: [
    async ({ engineName }, use) => {
      const engine = engines.find(({ name }) => name === engineName)!;
      await withBrowser(engine, async (browser) => {
        await browser.manage().window().setRect({ x: 0, y: 0, width: 1280, height: 900 });
        await use(browser);
      });
    },
    { scope: "worker" },
  ],

  host: async ({}, use) => {
    const host = new FaultServer();
    await host.start();
    host.rule(/./, faults.headers(NEVER_CACHED));
    listen(host, RELEASE);
    await use(host);
    await host.stop();
  },

  home: async ({ host }, use) => use(host.deploy(RELEASE)),

  reader: async ({ driven, home }, use) => {
    const reader = new Reader(driven, home);
    await use(reader);
    if (test.info().expectedStatus !== "skipped") expect(await reader.heard()).toEqual([]);
  },
});

/** Ends a test that the engine has no means for, and says so by name. */
export function skipWhereItCannot(engineName: string, what: "print") {
  const reason = engines.find(({ name }) => name === engineName)!.cannot[what];
  if (!reason) return;
  console.log(`${engineName}: "${test.info().title}" cannot be shown here: ${reason}`);
  test.skip(true, reason);
}

export { expect };
