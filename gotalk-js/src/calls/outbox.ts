import type { CloseError } from '../wire/errors.js';
import type { Connection } from '../connection/connection.js';
import { keptPayload, type NormalPayload } from '../wire/payload.js';
import { type PendingRequest, PendingRequests } from './pending-requests.js';
import { reportFailure } from '../platform/reporting.js';
import type { SockOptions } from '../options.js';
import { WriteReadiness } from './write-readiness.js';

export interface OutgoingMessage {
  t: number;
  name: string | null;
  payload: NormalPayload;
  /** The request that the message belongs to. */
  request?: PendingRequest;
}

/** What one Sock sends: through its connection, and while there is none, messages wait for one. */
export class Outbox {
  /** No connection will come: what would wait is refused. */
  isClosing = false;
  readonly options: SockOptions;
  readonly requests: PendingRequests;
  readonly readiness: WriteReadiness;
  #connection: Connection | null = null;
  #waiting: OutgoingMessage[] = [];

  /** @param idle called when no request is pending any more */
  constructor(options: SockOptions, idle: () => void) {
    this.options = options;
    this.requests = new PendingRequests(idle);
    this.readiness = new WriteReadiness(() => this.#isBelowLimit());
  }

  /** Whether the peer is one of ours. */
  get takesExtensions(): boolean {
    return Boolean(this.#connection?.takesExtensions);
  }

  /** What has waited goes out by the new connection. */
  connected(connection: Connection): void {
    this.#connection = connection;
    this.#waiting.splice(0).forEach((message) => this.#transmit(message));
    this.readiness.check();
  }

  disconnected(error: CloseError | null): void {
    this.#connection = null;
    this.requests.connectionLost(error);
  }

  /** Now, or when there is a connection. */
  send(message: OutgoingMessage): void {
    if (this.#connection?.isOpen) {
      this.#put(this.#connection, message);
    } else if (this.isClosing) {
      throw new Error('socket is closed: end() was called');
    } else {
      this.#keep(message);
    }
  }

  /** What belongs to `request` and waits for a connection need not be sent any more. */
  withdraw(request: PendingRequest): void {
    this.#waiting = this.#waiting.filter((message) => message.request !== request);
  }

  /**
   * Nobody waits for `request` any more: a peer that knows the word is told, and owes no result then.
   *
   * @returns whether it was told
   */
  cancel(request: PendingRequest): boolean {
    const isTold = request.id !== null && Boolean(this.#connection?.cancel(request.id));
    if (isTold) this.requests.freeId(request);
    return isTold;
  }

  close(): void {
    this.#waiting = [];
    this.requests.failAll(null);
  }

  #isBelowLimit(): boolean | undefined {
    return this.#connection?.isOpen ? this.#connection.buffered < this.options.maxStreamBuffer : undefined;
  }

  #keep(message: OutgoingMessage): void {
    const limit = this.options.sendBufferLimit;
    if (this.#waiting.length >= limit) {
      const full = limit > 0 ? ` and ${limit} messages wait for it already (sock.sendBufferLimit)` : '';
      throw new Error(`socket is closed${full}`);
    }
    this.#waiting.push({ ...message, payload: keptPayload(message.payload) });
  }

  #put(connection: Connection, { t, name, payload, request }: OutgoingMessage): void {
    connection.send(t, request ? (request.id ?? this.requests.takeId(request)) : null, name, payload);
  }

  /** A message that waited has no caller left to throw at. */
  #transmit(message: OutgoingMessage): void {
    const { request } = message;
    try {
      this.#put(this.#connection!, message);
    } catch (error) {
      if (request) {
        this.requests.freeId(request);
        request.fail(Object.assign(error as Error, { mayHaveRun: false }));
      } else {
        reportFailure(error);
      }
    }
  }
}
