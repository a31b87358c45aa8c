import { Call } from './call.js';
import { PartQueue } from './part-queue.js';
import { Parts } from './parts.js';

/** One single request whose answer is read in parts. */
export class PartsCall {
  #call;

  constructor(outlet, op, payload, options) {
    this.maxPayload = outlet.sock.maxPayload;
    this.queue = new PartQueue(outlet.sock.maxStreamBuffer, () => this.close());
    this.#call = new Call(outlet, op, payload, options, this);
    this.parts = new Parts(this);
  }

  start() {
    this.#call.start();
    return this.parts;
  }

  close() {
    this.queue.drop(null);
    this.#call.fail(null);
  }

  part(payload) {
    const isTaken = this.queue.push(payload);
    if (!isTaken) {
      this.queue.drop(this.queue.overflow);
    }
    return isTaken;
  }

  end(error) {
    this.queue.end(error);
  }
}
