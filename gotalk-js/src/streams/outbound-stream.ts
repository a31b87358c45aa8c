import { checkName } from '../wire/names.js';
import { laterUnlessSending } from '../calls/request-clock.js';
import type { MessageHeader } from '../wire/header.js';
import * as MsgType from '../wire/msg-type.js';
import type { NormalPayload, Received } from '../wire/payload.js';
import type { CallOutbox } from '../calls/outbox.js';
import { PartQueue } from './part-queue.js';
import { PartWriter } from './part-writer.js';
import type { PendingRequest } from '../calls/pending-requests.js';
import { receivedError } from '../wire/error-result.js';
import { type RequestOptions, requestOptions, retryError, timeoutError } from '../calls/request-options.js';
import { type StreamBackend, StreamRequest } from './stream.js';
import { namedError } from '../wire/errors.js';
import { textOf } from '../wire/text.js';

/** How a stream request is carried out. Ours. */
export interface StreamOptions extends RequestOptions {
  /**
   * Milliseconds that the peer may be silent once the request has ended; then reading fails with a `TimeoutError`. 0
   * for no limit. At first `defaultRequestTimeout`.
   */
  timeout?: number;
  /** Gives up when it aborts: reading and writing fail with its reason. */
  signal?: AbortSignal;
  /** Goes on sending after the result has ended, until `end()`. Otherwise the end of the result ends the request. */
  continueAfterAnswer?: boolean;
}

/** One stream request of this side: its parts go out while the result comes in. */
export class OutboundStream implements PendingRequest, StreamBackend {
  id: string | null = null;
  keepsId: boolean;
  readonly op: string;
  readonly maxPayload: number;
  readonly queue: PartQueue;
  readonly writer: PartWriter;
  #stream: StreamRequest;
  #outbox: CallOutbox;
  #options: ReturnType<typeof requestOptions>;
  #isStarted = false;
  #requestEnded = false;
  #resultEnded = false;
  #hasParts = false;
  #stopClock = () => {};

  constructor(outbox: CallOutbox, op: string, options: StreamOptions | undefined) {
    checkName(op, 'an operation');
    this.op = op;
    this.#outbox = outbox;
    this.#options = requestOptions(options, outbox.options);
    this.keepsId = Boolean(options?.continueAfterAnswer);
    this.maxPayload = outbox.options.maxPayload;
    this.queue = new PartQueue(outbox.options.maxStreamBuffer, () => this.close());
    this.writer = new PartWriter(outbox.readiness, (part) => this.#put(part));
    this.#stream = new StreamRequest(this);
  }

  start(): StreamRequest {
    this.#options.signal?.throwIfAborted();
    this.#options.signal?.addEventListener('abort', this.#abort);
    this.#outbox.requests.add(this);
    return this.#stream;
  }

  /** The request's half is complete; the protocol knows no request without a first part. */
  end(): void {
    if (this.#requestEnded) return;
    if (!this.#isStarted) this.#put(undefined);
    this.#put(undefined);
    this.#endRequest(undefined, `the stream request of "${this.op}" was ended`);
    if (!this.#resultEnded) this.#startClock();
  }

  /** Wants no more, of either half. */
  close(): void {
    this.#giveUp();
  }

  receive({ t, wait }: MessageHeader, payload: Received): void {
    if (this.#resultEnded) return;
    if (t === MsgType.RetryRes) {
      this.#endResult(retryError(textOf(payload), wait, this.#hasParts));
    } else if (t === MsgType.ErrorRes) {
      this.#endResult(receivedError(payload, this.#outbox.takesExtensions));
    } else {
      this.#part(payload, t === MsgType.SingleRes);
    }
  }

  arriving(): void {
    if (this.#requestEnded && !this.#resultEnded) this.#startClock();
  }

  /** The connection is lost, or the request could not be handed over. */
  fail(error: Error): void {
    this.#outbox.withdraw(this);
    this.#endRequest(error);
    this.#endResult(error);
  }

  #part(payload: Received, isLast: boolean): void {
    if (payload !== undefined) {
      this.#hasParts = true;
      if (!this.queue.push(payload)) {
        this.#giveUp(this.queue.overflow);
        return;
      }
    }
    if (isLast || payload === undefined) {
      this.#endResult();
    } else if (this.#requestEnded) {
      this.#startClock();
    }
  }

  #put(payload: NormalPayload): void {
    const first = { t: MsgType.StreamReq, name: this.op, trace: this.#options.trace };
    const head = this.#isStarted ? { t: MsgType.StreamReqPart, name: null } : first;
    this.#outbox.send({ ...head, payload, request: this });
    this.#isStarted = true;
  }

  /** Where the peer knows no word for giving up, the request ends early, and what comes is dropped. */
  #giveUp(error?: unknown): void {
    // Otherwise the id is free when the result has come.
    if (!this.#resultEnded) this.keepsId = false;
    if (this.id === null) {
      this.#outbox.withdraw(this);
    } else if (!(this.#requestEnded && this.#resultEnded) && !this.#outbox.cancel(this) && !this.#requestEnded) {
      this.#putEnd();
    }
    this.queue.drop(error);
    this.#endRequest(error, `the stream of "${this.op}" was closed`);
    this.#endResult(error);
  }

  #putEnd(): void {
    try {
      this.#put(undefined);
    } catch {
      // A connection that takes nothing more is about to end, and the stream with it.
    }
  }

  /** @param ended what writing fails with where there is no error: it is undefined, since a signal's reason may be null */
  #endRequest(error: unknown, ended?: string): void {
    this.#requestEnded = true;
    this.writer.close(error === undefined ? namedError('StreamEndedError', ended!) : error);
    this.#finishOnce();
  }

  #endResult(error?: unknown): void {
    if (this.#resultEnded) return;
    this.#resultEnded = true;
    this.queue.end(error);
    if (error !== undefined || !this.keepsId) {
      this.#endRequest(error, `the peer ended the stream of "${this.op}" before all was sent`);
    }
    this.#finishOnce();
  }

  #finishOnce(): void {
    if (!this.#requestEnded || !this.#resultEnded) return;
    this.#stopClock();
    this.#options.signal?.removeEventListener('abort', this.#abort);
    if (this.keepsId) this.#outbox.requests.freeId(this);
    this.#outbox.requests.remove(this);
  }

  /** Only the peer's silence after the request's end is a delay: before, it may wait for this side. */
  #startClock(): void {
    const { timeout } = this.#options;
    this.#stopClock();
    if (timeout) {
      this.#stopClock = laterUnlessSending(this.#outbox, timeout, () => {
        this.#giveUp(timeoutError(this.op, timeout, this.id !== null));
      });
    }
  }

  #abort = () => this.#giveUp(this.#options.signal?.reason);
}
