// What serves the reader and needs no app: comfort, reading aloud, printing a card.
// Loaded by boot.js once the app has started, or has not.
import "./comfort.js";
import "./read-aloud.js";
import "./card.js";

document.documentElement.dataset.reader = "ready";
