import { absoluteAddress } from './connection/address.js';
import { checkName } from './wire/names.js';
import { type CloseError, errorOfCode } from './wire/errors.js';
import { Connection } from './connection/connection.js';
import type { ConnectListener } from './connection/keep-alive.js';
import type { FrameListener } from './connection/sender.js';
import { type Heartbeat, MessageDispatcher } from './serving/message-dispatcher.js';
import * as MsgType from './wire/msg-type.js';
import { PartsRequest } from './streams/parts-request.js';
import type { NormalPayload, Received } from './wire/payload.js';
import { openWebSocket } from './connection/opening.js';
import { Outbox } from './calls/outbox.js';
import { OutboundStream, type StreamOptions } from './streams/outbound-stream.js';
import type { Parts } from './streams/parts.js';
import type { RequestOptions } from './calls/request-options.js';
import { SingleRequest } from './calls/single-request.js';
import type { SockOptions } from './options.js';
import type { StreamRequest } from './streams/stream.js';
import { warnDeveloper } from './platform/reporting.js';

export interface SessionListener {
  opened(): void;
  closed(error: CloseError | null): void;
  heartbeat(heartbeat: Heartbeat): void;
  frame: FrameListener;
}

/** What a Sock has under way: its connection, its requests, and what waits to be sent. */
export class Session {
  #options: SockOptions;
  #listener: SessionListener;
  #ws: WebSocket | null = null;
  #connection: Connection | null = null;
  #cancelOpening: (() => void) | null = null;
  #afterClose: ConnectListener['closed'];
  #outbox: Outbox;

  constructor(options: SockOptions, listener: SessionListener) {
    this.#options = options;
    this.#listener = listener;
    this.#outbox = new Outbox(options, () => this.#outbox.isClosing && this.#shut());
  }

  get ws(): WebSocket | null {
    return this.#ws;
  }

  /** A listener that hears of the end connects again. */
  connect(address: string | undefined, listener: ConnectListener): void {
    const target = absoluteAddress(address);
    this.#reset();
    try {
      this.#cancelOpening = openWebSocket(target, this.#options, (error, ws) => {
        this.#cancelOpening = null;
        if (ws) {
          this.#opened(ws, listener);
        } else {
          this.#failedToOpen(error, listener);
        }
      });
    } catch (error) {
      warnDeveloper('the WebSocket could not be made:', error);
      this.#failedToOpen(error as Error, listener);
      this.#listener.closed(error as Error);
    }
  }

  adopt(ws: WebSocket): void {
    if (ws?.readyState !== 1) {
      throw new Error('a WebSocket must be open to be adopted (readyState 1)');
    }
    this.#reset();
    this.#ws = ws;
    let dispatcher: MessageDispatcher;
    const connection = new Connection(ws, this.#options, {
      message: (header, payload) => {
        dispatcher.dispatch(header, payload);
        this.#outbox.readiness.check();
      },
      load: () => dispatcher.load,
      closed: (error) => {
        dispatcher.closed(error);
        this.#closed(connection, error);
      },
      frame: this.#listener.frame,
    });
    dispatcher = new MessageDispatcher(this.#outbox, connection, this.#listener.heartbeat);
    this.#connection = connection;
  }

  /** Sends the version, and then what has been waiting for a connection. */
  handshake(): void {
    const connection = this.#expectConnection();
    connection.handshake();
    this.#outbox.connected(connection);
  }

  startReading(): void {
    this.#expectConnection().startReading();
  }

  /** @returns a promise of the payload of the result, or of its first part */
  async request(op: string, payload: NormalPayload, options?: RequestOptions): Promise<Received> {
    checkName(op, 'an operation');
    return this.#request(op, payload, options);
  }

  /** Requests an operation of the protocol itself, whose name no program may use. */
  requestReserved(op: string, payload: NormalPayload): Promise<Received> {
    return this.#request(op, payload);
  }

  requestParts(op: string, payload: NormalPayload, options?: RequestOptions): Parts {
    this.#expectNotClosing();
    return new PartsRequest(this.#outbox, op, payload, options).start();
  }

  streamRequest(op: string, options?: StreamOptions): StreamRequest {
    this.#expectNotClosing();
    return new OutboundStream(this.#outbox, op, options).start();
  }

  notify(name: string, payload: NormalPayload): void {
    checkName(name, 'a notification');
    this.#outbox.send({ t: MsgType.Notification, name, payload });
  }

  sendHeartbeat(load: number): void {
    if (!this.#connection?.isOpen) {
      throw new Error('socket is closed');
    }
    this.#connection.sendHeartbeat(load);
  }

  closeError(code: number): void {
    this.#connection?.fail(errorOfCode(code));
  }

  end(): void {
    const again = this.#outbox.isClosing;
    this.#outbox.isClosing = true;
    const reachable = this.#connection !== null || this.#cancelOpening !== null;
    if (again || !reachable || !this.#outbox.requests.arePending) {
      this.#shut();
    }
  }

  /** No connection will come: what waits for one fails. */
  giveUp(error: CloseError): void {
    this.#stopOpening();
    this.#outbox.close(error);
  }

  #request(op: string, payload: NormalPayload, options?: RequestOptions): Promise<Received> {
    return new Promise((resolve, reject) => {
      this.#expectNotClosing();
      const listener = { part: resolve, end: (error: Error | null) => (error ? reject(error) : resolve(undefined)) };
      new SingleRequest(this.#outbox, op, payload, options, listener).start();
    });
  }

  #shut(): void {
    this.#stopOpening();
    this.#outbox.close();
    this.#connection?.close();
  }

  #opened(ws: WebSocket, listener: ConnectListener): void {
    const isClosing = this.#outbox.isClosing;
    this.adopt(ws);
    this.#outbox.isClosing = isClosing;
    this.#afterClose = listener.closed;
    this.handshake();
    listener.opened(null);
    this.#listener.opened();
    this.#connection?.startReading();
  }

  #failedToOpen(error: Error | null, listener: ConnectListener): void {
    // Where another attempt follows, what waits goes on waiting.
    if (!listener.closed || this.#outbox.isClosing) {
      this.#outbox.requests.failAll(error);
    }
    listener.opened(error);
  }

  #closed(connection: Connection, error: CloseError | null): void {
    if (connection !== this.#connection) return;
    const afterClose = this.#afterClose;
    this.#connection = this.#ws = null;
    this.#afterClose = undefined;
    this.#outbox.disconnected(error);
    this.#listener.closed(error);
    afterClose?.(error, connection.isReady);
  }

  /** A Sock has one connection at a time: a new one takes the place of the old. */
  #reset(): void {
    this.#outbox.isClosing = false;
    this.#stopOpening();
    this.#afterClose = undefined;
    this.#connection?.release();
  }

  #stopOpening(): void {
    this.#cancelOpening?.();
    this.#cancelOpening = null;
  }

  #expectNotClosing(): void {
    if (this.#outbox.isClosing) {
      throw Object.assign(new Error('socket is closed: end() was called'), { mayHaveRun: false });
    }
  }

  #expectConnection(): Connection {
    if (!this.#connection) {
      throw new Error('socket is closed');
    }
    return this.#connection;
  }
}
