import { checkName } from '../wire/names.js';
import type { NormalPayload } from '../wire/payload.js';
import type { CallOutbox } from '../calls/outbox.js';
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

  constructor(outbox: CallOutbox, op: string, payload: NormalPayload, options: RequestOptions | undefined) {
    checkName(op, 'an operation');
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
    this.queue.drop();
    this.#request.giveUp();
  }

  part(payload: Uint8Array<ArrayBuffer> | string): boolean {
    const isTaken = this.queue.push(payload);
    if (!isTaken) {
      this.queue.drop(this.queue.overflow);
      this.#request.giveUp();
    }
    return isTaken;
  }

  end(error?: unknown): void {
    this.queue.end(error);
  }
}
