// Reads the text aloud: with a voice of the device itself, since others send the
// text elsewhere, and one sentence at a time, since long ones break off.
// <https://developer.mozilla.org/docs/Web/API/SpeechSynthesis>

const page = document.documentElement;
const speech = globalThis.speechSynthesis;
const bar = document.getElementById("aloud");
const control = (name) => bar.querySelector(`[value=${name}]`);
const TEXTS = "h1, h2, h3, figcaption, [data-text]";
const NOT_READ = "nav, details, .words";

let sentences = [];
/** Which of them is being read. */
let at = 0;
/** Where the focus goes when the controls disappear. */
let opener;
/** What is left of a reading that was ended is not to be heard. */
let reading = 0;

/** A voice of the device for the language of the page, the visitor's own before others. */
function voice() {
  const language = (tag) => tag.split(/[-_]/)[0];
  const voices = speech.getVoices().filter((it) => it.localService && language(it.lang) === language(page.lang));
  return voices.find((it) => it.default) ?? voices[0];
}

/** The sentences of all that is shown, from the heading with this fragment on; of the
 * whole text, where there is none. */
function sentencesFrom(id) {
  const isRead = (it) => !it.closest(NOT_READ) && it.getClientRects().length > 0;
  const texts = [...document.getElementById("main").querySelectorAll(TEXTS)].filter(isRead);
  const first = texts.findIndex((it) => id && it.id === id);
  return texts.slice(Math.max(0, first)).flatMap(sentencesOf);
}

function sentencesOf(element) {
  const text = element.textContent;
  const pieces = Intl.Segmenter
    ? [...new Intl.Segmenter(page.lang, { granularity: "sentence" }).segment(text)]
    : [{ segment: text, index: 0 }];
  return pieces.map(({ segment, index }) => ({ element, text: segment.trim(), from: index, to: index + segment.trimEnd().length }));
}

function rangeOf({ element, from, to }) {
  const range = new Range();
  const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let passed = 0;
  while (nodes.nextNode()) {
    const { length } = nodes.currentNode;
    if (passed <= from) range.setStart(nodes.currentNode, Math.min(from - passed, length));
    if (passed < to) range.setEnd(nodes.currentNode, Math.min(to - passed, length));
    passed += length;
  }
  return range;
}

function mark(sentence) {
  if (!globalThis.Highlight) return;
  if (sentence) CSS.highlights.set("spoken", new Highlight(rangeOf(sentence)));
  else CSS.highlights.delete("spoken");
}

function speak() {
  const mine = (reading += 1);
  const sentence = sentences[at];
  if (!sentence) return stop();
  speech.cancel();
  mark(sentence);
  sentence.element.scrollIntoView({ block: "nearest" });
  const utterance = new SpeechSynthesisUtterance(sentence.text);
  utterance.voice = voice();
  utterance.lang = page.lang;
  utterance.onend = () => {
    if (mine !== reading) return;
    at += 1;
    speak();
  };
  utterance.onerror = () => mine === reading && stop();
  speech.speak(utterance);
}

function start(button) {
  opener = button;
  sentences = sentencesFrom(button.closest("[data-id]")?.dataset.id);
  at = 0;
  bar.hidden = false;
  show("pause");
  control("pause").focus();
  speak();
}

/** Silences the voice; the sentence is read from its beginning when it goes on. */
function pause() {
  reading += 1;
  speech.cancel();
  show("resume");
  control("resume").focus();
}

function resume() {
  show("pause");
  control("pause").focus();
  speak();
}

function stop() {
  reading += 1;
  speech.cancel();
  mark(null);
  if (bar.contains(document.activeElement)) opener.focus();
  bar.hidden = true;
}

/** Of the two buttons that take turns, the one that can be pressed. */
function show(name) {
  for (const other of ["pause", "resume"]) control(other).hidden = other !== name;
}

function offer() {
  page.toggleAttribute("data-can-speak", Boolean(voice()));
}

if (speech && globalThis.SpeechSynthesisUtterance) {
  offer();
  speech.addEventListener?.("voiceschanged", offer);
  control("pause").addEventListener("click", pause);
  control("resume").addEventListener("click", resume);
  control("stop").addEventListener("click", stop);
  addEventListener("pagehide", () => speech.cancel());
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-listen]");
    if (button) start(button);
  });
}
