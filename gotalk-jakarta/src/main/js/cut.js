import { encodeUtf8 } from './text.js';
import { isBlob, normalPayload, payloadSize } from './payload.js';

/** Longer parts would hold up the other messages of the connection. */
const PART_LIMIT = 64 * 1024;
/** How much of a file is read at once. */
const BLOCK = 8 * PART_LIMIT;

/** The parts that one value is sent as: none for an empty one. */
export function* partsOf(value) {
  const payload = normalPayload(value);
  const size = payloadSize(payload);
  if (size > PART_LIMIT) {
    const whole = typeof payload === 'string' ? encodeUtf8(payload) : payload;
    for (let at = 0; at < size; at += PART_LIMIT) {
      yield isBlob(whole) ? whole.slice(at, at + PART_LIMIT) : whole.subarray(at, at + PART_LIMIT);
    }
  } else if (size > 0) {
    yield payload;
  }
}

/**
 * The parts of anything that bytes can be had of, read no faster than they are taken.
 *
 * @param onStop is given what ends a read that is under way
 */
export async function* partsOfSource(source, onStop) {
  if (isBlob(source)) {
    // Read here, so that a file that cannot be read fails its stream and not the connection.
    for (let at = 0; at < source.size; at += BLOCK) {
      yield* partsOf(await source.slice(at, at + BLOCK).arrayBuffer());
    }
  } else if (typeof source?.getReader === 'function') {
    const reader = source.getReader();
    onStop(() => reader.cancel().catch(() => {}));
    for (let read; !(read = await reader.read()).done; ) yield* partsOf(read.value);
  } else if (isIterable(source)) {
    for await (const value of source) yield* partsOf(value);
  } else {
    yield* partsOf(source);
  }
}

/** How many bytes there will be; undefined where nobody knows. */
export function sizeOfSource(source) {
  return typeof source?.getReader === 'function' || isIterable(source) ? undefined : payloadSize(normalPayload(source));
}

function isIterable(source) {
  const bytes = typeof source === 'string' || ArrayBuffer.isView(source);
  return !bytes && Boolean(source?.[Symbol.asyncIterator] || source?.[Symbol.iterator]);
}
