import { absoluteAddress } from './connection/address.js';
import { type CloseError, type CloseReason, reasonOf, wantsSignIn } from './wire/errors.js';
import { callBack } from './calls/callbacks.js';
import { Caller, requested } from './caller.js';
import { type ConnectListener, KeepAlive } from './connection/keep-alive.js';
import { defineAccessors, SockOptions } from './options.js';
import { EventEmitter } from './platform/events.js';
import { expectWebSocket } from './connection/opening.js';
import type { Frame } from './wire/frame.js';
import { HandlerSet } from './serving/handlers.js';
import type { Heartbeat } from './serving/message-dispatcher.js';
import { HEARTBEAT_MAX_LOAD } from './wire/protocol.js';
import { decodeJson, encodeJson } from './wire/json.js';
import { RENEW } from './wire/names.js';
import type { Outbox } from './calls/outbox.js';
import type { Payload, Received } from './wire/payload.js';
import type { Protocol } from './wire/codec.js';
import type { Joined } from './rooms.js';
import type { RequestOptions } from './calls/request-options.js';
import type { ResumableSession, Resumed } from './resume/resumption.js';
import { Session } from './session.js';
import type { Setup } from './setup-run.js';

export type ConnectCallback = (error: Error | null, sock?: Socket) => void;

export interface SockEventMap {
  /** The connection is open. */
  open: Socket;
  /** The connection has ended; null after a clean close. */
  close: CloseError | null;
  /**
   * With keep-alive: the server wants a sign-in, because the user has signed out (`signed-out`), a credential has expired
   * (`expired`), or a handshake was refused (`unauthorized`). No attempt follows; after a sign-in call `openKeepAlive`
   * again. Ours.
   */
  unauthorized: CloseReason;
  /** With keep-alive: the server does not want this page any more (`kicked`, `replaced`). No attempt follows. Ours. */
  ended: CloseReason;
  /** With keep-alive: an attempt to connect begins. Ours. */
  connecting: undefined;
  /**
   * With keep-alive: the next attempt is `delay` milliseconds away; Infinity while the browser is offline. `error` says
   * why the last one failed, or the connection was lost; null after a clean close. Ours.
   */
  waiting: { delay: number; error: Error | null };
  /** `load` is 0 (idle) to 65535 (overloaded). */
  heartbeat: Heartbeat;
  /** A session goes on over a new connection, or another had to take its place. Ours. */
  resumed: Resumed;
  /** Costs nothing while nobody listens. Ours. */
  frame: Frame;
}

/** What is defined at the end of this file is declared here. */
const WithCalls = EventEmitter as new () => EventEmitter<SockEventMap> & SockOptions & Caller;

/** One end of a connection, and what is requested and sent over it. `gotalk.Sock()` makes one. */
export class Socket extends WithCalls {
  /** Limits, times, codec and handlers. Each option is also a property of the Sock. Ours. */
  readonly options: SockOptions;
  /** @internal */
  override readonly outbox: Outbox;
  #session: Session;
  #keepAlive: KeepAlive | null = null;
  #heartbeat: Heartbeat | null = null;
  #closeReason: CloseReason | null = null;

