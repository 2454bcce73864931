// Text in, speech out. Loaded on demand, touches no DOM: the component knows what is
// read, and marks it. Only voices of the device itself are used, since others send
// the text to a server, and one sentence at a time, since long texts break off.
// <https://developer.mozilla.org/docs/Web/API/SpeechSynthesis>

/** A slow engine, too, has begun by then. */
const STARTS_WITHIN_MS = 3_000;
/** Engines may drop a sentence that follows a `cancel()` at once. */
const PAUSE_AFTER_CANCEL_MS = 250;

const speech = speechOfBrowser();

/** Identifies the latest call of `speak`; undefined while nothing is to be heard. */
let reading;
/** What the engine was given and has not come to the end of. Also keeps it from being
 * garbage-collected, which in Chrome loses its `end` event. */
let utterance;

/** Whether the device itself has a voice for the language, a BCP 47 tag. */
export function hasVoice(lang) {
  return Boolean(voiceFor(lang));
}

/** Calls back whenever the list of voices changes; browsers load it late. */
export function onVoices(callback) {
  // Safari 15 has neither the method nor the event: its list is complete at once.
  speech?.addEventListener?.("voiceschanged", () => callback());
}

/** The sentences of the text. Nothing is left out: joined, they are the text. */
export function sentences(text, lang) {
  const pieces = [];
  for (const segment of segmentsOf(text, lang)) {
    // A piece of white space alone would be nothing to say.
    const last = pieces.length - 1;
    if (last >= 0 && (isBlank(segment) || isBlank(pieces[last]))) pieces[last] += segment;
    else pieces.push(segment);
  }
  return pieces;
}

/**
 * Reads a sentence. Calls `ended()` at its end, or `failed()` where it cannot be read;
 * neither once `silence()` or the next `speak` has come before.
 */
export async function speak(sentence, lang, ended, failed) {
  silence();
  const mine = {};
  reading = mine;
  let outcome = await utter(sentence, lang);
  if (outcome === "did not start" && mine === reading) {
    cancel();
    await delay(PAUSE_AFTER_CANCEL_MS);
    if (mine === reading) outcome = await utter(sentence, lang);
  }
  if (mine !== reading) return;
  silence();
  if (outcome === "ended") ended();
  else failed();
}

/** Ends what is being read, without a callback. */
export function silence() {
  reading = undefined;
  cancel();
}

// Speech would go on after the page has been left.
addEventListener("pagehide", silence);

/** Only where there is something to cancel: engines may drop what comes after. */
function cancel() {
  if (!utterance) return;
  utterance = undefined;
  try {
    speech.cancel();
  } catch (error) {
    console.warn("Speech could not be canceled:", error);
  }
}

/** One try. Resolves with "ended", "failed" or "did not start". */
function utter(sentence, lang) {
  return new Promise((resolve) => {
    const voice = voiceFor(lang);
    // Without a voice of its own, an utterance gets one that the browser picks,
    // perhaps a server's.
    if (!voice) return resolve("failed");
    const mine = new SpeechSynthesisUtterance(sentence.trim());
    mine.voice = voice;
    mine.lang = lang;
    const watch = setTimeout(() => resolve("did not start"), STARTS_WITHIN_MS);
    const finish = (outcome) => () => {
      clearTimeout(watch);
      // A canceled utterance may report that after the next one was begun.
      if (utterance === mine) utterance = undefined;
      resolve(outcome);
    };
    // An engine that does not report the start may still report each word.
    mine.onstart = mine.onboundary = () => clearTimeout(watch);
    mine.onend = finish("ended");
    mine.onerror = finish("failed");
    utterance = mine;
    speech.speak(mine);
  }).catch((error) => {
    console.warn("Speech failed:", error);
    return "failed";
  });
}

/** A voice of the device: the reader's own choice before others, then the region's. */
function voiceFor(lang) {
  try {
    const tag = normal(lang);
    const voices = speech.getVoices().filter((voice) => {
      return voice.localService && languageOf(normal(voice.lang)) === languageOf(tag);
    });
    const isOfRegion = (voice) => normal(voice.lang) === tag;
    return voices.find((voice) => voice.default) ?? voices.find(isOfRegion) ?? voices[0];
  } catch {
    // No speech, or a browser that refuses it.
    return undefined;
  }
}

/** Android writes `en_US`. */
const normal = (tag) => tag.replace(/_/g, "-").toLowerCase();
const languageOf = (tag) => tag.split("-")[0];
const isBlank = (text) => text.trim() === "";
const delay = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** The whole text, where the browser cannot segment it, or refuses the language tag:
 * translators write `auto` into `lang`. */
function segmentsOf(text, lang) {
  try {
    const segments = new Intl.Segmenter(lang, { granularity: "sentence" }).segment(text);
    return Array.from(segments, ({ segment }) => segment);
  } catch {
    return text ? [text] : [];
  }
}

function speechOfBrowser() {
  try {
    return globalThis.SpeechSynthesisUtterance && globalThis.speechSynthesis;
  } catch {
    return undefined;
  }
}
