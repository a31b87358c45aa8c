import { decodeJson } from './json.js';
import { EventEmitter } from './events.js';

/** What comes in parts, as a program reads it. `stream` is behind it: `{ queue, maxPayload, close() }`. */
export class Parts extends EventEmitter {
  #stream;
  #whole;

  constructor(stream) {
    super();
    this.#stream = stream;
    stream.queue.events = this;
  }

  [Symbol.asyncIterator]() {
    return this.#stream.queue.read();
  }

  async *values() {
    for await (const part of this) yield decodeJson(part, 'a part of the stream');
  }

  bytes() {
    return (this.#whole ??= this.#gather());
  }

  async json() {
    return decodeJson(await this.bytes(), 'the stream');
  }

  close() {
    this.#stream.close();
  }

  async #gather() {
    const limit = this.#stream.maxPayload;
    const parts = [];
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
