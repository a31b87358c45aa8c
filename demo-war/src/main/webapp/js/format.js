// The wire counts hours to 24, for want of room, and so does the chat beside it.
const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });

export function timeOf(date) {
  return clock.format(date);
}

export function dayOf(date) {
  return day.format(date);
}

/** Hours to milliseconds, in local time. */
export function exactTime(milliseconds) {
  const date = new Date(milliseconds);
  const two = (number) => String(number).padStart(2, '0');
  const clockTime = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
  return `${clockTime}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}

export function sizeOf(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KiB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

/** Milliseconds, as exact as somebody can make use of. */
export function durationOf(milliseconds) {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return `${milliseconds > 0 && milliseconds < 10 ? Number(milliseconds.toFixed(1)) : Math.round(milliseconds)} ms`;
}

export function shareOf(number) {
  return `${Math.round(number * 100)} %`;
}

/** A reason as the server gives it, as a sentence of its own. */
export function sentenceOf(text) {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

export function count(number, one, many = `${one}s`) {
  return `${number} ${number === 1 ? one : many}`;
}

/** The first visible sign of each of a name's first two words. */
export function initialsOf(name) {
  const words = name.split(/\s+/).filter(Boolean).slice(0, 2);
  return words.map((word) => firstSign(word).toUpperCase()).join('');
}

/** A colour, as degrees of hue, that stays with a name. */
export function hueOf(name) {
  let hash = 0;
  for (const sign of name.toLowerCase()) {
    hash = (hash * 31 + sign.codePointAt(0)) % 9973;
  }
  return Math.round(hash * 137.5) % 360;
}

function firstSign(word) {
  if (!Intl.Segmenter) return [...word][0];
  const [first] = new Intl.Segmenter().segment(word);
  return first.segment;
}
