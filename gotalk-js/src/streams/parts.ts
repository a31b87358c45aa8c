import { decodeJson } from '../wire/json.js';
import { EventEmitter } from '../platform/events.js';
import type { PartQueue, PartsEventMap } from './part-queue.js';

/** What is behind Parts. */
export interface PartsBackend {
  readonly queue: PartQueue;
  readonly maxPayload: number;
  close(): void;
}

/**
 * What comes in parts. Read it in one way: by events, by `for await`, or as a whole. Where nobody listens to events,
 * parts are kept up to `sock.maxStreamBuffer` bytes; past that the stream fails with a `StreamOverflowError`, since a
 * browser cannot stop reading a WebSocket. Leaving a `for await` early gives the stream up.
 */
export class Parts extends EventEmitter<PartsEventMap> implements AsyncIterable<Uint8Array<ArrayBuffer>> {
  #backend: PartsBackend;
  #whole: Promise<Uint8Array<ArrayBuffer>> | undefined;

  /** @internal */
  constructor(backend: PartsBackend) {
    super();
    this.#backend = backend;
    backend.queue.events = this;
  }

  [Symbol.asyncIterator](): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
    return this.#backend.queue.read();
  }

  /** The parts as JSON values. */
  async *values<T = any>(): AsyncGenerator<T, void> {
    for await (const part of this) yield decodeJson(part, 'a part of the stream');
  }

  /** All further parts as one, up to `sock.maxPayload` bytes. */
  bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return (this.#whole ??= this.#gather());
  }

  /** The same as a JSON value; null where it is empty. */
  async json<T = any>(): Promise<T> {
    return decodeJson(await this.bytes(), 'the stream');
  }

  /** Gives the stream up: what was kept is let go, and what still comes is dropped. */
  close(): void {
    this.#backend.close();
  }

  async #gather(): Promise<Uint8Array<ArrayBuffer>> {
    const limit = this.#backend.maxPayload;
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let size = 0;
    for await (const part of this) {
      parts.push(part);
      size += part.length;
      if (size > limit) {
        throw new RangeError(`the stream is longer than ${limit} bytes (sock.maxPayload): read it in parts`);
      }
    }
    const whole = new Uint8Array(size);
    parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
    return whole;
  }
}
