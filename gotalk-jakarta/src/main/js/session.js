import { MsgType } from './protocol.js';
import { absoluteAddress } from './address.js';
import { Call } from './call.js';
import { checkName } from './names.js';
import { Connection } from './connection.js';
import { errorOfCode } from './errors.js';
import { openWebSocket } from './opening.js';
import { Outlet } from './outlet.js';
import { PartsCall } from './parts-call.js';
import { Incoming } from './incoming.js';
import { StreamCall } from './stream-call.js';
import { warnDeveloper } from './reporting.js';

/** What a Sock has under way: its connection, its requests, and what waits to be sent. */
export class Session {
  #sock;
  #connection = null;
  #cancelOpening = null;
  #afterClose = null;
  #outlet;

  constructor(sock) {
    this.#sock = sock;
    this.#outlet = new Outlet(sock, () => this.#outlet.isClosing && this.#shut());
  }

  /** @param closed called with (error, wasReady) when a connection that had opened has ended */
  connect(address, opened = () => {}, closed = null) {
    const target = absoluteAddress(address);
    this.#reset();
    try {
      this.#cancelOpening = openWebSocket(target, this.#sock, (error, ws) => this.#opened(error, ws, opened, closed));
    } catch (error) {
      warnDeveloper('the WebSocket could not be made:', error);
      this.#failedToOpen(error, opened);
      this.#sock.emit('close', error);
    }
  }

  adopt(ws) {
    if (ws?.readyState !== 1) {
      throw new Error('a WebSocket must be open to be adopted (readyState 1)');
    }
    this.#reset();
    this.#sock.ws = ws;
    let incoming;
    const connection = new Connection(ws, this.#sock, {
      message: (header, payload) => {
        incoming.receive(header, payload);
        this.#outlet.room.check();
      },
      load: () => incoming.load,
      closed: (error) => {
        incoming.closed(error);
        this.#closed(connection, error);
      },
    });
    incoming = new Incoming(this.#sock, this.#outlet, connection);
    this.#connection = connection;
  }

  /** Sends the version, and then what has been waiting for a connection. */
  handshake() {
    const connection = this.#expectConnection();
    connection.handshake();
    this.#outlet.connected(connection);
  }

  startReading() {
    this.#expectConnection().startReading();
  }

  /** @returns a promise of the payload of the answer, or of its first part */
  request(op, payload, options) {
    return new Promise((resolve, reject) => {
      this.#expectOpen();
      const sink = { part: resolve, end: (error) => (error ? reject(error) : resolve()) };
      new Call(this.#outlet, op, payload, options, sink).start();
    });
  }

  requestParts(op, payload, options) {
    this.#expectOpen();
    return new PartsCall(this.#outlet, op, payload, options).start();
  }

  streamRequest(op, options) {
    this.#expectOpen();
    return new StreamCall(this.#outlet, op, options).start();
  }

  notify(name, payload) {
    checkName(name, 'a notification');
    this.#outlet.send({ t: MsgType.Notification, name, payload });
  }

  sendHeartbeat(load) {
    if (!this.#connection?.isOpen) {
      throw new Error('socket is closed');
    }
    this.#connection.sendHeartbeat(load);
  }

  closeError(code) {
    this.#connection?.fail(errorOfCode(code));
  }

  end() {
    const again = this.#outlet.isClosing;
    this.#outlet.isClosing = true;
    const reachable = this.#connection !== null || this.#cancelOpening !== null;
    if (again || !reachable || !this.#outlet.requests.waiting) {
      this.#shut();
    }
  }

  #shut() {
    this.#stopOpening();
    this.#outlet.close();
    this.#connection?.close();
  }

  #opened(error, ws, opened, closed) {
    this.#cancelOpening = null;
    if (error) {
      this.#failedToOpen(error, opened);
      return;
    }
    const isClosing = this.#outlet.isClosing;
    this.adopt(ws);
    this.#outlet.isClosing = isClosing;
    this.#afterClose = closed;
    this.handshake();
    opened(null);
    this.#sock.emit('open', this.#sock);
    this.#connection?.startReading();
  }

  #failedToOpen(error, opened) {
    // With keep-alive another attempt follows, and what waits goes on waiting.
    if (!this.#sock.keepalive) {
      this.#outlet.requests.failAll(error);
    }
    opened(error);
  }

  #closed(connection, error) {
    if (connection !== this.#connection) return;
    const afterClose = this.#afterClose;
    this.#connection = this.#afterClose = this.#sock.ws = null;
    this.#outlet.disconnected(error);
    this.#sock.emit('close', error);
    afterClose?.(error, connection.isReady);
  }

  /** A Sock has one connection at a time: a new one takes the place of the old. */
  #reset() {
    this.#outlet.isClosing = false;
    this.#stopOpening();
    this.#afterClose = null;
    this.#connection?.release();
  }

  #stopOpening() {
    this.#cancelOpening?.();
    this.#cancelOpening = null;
  }

  #expectOpen() {
    if (this.#outlet.isClosing) {
      throw Object.assign(new Error('socket is closed: end() was called'), { mayHaveRun: false });
    }
  }

  #expectConnection() {
    if (!this.#connection) {
      throw new Error('socket is closed');
    }
    return this.#connection;
  }
}
