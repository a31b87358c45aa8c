import { MsgType, SUBPROTOCOL, VERSION } from './protocol.js';
import { closeStatus, errorOfCode, errorOfStatus } from './errors.js';
import { ErrAbnormal, ErrInvalidMsg, ErrTimeout, ErrUnsupported } from './errors.js';
import { Decoder } from './decoder.js';
import { describeFrame } from './frame.js';
import { encodeUtf8 } from './text.js';
import { later } from './timer.js';
import { Liveness } from './liveness.js';
import { PackedFraming } from './framing-packed.js';
import { SplitFraming } from './framing-split.js';
import { reportFailure, warnDeveloper } from './reporting.js';

const OPEN = 1;
const UNREAD_LIMIT = 1024;

/** The life of one open WebSocket. `events`: `message(connection, header, payload)`, `closed(connection, error)`. */
export class Connection {
  /** Whether the peer's version has come. */
  isReady = false;
  #ws;
  #sock;
  #events;
  #framing;
  #decoder;
  #liveness;
  #unread = [];
  #error;
  #stopClock = () => {};
  #over = false;

  constructor(ws, sock, events) {
    this.#ws = ws;
    this.#sock = sock;
    this.#events = events;
    this.#framing = ws.protocol === SUBPROTOCOL ? new PackedFraming(ws) : new SplitFraming(ws, sock.protocol);
    this.#decoder = new Decoder(this, sock.maxPayload);
    this.#liveness = new Liveness(this, sock);
    ws.binaryType = 'arraybuffer';
    ws.onerror = null;
    ws.onclose = (event) => this.#finish(this.#error ?? errorOfStatus(event.code));
    ws.onmessage = (event) => this.#keep(event.data);
  }

  get isOpen() {
    return !this.#over && this.#error === undefined && this.#ws.readyState === OPEN;
  }

  handshake() {
    this.#tap('out', this.#framing.sendVersion());
  }

  startReading() {
    if (!this.#unread) return;
    this.#stopClock = later(this.#sock.handshakeTimeout, () => this.abandon(ErrTimeout));
    const unread = this.#unread;
    this.#unread = null;
    this.#ws.onmessage = (event) => this.#read(event.data);
    unread.forEach((data) => this.#read(data));
  }

  send(t, id, name, payload) {
    if (this.#framing.buffered > this.#sock.maxBuffered) {
      throw new Error(`${this.#framing.buffered} bytes wait to be sent already, over sock.maxBuffered`);
    }
    this.#tap('out', this.#framing.sendMessage(t, id, name, payload), payload);
  }

  /** An answer belongs to the connection its request came by. */
  answer(t, id, payload) {
    if (!this.isOpen) return;
    if (this.#framing.buffered > this.#sock.maxBuffered) {
      warnDeveloper('the peer does not take its answers: the connection is closed');
      this.abandon(ErrTimeout);
      return;
    }
    this.#tap('out', this.#framing.sendMessage(t, id, null, payload), payload);
  }

  sendHeartbeat(load) {
    if (this.isOpen) {
      this.#tap('out', this.#framing.sendHeartbeat(load));
    }
  }

  close() {
    this.#framing.flush();
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
      this.#tap('out', this.#framing.sendError(error.code));
      this.#closeWith(error);
    }
  }

  /** The same, without waiting for a peer that may never react. */
  abandon(error) {
    this.fail(error);
    this.#finish(error);
  }

  version(number) {
    this.#tap('in', encodeUtf8(number.toString(16).padStart(2, '0')));
    this.#stopClock();
    if (number !== VERSION) {
      this.fail(ErrUnsupported);
      return;
    }
    this.isReady = true;
    this.#liveness.start();
  }

  message(header, payload, raw) {
    this.#tap('in', raw, payload);
    if (header.t === MsgType.ProtocolError) {
      this.#closeWith(errorOfCode(header.size));
      return;
    }
    if (header.t === MsgType.Heartbeat) {
      this.#liveness.heardHeartbeat();
    }
    this.#events.message(this, header, payload);
  }

  oversized({ name, id, size }, raw) {
    this.#tap('in', raw);
    const limit = this.#sock.maxPayload;
    this.answer(MsgType.ErrorRes, id, `the payload of "${name}" has ${size} bytes; the limit is ${limit}`);
  }

  malformed(reason) {
    warnDeveloper(`the peer sent an invalid message: ${reason}`);
    this.fail(ErrInvalidMsg);
  }

  #read(data) {
    this.#liveness.heard();
    const isText = typeof data === 'string';
    try {
      this.#decoder.feed(isText ? encodeUtf8(data) : new Uint8Array(data), isText);
    } catch (error) {
      reportFailure(error);
      this.fail(ErrAbnormal);
    }
  }

  #keep(data) {
    this.#unread.push(data);
    if (this.#unread.length > UNREAD_LIMIT) {
      warnDeveloper(`${UNREAD_LIMIT} messages came before startReading(): the connection is closed`);
      this.abandon(ErrAbnormal);
    }
  }

  #closeWith(error) {
    this.#error = error;
    this.#stop();
    this.#framing.flush();
    this.#ws.close(closeStatus(error));
  }

  #finish(error) {
    if (this.#over) return;
    this.#over = true;
    this.#stop();
    this.#ws.onmessage = this.#ws.onclose = this.#ws.onerror = null;
    this.#events.closed(this, error);
  }

  #stop() {
    this.#decoder.stop();
    this.#liveness.stop();
    this.#stopClock();
  }

  #tap(direction, rawHeader, payload) {
    if (this.#sock.listeners('frame').length > 0) {
      this.#sock.emit('frame', describeFrame(direction, rawHeader, payload));
    }
  }
}
