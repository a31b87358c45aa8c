import { encodeUtf8 } from '../wire/text.js';
import type { EventEmitter } from '../platform/events.js';
import { namedError, toldError } from '../wire/errors.js';

export interface PartsEventMap {
  /** A part that came: bytes, or a string where the peer sent it as text (only with the text codec). */
  data: Uint8Array<ArrayBuffer> | string;
  /** The last part has come, or the stream has failed. */
  end: Error | null;
}

/** The parts of a stream that have come and are not read yet. Listeners to events hear them at once instead. */
export class PartQueue {
  /** The emitter of the stream's events. */
  events!: EventEmitter<PartsEventMap>;
  #parts: Uint8Array<ArrayBuffer>[] = [];
  #size = 0;
  #limit: number;
  #abandoned: () => void;
  #isRead = false;
  #isOver = false;
  #error: unknown;
  #wake: (() => void)[] = [];

  /** @param abandoned called when a reader stops before the end */
  constructor(limit: number, abandoned: () => void) {
    this.#limit = limit;
    this.#abandoned = abandoned;
  }

  /** @returns whether there was room: a browser cannot stop reading a WebSocket for the sake of one stream */
  push(part: Uint8Array<ArrayBuffer> | string): boolean {
    if (this.#isOver) return true;
    const heard = this.events.emit('data', part) || this.events.listeners('end').length > 0;
    if (heard && !this.#isRead) return true;
    const bytes = typeof part === 'string' ? encodeUtf8(part) : part;
    if (this.#parts.length > 0 && this.#size + bytes.length > this.#limit) return false;
    this.#parts.push(bytes);
    this.#size += bytes.length;
    this.#wakeReaders();
    return true;
  }

  /** No part follows. After an `error`, which is not undefined, readers get it once they have read the parts before. */
  end(error?: unknown): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#error = error;
    this.#wakeReaders();
    this.events.emit('end', error === undefined ? null : toldError(error));
  }

  /** Nobody wants what is here. */
  drop(error?: unknown): void {
    this.#clear();
    this.end(error);
  }

  get overflow(): Error {
    return namedError('StreamOverflowError', `the stream was not read in time: more than ${this.#limit} bytes wait`);
  }

  async *read(): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
    this.#isRead = true;
    try {
      for (;;) {
        while (this.#parts.length === 0 && !this.#isOver) {
          await new Promise<void>((resolve) => this.#wake.push(resolve));
        }
        const part = this.#parts.shift();
        if (!part) break;
        this.#size -= part.length;
        yield part;
      }
      if (this.#error !== undefined) throw this.#error;
    } finally {
      if (!this.#isOver) this.#abandoned();
      this.#clear();
    }
  }

  #clear(): void {
    this.#parts = [];
    this.#size = 0;
  }

  #wakeReaders(): void {
    this.#wake.splice(0).forEach((wake) => wake());
  }
}
