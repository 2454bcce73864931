// The preview answers as GitHub Pages does.
import { expect, test } from "@playwright/test";

test("a page is answered with gzip, ten minutes of caching and a tag", { tag: "@smoke" }, async ({ request }) => {
  const answer = await request.get("./");
  expect(answer.status()).toBe(200);
  expect(answer.headers()).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "content-encoding": "gzip",
    "cache-control": "max-age=600",
    vary: "Accept-Encoding",
  });
  const again = await request.get("./", { headers: { "If-None-Match": answer.headers().etag } });
  expect(again.status()).toBe(304);
  const other = await request.get("./", { headers: { "If-None-Match": '"another"' } });
  expect(other.status()).toBe(200);
});

test("what is not there is answered with 404, and never with another file", { tag: "@smoke" }, async ({ request }) => {
  const page = await (await request.get("./")).text();
  for (const path of ["./nothing", "./nothing.js", "./content.json/", "./%2e%2e/Cargo.toml"]) {
    const answer = await request.get(path);
    expect(answer.status()).toBe(404);
    expect(await answer.text()).not.toBe(page);
  }
});

test("only reading is answered", async ({ request }) => {
  expect((await request.head("./")).status()).toBe(200);
  expect((await request.post("./")).status()).toBe(405);
});

test("a folder without its slash is redirected", async ({ request, baseURL }) => {
  const answer = await request.get(baseURL!.slice(0, -1), { maxRedirects: 0 });
  expect(answer.status()).toBe(301);
  expect(answer.headers().location).toBe(new URL(baseURL!).pathname);
});
