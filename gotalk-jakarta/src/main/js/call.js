import { checkName } from './names.js';
import { keptPayload } from './payload.js';
import { MsgType } from './protocol.js';
import { requestOptions, retryError, timeoutError } from './request-options.js';
import { decodeUtf8 } from './text.js';
import { later, now } from './timer.js';

const SHORTEST_REST = 25;

/**
 * One single request, sent again while the peer asks for that. Its answer goes to `sink`: `part(payload)`, which tells
 * whether it wants more, and `end(error)`, where an answer in parts has come to its end.
 */
export class Call {
  id = null;
  #outlet;
  #message;
  #sink;
  #options;
  #deadline;
  #attempts = 0;
  #hasParts = false;
  #isOver = false;
  #stopClock = () => {};
  #wake = () => {};

  constructor(outlet, op, payload, options, sink) {
    checkName(op, 'an operation');
    this.#outlet = outlet;
    this.#message = { t: MsgType.SingleReq, name: op, payload: keptPayload(payload), call: this };
    this.#sink = sink;
    this.#options = requestOptions(options);
  }

  start() {
    this.#options.signal?.throwIfAborted();
    this.#options.signal?.addEventListener('abort', this.#abort);
    this.#outlet.requests.add(this);
    this.#startClock();
    this.#send();
  }

  answered({ t, wait }, payload) {
    if (this.#isOver) return;
    if (t === MsgType.RetryRes) {
      this.#rest(retryError(textOf(payload) || 'the peer asks to try again later', wait));
    } else if (t === MsgType.ErrorRes) {
      this.#finish(new Error(textOf(payload)));
    } else {
      this.#part(t, payload);
    }
  }

  /** Also where the call could not be handed over after all. */
  fail(error) {
    if (this.#isOver) return;
    this.#outlet.withdraw(this);
    this.#finish(error);
  }

  #part(t, payload) {
    this.#hasParts = true;
    const wantsMore = payload === undefined || this.#sink.part(payload);
    if (!wantsMore || t === MsgType.SingleRes || payload === undefined) {
      this.#finish(null);
    } else {
      this.#startClock();
    }
  }

  #send() {
    try {
      this.#outlet.send(this.#message);
    } catch (error) {
      this.#finish(Object.assign(error, { mayHaveRun: false }));
    }
  }

  /** Told to retry: rests as long as the peer asked, longer each time, within the deadline and the attempts. */
  #rest(error) {
    this.#attempts += 1;
    const rest = Math.max(error.wait, SHORTEST_REST * 2 ** this.#attempts);
    if (this.#hasParts || this.#attempts >= this.#outlet.sock.maxAttempts || now() + rest >= this.#deadline) {
      this.#finish(Object.assign(error, { mayHaveRun: this.#hasParts }));
      return;
    }
    this.id = null;
    this.#wake = later(rest * (1 + Math.random() / 4), () => this.#send());
  }

  #startClock() {
    const { timeout } = this.#options;
    this.#stopClock();
    this.#deadline = timeout ? now() + timeout : Infinity;
    if (timeout) {
      const op = this.#message.name;
      this.#stopClock = later(timeout, () => this.fail(timeoutError(op, timeout, this.id !== null)));
    }
  }

  #abort = () => this.fail(this.#options.signal.reason);

  #finish(error) {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#stopClock();
    this.#wake();
    this.#options.signal?.removeEventListener('abort', this.#abort);
    this.#sink.end(error);
    this.#outlet.requests.remove(this);
  }
}

export function textOf(payload) {
  return payload === undefined || typeof payload === 'string' ? payload || '' : decodeUtf8(payload);
}
