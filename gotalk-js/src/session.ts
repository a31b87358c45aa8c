import { absoluteAddress } from './connection/address.js';
import { Caller } from './caller.js';
import { type CloseError, errorOfCode } from './wire/errors.js';
import { Connection } from './connection/connection.js';
import type { ConnectListener } from './connection/keep-alive.js';
import type { FrameListener } from './connection/sender.js';
import { type Heartbeat, MessageDispatcher } from './serving/message-dispatcher.js';
import { expectWebSocket, openWebSocket } from './connection/opening.js';
import { ConnectionOutbox, Outbox } from './calls/outbox.js';
import type { Resumed } from './resume/resumption.js';
import { Resumer } from './resumer.js';
import { type Setup, SetupRun } from './setup-run.js';
import type { SockOptions } from './options.js';
import { warnDeveloper } from './platform/reporting.js';

export interface SessionListener {
  opened(): void;
  closed(error: CloseError | null): void;
  heartbeat(heartbeat: Heartbeat): void;
  frame: FrameListener;
  resumed(resumed: Resumed): void;
}

/** What a Sock has under way: its connection, its requests, and what waits to be sent. */
export class Session {
  #options: SockOptions;
  #listener: SessionListener;
  #ws: WebSocket | null = null;
  #connection: Connection | null = null;
  #cancelOpening: (() => void) | null = null;
  #afterClose: ConnectListener['closed'];
  #setupRun: SetupRun | null = null;
  readonly outbox: Outbox;
  readonly resumer: Resumer;
  /** Runs on each connection that is opened, before what waits is sent. */
  setup: Setup | null = null;

  constructor(options: SockOptions, listener: SessionListener) {
    this.#options = options;
    this.#listener = listener;
    this.outbox = new Outbox(options, () => this.outbox.isClosing && this.#shut());
    this.resumer = new Resumer(this.outbox, listener.resumed);
  }

  get ws(): WebSocket | null {
    return this.#ws;
  }

  /** A listener that hears of the end connects again. */
  connect(address: string | undefined, listener: ConnectListener): void {
    const target = absoluteAddress(address);
    expectWebSocket();
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
      this.#close((error as Error).message);
      listener.impossible?.();
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
        this.outbox.readiness.check();
      },
      arriving: (header) => this.outbox.requests.arriving(header),
      load: () => dispatcher.load,
      closed: (error) => {
        dispatcher.closed(error);
        this.#closed(connection, error);
      },
      frame: this.#listener.frame,
    });
    dispatcher = new MessageDispatcher(this.outbox, this.resumer.resumption, connection, this.#listener.heartbeat);
    this.#connection = connection;
  }

  /** Sends the version, and then what has been waiting for a connection. */
  handshake(): void {
    const connection = this.#expectConnection();
    connection.handshake();
    this.resumer.connected(connection, this.#ws?.url);
  }

  startReading(): void {
    this.#expectConnection().startReading();
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
    const again = this.outbox.isClosing;
    this.#close('end() was called');
    const reachable = this.#connection || this.#cancelOpening;
    if (again || !reachable || !this.outbox.requests.arePending) {
      this.#shut();
    }
  }

  /** No connection will come, unless asked for: what waits for one fails, and so does what would. */
  giveUp(error: CloseError): void {
    this.#close(error.message);
    this.#dropAttempt();
    this.outbox.close(error);
  }

  /** No further connection will come, and nothing is there to come back to. */
  #close(reason: string): void {
    this.outbox.isClosing = true;
    this.outbox.closeReason = reason;
    this.resumer.forget();
  }

  #shut(): void {
    this.#stopOpening();
    this.outbox.close();
    this.#connection?.close();
  }

  #opened(ws: WebSocket, listener: ConnectListener): void {
    const isClosing = this.outbox.isClosing;
    this.adopt(ws);
    this.outbox.isClosing = isClosing;
    const connection = this.#expectConnection();
    connection.handshake();
    if (this.setup) {
      connection.startReading();
      this.#runSetup(this.setup, connection, listener);
    } else {
      this.#established(connection, listener);
    }
  }

  #runSetup(setup: Setup, connection: Connection, listener: ConnectListener): void {
    const sock = new Caller(new ConnectionOutbox(this.outbox, connection));
    this.#setupRun = new SetupRun(setup, sock, this.#options.handshakeTimeout, (failure) => {
      this.#setupRun = null;
      const error = failure ?? (connection.isOpen ? null : closedDuringSetup());
      if (error) {
        warnDeveloper('the connection is not used:', error);
        this.#discard(connection);
        this.#failedToOpen(error, listener);
      } else {
        this.#established(connection, listener);
      }
    });
  }

  #established(connection: Connection, listener: ConnectListener): void {
    this.#afterClose = listener.closed;
    this.resumer.connected(connection, this.#ws?.url);
    listener.opened(null);
    this.#listener.opened();
    this.#connection?.startReading();
  }

  #failedToOpen(error: Error | null, listener: ConnectListener): void {
    // Where another attempt follows, what waits goes on waiting.
    if (!listener.closed || this.outbox.isClosing) {
      this.outbox.requests.failAll(error);
    }
    listener.opened(error);
  }

  #closed(connection: Connection, error: CloseError | null): void {
    if (connection !== this.#connection) return;
    const afterClose = this.#afterClose;
    const setupRun = this.#setupRun;
    this.#connection = this.#ws = null;
    this.#afterClose = undefined;
    this.resumer.lost();
    this.outbox.disconnected(error);
    if (setupRun) {
      setupRun.finish(error ?? closedDuringSetup());
    } else {
      this.#listener.closed(error);
      afterClose?.(error, connection.isReady);
    }
  }

  /** A Sock has one connection at a time: a new one takes the place of the old. */
  #reset(): void {
    this.outbox.isClosing = false;
    this.#dropAttempt();
    this.#afterClose = undefined;
    this.#connection?.release();
  }

  /** What is being opened or set up will not be used, and nobody hears how it would have gone. */
  #dropAttempt(): void {
    this.#stopOpening();
    if (this.#setupRun) {
      this.#setupRun.cancel();
      this.#setupRun = null;
      this.#discard(this.#connection);
    }
  }

  /** Closes a connection that no listener has heard of. */
  #discard(connection: Connection | null): void {
    if (connection !== this.#connection) return;
    this.#connection = this.#ws = null;
    this.outbox.disconnected(null);
    connection?.release();
  }

  #stopOpening(): void {
    this.#cancelOpening?.();
    this.#cancelOpening = null;
  }

  #expectConnection(): Connection {
    if (!this.#connection) {
      throw new Error('socket is closed');
    }
    return this.#connection;
  }
}

function closedDuringSetup(): Error {
  return new Error('the connection was closed during the set-up');
}
