import { type CloseError, notSent, tooMuchWaits } from '../wire/errors.js';
import type { Connection } from '../connection/connection.js';
import { keptPayload, type NormalPayload, payloadSize } from '../wire/payload.js';
import * as MsgType from '../wire/msg-type.js';
import { type PendingRequest, PendingRequests } from './pending-requests.js';
import { reportFailure } from '../platform/reporting.js';
import type { SockOptions } from '../options.js';
import { WriteReadiness } from './write-readiness.js';

export interface OutgoingMessage {
  t: number;
  name: string | null;
  payload: NormalPayload;
  /** Where it belongs in a trace; empty or absent for nowhere. */
  trace?: string;
  /** The request that the message belongs to. */
  request?: PendingRequest;
}

/** Where requests and notifications go. */
export interface CallOutbox {
  readonly options: SockOptions;
  readonly requests: PendingRequests;
  readonly readiness: WriteReadiness;
  /** Bytes that wait in the browser to be sent. */
  readonly buffered: number;
  /** Whether the peer is one of ours. */
  readonly takesExtensions: boolean;
  /** @throws where nothing can be requested any more */
  expectOpen(): void;
  send(message: OutgoingMessage): void;
  /** What belongs to `request` and was not sent yet need not be sent any more. */
  withdraw(request: PendingRequest): void;
  /**
   * Nobody waits for `request` any more: a peer that knows the word is told, and owes no result then.
   *
   * @returns whether it was told
   */
  cancel(request: PendingRequest): boolean;
}

/** What waits for the server to say how a session goes on. */
export type Held = 'nothing' | 'notifications' | 'everything';

/** What one Sock sends: through its connection, and while there is none, messages wait for one. */
export class Outbox implements CallOutbox {
  /** No connection will come: what would wait is refused. */
  isClosing = false;
  /** Why it is closing. */
  closeReason = '';
  readonly options: SockOptions;
  readonly requests: PendingRequests;
  readonly readiness: WriteReadiness;
  #connection: Connection | null = null;
  #waiting: OutgoingMessage[] = [];
  #waitingBytes = 0; // where a connection is there
  #held: Held = 'nothing';

  /** @param idle called when no request is pending any more */
  constructor(options: SockOptions, idle: () => void) {
    this.options = options;
    this.requests = new PendingRequests(idle);
    this.readiness = new WriteReadiness(() => isBelowLimit(this.#connection, options, this.#waiting.length > 0));
  }

  get buffered(): number {
    return this.#connection?.isOpen ? this.#connection.buffered : 0;
  }

  get takesExtensions(): boolean {
    return Boolean(this.#connection?.takesExtensions);
  }

  /** What has waited goes out by the new connection, but for what is held until `release()`, and all that follows that. */
  connected(connection: Connection, held: Held): void {
    this.#connection = connection;
    this.#sendWaiting(held);
  }

  release(): void {
    if (this.#connection) this.#sendWaiting('nothing');
  }

  disconnected(error: CloseError | null): void {
    this.#connection = null;
    this.#held = 'nothing';
    this.requests.connectionLost(error);
  }

  expectOpen(): void {
    if (this.isClosing) {
      throw notSent(new Error(`socket is closed: ${this.closeReason}`));
    }
  }

  /** Now, or when there is a connection. */
  send(message: OutgoingMessage): void {
    if (!this.#connection?.isOpen) {
      this.expectOpen();
      this.#keep(message);
    } else if (this.#mustWait(message)) {
      this.#hold(message);
    } else {
      put(this.#connection, this.requests, message);
    }
  }

  withdraw(request: PendingRequest): void {
    this.#waiting = this.#waiting.filter((message) => message.request !== request);
  }

  cancel(request: PendingRequest): boolean {
    return cancel(this.#connection, this.requests, request);
  }

  /** Nothing waits any longer; requests fail because of `cause`. */
  close(cause: CloseError | null = null): void {
    this.#waiting = [];
    this.requests.failAll(cause);
  }

  #mustWait({ t }: OutgoingMessage): boolean {
    if (this.#held === 'nothing') return false;
    return this.#held === 'everything' || this.#waiting.length > 0 || t === MsgType.Notification;
  }

  /** What waits for the answer of the server is bounded as what waits for the network. */
  #hold(message: OutgoingMessage): void {
    if (this.#waitingBytes > this.options.maxBuffered) throw tooMuchWaits(this.#waitingBytes);
    this.#waitingBytes += payloadSize(message.payload);
    this.#push(message);
  }

  #sendWaiting(held: Held): void {
    this.#held = held;
    this.#waitingBytes = 0;
    for (const message of this.#waiting.splice(0)) {
      if (this.#mustWait(message)) {
        this.#waiting.push(message);
      } else {
        this.#transmit(message);
      }
    }
    this.readiness.check();
  }

  #push(message: OutgoingMessage): void {
    this.#waiting.push({ ...message, payload: keptPayload(message.payload) });
  }

  #keep(message: OutgoingMessage): void {
    const limit = this.options.sendBufferLimit;
    if (this.#waiting.length >= limit) {
      const full = limit > 0 ? ` and ${limit} messages wait for it already (sock.sendBufferLimit)` : '';
      throw new Error(`socket is closed${full}`);
    }
    this.#push(message);
  }

  /** A message that waited has no caller left to throw at. */
  #transmit(message: OutgoingMessage): void {
    const { request } = message;
    try {
      put(this.#connection!, this.requests, message);
    } catch (error) {
      if (request) {
        this.requests.freeId(request);
        request.fail(notSent(error));
      } else {
        reportFailure(error);
      }
    }
  }
}

/** What is sent over one connection, before what waits for it. */
export class ConnectionOutbox implements CallOutbox {
  readonly options: SockOptions;
  readonly requests: PendingRequests;
  readonly readiness: WriteReadiness;
  #connection: Connection;

  constructor({ options, requests }: Outbox, connection: Connection) {
    this.options = options;
    this.requests = requests;
    this.readiness = new WriteReadiness(() => isBelowLimit(connection, options, false));
    this.#connection = connection;
  }

  get buffered(): number {
    return this.#connection.isOpen ? this.#connection.buffered : 0;
  }

  get takesExtensions(): boolean {
    return this.#connection.takesExtensions;
  }

  expectOpen(): void {
    if (!this.#connection.isOpen) {
      throw notSent(new Error('the connection is closed'));
    }
  }

  send(message: OutgoingMessage): void {
    this.expectOpen();
    put(this.#connection, this.requests, message);
  }

  /** Nothing waits here. */
  withdraw(): void {}

  cancel(request: PendingRequest): boolean {
    return cancel(this.#connection, this.requests, request);
  }
}

function put(connection: Connection, requests: PendingRequests, message: OutgoingMessage): void {
  const { t, name, payload, trace, request } = message;
  connection.send(t, request ? (request.id ?? requests.takeId(request)) : null, name, payload, trace);
}

function cancel(connection: Connection | null, requests: PendingRequests, request: PendingRequest): boolean {
  const isTold = request.id !== null && Boolean(connection?.cancel(request.id));
  if (isTold) requests.freeId(request);
  return isTold;
}

/** Undefined while there is no connection. */
function isBelowLimit(connection: Connection | null, options: SockOptions, areHeld: boolean): boolean | undefined {
  return connection?.isOpen ? !areHeld && connection.buffered < options.maxStreamBuffer : undefined;
}
