import { keptPayload, type NormalPayload, type Received } from '../wire/payload.js';
import { later, now } from '../platform/timer.js';
import { laterUnlessSending } from './request-clock.js';
import type { MessageHeader } from '../wire/header.js';
import * as MsgType from '../wire/msg-type.js';
import type { CallOutbox, OutgoingMessage } from './outbox.js';
import type { PendingRequest } from './pending-requests.js';
import { type RequestOptions, requestOptions, retryError, timeoutError } from './request-options.js';
import { receivedError } from '../wire/error-result.js';
import { notSent, type RequestError } from '../wire/errors.js';
import { textOf } from '../wire/text.js';

const MIN_BACKOFF = 25;

export interface ResultListener {
  /** @returns whether it wants more */
  part(payload: Uint8Array<ArrayBuffer> | string): boolean | void;
  /**
   * A result in parts has come to its end, or the request has failed.
   *
   * @param error undefined where nothing has failed; a signal's reason may be anything else, null too
   */
  end(error?: unknown): void;
}

/** One single request, sent again while the peer asks for that. */
export class SingleRequest implements PendingRequest {
  id: string | null = null;
  #outbox: CallOutbox;
  #message: OutgoingMessage & { name: string };
  #listener: ResultListener;
  #options: ReturnType<typeof requestOptions>;
  #deadline = Infinity;
  #attempts = 0;
  #hasParts = false;
  #isOver = false;
  #stopClock = () => {};
  #stopBackoff = () => {};

  constructor(
    outbox: CallOutbox,
    op: string,
    payload: NormalPayload,
    options: RequestOptions | undefined,
    listener: ResultListener,
  ) {
    this.#outbox = outbox;
    this.#options = requestOptions(options, outbox.options);
    const { trace } = this.#options;
    this.#message = { t: MsgType.SingleReq, name: op, payload: keptPayload(payload), trace, request: this };
    this.#listener = listener;
  }

  start(): void {
    this.#options.signal?.throwIfAborted();
    this.#options.signal?.addEventListener('abort', this.#abort);
    this.#outbox.requests.add(this);
    this.#send();
    if (!this.#isOver) this.#startClock();
  }

  receive({ t, wait }: MessageHeader, payload: Received): void {
    if (this.#isOver) return;
    if (t === MsgType.RetryRes) {
      this.#retry(retryError(textOf(payload), wait, this.#hasParts), wait);
    } else if (t === MsgType.ErrorRes) {
      this.#finish(receivedError(payload, this.#outbox.takesExtensions));
    } else {
      this.#part(t, payload);
    }
  }

  arriving(): void {
    if (!this.#isOver) this.#startClock();
  }

  /** Also where the request could not be handed over after all. */
  fail(error?: unknown): void {
    if (this.#isOver) return;
    this.#outbox.withdraw(this);
    this.#finish(error);
  }

  /** The caller wants no result any more. */
  giveUp(error?: unknown): void {
    if (this.#isOver) return;
    this.#outbox.cancel(this);
    this.fail(error);
  }

  #part(t: number, payload: Received): void {
    this.#hasParts = true;
    const wantsMore = payload === undefined || this.#listener.part(payload);
    if (!wantsMore || t === MsgType.SingleRes || payload === undefined) {
      this.#finish();
    } else {
      this.#startClock();
    }
  }

  #send(): void {
    try {
      this.#outbox.send(this.#message);
    } catch (error) {
      this.#finish(notSent(error));
    }
  }

  /** Waits as long as the peer asked, longer each time, within the deadline and the attempts. */
  #retry(error: RequestError, wait: number): void {
    this.#attempts += 1;
    const backoff = Math.max(wait, MIN_BACKOFF * 2 ** this.#attempts);
    if (this.#hasParts || this.#attempts >= this.#outbox.options.maxAttempts || now() + backoff >= this.#deadline) {
      this.#finish(error);
      return;
    }
    this.id = null;
    this.#stopBackoff = later(backoff * (1 + Math.random() / 4), () => this.#send());
  }

  #startClock(): void {
    const { timeout } = this.#options;
    this.#stopClock();
    this.#deadline = timeout ? now() + timeout : Infinity;
    if (timeout) {
      const op = this.#message.name;
      this.#stopClock = laterUnlessSending(this.#outbox, timeout, () => {
        this.giveUp(timeoutError(op, timeout, this.id !== null));
      });
    }
  }

  #abort = () => this.giveUp(this.#options.signal?.reason);

  #finish(error?: unknown): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#stopClock();
    this.#stopBackoff();
    this.#options.signal?.removeEventListener('abort', this.#abort);
    this.#listener.end(error);
    this.#outbox.requests.remove(this);
  }
}
