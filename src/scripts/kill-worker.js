// Takes the place of sw.js when the offline copies have to go from every device:
// `cargo xtask build --kill-worker`. Deletes this site's caches and no others, ends
// the service worker, and leaves open pages as they are.
"use strict";

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(remove()));
// A page sends a message when it is opened: finishes a removal that was interrupted.
addEventListener("message", (event) => event.waitUntil(remove()));

async function remove() {
  const ours = `site:${new URL(registration.scope).pathname}:`;
  const names = (await caches.keys()).filter((name) => name.startsWith(ours));
  await Promise.allSettled(names.map((name) => caches.delete(name)));
  await registration.unregister();
}
