// Keeps the page for use without a network: one cache for each version, whole or
// not at all, every file known by its hash. The publish step fills in the three
// constants that follow.
"use strict";

/** Differs whenever a file of the page, or this one, has changed. */
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

/** The caches of other versions, the youngest last. */
async function otherVersions() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CURRENT);
}

/** Everything has arrived before anything is kept: an interruption leaves nothing. */
async function install() {
  const answers = await Promise.all(FILES.map(fetchWhole));
  try {
    // Made anew, so that it is the youngest also after a return to this version.
    await caches.delete(CURRENT);
    const cache = await caches.open(CURRENT);
    await Promise.all(FILES.map((file, index) => cache.put(addressOf(file), answers[index])));
    // The version that waited gives way to this one, and nobody has seen it.
    if (registration.waiting) await caches.delete((await otherVersions()).pop());
  } catch (error) {
    await caches.delete(CURRENT);
    await noteLackOfRoom(error);
    throw error;
  }
}

/** Without room for a newer version, an older copy would hold its visitor back. */
async function noteLackOfRoom({ name }) {
  if (name !== "QuotaExceededError") return;
  const tabs = await clients.matchAll({ includeUncontrolled: true });
  for (const tab of tabs.filter((tab) => tab.url.startsWith(PAGE))) tab.postMessage("full");
  await remove();
}

/** Keeps the version before this one, for tabs in which it is still open. */
async function activate() {
  const outdated = (await otherVersions()).slice(0, -1);
  await Promise.all(outdated.map((name) => caches.delete(name)));
  await clients.claim();
}

/** The bytes that the list names, also where a cache on the way has wrong or old ones. The
 * log names the file: one that the host alters keeps devices on the version they have. */
const fetchWhole = (file) =>
  fetchFile(file, "no-cache").catch((error) => {
    console.warn(`Fetching ${file.path} again:`, error);
    return fetchFile(file, "reload");
  });

async function fetchFile({ path, type, integrity }, cache) {
  const signal = AbortSignal.timeout?.(TIMEOUT_MS);
  const answer = await fetch(addressOf({ path }), { cache, integrity, redirect: "error", signal });
  if (answer.status !== 200) throw new Error(`${path}: status ${answer.status}`);
  // The hash vouches for the body. The host's headers are left behind: its type
  // may be wrong, and its Vary would hide the file from those who ask otherwise.
  return new Response(await answer.blob(), { headers: { "Content-Type": type } });
}

/** A request that bypasses the HTTP cache on purpose bypasses the copy, too. */
function isOurs({ method, url, headers, cache }) {
  return method === "GET" && url.startsWith(PAGE) && !headers.has("Range") && cache !== "reload";
}

/** From the copy, or else as if there were no worker. */
async function answer(request) {
  try {
    return (await fromCopy(request).catch(() => undefined)) ?? (await fetch(request));
  } catch (error) {
    if (request.mode !== "navigate") throw error;
    return new Response(LAST_RESORT, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
  }
}

/** The page has one address, whatever its query and whether index.html is named. */
async function fromCopy({ url, mode }) {
  const { pathname, href } = new URL(url);
  const isPage = [SCOPE.pathname, `${SCOPE.pathname}index.html`].includes(pathname);
  const address = mode === "navigate" && isPage ? PAGE : href;
  const file = FILES.find((file) => addressOf(file) === address);
  return file ? await kept(file) : await older(address);
}

/** This version's copy of a file, if it is there and still what it was. */
async function kept(file) {
  const copy = await caches.match(addressOf(file), { cacheName: CURRENT });
  if (copy && sriOf(await hashOf(copy)) === file.integrity) return copy;
}

/** A file of an earlier version, for tabs that still show it: its name holds its hash. */
async function older(address) {
  for (const cacheName of await otherVersions()) {
    const copy = await caches.match(address, { cacheName });
    if (copy && address.includes(hexOf(await hashOf(copy)).slice(0, 16))) return copy;
  }
}

async function hear({ data, source }) {
  if (data === "take over") return skipWaiting();
  if (data === "remove") return remove();
  if (data === "check") source?.postMessage((await mend()) ? "ready" : "incomplete");
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
    await noteLackOfRoom(error);
    return false;
  }
}

async function remove() {
  await Promise.allSettled([...(await otherVersions()), CURRENT].map((name) => caches.delete(name)));
  // Not waited for: from within an installation, it waits for that to end.
  registration.unregister();
}

const hashOf = async (answer) =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", await answer.clone().arrayBuffer()));
const sriOf = (hash) => `sha256-${btoa(String.fromCharCode(...hash))}`;
const hexOf = (hash) => [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
