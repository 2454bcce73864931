// What is global in a service worker. TypeScript knows the names, but not that sw.js and
// kill-worker.js are such workers.
declare const registration: ServiceWorkerRegistration;
declare const clients: Clients;
declare function skipWaiting(): Promise<void>;

/** The message of a page to its worker. */
interface MessageEvent {
  waitUntil(work: Promise<unknown>): void;
}

interface WindowEventMap {
  install: ExtendableEvent;
  activate: ExtendableEvent;
  fetch: FetchEvent;
}
