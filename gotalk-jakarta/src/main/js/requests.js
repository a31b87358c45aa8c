import { MsgType } from './protocol.js';
import { checkName } from './names.js';
import { requestFailure } from './errors.js';
import { requestOptions, retryError, timeoutError } from './request-options.js';
import { decodeUtf8 } from './text.js';
import { later, now } from './timer.js';

const ID_DIGITS = 4;
const ID_COUNT = 36 ** ID_DIGITS;
const SHORTEST_REST = 25;

/**
 * The requests of one Sock that wait for their answers. `outlet` carries them: `send(message)` now or when there is a
 * connection, `withdraw(message)` before that, `idle()` when none is left, `maxAttempts()` for those told to retry.
 */
export class Requests {
  // An id whose caller gave up stays here with null: it is free again only when its answer has come.
  #byId = new Map();
  #live = new Set();
  #counter = 0;
  #outlet;

  constructor(outlet) {
    this.#outlet = outlet;
  }

  get waiting() {
    return this.#live.size > 0;
  }

  /** @returns a promise of the payload of the answer */
  start(op, payload, options) {
    return new Promise((resolve, reject) => {
      checkName(op, 'an operation');
      const { timeout, signal } = requestOptions(options);
      signal?.throwIfAborted();
      const deadline = timeout ? now() + timeout : Infinity;
      const call = { op, resolve, reject, signal, deadline, attempts: 0, id: null };
      call.message = { t: MsgType.SingleReq, name: op, payload, call };
      call.stopClock = timeout
        ? later(timeout, () => this.#giveUp(call, timeoutError(op, timeout, call.id !== null)))
        : () => {};
      call.abort = () => this.#giveUp(call, signal.reason);
      signal?.addEventListener('abort', call.abort);
      this.#live.add(call);
      this.#send(call);
    });
  }

  /** A free id for a call that is handed to the network now. */
  takeId(call) {
    if (this.#byId.size >= ID_COUNT) {
      throw new Error(`${ID_COUNT} requests wait for their answers; no request id is free`);
    }
    do {
      call.id = this.#counter.toString(36).padStart(ID_DIGITS, '0');
      this.#counter = (this.#counter + 1) % ID_COUNT;
    } while (this.#byId.has(call.id));
    this.#byId.set(call.id, call);
    return call.id;
  }

  answered({ t, id, wait }, payload) {
    const call = this.#byId.get(id);
    const last = t !== MsgType.StreamRes || payload === undefined;
    if (last) {
      this.#byId.delete(id);
    } else if (call) {
      this.#byId.set(id, null);
    }
    if (!call) return;
    if (t === MsgType.RetryRes) {
      this.#rest(call, retryError(textOf(payload) || 'the peer asks to try again later', wait));
    } else if (t === MsgType.ErrorRes) {
      this.#reject(call, new Error(textOf(payload)));
    } else {
      call.resolve(payload);
      this.#finish(call);
    }
  }

  /** Fails what was handed to the connection that is gone; what waits for a connection goes on waiting. */
  connectionLost(cause) {
    const lost = [...this.#byId.values()].filter(Boolean);
    this.#byId.clear();
    this.#counter = 0;
    lost.forEach((call) => this.#reject(call, requestFailure(cause, true)));
  }

  failAll(cause) {
    [...this.#live].forEach((call) => this.#giveUp(call, requestFailure(cause, call.id !== null)));
  }

  /** The call could not be handed over after all. */
  refuse(call, error) {
    this.#byId.delete(call.id);
    this.#reject(call, Object.assign(error, { mayHaveRun: false }));
  }

  #send(call) {
    try {
      this.#outlet.send(call.message);
    } catch (error) {
      this.refuse(call, error);
    }
  }

  /** Told to retry: rests as long as the peer asked, longer each time, within the deadline and the attempts. */
  #rest(call, error) {
    call.id = null;
    call.attempts += 1;
    const rest = Math.max(error.wait, SHORTEST_REST * 2 ** call.attempts);
    if (call.attempts >= this.#outlet.maxAttempts() || now() + rest >= call.deadline) {
      this.#reject(call, error);
      return;
    }
    call.wake = later(rest * (1 + Math.random() / 4), () => this.#send(call));
  }

  #giveUp(call, error) {
    if (call.id === null) {
      this.#outlet.withdraw(call.message);
    } else {
      this.#byId.set(call.id, null);
    }
    this.#reject(call, error);
  }

  #reject(call, error) {
    call.reject(error);
    this.#finish(call);
  }

  #finish(call) {
    call.stopClock();
    call.wake?.();
    call.signal?.removeEventListener('abort', call.abort);
    this.#live.delete(call);
    if (this.#live.size === 0) {
      this.#outlet.idle();
    }
  }
}

function textOf(payload) {
  return payload === undefined || typeof payload === 'string' ? payload || '' : decodeUtf8(payload);
}
