import { type CloseError, requestFailure } from '../wire/errors.js';
import type { MessageHeader } from '../wire/header.js';
import * as MsgType from '../wire/msg-type.js';
import type { Received } from '../wire/payload.js';

const ID_DIGITS = 4;
const ID_COUNT = 36 ** ID_DIGITS;

export interface PendingRequest {
  /** null until it is handed to the network. */
  id: string | null;
  /** The id is in use until the request frees it; else until its last result has come. */
  readonly keepsId?: boolean;
  receive(header: MessageHeader, payload: Received): void;
  /** Bytes of its result have come, and more are due. */
  arriving(): void;
  fail(error: Error): void;
}

/** The requests of one Sock that wait for their results. */
export class PendingRequests {
  // A request that was given up stays here: its id is free again only when its result has come.
  #byId = new Map<string, PendingRequest>();
  #live = new Set<PendingRequest>();
  #counter = 0;
  #idle: () => void;

  /** @param idle called when none is left */
  constructor(idle: () => void) {
    this.#idle = idle;
  }

  get arePending(): boolean {
    return this.#live.size > 0;
  }

  add(request: PendingRequest): void {
    this.#live.add(request);
  }

  remove(request: PendingRequest): void {
    if (this.#live.delete(request) && !this.arePending) {
      this.#idle();
    }
  }

  /** A free id for a request that is handed to the network now. */
  takeId(request: PendingRequest): string {
    if (this.#byId.size >= ID_COUNT) {
      throw new Error(`${ID_COUNT} requests wait for their results; no request id is free`);
    }
    let id: string;
    do {
      id = this.#counter.toString(36).padStart(ID_DIGITS, '0');
      this.#counter = (this.#counter + 1) % ID_COUNT;
    } while (this.#byId.has(id));
    this.#byId.set(id, request);
    request.id = id;
    return id;
  }

  /** Waits for the results of a request that has an id of its own. */
  expect(request: PendingRequest & { readonly id: string }): void {
    this.#byId.set(request.id, request);
  }

  freeId(request: PendingRequest): void {
    if (request.id !== null && this.#byId.get(request.id) === request) {
      this.#byId.delete(request.id);
    }
  }

  arriving({ t, id }: MessageHeader): void {
    if (t === MsgType.SingleRes || t === MsgType.StreamRes) this.#byId.get(id)?.arriving();
  }

  receive(header: MessageHeader, payload: Received): void {
    const request = this.#byId.get(header.id);
    if (!request) return;
    const isLast = header.t !== MsgType.StreamRes || payload === undefined;
    if (isLast && !request.keepsId) {
      this.freeId(request);
    }
    request.receive(header, payload);
  }

  /** Fails what was handed to the connection that is gone; what waits for a connection goes on waiting. */
  connectionLost(cause: CloseError | null): void {
    const lost = [...this.#byId.values()];
    this.#byId.clear();
    this.#counter = 0;
    lost.forEach((request) => request.fail(requestFailure(cause, true)));
  }

  failAll(cause: CloseError | null): void {
    [...this.#live].forEach((request) => request.fail(requestFailure(cause, request.id !== null)));
  }
}
