import type { NormalPayload } from '../wire/payload.js';
import type { Outbox } from '../calls/outbox.js';
import { PartQueue } from './part-queue.js';
import { Parts, type PartsBackend } from './parts.js';
import type { RequestOptions } from '../calls/request-options.js';
import { type ResultListener, SingleRequest } from '../calls/single-request.js';

/** One single request whose result is read in parts. */
export class PartsRequest implements PartsBackend, ResultListener {
  readonly maxPayload: number;
  readonly queue: PartQueue;
  #request: SingleRequest;
  #parts: Parts;

  constructor(outbox: Outbox, op: string, payload: NormalPayload, options: RequestOptions | undefined) {
    this.maxPayload = outbox.options.maxPayload;
    this.queue = new PartQueue(outbox.options.maxStreamBuffer, () => this.close());
    this.#request = new SingleRequest(outbox, op, payload, options, this);
    this.#parts = new Parts(this);
  }

  start(): Parts {
    this.#request.start();
    return this.#parts;
  }

  close(): void {
    this.queue.drop(null);
    this.#request.giveUp(null);
  }

  part(payload: Uint8Array | string): boolean {
    const isTaken = this.queue.push(payload);
    if (!isTaken) {
      this.queue.drop(this.queue.overflow);
      this.#request.giveUp(null);
    }
    return isTaken;
  }

  end(error: Error | null): void {
    this.queue.end(error);
  }
}
