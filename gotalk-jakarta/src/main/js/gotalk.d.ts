/// <reference path="./gotalk-streams.d.ts" />

/**
 * gotalk.js in the browser: the global that the script `gotalk.js` defines. The module `gotalk.mjs` exports the same.
 * Programs written for the reference library 1.2.1 run unchanged; what is marked "ours" is missing there.
 */
declare namespace gotalk {
  /** Version of this library; for the version of the protocol see {@link protocol.Version}. */
  const version: string;
  /** Whether helpful warnings go to the console: at first true on localhost, 127.0.0.1 and *.local. */
  let developmentMode: boolean;
  /**
   * Where to connect without an address. At first the folder of the script's own URL, with ws for http and wss for
   * https; empty where that URL is not known, as with `importScripts` in a worker.
   */
  let defaultResponderAddress: string;
  /** Deadline of requests that name none, in milliseconds; 0 for none. At first 30000. Ours. */
  let defaultRequestTimeout: number;
  /** The handlers of every Sock made without its own. */
  let defaultHandlers: Handlers;

  /** A connection that is opened again whenever it ends, until `end()`. */
  function connection(address?: string, handlers?: Handlers, protocol?: Protocol): Sock;
  /** One connection. `onConnect` hears `(error)`, or `(null, sock)`. The address may be left out. */
  function open(address?: string, onConnect?: ConnectCallback, handlers?: Handlers, protocol?: Protocol): Sock;
  function open(onConnect: ConnectCallback, handlers?: Handlers, protocol?: Protocol): Sock;

  /** Answers requests, on `defaultHandlers`. See {@link Handlers.handleRequest}. */
  function handle<In = any, Out = any>(op: string, handler: RequestHandler<In, Out> | null): void;
  /** The same as {@link handle}. */
  function handleRequest<In = any, Out = any>(op: string, handler: RequestHandler<In, Out> | null): void;
  function handleBufferRequest(op: string, handler: BufferRequestHandler | null): void;
  function handleNotification<In = any>(name: string, handler: ((value: In, name: string) => void) | null): void;
  function handleBufferNotification(name: string, handler: ((payload: Received, name: string) => void) | null): void;

  /** A payload to send: bytes, or a string for its UTF-8; nothing for an empty one. */
  type Payload = string | ArrayBuffer | ArrayBufferView | Blob | null | undefined;
  /**
   * A payload that came: a string where the peer sent it as text (only with the text codec), else bytes; undefined
   * where it is empty.
   */
  type Received = Uint8Array | string | undefined;
  type ConnectCallback = (error: Error | null, sock?: Sock) => void;

  /** Answers a request. The first answer counts. */
  interface Result<Out> {
    (value?: Out): void;
    /** Refuses. The peer reads the error's message, never its stack. */
    error(error: Error | string): void;
  }

  /**
   * Answers through `result`, or (ours) by the value or promise it returns. Where it declares `result` as a parameter,
   * a plain returned value is not an answer. A failure is sent to the peer as the error's message.
   */
  type RequestHandler<In = any, Out = any> = (params: In, result: Result<Out>, op: string) => unknown;
  type BufferRequestHandler = (payload: Received, result: Result<Payload>, op: string) => unknown;

  /** What a Sock answers. Registering again replaces, null removes; op or name '' is the fallback for all others. */
  interface Handlers {
    /** Parameters and results are JSON; null where the payload is empty. */
    handleRequest<In = any, Out = any>(op: string, handler: RequestHandler<In, Out> | null): void;
    handleBufferRequest(op: string, handler: BufferRequestHandler | null): void;
    handleNotification<In = any>(name: string, handler: ((value: In, name: string) => void) | null): void;
    handleBufferNotification(name: string, handler: ((payload: Received, name: string) => void) | null): void;
    /** The handler of raw payloads for `op`, or the fallback. */
    findRequestHandler(op: string): BufferRequestHandler | null;
    findNotificationHandler(name: string): ((payload: Received, name: string) => void) | null;
  }
  const Handlers: { (): Handlers; new (): Handlers };

  /** Ours. */
  interface RequestOptions {
    /** Milliseconds until the request fails with a `TimeoutError`; 0 for never. */
    timeout?: number;
    /** Gives up when it aborts: the promise fails with its reason. The peer is not told. */
    signal?: AbortSignal;
  }

