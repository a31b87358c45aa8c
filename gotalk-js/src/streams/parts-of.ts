import { encodeUtf8 } from '../wire/text.js';
import { isBlob, normalPayload, type Payload, payloadSize } from '../wire/payload.js';

/** Longer parts would hold up the other messages of the connection. */
const PART_LIMIT = 64 * 1024;
/** How much of a file is read at once. */
const BLOCK = 8 * PART_LIMIT;

/** What can be sent as parts of at most 64 KiB. */
export type Source =
  | string
  | ArrayBuffer
  | ArrayBufferView
  | Blob
  | ReadableStream<string | ArrayBuffer | ArrayBufferView>
  | Iterable<Payload>
  | AsyncIterable<Payload>;

type Part = string | Uint8Array | Blob;

/** The parts that one value is sent as: none for an empty one. */
export function* partsOf(value: Payload): Generator<Part, void> {
  const payload = normalPayload(value);
  const size = payloadSize(payload);
  if (payload !== undefined && size > PART_LIMIT) {
    const whole = typeof payload === 'string' ? encodeUtf8(payload) : payload;
    for (let at = 0; at < size; at += PART_LIMIT) {
      yield isBlob(whole) ? whole.slice(at, at + PART_LIMIT) : whole.subarray(at, at + PART_LIMIT);
    }
  } else if (payload !== undefined) {
    yield payload;
  }
}

/**
 * The parts of a source, read no faster than they are taken.
 *
 * @param onStop is given what ends a read that is under way
 */
export async function* partsOfSource(source: Source, onStop: (stop: () => void) => void): AsyncGenerator<Part, void> {
  if (isBlob(source)) {
    // Read here, so that a file that cannot be read fails its stream and not the connection.
    for (let at = 0; at < source.size; at += BLOCK) {
      yield* partsOf(await source.slice(at, at + BLOCK).arrayBuffer());
    }
  } else if (isReadable(source)) {
    const reader = source.getReader();
    onStop(() => reader.cancel().catch(() => {}));
    for (let read; !(read = await reader.read()).done; ) yield* partsOf(read.value);
  } else if (isIterable(source)) {
    for await (const value of source) yield* partsOf(value);
  } else {
    yield* partsOf(source);
  }
}

/** How many bytes there will be; undefined where that is not known. */
export function sizeOfSource(source: Source): number | undefined {
  return isReadable(source) || isIterable(source) ? undefined : payloadSize(normalPayload(source));
}

function isReadable(source: any): source is ReadableStream {
  return typeof source?.getReader === 'function';
}

function isIterable(source: any): source is Iterable<Payload> | AsyncIterable<Payload> {
  const isBytes = typeof source === 'string' || ArrayBuffer.isView(source);
  return !isBytes && Boolean(source?.[Symbol.asyncIterator] || source?.[Symbol.iterator]);
}
