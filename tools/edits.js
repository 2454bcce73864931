// A built page as `cargo xtask serve` shows it while someone edits its text.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const CONTENT = "public/content.json";
const STATE = "live-text.json";
const VERSION = "1";
const LIVE_TEXT = readFileSync("xtask/src/publish/live_text.js", "utf8");

/** Has the page at an address show an edit of its text, and what is wrong with it.
 * @param {import("@playwright/test").Page} page
 * @param {string} address
 * @param {(text: string) => string} edit
 * @param {string | null} fault */
export async function serveEdit(page, address, edit, fault) {
  const content = edit(readFileSync(CONTENT, "utf8"));
  const hash = createHash("sha256").update(content).digest("base64");
  await page.route(address, async (route) => {
    const html = await (await route.fetch()).text();
    // Where a page comes without its text, the app takes it from the content file.
    const body = html
      .replace(/(<div id="app"[^>]*>).*(<\/div>\s*<div id="status")/s, "$1$2")
      .replace(/data-content-integrity="[^"]*"/, `data-content-integrity="sha256-${hash}"`)
      .replace("</body>", () => `<script data-state="${STATE}" data-version="${VERSION}">${LIVE_TEXT}</script></body>`);
    await route.fulfill({ contentType: "text/html", body });
  });
  await page.route("**/content.json?*", (route) => route.fulfill({ contentType: "application/json", body: content }));
  await page.route(`**/${STATE}`, (route) => route.fulfill({ json: { version: VERSION, fault } }));
}

/** What the check says of an edit of the text.
 * @param {(text: string) => string} edit */
export function faultOf(edit) {
  const folder = mkdtempSync(join(tmpdir(), "edit-"));
  try {
    const file = join(folder, "content.json");
    writeFileSync(file, edit(readFileSync(CONTENT, "utf8")));
    const { stderr } = spawnSync("cargo", ["xtask", "check-content", file], { encoding: "utf8" });
    const said = stderr.split("error: ").at(-1).trim();
    return said.replaceAll(file, CONTENT);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