  /** How requests fail. An error of the peer's handler has its text as the message and none of these properties. */
  interface RequestError extends Error {
    /** Whether the peer may have carried the request out: it is unsafe to repeat. Ours. */
    mayHaveRun?: boolean;
    /** The peer was too busy, and still was after `sock.maxAttempts`, or the deadline was too near to wait. Ours. */
    isRetry?: boolean;
    /** With `isRetry`: how many milliseconds to wait before trying again; 0 for any time. Ours. */
    wait?: number;
    isGotalkProtocolError?: boolean;
    code?: number;
  }

  type Callback<R> = (error: RequestError | null, result?: R) => void;

  interface ProtocolError extends Error {
    readonly isGotalkProtocolError: true;
    /** One of `protocol.ErrorAbnormal` … `protocol.ErrorTimeout`. */
    readonly code: number;
  }
  const ErrAbnormal: ProtocolError;
  const ErrUnsupported: ProtocolError;
  const ErrInvalidMsg: ProtocolError;
  const ErrTimeout: ProtocolError;

  /**
   * One protocol message as it passed, for tools. Ours. `type` is the message's letter in the protocol, or 'version'.
   * `size` is the payload's in bytes; a payload that was skipped because of its size is undefined.
   */
  interface Frame {
    readonly direction: 'in' | 'out';
    readonly type: 'version' | 'r' | 's' | 'p' | 'R' | 'S' | 'E' | 'e' | 'n' | 'h' | 'f';
    /** When it passed, in milliseconds since 1970. */
    readonly time: number;
    /** The header as it stands on the wire. */
    readonly header: string;
    readonly size: number;
    readonly payload?: Uint8Array | string | Blob;
    /** Request id, one character a byte. */
    readonly id?: string;
    /** Operation or notification. */
    readonly name?: string;
    /** Of a RetryResult, in milliseconds. */
    readonly wait?: number;
    /** Of a heartbeat, 0 to 65535, with the time its sender gave. */
    readonly load?: number;
    readonly sentAt?: Date;
    /** Of a protocol error. */
    readonly code?: number;
  }

  interface SockEventMap {
    /** The connection is open. */
    open: Sock;
    /** The connection has ended; null after a clean close. */
    close: Error | null;
    /** With keep-alive: an attempt to connect begins. Ours. */
    connecting: undefined;
    /** With keep-alive: the next attempt is `delay` milliseconds away; Infinity while the browser is offline. Ours. */
    waiting: { delay: number };
    /** `load` is 0 (idle) to 65535 (overloaded). */
    heartbeat: { time: Date; load: number };
    /** Costs nothing while nobody listens. Ours. */
    frame: Frame;
  }

  /** A listener that throws is reported as an uncaught error; the others are still called. */
  interface EventEmitter<Events> {
    on<K extends keyof Events>(event: K, listener: (value: Events[K]) => void): this;
    once<K extends keyof Events>(event: K, listener: (value: Events[K]) => void): this;
    addListener<K extends keyof Events>(event: K, listener: (value: Events[K]) => void): this;
    removeListener<K extends keyof Events>(event: K, listener: (value: Events[K]) => void): this;
    /** Those of one event, or all. */
    removeAllListeners(event?: keyof Events): this;
    listeners<K extends keyof Events>(event: K): Array<(value: Events[K]) => void>;
    /** @returns whether anybody listens */
    emit<K extends keyof Events>(event: K, value?: Events[K]): boolean;
  }

  interface KeepAlive {
    readonly isEnabled: boolean;
    readonly isConnected: boolean;
    enable(): void;
    /** Stops reconnecting. A connection that is open stays. */
    disable(): void;
  }

  interface Sock extends EventEmitter<SockEventMap> {
    /** The connection, while there is one. */
    readonly ws: WebSocket | null;
    /** What it answers; another set serves the messages from then on. */
    handlers: Handlers;
    /** The codec; set it before connecting. */
    protocol: Protocol;
    /** While `openKeepAlive` is in force. */
    readonly keepalive: KeepAlive | null;
    /** The peer's last one. Ours. */
    readonly heartbeat: SockEventMap['heartbeat'] | null;

    /** Messages queued while not connected; beyond it requests fail and notifications throw. At first 100. */
    sendBufferLimit: number;
    /** Milliseconds between heartbeats of this side: at least 10, or 0 for none. At first 20000. */
    heartbeatInterval: number;
    /**
     * A peer that has sent a heartbeat and then nothing for so many milliseconds is given up with `ErrTimeout`; 0 for
     * never. Keep it well above the peer's heartbeat interval. At first 60000. Ours.
     */
    readTimeout: number;
    /** Milliseconds for connecting, and again for the peer's version to come. At first 30000. Ours. */
    handshakeTimeout: number;
    /** Largest payload accepted, in bytes: a larger request is refused, anything else closes. At first 16 MiB. Ours. */
    maxPayload: number;
    /** While more bytes than this wait in the browser, sending throws. At first 16 MiB. Ours. */
    maxBuffered: number;
    /** How often a request is sent in all while the peer answers that it should be tried later. 1 to never repeat. At first 5. Ours. */
    maxAttempts: number;
    /**
     * The WebSocket subprotocol offered, with which messages are packed; '' to offer none. A server that does not
     * select it costs a second attempt to connect. The text codec offers none. At first 'gotalk.v1'. Ours.
     */
    subprotocol: string;

