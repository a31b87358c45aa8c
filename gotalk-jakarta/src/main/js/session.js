import { MsgType } from './protocol.js';
import { absoluteAddress } from './address.js';
import { checkName } from './names.js';
import { Connection } from './connection.js';
import { errorOfCode } from './errors.js';
import { openWebSocket } from './opening.js';
import { Outbox } from './outbox.js';
import { receive } from './incoming.js';
import { reportFailure, warnDeveloper } from './reporting.js';
import { Requests } from './requests.js';

/** What a Sock has under way: its connection, its requests, and what waits to be sent. */
export class Session {
  #sock;
  #connection = null;
  #cancelOpening = null;
  #afterClose = null;
  #outbox = new Outbox();
  #requests;
  #ending = false;

  constructor(sock) {
    this.#sock = sock;
    this.#requests = new Requests({
      send: (message) => this.#send(message),
      withdraw: (message) => this.#outbox.withdraw(message),
      idle: () => this.#ending && this.#shut(),
      maxAttempts: () => sock.maxAttempts,
    });
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
    this.#connection = new Connection(ws, this.#sock, {
      message: (connection, header, payload) => receive(this.#sock, this.#requests, connection, header, payload),
      closed: (connection, error) => this.#closed(connection, error),
    });
  }

  /** Sends the version, and then what has been waiting for a connection. */
  handshake() {
    this.#expectConnection().handshake();
    this.#outbox.takeAll().forEach((message) => this.#transmit(message));
  }

  startReading() {
    this.#expectConnection().startReading();
  }

  request(op, payload, options) {
    if (this.#ending) {
      return Promise.reject(Object.assign(new Error('socket is closed: end() was called'), { mayHaveRun: false }));
    }
    return this.#requests.start(op, payload, options);
  }

  notify(name, payload) {
    checkName(name, 'a notification');
    this.#send({ t: MsgType.Notification, name, payload });
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
    const again = this.#ending;
    this.#ending = true;
    const reachable = this.#connection !== null || this.#cancelOpening !== null;
    if (again || !reachable || !this.#requests.waiting) {
      this.#shut();
    }
  }

  #shut() {
    this.#stopOpening();
    this.#outbox.takeAll();
    this.#requests.failAll(null);
    this.#connection?.close();
  }

  #opened(error, ws, opened, closed) {
    this.#cancelOpening = null;
    if (error) {
      this.#failedToOpen(error, opened);
      return;
    }
    const ending = this.#ending;
    this.adopt(ws);
    this.#ending = ending;
    this.#afterClose = closed;
    this.handshake();
    opened(null);
    this.#sock.emit('open', this.#sock);
    this.#connection?.startReading();
  }

  #failedToOpen(error, opened) {
    // With keep-alive another attempt follows, and what waits goes on waiting.
    if (!this.#sock.keepalive) {
      this.#requests.failAll(error);
    }
    opened(error);
  }

  #closed(connection, error) {
    if (connection !== this.#connection) return;
    const afterClose = this.#afterClose;
    this.#connection = this.#afterClose = this.#sock.ws = null;
    this.#requests.connectionLost(error);
    this.#sock.emit('close', error);
    afterClose?.(error, connection.isReady);
  }

  /** A Sock has one connection at a time: a new one takes the place of the old. */
  #reset() {
    this.#ending = false;
    this.#stopOpening();
    this.#afterClose = null;
    this.#connection?.release();
  }

  #stopOpening() {
    this.#cancelOpening?.();
    this.#cancelOpening = null;
  }

  #send(message) {
    if (this.#connection?.isOpen) {
      this.#put(message);
    } else if (this.#ending) {
      throw new Error('socket is closed: end() was called');
    } else {
      this.#outbox.add(message, this.#sock.sendBufferLimit);
    }
  }

  #put({ t, name, payload, call }) {
    this.#connection.send(t, call ? this.#requests.takeId(call) : null, name, payload);
  }

  /** A message that waited has no caller left to throw at. */
  #transmit(message) {
    try {
      this.#put(message);
    } catch (error) {
      if (message.call) {
        this.#requests.refuse(message.call, error);
      } else {
        reportFailure(error);
      }
    }
  }

  #expectConnection() {
    if (!this.#connection) {
      throw new Error('socket is closed');
    }
    return this.#connection;
  }
}
