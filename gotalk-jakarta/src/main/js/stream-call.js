import { checkName } from './names.js';
import { MsgType } from './protocol.js';
import { PartQueue } from './part-queue.js';
import { PartWriter } from './part-writer.js';
import { StreamRequest } from './stream.js';
import { later } from './timer.js';
import { requestOptions, retryError, timeoutError } from './request-options.js';
import { streamError } from './errors.js';
import { textOf } from './call.js';

/** One stream request: its parts go out while the answer comes in. */
export class StreamCall {
  id = null;
  keepsId;
  #outlet;
  #options;
  #isStarted = false;
  #requestEnded = false;
  #answerEnded = false;
  #hasParts = false;
  #stopClock = () => {};

  constructor(outlet, op, options) {
    checkName(op, 'an operation');
    this.op = op;
    this.#outlet = outlet;
    this.#options = requestOptions(options);
    this.keepsId = Boolean(options?.continueAfterAnswer);
    this.maxPayload = outlet.sock.maxPayload;
    this.queue = new PartQueue(outlet.sock.maxStreamBuffer, () => this.close());
    this.writer = new PartWriter(outlet.room, (part) => this.#put(part));
    this.stream = new StreamRequest(this);
  }

  start() {
    this.#options.signal?.throwIfAborted();
    this.#options.signal?.addEventListener('abort', this.#abort);
    this.#outlet.requests.add(this);
    return this.stream;
  }

  /** The request's half is complete; the protocol knows no request without a first part. */
  end() {
    if (this.#requestEnded) return;
    if (!this.#isStarted) this.#put(undefined);
    this.#put(undefined);
    this.#requestOver(streamError('StreamEndedError', `the stream request of "${this.op}" was ended`));
    if (!this.#answerEnded) this.#startClock();
  }

  /** Wants no more, of either half. */
  close() {
    this.#giveUp(null);
  }

  answered({ t, wait }, payload) {
    if (this.#answerEnded) return;
    if (t === MsgType.RetryRes) {
      const error = retryError(textOf(payload) || 'the peer asks to try again later', wait);
      this.#answerOver(Object.assign(error, { mayHaveRun: this.#hasParts }));
    } else if (t === MsgType.ErrorRes) {
      this.#answerOver(new Error(textOf(payload)));
    } else {
      this.#part(payload, t === MsgType.SingleRes);
    }
  }

  /** The connection is lost, or the request could not be handed over. */
  fail(error) {
    this.#outlet.withdraw(this);
    this.#requestOver(error);
    this.#answerOver(error);
  }

  #part(payload, isLast) {
    if (payload !== undefined) {
      this.#hasParts = true;
      if (!this.queue.push(payload)) {
        this.#giveUp(this.queue.overflow);
        return;
      }
    }
    if (isLast || payload === undefined) {
      this.#answerOver(null);
    } else if (this.#requestEnded) {
      this.#startClock();
    }
  }

  #put(payload) {
    const t = this.#isStarted ? MsgType.StreamReqPart : MsgType.StreamReq;
    this.#outlet.send({ t, name: this.#isStarted ? null : this.op, payload, call: this });
    this.#isStarted = true;
  }

  /** The protocol has no word for giving up: the request ends early, and what comes is dropped. */
  #giveUp(error) {
    // Otherwise the id is free when the answer has come.
    if (!this.#answerEnded) this.keepsId = false;
    const reason = error ?? streamError('StreamEndedError', `the stream of "${this.op}" was closed`);
    if (this.id === null) {
      this.#outlet.withdraw(this);
    } else if (!this.#requestEnded) {
      this.#putEnd();
    }
    this.queue.drop(error);
    this.#requestOver(reason);
    this.#answerOver(error);
  }

  #putEnd() {
    try {
      this.#put(undefined);
    } catch {
      // A connection that takes nothing more is about to end, and the stream with it.
    }
  }

  #requestOver(reason) {
    this.#requestEnded = true;
    this.writer.close(reason);
    this.#finishOnce();
  }

  #answerOver(error) {
    if (this.#answerEnded) return;
    this.#answerEnded = true;
    this.queue.end(error);
    if (error || !this.keepsId) {
      const ended = `the peer ended the stream of "${this.op}" before all was sent`;
      this.#requestOver(error ?? streamError('StreamEndedError', ended));
    }
    this.#finishOnce();
  }

  #finishOnce() {
    if (!this.#requestEnded || !this.#answerEnded) return;
    this.#stopClock();
    this.#options.signal?.removeEventListener('abort', this.#abort);
    if (this.keepsId) this.#outlet.requests.freeId(this);
    this.#outlet.requests.remove(this);
  }

  /** Only the peer's silence after the request's end is a delay: before, it may wait for this side. */
  #startClock() {
    const { timeout } = this.#options;
    this.#stopClock();
    if (timeout) {
      this.#stopClock = later(timeout, () => this.#giveUp(timeoutError(this.op, timeout, this.id !== null)));
    }
  }

  #abort = () => this.#giveUp(this.#options.signal.reason);
}