    /** Opens one connection, in the place of one that is open. */
    open(address?: string, onConnect?: ConnectCallback): this;
    open(onConnect: ConnectCallback): this;
    /** Connects, and again after every end: see the events `open` and `close`. */
    openKeepAlive(address?: string): this;
    /** Closes when all requests have been answered; called again, closes now. */
    end(): void;
    /** Where it is connected to; null while it is not. */
    address(): string | null;

    /** Takes over an open WebSocket; `handshake()` and `startReading()` must follow. */
    adoptWebSocket(ws: WebSocket): void;
    /** The same; throws for anything that is not like a WebSocket. */
    adopt(ws: WebSocket): void;
    handshake(): void;
    startReading(): void;
    /** Tells the peer of a protocol error and closes with status 4000 + code. */
    closeError(code: number): void;

    /**
     * Requests `op` with `value` as JSON. With a callback the promise does not fail: it gives undefined.
     * Told to retry, it waits as asked and tries again, up to `maxAttempts` and within its deadline.
     */
    request<R = any>(op: string, callback: Callback<R>): Promise<R | undefined>;
    request<R = any>(op: string, value?: unknown, options?: RequestOptions): Promise<R>;
    request<R = any>(
      op: string,
      value: unknown,
      callback: Callback<R>,
      options?: RequestOptions,
    ): Promise<R | undefined>;
    bufferRequest(op: string, payload?: Payload, options?: RequestOptions): Promise<Received>;
    bufferRequest(
      op: string,
      payload: Payload,
      callback: Callback<Received>,
      options?: RequestOptions,
    ): Promise<Received>;
    /** @deprecated use request */
    requestp<R = any>(op: string, value?: unknown, options?: RequestOptions): Promise<R>;
    /** @deprecated use bufferRequest */
    bufferRequestp(op: string, payload?: Payload, options?: RequestOptions): Promise<Received>;

    notify(name: string, value?: unknown): void;
    bufferNotify(name: string, payload?: Payload): void;
    /** @param load 0 (idle) to 1 (overloaded) */
    sendHeartbeat(load: number): void;
  }
  const Sock: {
    (handlers?: Handlers, protocol?: Protocol): Sock;
    new (handlers?: Handlers, protocol?: Protocol): Sock;
  };

  /** A Uint8Array of that size, or of those bytes. */
  function Buf(source: number | ArrayBuffer | Uint8Array): Uint8Array;

  /** A message without its payload. `wait` is a heartbeat's load, `size` its time or a protocol error's code. */
  interface Header<T> {
    t: number;
    id?: T;
    name?: string;
    wait: number;
    size: number;
  }

  interface Protocol<T = any> {
    readonly versionBuf: T;
    makeFixnum(value: number, digits: number): T;
    /** Throws where it is not two hex digits. */
    parseVersion(data: T): number;
    /** Throws where the header is not complete and valid. */
    parseMsg(data: T): Header<T>;
    makeMsg(t: number, id: T | string | null, name: string | null, wait: number, size: number): T;
    makeHeartbeatMsg(load: number): T;
  }

  namespace protocol {
    const Version: 1;
    const MsgTypeSingleReq: number;
    const MsgTypeStreamReq: number;
    const MsgTypeStreamReqPart: number;
    const MsgTypeSingleRes: number;
    const MsgTypeStreamRes: number;
    const MsgTypeErrorRes: number;
    const MsgTypeRetryRes: number;
    const MsgTypeNotification: number;
    const MsgTypeHeartbeat: number;
    const MsgTypeProtocolError: number;
    const ErrorAbnormal: 0;
    const ErrorUnsupported: 1;
    const ErrorInvalidMsg: 2;
    const ErrorTimeout: 3;
    const HeartbeatMsgMaxLoad: number;
    /** Everything in bytes. */
    const binary: Protocol<Uint8Array>;
    /** Everything in text messages, where it can be. */
    const text: Protocol<string>;
  }
}
