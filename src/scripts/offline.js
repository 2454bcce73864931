// Keeps a copy of the page for use without a network, and tells the visitor: that
// it is there, that there is no room for it, that a newer page waits. Loaded by
// boot.js once the page has started; the copy itself is the service worker's.

const page = document.documentElement;
const byId = (id) => document.getElementById(id);
const site = byId("boot").dataset;
const workers = navigator.serviceWorker;
const SHOWN_FOR_MS = 8_000;

/** Whether the visitor has removed the copy: all that is ever remembered of them. */
const choice = {
  key: `${byId("preferences").dataset.scope}offline-copy`,
  isRemoved() {
    try {
      return localStorage.getItem(choice.key) === "removed";
    } catch {
      return false;
    }
  },
  remember(isRemoved) {
    try {
      if (isRemoved) localStorage.setItem(choice.key, "removed");
      else localStorage.removeItem(choice.key);
    } catch {
      // Then it holds until the next visit.
    }
  },
};

/** To those who see the page and to those who listen to it. */
function say(sentence) {
  const status = byId("status");
  status.textContent = sentence;
  status.dataset.shown = "";
  setTimeout(() => {
    delete status.dataset.shown;
    if (status.textContent === sentence) status.textContent = "";
  }, SHOWN_FOR_MS);
}

function hear(message, isFirstCopy) {
  if (message === "full") {
    delete page.dataset.offline;
    say(site.saysNotStored);
  }
  if (message !== "ready" || page.dataset.offline) return;
  page.dataset.offline = "ready";
  if (isFirstCopy) say(site.saysReady);
}

/** Loads the page again once the version that waits is in charge. */
function takeNewVersion({ waiting }) {
  if (!waiting) return location.reload();
  workers.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.postMessage("take over");
}

function offerNewVersion(registration) {
  const offer = byId("update");
  if (!offer.hidden) return;
  offer.hidden = false;
  byId("status").textContent = offer.querySelector("span").textContent;
  const take = () => takeNewVersion(registration);
  offer.querySelector("button").addEventListener("click", take, { once: true });
}

/** Has the copy checked and mended: only by a worker in charge, and not while the
 * next one takes its place, which a message would hold up. */
function follow(registration) {
  const check = () => {
    if (page.dataset.offline !== "removed") registration.active?.postMessage("check");
  };
  const look = () => {
    if (registration.active && registration.waiting) offerNewVersion(registration);
  };
  const watch = (worker) => {
    worker?.addEventListener("statechange", () => (worker.state === "activated" ? check() : look()));
  };
  watch(registration.installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));
  look();
  check();
}

function lookForNewVersions(registration) {
  const update = () => registration.update().catch(() => {});
  addEventListener("online", update);
  document.addEventListener("visibilitychange", () => document.hidden || update());
}

async function keepCopy() {
  const registration = await workers.register(site.worker, { updateViaCache: "none" });
  // A page that does not work has nothing to lose by a version that was ready
  // before it was opened.
  if (page.dataset.app === "failed" && registration.waiting) return takeNewVersion(registration);

  const isFirstCopy = !registration.active;
  workers.addEventListener("message", ({ data }) => hear(data, isFirstCopy));
  byId("remove-copy").addEventListener("click", () => removeCopy(registration));
  follow(registration);
  lookForNewVersions(registration);
}

function removeCopy(registration) {
  registration.active?.postMessage("remove");
  choice.remember(true);
  page.dataset.offline = "removed";
  // The button that was pressed is gone now; this one has taken its place.
  byId("keep-copy").focus();
  say(site.saysRemoved);
}

function keepCopyAfterAll() {
  choice.remember(false);
  location.reload();
}

/** A button where the browser offers to install the page, and only there. */
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  const button = byId("install");
  button.hidden = false;
  // The browser shows its question once for each of its offers.
  button.onclick = () => {
    button.hidden = true;
    event.prompt();
  };
});
addEventListener("appinstalled", () => (byId("install").hidden = true));

byId("keep-copy").addEventListener("click", keepCopyAfterAll);
if (choice.isRemoved()) page.dataset.offline = "removed";
else keepCopy().catch((error) => console.warn("No copy is kept for use offline:", error));
