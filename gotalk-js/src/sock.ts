import { absoluteAddress } from './connection/address.js';
import { type CloseError, type CloseReason, reasonOf, wantsSignIn } from './wire/errors.js';
import { callBack, type Callback, callbackAndOptions, withCallback } from './calls/callbacks.js';
import { type ConnectListener, KeepAlive } from './connection/keep-alive.js';
import { decodeJson, encodeJson } from './wire/json.js';
import { defineAccessors, SockOptions } from './options.js';
import { encodeValue, normalPayload, type Payload, type Received } from './wire/payload.js';
import { EventEmitter } from './platform/events.js';
import type { Frame } from './wire/frame.js';
import { HandlerSet } from './serving/handlers.js';
import type { Heartbeat } from './serving/message-dispatcher.js';
import { HEARTBEAT_MAX_LOAD } from './wire/protocol.js';
import { RENEW } from './wire/names.js';
import type { Parts } from './streams/parts.js';
import type { Protocol } from './wire/codec.js';
import type { RequestOptions } from './calls/request-options.js';
import { Session } from './session.js';
import type { StreamOptions } from './streams/outbound-stream.js';
import type { StreamRequest } from './streams/stream.js';

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
  /** With keep-alive: the next attempt is `delay` milliseconds away; Infinity while the browser is offline. Ours. */
  waiting: { delay: number };
  /** `load` is 0 (idle) to 65535 (overloaded). */
  heartbeat: Heartbeat;
  /** Costs nothing while nobody listens. Ours. */
  frame: Frame;
}

/** What `defineAccessors` adds is declared here. */
const WithOptions = EventEmitter as new () => EventEmitter<SockEventMap> & SockOptions;

/** One end of a connection, and what is requested and sent over it. `gotalk.Sock()` makes one. */
export class Socket extends WithOptions {
  /** Limits, times, codec and handlers. Each option is also a property of the Sock. Ours. */
  readonly options: SockOptions;
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
      frame: (describe) => this.listeners('frame').length > 0 && this.emit('frame', describe()),
    });
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
    this.#stopKeepAlive();
    const connect = (listener: ConnectListener) => {
      this.emit('connecting');
      this.#session.connect(target, listener);
    };
    this.#keepAlive = new KeepAlive(target, connect, {
      waiting: (delay) => this.emit('waiting', { delay }),
      stopped: (reason) => this.#stopped(reason),
    });
    this.#keepAlive.enable();
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
    return this.ws ? this.ws.url : null;
  }

  /**
   * Requests `op` with `value` as JSON. With a callback the promise does not fail: it gives undefined.
   * Told to retry, it waits as asked and tries again, up to `maxAttempts` and within its deadline.
   */
  request<R = any>(op: string, callback: Callback<R>): Promise<R | undefined>;
  request<R = any>(op: string, value?: unknown, options?: RequestOptions): Promise<R>;
  request<R = any>(op: string, value: unknown, callback: Callback<R>, options?: RequestOptions): Promise<R | undefined>;
  request(op: string, value?: unknown, ...rest: (Callback<any> | RequestOptions | undefined)[]): Promise<any> {
    const onlyCallback = typeof value === 'function' && rest[0] === undefined;
    const [callback, options] = callbackAndOptions<Callback<any>, RequestOptions>(
      onlyCallback ? [value as Callback<any>] : rest,
    );
    return withCallback(this.#requestValue(op, onlyCallback ? undefined : value, options), callback, true);
  }

  bufferRequest(op: string, payload?: Payload, options?: RequestOptions): Promise<Received>;
  bufferRequest(op: string, payload: Payload, callback: Callback<Received>, options?: RequestOptions): Promise<Received>;
  bufferRequest(op: string, payload?: Payload, ...rest: (Callback<Received> | RequestOptions | undefined)[]) {
    const [callback, options] = callbackAndOptions<Callback<Received>, RequestOptions>(rest);
    return withCallback(this.#requestPayload(op, payload, options), callback, false);
  }

  /** @deprecated use request */
  requestp<R = any>(op: string, value?: unknown, options?: RequestOptions): Promise<R> {
    return this.request(op, value, options);
  }

  /** @deprecated use bufferRequest */
  bufferRequestp(op: string, payload?: Payload, options?: RequestOptions): Promise<Received> {
    return this.bufferRequest(op, payload, options);
  }

  /** A stream request of `op`. Where the peer asks to try later, it fails: its parts are gone. */
  streamRequest(op: string, options?: StreamOptions): StreamRequest {
    return this.#session.streamRequest(op, options);
  }

  /**
   * Requests `op`, with bytes as they are or any other value as JSON, and reads the result in parts. `timeout` is the
   * longest wait for a part. Ours.
   */
  requestParts(op: string, value?: unknown, options?: RequestOptions): Parts {
    return this.#session.requestParts(op, encodeValue(value, `the parameters of "${op}"`), options);
  }

  notify(name: string, value?: unknown): void {
    this.bufferNotify(name, encodeJson(value, `notification "${name}"`));
  }

  bufferNotify(name: string, payload?: Payload): void {
    this.#session.notify(name, normalPayload(payload));
  }

  /**
   * Renews the credential of this connection, with a token that the server's application checks, instead of losing it
   * when the credential expires. Ours.
   *
   * @returns when the new credential expires; null for never
   */
  async renew(token: string): Promise<Date | null> {
    const payload = await this.#session.requestReserved(RENEW, encodeJson({ token }, 'the token'));
    const { expiresAt } = decodeJson(payload, 'the renewal');
    return expiresAt ? new Date(expiresAt) : null;
  }

  /** @param load 0 (idle) to 1 (overloaded) */
  sendHeartbeat(load: number): void {
    if (!(load >= 0 && load <= 1)) {
      throw new RangeError(`load must be between 0 and 1, got ${load}`);
    }
    this.#session.sendHeartbeat(Math.round(load * HEARTBEAT_MAX_LOAD));
  }

  async #requestValue(op: string, value: unknown, options: RequestOptions | undefined): Promise<any> {
    const payload = await this.#requestPayload(op, encodeJson(value, `the parameters of "${op}"`), options);
    return decodeJson(payload, `the result of "${op}"`);
  }

  async #requestPayload(op: string, payload: Payload, options: RequestOptions | undefined): Promise<Received> {
    return this.#session.request(op, normalPayload(payload), options);
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

defineAccessors(Socket.prototype, new SockOptions(new HandlerSet()));
