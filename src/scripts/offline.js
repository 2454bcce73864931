// Keeps a copy of the page for use without a network, and offers to install it. Loaded
// by boot.js after the start; the copy itself is the service worker's. Touches no
// element of the app: it sets `data-offline` and `data-installable` of <html>, dispatches
// "device-change" after each change, and listens to the events of the app's buttons.

const page = document.documentElement;
const byId = (id) => document.getElementById(id);
const site = byId("boot").dataset;
/** Where it is kept that the reader has removed the copy, and nothing else of them. */
const CHOICE = `${byId("preferences").dataset.scope}offline-copy`;

let workers;
let announce;
let registration;
let isFirstCopy = false;
/** Whether the reader has asked for the copy and waits for an answer. */
let isAskedFor = false;

/** `write(sentence)` announces what the reader is told. */
export function keepOffline(write) {
  announce = write;
  offerInstallation();
  try {
    workers = navigator.serviceWorker;
    workers.addEventListener("message", ({ data }) => hear(data));
  } catch (error) {
    return noCopy(error);
  }
  addEventListener("offline-remove", removeCopy);
  addEventListener("offline-keep", keepCopyAfterAll);
  addEventListener("online", update);
  document.addEventListener("visibilitychange", () => document.hidden || update());
  if (inStorage((storage) => storage.getItem(CHOICE)) === "removed") set("offline", "removed");
  else keepCopy().catch(noCopy);
}

const noCopy = (error) => console.warn("No copy is kept for use offline:", error);
const update = () => registration?.update().catch(() => {});

/** Undefined where storage is refused: a choice then holds until the page is left. */
function inStorage(use) {
  try {
    return use(localStorage);
  } catch {}
}

/** Sets a `data-` attribute of <html>, or removes it, and tells the app. */
function set(name, value) {
  if (page.dataset[name] === value) return;
  if (value === undefined) delete page.dataset[name];
  else page.dataset[name] = value;
  dispatchEvent(new Event("device-change"));
}

async function keepCopy() {
  registration = await workers.register(site.worker, { updateViaCache: "none" });
  // A page that does not work has nothing to lose by a version that was ready
  // before it was opened.
  if (page.dataset.app === "failed" && registration.waiting) return takeNewVersion();
  isFirstCopy = !registration.active;
  follow(registration);
}

/** A worker in charge checks its copy and mends it. One that is about to be replaced is
 * not asked to: a message would hold up its replacement. */
function follow({ installing }) {
  const check = () => page.dataset.offline === "removed" || registration.active?.postMessage("check");
  const look = () => registration.active && registration.waiting && offerNewVersion();
  const watch = (worker) =>
    worker?.addEventListener("statechange", () => {
      if (worker.state === "activated") check();
      else if (worker.state === "redundant" && isAskedFor) notStored();
      else look();
    });
  watch(installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));
  look();
  check();
}

function hear(message) {
  if (page.dataset.offline === "removed") return;
  if (message === "full" || (message === "incomplete" && isAskedFor)) notStored();
  if (message !== "ready" || page.dataset.offline) return;
  set("offline", "ready");
  if (isFirstCopy || isAskedFor) announce(site.saysReady);
  isAskedFor = false;
}

/** The next visit tries again by itself; a reader who has asked can do so at once. */
function notStored() {
  set("offline", isAskedFor ? "removed" : undefined);
  isAskedFor = false;
  announce(site.saysNotStored);
}

function removeCopy() {
  registration?.active?.postMessage("remove");
  inStorage((storage) => storage.setItem(CHOICE, "removed"));
  set("offline", "removed");
  announce(site.saysRemoved);
}

/** In place: without a network, a reload would take the page from its reader. */
async function keepCopyAfterAll() {
  inStorage((storage) => storage.removeItem(CHOICE));
  isAskedFor = true;
  set("offline", undefined);
  await keepCopy().catch((error) => {
    noCopy(error);
    notStored();
  });
}

function offerNewVersion() {
  const offer = byId("update");
  if (!offer.hidden) return;
  offer.hidden = false;
  announce(offer.querySelector("span").textContent);
  offer.querySelector("button").addEventListener("click", takeNewVersion, { once: true });
}

/** Loads the page again once the version that waits is in charge. */
function takeNewVersion() {
  const { waiting } = registration;
  if (!waiting || page.dataset.offline === "removed") return location.reload();
  workers.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.postMessage("take over");
}

function offerInstallation() {
  let offer;
  const change = (event) => {
    offer = event;
    set("installable", event && "");
  };
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    change(event);
  });
  addEventListener("appinstalled", () => change(undefined));
  addEventListener("install", () => {
    // The browser shows its question once for each of its offers.
    const accepted = offer;
    change(undefined);
    accepted?.prompt().catch((error) => console.warn("The page was not installed:", error));
  });
}
