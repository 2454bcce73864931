// Visits the page on which wasm-bindgen's runner serves the component tests,
// and says how they ended. Usage: node run.js ADDRESS, the browser in CHROME.
import { launch } from "../../tools/browser.js";

const DEADLINE_MS = 120_000;
const [address] = process.argv.slice(2);

const browser = await launch();
try {
  const page = await browser.newPage();
  const messages = [];
  page.on("console", (message) => messages.push(message.text()));
  await page.goto(address);
  const output = page.locator("#output");
  await output.filter({ hasText: /test result: |^error/m }).waitFor({ timeout: DEADLINE_MS });
  const result = await output.innerText();
  console.log(result);
  const passed = /test result: ok\. [1-9]\d* passed; 0 failed/.test(result);
  if (!passed) console.error(messages.join("\n"));
  process.exitCode = passed ? 0 : 1;
} finally {
  await browser.close();
}
