import { MsgType, VERSION } from './protocol.js';
import { closeStatus, errorOfCode, errorOfStatus } from './errors.js';
import { ErrAbnormal, ErrTimeout, ErrUnsupported } from './errors.js';
import { encodeUtf8 } from './text.js';
import { Liveness } from './liveness.js';
import { later } from './timer.js';
import { Receiving } from './receiving.js';
import { reportFailure, warnDeveloper } from './reporting.js';
import { Sending } from './sending.js';

const OPEN = 1;

/** The life of one open WebSocket. `events`: `message(header, payload)`, `closed(error)`, `load()`. */
export class Connection {
  /** Whether the peer's version has come. */
  isReady = false;
  #ws;
  #sock;
  #events;
  #sending;
  #receiving;
  #liveness;
  #error;
  #stopClock = () => {};
  #over = false;

  constructor(ws, sock, events) {
    this.#ws = ws;
    this.#sock = sock;
    this.#events = events;
    this.#sending = new Sending(ws, sock);
    this.#liveness = new Liveness(this, sock, () => events.load());
    this.#receiving = new Receiving(ws, sock.maxPayload, this);
    ws.onerror = null;
    ws.onclose = (event) => this.#finish(this.#error ?? errorOfStatus(event.code));
  }

  get isOpen() {
    return !this.#over && this.#error === undefined && this.#ws.readyState === OPEN;
  }

  get buffered() {
    return this.#sending.buffered;
  }

  handshake() {
    this.#sending.version();
  }

  startReading() {
    if (this.#receiving.isReading) return;
    this.#stopClock = later(this.#sock.handshakeTimeout, () => this.abandon(ErrTimeout));
    this.#receiving.start();
  }

  send(t, id, name, payload) {
    if (this.#sending.isFull) {
      throw new Error(`${this.buffered} bytes wait to be sent already, over sock.maxBuffered`);
    }
    this.#sending.message(t, id, name, 0, payload);
  }

  /** An answer belongs to the connection its request came by. */
  answer(t, id, payload, wait = 0) {
    if (!this.isOpen) return;
    if (this.#sending.isFull) {
      warnDeveloper('the peer does not take its answers: the connection is closed');
      this.abandon(ErrTimeout);
      return;
    }
    this.#sending.message(t, id, null, wait, payload);
  }

  sendHeartbeat(load) {
    if (this.isOpen) {
      this.#sending.heartbeat(load);
    }
  }

  close() {
    this.#sending.flush();
    this.#ws.close(1000);
  }

  /** Closes, and is done with the peer at once. */
  release() {
    this.close();
    this.#finish(null);
  }

  /** Tells the peer what it did wrong and closes. */
  fail(error) {
    if (this.isOpen) {
      this.#sending.error(error.code);
      this.#closeWith(error);
    }
  }

  /** The same, without waiting for a peer that may never react. */
  abandon(error) {
    this.fail(error);
    this.#finish(error);
  }

  version(number) {
    this.#sending.tap('in', encodeUtf8(number.toString(16).padStart(2, '0')));
    this.#stopClock();
    if (number !== VERSION) {
      this.fail(ErrUnsupported);
      return;
    }
    this.isReady = true;
    this.#liveness.start();
  }

  message(header, payload, raw) {
    this.#sending.tap('in', raw, payload);
    if (header.t === MsgType.ProtocolError) {
      this.#closeWith(errorOfCode(header.size));
      return;
    }
    if (header.t === MsgType.Heartbeat) {
      this.#liveness.heardHeartbeat();
    }
    this.#events.message(header, payload);
  }

  oversized({ name, id, size }, raw) {
    this.#sending.tap('in', raw);
    const limit = this.#sock.maxPayload;
    this.answer(MsgType.ErrorRes, id, `the payload of "${name}" has ${size} bytes; the limit is ${limit}`);
  }

  heard() {
    this.#liveness.heard();
  }

  /** This side cannot go on. */
  failed(error) {
    reportFailure(error);
    this.fail(ErrAbnormal);
  }

  malformed(reason, protocolError) {
    warnDeveloper(`the peer sent an invalid message: ${reason}`);
    this.fail(protocolError);
  }

  #closeWith(error) {
    this.#error = error;
    this.#stop();
    this.#sending.flush();
    this.#ws.close(closeStatus(error));
  }

  #finish(error) {
    if (this.#over) return;
    this.#over = true;
    this.#stop();
    this.#ws.onmessage = this.#ws.onclose = this.#ws.onerror = null;
    this.#events.closed(error);
  }

  #stop() {
    this.#receiving.stop();
    this.#liveness.stop();
    this.#stopClock();
  }
}
