import { keptPayload } from './payload.js';
import { Requests } from './requests.js';
import { reportFailure } from './reporting.js';
import { Room } from './room.js';

/**
 * The way out of one Sock: through its connection, and while there is none, messages wait for one. A message is
 * `{ t, name, payload, call }`; one with a call belongs to a request.
 */
export class Outlet {
  /** No connection will come: what would wait is refused. */
  isClosing = false;
  #connection = null;
  #waiting = [];

  constructor(sock, idle) {
    this.sock = sock;
    this.requests = new Requests(idle);
    this.room = new Room(() => this.#look());
  }

  /** What has waited goes out by the new connection. */
  connected(connection) {
    this.#connection = connection;
    this.#waiting.splice(0).forEach((message) => this.#transmit(message));
    this.room.check();
  }

  disconnected(error) {
    this.#connection = null;
    this.requests.connectionLost(error);
  }

  /** Now, or when there is a connection. */
  send(message) {
    if (this.#connection?.isOpen) {
      this.#put(message);
    } else if (this.isClosing) {
      throw new Error('socket is closed: end() was called');
    } else {
      this.#keep(message);
    }
  }

  /** What belongs to `call` and waits for a connection need not be sent any more. */
  withdraw(call) {
    this.#waiting = this.#waiting.filter((message) => message.call !== call);
  }

  close() {
    this.#waiting = [];
    this.requests.failAll(null);
  }

  #look() {
    return this.#connection?.isOpen ? this.#connection.buffered < this.sock.maxStreamBuffer : undefined;
  }

  #keep(message) {
    const limit = this.sock.sendBufferLimit;
    if (this.#waiting.length >= limit) {
      const full = limit > 0 ? ` and ${limit} messages wait for it already (sock.sendBufferLimit)` : '';
      throw new Error(`socket is closed${full}`);
    }
    this.#waiting.push({ ...message, payload: keptPayload(message.payload) });
  }

  #put({ t, name, payload, call }) {
    this.#connection.send(t, call ? (call.id ?? this.requests.takeId(call)) : null, name, payload);
  }

  /** A message that waited has no caller left to throw at. */
  #transmit(message) {
    const { call } = message;
    try {
      this.#put(message);
    } catch (error) {
      if (call) {
        this.requests.freeId(call);
        call.fail(Object.assign(error, { mayHaveRun: false }));
      } else {
        reportFailure(error);
      }
    }
  }
}
