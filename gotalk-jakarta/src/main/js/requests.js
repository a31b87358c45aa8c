import { requestFailure } from './errors.js';
import { MsgType } from './protocol.js';

const ID_DIGITS = 4;
const ID_COUNT = 36 ** ID_DIGITS;

/**
 * The requests of one Sock that wait for their answers. Each is a call: `id` (null until it is handed to the network),
 * `keepsId`, `answered(header, payload)`, `fail(error)`. `idle()` is called when none is left.
 */
export class Requests {
  // A call that was given up stays here: its id is free again only when its answer has come.
  #byId = new Map();
  #live = new Set();
  #counter = 0;
  #idle;

  constructor(idle) {
    this.#idle = idle;
  }

  get waiting() {
    return this.#live.size > 0;
  }

  add(call) {
    this.#live.add(call);
  }

  remove(call) {
    if (this.#live.delete(call) && !this.waiting) {
      this.#idle();
    }
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

  freeId(call) {
    if (this.#byId.get(call.id) === call) {
      this.#byId.delete(call.id);
    }
  }

  answered(header, payload) {
    const call = this.#byId.get(header.id);
    if (!call) return;
    const isLast = header.t !== MsgType.StreamRes || payload === undefined;
    if (isLast && !call.keepsId) {
      this.freeId(call);
    }
    call.answered(header, payload);
  }

  /** Fails what was handed to the connection that is gone; what waits for a connection goes on waiting. */
  connectionLost(cause) {
    const lost = [...this.#byId.values()];
    this.#byId.clear();
    this.#counter = 0;
    lost.forEach((call) => call.fail(requestFailure(cause, true)));
  }

  failAll(cause) {
    [...this.#live].forEach((call) => call.fail(requestFailure(cause, call.id !== null)));
  }
}
