// Keeps the page for use without a network: one cache for each version, whole or
// not at all, every file known by its hash. The publish step fills in the three
// constants that follow.
"use strict";

/** Another one whenever a file of the page, or this one, has changed. */
const VERSION = "";
/** The page and what it loads: paths below the scope, media types, SRI hashes. */
const FILES = [];
/** The answer to a navigation when there is neither network nor copy. */
const LAST_RESORT = "";

const TIMEOUT_MS = 30_000;
const SCOPE = new URL(registration.scope);
const PAGE = SCOPE.href;
/** Begins the names of this site's caches; others on the same origin are not ours. */
const OURS = `site:${SCOPE.pathname}:`;
const CURRENT = OURS + VERSION;

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", (event) => event.waitUntil(hear(event)));
addEventListener("fetch", (event) => {
  if (isOurs(event.request)) event.respondWith(answer(event.request));
});

const addressOf = (file) => new URL(file.path, SCOPE).href;

async function namesOfOurCaches() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS));
}

/** Everything has arrived before anything is kept: an interruption leaves nothing. */
async function install() {
  const answers = await Promise.all(FILES.map(fetchWhole));
  try {
    // Made anew, so that it is the youngest also after a return to this version.
    await caches.delete(CURRENT);
    const cache = await caches.open(CURRENT);
    await Promise.all(FILES.map((file, index) => cache.put(addressOf(file), answers[index])));
  } catch (error) {
    await caches.delete(CURRENT);
    await tell("full");
    throw error;
  }
}

/** Keeps the version before this one, for tabs in which it is still open. */
async function activate() {
  const others = (await namesOfOurCaches()).filter((name) => name !== CURRENT);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  await clients.claim();
}

/** The bytes that the list names, past a wrong or an old copy on the way. */
async function fetchWhole(file) {
  try {
    return await fetchFile(file, "no-cache");
  } catch {
    return await fetchFile(file, "reload");
  }
}

async function fetchFile(file, cache) {
  const { type, integrity } = file;
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const answer = await fetch(addressOf(file), { cache, integrity, redirect: "error", signal });
  if (answer.status !== 200) throw new Error(`${file.path}: status ${answer.status}`);
  // The hash vouches for the body. The host's headers are left behind: its type
  // may be wrong, and its Vary would hide the file from those who ask otherwise.
  return new Response(await answer.blob(), { headers: { "Content-Type": type } });
}

/** What goes past the HTTP cache on purpose goes past this one, too. */
function isOurs({ method, url, headers, cache }) {
  return method === "GET" && url.startsWith(PAGE) && !headers.has("Range") && cache !== "reload";
}

async function answer(request) {
  const address = addressAskedFor(request);
  const file = FILES.find((file) => addressOf(file) === address);
  try {
    const copy = (file && (await kept(file))) ?? (await older(address));
    return copy ?? (await (file ? fetchWhole(file) : fetch(request)));
  } catch (error) {
    if (request.mode !== "navigate") throw error;
    const headers = { "Content-Type": "text/html; charset=utf-8" };
    return new Response(LAST_RESORT, { status: 503, headers });
  }
}

/** The page has one address, whatever its query and whether index.html is named. */
function addressAskedFor({ url, mode }) {
  const { pathname, href } = new URL(url);
  const isPage = [SCOPE.pathname, `${SCOPE.pathname}index.html`].includes(pathname);
  return mode === "navigate" && isPage ? PAGE : href;
}

/** This version's copy of a file, if it is there and still what it was. */
async function kept(file) {
  const copy = await caches.match(addressOf(file), { cacheName: CURRENT });
  if (copy && (await hashOf(copy.clone())) === file.integrity) return copy;
}

/** What an earlier version has under that address, for tabs that still show it. */
async function older(address) {
  const names = (await namesOfOurCaches()).filter((name) => name !== CURRENT);
  for (const cacheName of names.reverse()) {
    const copy = await caches.match(address, { cacheName });
    if (copy) return copy;
  }
}

async function hear({ data, source }) {
  if (data === "take over") return skipWaiting();
  if (data === "remove") return remove();
  if (data === "check" && (await mend())) source?.postMessage("ready");
}

/** Fetches anew what is missing or altered. Whether the copy is whole afterwards. */
async function mend() {
  try {
    const cache = await caches.open(CURRENT);
    for (const file of FILES) {
      if (!(await kept(file))) await cache.put(addressOf(file), await fetchWhole(file));
    }
    return true;
  } catch (error) {
    if (error.name === "QuotaExceededError") await tell("full");
    return false;
  }
}

async function hashOf(answer) {
  const hash = await crypto.subtle.digest("SHA-384", await answer.arrayBuffer());
  return `sha384-${btoa(String.fromCharCode(...new Uint8Array(hash)))}`;
}

async function remove() {
  await Promise.all((await namesOfOurCaches()).map((name) => caches.delete(name)));
  await registration.unregister();
}

async function tell(message) {
  const tabs = await clients.matchAll({ includeUncontrolled: true });
  for (const tab of tabs.filter((tab) => tab.url.startsWith(PAGE))) tab.postMessage(message);
}
