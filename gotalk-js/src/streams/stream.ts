import { encodeJson } from '../wire/json.js';
import { Parts, type PartsBackend } from './parts.js';
import type { PartWriter, SendOptions } from './part-writer.js';
import type { Payload } from '../wire/payload.js';
import type { Source } from './parts-of.js';

/** What is behind a Stream. */
export interface StreamBackend extends PartsBackend {
  readonly op: string;
  readonly writer: PartWriter;
  end(): void;
}

/** Parts in both directions. */
export class Stream extends Parts {
  /** The operation. */
  readonly op: string;
  #backend: StreamBackend;

  /** @internal */
  constructor(backend: StreamBackend) {
    super(backend);
    this.#backend = backend;
    this.op = backend.op;
  }

  /**
   * Writes a part; of more than 64 KiB, several. One that is empty writes nothing, null ends the stream as in the
   * reference. Throws where more than `sock.maxBuffered` bytes wait in the browser already.
   *
   * @returns false where the next one should wait until `ready`, and where the stream has ended and nothing is written
   */
  write(part: Payload): boolean {
    if (part !== null && part !== undefined) return this.#backend.writer.write(part);
    this.end();
    return false;
  }

  /** Writes a value as a part of JSON. */
  writeValue(value: unknown): boolean {
    return this.write(encodeJson(value, `a part of "${this.op}"`) ?? '');
  }

  /** That more may be written. Fails when the stream has ended: with the peer's error, or a `StreamEndedError`. */
  get ready(): Promise<void> {
    return this.#backend.writer.ready;
  }

  /**
   * Writes all of `source`, waiting where necessary until more may be written. Done when the last part was handed over.
   * The stream goes on: `end()` ends it. Fails when the source or the stream does.
   */
  send(source: Source, options?: SendOptions): Promise<void> {
    return this.#backend.writer.send(source, options);
  }

  /** No part follows. */
  end(): void {
    this.#backend.end();
  }
}

/** A stream request of the peer. Ours. */
export class ServedStream extends Stream {
  /** Aborts when the peer has given the stream up, or the connection is lost. */
  readonly signal: AbortSignal;

  /** @internal */
  constructor(backend: StreamBackend, signal: AbortSignal) {
    super(backend);
    this.signal = signal;
  }
}

/** A stream request of this page. The first part sends it. */
export class StreamRequest extends Stream {
  /** The whole result, up to `sock.maxPayload` bytes. Ours. */
  get result(): Promise<Uint8Array<ArrayBuffer>> {
    return this.bytes();
  }
}
