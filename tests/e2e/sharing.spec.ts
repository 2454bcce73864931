// What is passed on of a passage: its address, its words, by the clipboard or by the device.
import { expect, test, type Page } from "@playwright/test";
import { passages } from "./keywords.ts";
import { handle, noteSaid, openReady, openTools, status, toolButton, tools, uncaughtErrors } from "./page.ts";
import { titles, units } from "./source.ts";

const textOf = (place: string) => passages.findLast(({ name }) => name === place)!.text;
const statementsOf = (title: string) => passages.filter(({ name }) => name.startsWith(`${title}, `)).map(({ text }) => text);

test.describe("with a clipboard", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });
  const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

  test("Copy link copies the full address; that is said, and seen beside the button, which keeps its name", { tag: ["@mounted", "@smoke"] }, async ({ page, baseURL }) => {
    const said = await noteSaid(page);
    await openReady(page);
    for (const place of ["Mission", "Patience", "Love of Gardens, 2 of 4", "Belief 2"]) {
      await openTools(page, place);
      await toolButton(page, place, "Copy link").click();
      const answer = tools(page, place).getByText("Link copied", { exact: true });
      await expect(answer).toBeVisible();
      await expect(status(page)).toHaveText("Link copied");
      const [pressed, beside] = [(await toolButton(page, place, "Copy link").boundingBox())!, (await answer.boundingBox())!];
      expect(Math.abs(beside.y + beside.height / 2 - pressed.y - pressed.height / 2)).toBeLessThan(pressed.height);
      expect(beside.x).toBeGreaterThan(pressed.x);
      const fragment = await handle(page, place).getAttribute("href");
      expect(await clipboard(page)).toBe(`${baseURL}${fragment}`);
    }
    expect((await said()).filter((sentence) => sentence === "Link copied")).toHaveLength(4);
  });

  test("Copy as quotation copies the words, whose they are and their address", async ({ page, baseURL }) => {
    await openReady(page);
    const quotations: Record<string, string> = {
      Mission: textOf("Mission"),
      // A title with its statements, and a belief without what joins it to the next one.
      [titles[0]]: `${titles[0]}: ${statementsOf(titles[0]).join(" ")}`,
      "Patience, statement": textOf("Patience, statement"),
      "Belief 4": textOf("Belief 4").replace(/; and,$/, ""),
    };
    for (const [place, expected] of Object.entries(quotations)) {
      await openTools(page, place);
      await toolButton(page, place, "Copy as quotation").click();
      await expect(tools(page, place).getByText("Quotation copied", { exact: true })).toBeVisible();
      await expect(status(page)).toHaveText("Quotation copied");
      const lines = (await clipboard(page)).split("\n");
      expect(lines).toHaveLength(3);
      expect(lines[0]).toBe(`“${expected}”`);
      expect(lines[1]).toContain("Tollbridge Seed Library");
      expect(lines[1]).toContain("October 31, 2026");
      expect(lines[2]).toBe(`${baseURL}${await handle(page, place).getAttribute("href")}`);
    }
  });

  test("a copied link has neither the search nor the name of a file", async ({ page, baseURL }) => {
    for (const address of ["./index.html", "./?q=growth", "./index.html?utm_source=x#belief-1"]) {
      await page.goto("about:blank");
      await openReady(page, address);
      await openTools(page, "Belief 2");
      await toolButton(page, "Belief 2", "Copy link").click();
      await expect(status(page)).toHaveText("Link copied");
      expect(await clipboard(page)).toBe(`${baseURL}#belief-2`);
    }
  });

  test("what was copied is answered for 3 seconds or more, and not for ever", async ({ page }) => {
    await openReady(page);
    await openTools(page, "Patience");
    await page.clock.install();
    await toolButton(page, "Patience", "Copy link").click();
    const answer = tools(page, "Patience").getByText("Link copied", { exact: true });
    await expect(answer).toBeVisible();
    await page.clock.fastForward(3_000);
    await expect(answer).toBeVisible();
    await page.clock.fastForward(60_000);
    await expect(answer).toBeHidden();
  });
});

