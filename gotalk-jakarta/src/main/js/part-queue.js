import { streamError } from './errors.js';
import { encodeUtf8 } from './text.js';

/** The parts of a stream between their coming and their reading. Listeners to events hear them at once instead. */
export class PartQueue {
  /** The emitter of the stream's events. */
  events = null;
  #parts = [];
  #size = 0;
  #limit;
  #abandoned;
  #isRead = false;
  #over = false;
  #error = null;
  #wake = [];

  /** @param abandoned called when a reader stops before the end */
  constructor(limit, abandoned) {
    this.#limit = limit;
    this.#abandoned = abandoned;
  }

  /** @returns whether there was room: a browser cannot stop reading a WebSocket for the sake of one stream */
  push(part) {
    if (this.#over) return true;
    const heard = this.events.emit('data', part) || this.events.listeners('end').length > 0;
    if (heard && !this.#isRead) return true;
    const bytes = typeof part === 'string' ? encodeUtf8(part) : part;
    if (this.#parts.length > 0 && this.#size + bytes.length > this.#limit) return false;
    this.#parts.push(bytes);
    this.#size += bytes.length;
    this.#wakeReaders();
    return true;
  }

  /** No part follows. After an `error`, readers get it once they have read the parts before. */
  end(error) {
    if (this.#over) return;
    this.#over = true;
    this.#error = error;
    this.#wakeReaders();
    this.events.emit('end', error);
  }

  /** Nobody wants what is here. */
  drop(error) {
    this.#clear();
    this.end(error);
  }

  get overflow() {
    return streamError('StreamOverflowError', `the stream was not read in time: more than ${this.#limit} bytes wait`);
  }

  async *read() {
    this.#isRead = true;
    try {
      for (;;) {
        while (this.#parts.length === 0 && !this.#over) {
          await new Promise((resolve) => this.#wake.push(resolve));
        }
        if (this.#parts.length === 0) break;
        const part = this.#parts.shift();
        this.#size -= part.length;
        yield part;
      }
      if (this.#error) throw this.#error;
    } finally {
      if (!this.#over) this.#abandoned();
      this.#clear();
    }
  }

  #clear() {
    this.#parts = [];
    this.#size = 0;
  }

  #wakeReaders() {
    this.#wake.splice(0).forEach((wake) => wake());
  }
}