  /** @internal */
  constructor(handlers: HandlerSet, protocol?: Protocol) {
    super();
    this.options = new SockOptions(handlers, protocol);
    this.#session = new Session(this.options, {
      opened: () => this.emit('open', this),
      closed: (error) => {
        this.#closeReason = reasonOf(error);
        this.emit('close', error);
      },
      heartbeat: (heartbeat) => {
        this.#heartbeat = heartbeat;
        this.emit('heartbeat', heartbeat);
      },
      resumed: (resumed) => this.emit('resumed', resumed),
      frame: (describe) => this.listeners('frame').length > 0 && this.emit('frame', describe()),
    });
    this.outbox = this.#session.outbox;
  }

  /** The connection, while there is one. */
  get ws(): WebSocket | null {
    return this.#session.ws;
  }

  /** While `openKeepAlive` is in force. */
  get keepalive(): KeepAlive | null {
    return this.#keepAlive;
  }

  /** The peer's last one. Ours. */
  get heartbeat(): Heartbeat | null {
    return this.#heartbeat;
  }

  /** Why the last connection has ended, also where the event `close` has no error; null before the first end. Ours. */
  get closeReason(): CloseReason | null {
    return this.#closeReason;
  }

  /** What this page comes back to after a lost connection; undefined where the server has no sessions. Ours. */
  get session(): ResumableSession | undefined {
    return this.#session.resumer.resumption.session;
  }

  /** Opens one connection, in the place of one that is open. */
  open(address?: string, onConnect?: ConnectCallback): this;
  open(onConnect: ConnectCallback): this;
  open(address?: string | ConnectCallback, onConnect?: ConnectCallback): this {
    const [to, callback] = typeof address === 'function' ? [undefined, address] : [address, onConnect];
    this.#stopKeepAlive();
    this.#session.connect(to, {
      opened: (error) => callback && callBack(callback, error, error ? undefined : this),
    });
    return this;
  }

  /** Connects, and again after every end: see the events `open` and `close`. */
  openKeepAlive(address?: string): this {
    const target = absoluteAddress(address);
    expectWebSocket();
    this.#stopKeepAlive();
    const connect = (listener: ConnectListener) => {
      this.emit('connecting');
      // A listener may have ended the Sock, or connected it elsewhere.
      if (keepAlive.isEnabled) this.#session.connect(target, listener);
    };
    const keepAlive = (this.#keepAlive = new KeepAlive(target, connect, {
      waiting: (delay, error) => this.emit('waiting', { delay, error }),
      stopped: (reason) => this.#stopped(reason),
    }));
    keepAlive.enable();
    return this;
  }

  /**
   * Sets what runs on each new connection, a sign-in for example; null for nothing. It is given the connection: what is
   * sent there overtakes what waits on the Sock, and `open` is told when it is done. Where it fails, or takes longer than
   * `handshakeTimeout`, the connection is closed, and the attempt has failed: `open` tells its callback, and keep-alive
   * tells `waiting` and tries again. Connections that are open or adopted are not set up. Ours.
   */
  setup(setup: Setup | null): this {
    if (setup !== null && typeof setup !== 'function') {
      throw new TypeError('a set-up must be a function, or null for none');
    }
    this.#session.setup = setup;
    return this;
  }

  /** Takes over an open WebSocket; `handshake()` and `startReading()` must follow. */
  adoptWebSocket(ws: WebSocket): void {
    this.#session.adopt(ws);
  }

  /** The same; throws for anything that is not like a WebSocket. */
  adopt(ws: WebSocket): void {
    if (typeof ws?.send !== 'function' || typeof ws.close !== 'function') {
      throw new Error('unsupported transport: a WebSocket is needed');
    }
    this.adoptWebSocket(ws);
  }

  handshake(): void {
    this.#session.handshake();
  }

  startReading(): void {
    this.#session.startReading();
  }

  /** Closes when all requests have been answered; called again, closes now. */
  end(): void {
    this.#stopKeepAlive();
    this.#session.end();
  }

  /** Tells the peer of a protocol error and closes with status 4000 + code. */
  closeError(code: number): void {
    this.#session.closeError(code);
  }

  /** Where it is connected to; null while it is not. */
  address(): string | null {
    return this.ws?.url ?? null;
  }

  /** @deprecated use request */
  requestp<R = any>(op: string, value?: unknown, options?: RequestOptions): Promise<R> {
    return this.request(op, value, options);
  }

  /** @deprecated use bufferRequest */
  bufferRequestp(op: string, payload?: Payload, options?: RequestOptions): Promise<Received> {
    return this.bufferRequest(op, payload, options);
  }

  /**
   * Renews the credential of this connection, with a token that the server's application checks, instead of losing it
   * when the credential expires. Ours.
   *
   * @returns when the new credential expires; null for never
   */
  async renew(token: string): Promise<Date | null> {
    const payload = await requested(this.outbox, RENEW, encodeJson({ token }, 'the token'));
    const { expiresAt } = decodeJson(payload, 'the renewal');
    return expiresAt ? new Date(expiresAt) : null;
  }

  /**
   * Enters a room of the server's, whose notifications come from then on. Rooms joined so are joined again where the server
   * has lost the session; a failure of that is reported as an uncaught error. Ours.
   */
  join(room: string): Promise<Joined> {
    return this.#session.resumer.rooms.join(room);
  }

  /** Leaves a room that was entered with `join`. Ours. */
  leave(room: string): Promise<void> {
    return this.#session.resumer.rooms.leave(room);
  }

  /** @param load 0 (idle) to 1 (overloaded) */
  sendHeartbeat(load: number): void {
    if (!(load >= 0 && load <= 1)) {
      throw new RangeError(`load must be between 0 and 1, got ${load}`);
    }
    this.#session.sendHeartbeat(Math.round(load * HEARTBEAT_MAX_LOAD));
  }

  #stopped(reason: CloseReason): void {
    this.#stopKeepAlive();
    this.#session.giveUp(Object.assign(new Error(reason.text || reason.code), { reason }));
    this.emit(wantsSignIn(reason.code) ? 'unauthorized' : 'ended', reason);
  }

  #stopKeepAlive(): void {
    this.#keepAlive?.disable();
    this.#keepAlive = null;
  }
}

const { constructor, ...calls } = Object.getOwnPropertyDescriptors(Caller.prototype);
Object.defineProperties(Socket.prototype, calls);
defineAccessors(Socket.prototype, new SockOptions(new HandlerSet()));