const REFUSED = {
  "there is no clipboard": () => Object.defineProperty(navigator, "clipboard", { value: undefined }),
  "the browser refuses": () =>
    Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new DOMException("no", "NotAllowedError")) } }),
};

for (const [why, refuse] of Object.entries(REFUSED)) {
  test(`where ${why}, what to copy is shown, focused and selected`, async ({ page, baseURL }) => {
    await page.addInitScript(refuse);
    const errors = uncaughtErrors(page);
    const said = await noteSaid(page);
    await openReady(page);
    await openTools(page, "Patience");
    const field = tools(page, "Patience").getByRole("textbox", { name: "Press Ctrl+C (on a Mac, Command+C) to copy" });
    await expect(field).toHaveCount(0);
    for (const [name, expected] of [["Copy link", `${baseURL}#patience`], ["Copy as quotation", `“Patience: ${textOf("Patience, statement")}”`]]) {
      await toolButton(page, "Patience", name).click();
      await expect(field).toBeVisible();
      await expect(field).toBeFocused();
      await expect.poll(async () => (await field.inputValue()).startsWith(expected)).toBe(true);
      const selected = await field.evaluate((it: HTMLTextAreaElement) => it.selectionEnd - it.selectionStart === it.value.length);
      expect(selected).toBe(true);
    }
    expect(await said()).not.toContain("Link copied");
    await page.keyboard.press("Escape");
    await expect(tools(page, "Patience")).toHaveCount(0);
    await expect(handle(page, "Patience")).toBeFocused();
    expect(errors).toEqual([]);
  });
}

/** Stands in for the device's own means of sharing. */
async function shareBy(page: Page, outcome: "done" | "AbortError" | "NotAllowedError") {
  await page.addInitScript((outcome) => {
    const shared: ShareData[] = [];
    const share = async (data: ShareData) => {
      shared.push(data);
      if (outcome !== "done") throw new DOMException("no", outcome);
    };
    Object.assign(window, { shared });
    Object.defineProperty(navigator, "share", { value: share, configurable: true });
  }, outcome);
  return () => page.evaluate(() => (window as any).shared as ShareData[]);
}

test("Share is offered where the device has such a thing, and hands on the title and the address", async ({ page, baseURL }) => {
  await page.addInitScript(() => delete (Navigator.prototype as any).share);
  await openReady(page);
  await openTools(page, "Belief 5");
  await expect(toolButton(page, "Belief 5", "Copy link")).toBeVisible();
  await expect(toolButton(page, "Belief 5", "Share")).toBeHidden();

  const shared = await shareBy(page, "done");
  await page.goto("about:blank");
  await openReady(page);
  await openTools(page, "Belief 5");
  await toolButton(page, "Belief 5", "Share").click();
  await expect.poll(shared).toEqual([{ title: units[0], url: `${baseURL}#belief-5` }]);
  await expect(tools(page, "Belief 5").getByRole("textbox")).toHaveCount(0);
});

test("a reader who thinks better of sharing is left alone; a share that fails shows what to copy", async ({ page, baseURL }) => {
  const errors = uncaughtErrors(page);
  let shared = await shareBy(page, "AbortError");
  await openReady(page);
  await openTools(page, "Patience");
  await toolButton(page, "Patience", "Share").click();
  await expect.poll(async () => (await shared()).length).toBe(1);
  await expect(toolButton(page, "Patience", "Share")).toBeFocused();
  await expect(tools(page, "Patience").getByRole("textbox")).toHaveCount(0);

  shared = await shareBy(page, "NotAllowedError");
  await page.goto("about:blank");
  await openReady(page);
  await openTools(page, "Patience");
  await toolButton(page, "Patience", "Share").click();
  await expect(tools(page, "Patience").getByRole("textbox")).toHaveValue(`${baseURL}#patience`);
  await expect(tools(page, "Patience").getByRole("textbox")).toBeFocused();
  expect(errors).toEqual([]);
});
