import { keptPayload } from './payload.js';

/** Messages that wait for a connection. Bounded by `sock.sendBufferLimit`. */
export class Outbox {
  #messages = [];

  add(message, limit) {
    if (this.#messages.length >= limit) {
      const full = limit > 0 ? ` and ${limit} messages wait for it already (sock.sendBufferLimit)` : '';
      throw new Error(`socket is closed${full}`);
    }
    message.payload = keptPayload(message.payload);
    this.#messages.push(message);
  }

  withdraw(message) {
    this.#messages = this.#messages.filter((other) => other !== message);
  }

  /** Everything that waits, in order; nothing waits afterwards. */
  takeAll() {
    return this.#messages.splice(0);
  }
}
