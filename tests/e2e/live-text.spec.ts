// The page that `cargo xtask serve` shows follows its text.
import { expect, test, type Page } from "@playwright/test";
import { readFileSync } from "node:fs";

const SCRIPT = readFileSync(new URL("../../xtask/src/publish/live_text.js", import.meta.url), "utf8");

/** A page that shows a text, and the state that the publisher writes beside it. */
async function serve(page: Page, text: { version: string; fault: string | null }) {
  await page.route("**/served/", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<h1>Text ${text.version}</h1><script data-state="state" data-version="${text.version}">${SCRIPT}</script>`,
    }),
  );
  await page.route("**/served/state", (route) => route.fulfill({ json: text }));
  await page.goto("./served/");
}

test("an edit is shown, and so is a fault until it is mended", async ({ page }) => {
  const text: { version: string; fault: string | null } = { version: "1", fault: null };
  await serve(page, text);
  const shown = page.getByRole("heading", { level: 1 });
  await expect(shown).toHaveText("Text 1");

  text.version = "2";
  await expect(shown).toHaveText("Text 2");

  text.fault = "content.json:3:1: mission is missing";
  await expect(page.getByRole("alert")).toHaveText(text.fault);
  await expect(shown).toHaveText("Text 2");

  text.fault = null;
  await expect(page.getByRole("alert")).toBeHidden();
});
