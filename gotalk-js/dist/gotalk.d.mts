/** A payload to send: bytes, or a string for its UTF-8; nothing for an empty one. */
export type Payload = string | ArrayBuffer | ArrayBufferView | Blob | null | undefined;
/**
 * A payload that came: a string where the peer sent it as text (only with the text codec), else bytes; undefined where
 * it is empty.
 */
export type Received = Uint8Array<ArrayBuffer> | string | undefined;
/** Answers a request. The first answer counts. */
export interface Result<Out> {
	(value?: Out): void;
	/** Refuses. The peer reads the error's message, its `code` if that is a word such as `too-low`, and then its `data`. */
	error(error: Error | string): void;
	/**
	 * Aborts when nobody waits for the answer any more: the peer has given the request up, or the connection is lost.
	 * What is answered then goes nowhere. Ours.
	 */
	readonly signal: AbortSignal;
}
/**
 * Answers through `result`, or (ours) by the value or promise it returns. Where it declares `result` as a parameter,
 * a plain returned value is not an answer. A failure is sent to the peer as by `result.error`.
 */
export type RequestHandler<In = any, Out = any> = (params: In, result: Result<Out>, op: string) => unknown;
export type BufferRequestHandler = (payload: Received, result: Result<Payload>, op: string) => unknown;
/** Why a connection ended, or why none can be had. Ours. */
export interface CloseReason {
	/**
	 * `normal`, `going-away`, `signed-out`, `expired`, `kicked`, `replaced`, `policy` (close code 1008), a protocol error
	 * (`gave-up`, `unsupported`, `invalid-message`, `timeout`), or `lost` for any other end. In the event `unauthorized`
	 * also `unauthorized`: the server wants a sign-in before it lets this page connect.
	 */
	readonly code: string;
	/** What the server says about it, for people; may be empty. */
	readonly text: string;
}
/** A violation of the protocol, or the end of a connection that stands for one. */
export interface ProtocolError extends Error {
	readonly isGotalkProtocolError: true;
	/** One of `protocol.ErrorAbnormal` … `protocol.ErrorTimeout`. */
	readonly code: number;
	/** Ours. */
	readonly reason: CloseReason;
}
/** Why a connection ended. */
export interface CloseError extends Error {
	readonly isGotalkProtocolError?: boolean;
	readonly code?: number;
	/** Why, in a word that stays as it is. Ours. */
	readonly reason?: CloseReason;
	/** The server stops or restarts. */
	readonly isGoingAway?: boolean;
}
/** How requests fail. An error of the peer's handler has its text as the message; `code` and `data` where it gave them. */
export interface RequestError extends Error {
	/** Whether the peer may have carried the request out: it is unsafe to repeat. Ours. */
	mayHaveRun?: boolean;
	/** The peer was too busy, and still was after `sock.maxAttempts`, or the deadline was too near to wait. Ours. */
	isRetry?: boolean;
	/** With `isRetry`: how many milliseconds to wait before trying again; 0 for any time. Ours. */
	wait?: number;
	isGotalkProtocolError?: boolean;
	/**
	 * With `isGotalkProtocolError` one of `protocol.ErrorAbnormal` … `protocol.ErrorTimeout`. Else a word, such as
	 * `forbidden`: what the peer's handler gave its error, or this library its own. Ours.
	 */
	code?: number | string;
	/** What the peer's handler gave its error beside the text. Ours. */
	data?: any;
}
export type Callback<R> = (error: RequestError | null, result?: R) => void;
/** A message without its payload. `wait` is a heartbeat's load, `size` its time or a protocol error's code. */
export interface Header<T> {
	t: number;
	id?: T;
	name?: string;
	wait: number;
	size: number;
}
/**
 * One protocol message as it passed, for tools. Ours. `type` is the message's letter in the protocol, or 'version'.
 * `size` is the payload's in bytes; a payload that was skipped because of its size is undefined.
 */
export interface Frame {
	readonly direction: "in" | "out";
	readonly type: "version" | "r" | "s" | "p" | "R" | "S" | "E" | "e" | "n" | "h" | "f";
	/** When it passed, in milliseconds since 1970. */
	readonly time: number;
	/** The header as it stands on the wire. */
	readonly header: string;
	readonly size: number;
	readonly payload?: Uint8Array | string | Blob | undefined;
	/** Request id, one character a byte. */
	readonly id?: string | undefined;
	/** Operation or notification. */
	readonly name?: string | undefined;
	/** Of a RetryResult, in milliseconds. */
	readonly wait?: number;
	/** Of a heartbeat, 0 to 65535, with the time its sender gave. */
	readonly load?: number;
	readonly sentAt?: Date;
	/** Of a protocol error. */
	readonly code?: number;
}
/** A listener that throws is reported as an uncaught error; the others are still called. */
declare class EventEmitter<Events> {
	#private;
	addListener<K extends keyof Events>(event: K, listener: (value: Events[K]) => void): this;
	on<K extends keyof Events>(event: K, listener: (value: Events[K]) => void): this;
	once<K extends keyof Events>(event: K, listener: (value: Events[K]) => void): this;
	removeListener<K extends keyof Events>(event: K, listener: (value: Events[K]) => void): this;
	/** Those of one event, or all. */
	removeAllListeners(event?: keyof Events): this;
	/** The functions that were added, in their order. */
	listeners<K extends keyof Events>(event: K): Array<(value: Events[K]) => void>;
	/** @returns whether there are listeners */
	emit<K extends keyof Events>(event: K, ...args: [
		value?: Events[K]
	]): boolean;
}
export interface PartsEventMap {
	/** A part that came: bytes, or a string where the peer sent it as text (only with the text codec). */
	data: Uint8Array<ArrayBuffer> | string;
	/** The last part has come, or the stream has failed. */
	end: Error | null;
}
/** What can be sent as parts of at most 64 KiB. */
export type Source = string | ArrayBuffer | ArrayBufferView | Blob | ReadableStream<string | ArrayBuffer | ArrayBufferView> | Iterable<Payload> | AsyncIterable<Payload>;
export interface SendOptions {
	/** Hears after each part how many bytes were handed over, and how many there are where that is known. */
	progress?(sent: number, total: number | undefined): void;
}
/**
 * What comes in parts. Read it in one way: by events, by `for await`, or as a whole. Where nobody listens to events,
 * parts are kept up to `sock.maxStreamBuffer` bytes; past that the stream fails with a `StreamOverflowError`, since a
 * browser cannot stop reading a WebSocket. Leaving a `for await` early gives the stream up.
 */
declare class Parts extends EventEmitter<PartsEventMap> implements AsyncIterable<Uint8Array<ArrayBuffer>> {
	#private;
	[Symbol.asyncIterator](): AsyncGenerator<Uint8Array<ArrayBuffer>, void>;
	/** The parts as JSON values. */
	values<T = any>(): AsyncGenerator<T, void>;
	/** All further parts as one, up to `sock.maxPayload` bytes. */
	bytes(): Promise<Uint8Array<ArrayBuffer>>;
	/** The same as a JSON value; null where it is empty. */
	json<T = any>(): Promise<T>;
	/** Gives the stream up: what was kept is let go, and what still comes is dropped. */
	close(): void;
}
/** Parts in both directions. */
declare class Stream extends Parts {
	#private;
	/** The operation. */
	readonly op: string;
	/**
	 * Writes a part; of more than 64 KiB, several. One that is empty writes nothing, null ends the stream as in the
	 * reference. Throws where more than `sock.maxBuffered` bytes wait in the browser already.
	 *
	 * @returns false where the next one should wait until `ready`, and where the stream has ended and nothing is written
	 */
	write(part: Payload): boolean;
	/** Writes a value as a part of JSON. */
	writeValue(value: unknown): boolean;
	/** That more may be written. Fails when the stream has ended: with the peer's error, or a `StreamEndedError`. */
	get ready(): Promise<void>;
	/**
	 * Writes all of `source`, waiting where necessary until more may be written. Done when the last part was handed over.
	 * The stream goes on: `end()` ends it. Fails when the source or the stream does.
	 */
	send(source: Source, options?: SendOptions): Promise<void>;
	/** No part follows. */
	end(): void;
}
/** A stream request of the peer. Ours. */
declare class ServedStream extends Stream {
	/** Aborts when the peer has given the stream up, or the connection is lost. */
	readonly signal: AbortSignal;
}
/** A stream request of this page. The first part sends it. */
declare class StreamRequest extends Stream {
	/** The whole result, up to `sock.maxPayload` bytes. Ours. */
	get result(): Promise<Uint8Array<ArrayBuffer>>;
}
/**
 * Answers requests in parts. An async handler's end is the stream's, and the value it returns is the whole result, or
 * the last part: bytes as they are, any other value as JSON. What an async generator yields are the parts. Any other
 * handler calls `end()`. A failure is sent to the peer as its message, and `code` and `data` where it has them. Ours.
 */
export type StreamRequestHandler = (stream: ServedStream, op: string) => unknown;
export type NotificationHandler<In = any> = (value: In, name: string) => void;
declare class HandlerSet {
	#private;
	handleBufferRequest(op: string, handler: BufferRequestHandler | null): void;
	/** An operation is of one kind: this takes the place of another handler of `op`. Ours. */
	handleStreamRequest(op: string, handler: StreamRequestHandler | null): void;
	/** Parameters and results are JSON; null where the payload is empty. */
	handleRequest<In = any, Out = any>(op: string, handler: RequestHandler<In, Out> | null): void;
	handleBufferNotification(name: string, handler: NotificationHandler<Received> | null): void;
	handleNotification<In = any>(name: string, handler: NotificationHandler<In> | null): void;
	/** The handler of raw payloads for `op`, or the fallback. */
	findRequestHandler(op: string): BufferRequestHandler | null;
	findStreamRequestHandler(op: string): StreamRequestHandler | null;
	findNotificationHandler(name: string): NotificationHandler<Received> | null;
}
/** Writes and reads messages without their payloads. */
export interface Protocol<T = any> {
	readonly versionBuf: T;
	makeFixnum(value: number, digits: number): T;
	/** Throws where it is not two hex digits. */
	parseVersion(data: T): number;
	/** Throws where the header is not complete and valid. */
	parseMsg(data: T): Header<T>;
	makeMsg(t: number, id: T | string | null, name: string | null, wait: number, size: number): T;
	makeHeartbeatMsg(load: number): T;
}
export interface BinaryProtocol extends Protocol<Uint8Array> {
}
/**
 * Where a message belongs in a distributed trace: a W3C `traceparent`, or an object with that and maybe a `tracestate`,
 * as OpenTelemetry's `propagation.inject` fills it. Without a `traceparent` it is none. Ours.
 */
export type TraceContext = string | {
	traceparent?: string;
	tracestate?: string;
};
/** What can be set of a Sock. Each is also a property of the Sock itself, as in the reference. */
declare class SockOptions {
	#private;
	/** What the Sock answers; another set serves the messages from then on. */
	handlers: HandlerSet;
	/** The codec; set it before connecting. */
	protocol: Protocol;
	/** Messages queued while not connected; beyond it requests fail and notifications throw. At first 100. */
	sendBufferLimit: number;
	/** Largest payload accepted, in bytes: a larger request is refused, anything else closes. At first 16 MiB. Ours. */
	maxPayload: number;
	/** How many requests of the peer may be served at once, streams among them. At first 256. Ours. */
	maxConcurrentRequests: number;
	/** How many streams of the peer may be served at once; 0 to refuse them. At first 16. Ours. */
	maxStreams: number;
	/** How many bytes of a stream are kept for its reader, and may wait in the browser to be sent. At first 1 MiB. Ours. */
	maxStreamBuffer: number;
	/** While more bytes than this wait in the browser, sending throws. At first 16 MiB. Ours. */
	maxBuffered: number;
	/** How often a request is sent in all while the peer asks to try later. 1 to never repeat. At first 5. Ours. */
	maxAttempts: number;
	/**
	 * A peer that has sent a heartbeat and then nothing for so many milliseconds is given up with `ErrTimeout`; 0 for
	 * never. Keep it well above the peer's heartbeat interval. At first 60000. Ours.
	 */
	readTimeout: number;
	/** Milliseconds for connecting, again for the peer's version to come, and for the set-up. At first 30000. Ours. */
	handshakeTimeout: number;
	/**
	 * The WebSocket subprotocol offered, with which messages are packed; '' to offer none. A server that does not
	 * select it costs a second attempt to connect. The text codec offers none. At first 'gotalk.v1'. Ours.
	 */
	subprotocol: string;
	/**
	 * Called for each request, stream and notification when the program makes it: where it belongs in a distributed trace.
	 * Servers of ours continue that; others are sent nothing of it. What it throws is reported as an uncaught error, and the
	 * message goes without. At first null. Ours.
	 */
	traceContext: (() => TraceContext | null | undefined) | null;
	/** Milliseconds between heartbeats of this side: at least 10, or 0 for none. At first 20000. */
	get heartbeatInterval(): number;
	set heartbeatInterval(ms: number);
}
/** When a request is given up, which peers of `gotalk.v1` are told; and its trace, which only they are. Ours. */
export interface RequestOptions {
	/** Milliseconds until the request fails with a `TimeoutError`; 0 for never. */
	timeout?: number;
	/** Gives up when it aborts: the promise fails with its reason. */
	signal?: AbortSignal;
	/** Where the request belongs in a distributed trace, in place of what `sock.traceContext` says. */
	trace?: TraceContext;
}
/** How a stream request is carried out. Ours. */
export interface StreamOptions extends RequestOptions {
	/**
	 * Milliseconds that the peer may be silent once the request has ended; then reading fails with a `TimeoutError`. 0
	 * for no limit. At first `defaultRequestTimeout`.
	 */
	timeout?: number;
	/** Gives up when it aborts: reading and writing fail with its reason. */
	signal?: AbortSignal;
	/** Goes on sending after the result has ended, until `end()`. Otherwise the end of the result ends the request. */
	continueAfterAnswer?: boolean;
}
declare class Caller {
	/**
	 * Requests `op` with `value` as JSON. With a callback the promise does not fail: it gives undefined.
	 * Told to retry, it waits as asked and tries again, up to `maxAttempts` and within its deadline.
	 */
	request<R = any>(op: string, callback: Callback<R>): Promise<R | undefined>;
	request<R = any>(op: string, value?: unknown, options?: RequestOptions): Promise<R>;
	request<R = any>(op: string, value: unknown, callback: Callback<R>, options?: RequestOptions): Promise<R | undefined>;
	bufferRequest(op: string, payload?: Payload, options?: RequestOptions): Promise<Received>;
	bufferRequest(op: string, payload: Payload, callback: Callback<Received>, options?: RequestOptions): Promise<Received>;
	/** A stream request of `op`. Where the peer asks to try later, it fails: its parts are gone. */
	streamRequest(op: string, options?: StreamOptions): StreamRequest;
	/**
	 * Requests `op`, with bytes as they are or any other value as JSON, and reads the result in parts. `timeout` is the
	 * longest wait for a part. Ours.
	 */
	requestParts(op: string, value?: unknown, options?: RequestOptions): Parts;
	notify(name: string, value?: unknown): void;
	bufferNotify(name: string, payload?: Payload): void;
}
/** Keeps a connection open until `disable()`, or until the server does not want it. */
declare class KeepAlive {
	#private;
	get isEnabled(): boolean;
	get isConnected(): boolean;
	enable(): void;
	/** Stops reconnecting. A connection that is open stays. */
	disable(): void;
}
/** What survives a lost connection: the server keeps it for the page that comes back. Ours. */
export interface ResumableSession {
	/** A secret, as good as the page's sign-in for what it names: do not show or store it. */
	readonly key: string;
	/** How long the server waits for the page to come back, in milliseconds. */
	readonly window: number;
}
/** How a page has come back. Ours. */
export interface Resumed {
	/** Whether no notification was lost in either direction, but for those of a set-up. */
	recovered: boolean;
	/** The rooms that the page was found in. */
	rooms: string[];
}
export interface Heartbeat {
	time: Date;
	/** 0 (idle) to 65535 (overloaded). */
	load: number;
}
/** What a page learns when it has joined a room. Ours. */
export interface Joined {
	/** Where the room's history stands, as the server writes it. */
	readonly position: string;
}
/** A new connection while it is set up: what is sent here goes out at once, before what waits on the Sock. Ours. */
export type SetupSock = Pick<Caller, "request" | "bufferRequest" | "requestParts" | "streamRequest" | "notify" | "bufferNotify">;
/** Prepares a new connection: done when it returns, or when its promise is fulfilled. See `sock.setup`. Ours. */
export type Setup = (sock: SetupSock) => unknown;
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
	waiting: {
		delay: number;
		error: Error | null;
	};
	/** `load` is 0 (idle) to 65535 (overloaded). */
	heartbeat: Heartbeat;
	/** A session goes on over a new connection, or another had to take its place. Ours. */
	resumed: Resumed;
	/** Costs nothing while nobody listens. Ours. */
	frame: Frame;
}
declare const WithCalls: new () => EventEmitter<SockEventMap> & SockOptions & Caller;
declare class Socket extends WithCalls {
	#private;
	/** Limits, times, codec and handlers. Each option is also a property of the Sock. Ours. */
	readonly options: SockOptions;
	/** The connection, while there is one. */
	get ws(): WebSocket | null;
	/** While `openKeepAlive` is in force. */
	get keepalive(): KeepAlive | null;
	/** The peer's last one. Ours. */
	get heartbeat(): Heartbeat | null;
	/** Why the last connection has ended, also where the event `close` has no error; null before the first end. Ours. */
	get closeReason(): CloseReason | null;
	/** What this page comes back to after a lost connection; undefined where the server has no sessions. Ours. */
	get session(): ResumableSession | undefined;
	/** Opens one connection, in the place of one that is open. */
	open(address?: string, onConnect?: ConnectCallback): this;
	open(onConnect: ConnectCallback): this;
	/** Connects, and again after every end: see the events `open` and `close`. */
	openKeepAlive(address?: string): this;
	/**
	 * Sets what runs on each new connection, a sign-in for example; null for nothing. It is given the connection: what is
	 * sent there overtakes what waits on the Sock, and `open` is told when it is done. Where it fails, or takes longer than
	 * `handshakeTimeout`, the connection is closed, and the attempt has failed: `open` tells its callback, and keep-alive
	 * tells `waiting` and tries again. Connections that are open or adopted are not set up. Ours.
	 */
	setup(setup: Setup | null): this;
	/** Takes over an open WebSocket; `handshake()` and `startReading()` must follow. */
	adoptWebSocket(ws: WebSocket): void;
	/** The same; throws for anything that is not like a WebSocket. */
	adopt(ws: WebSocket): void;
	handshake(): void;
	startReading(): void;
	/** Closes when all requests have been answered; called again, closes now. */
	end(): void;
	/** Tells the peer of a protocol error and closes with status 4000 + code. */
	closeError(code: number): void;
	/** Where it is connected to; null while it is not. */
	address(): string | null;
	/** @deprecated use request */
	requestp<R = any>(op: string, value?: unknown, options?: RequestOptions): Promise<R>;
	/** @deprecated use bufferRequest */
	bufferRequestp(op: string, payload?: Payload, options?: RequestOptions): Promise<Received>;
	/**
	 * Renews the credential of this connection, with a token that the server's application checks, instead of losing it
	 * when the credential expires. Ours.
	 *
	 * @returns when the new credential expires; null for never
	 */
	renew(token: string): Promise<Date | null>;
	/**
	 * Enters a room of the server's, whose notifications come from then on. Rooms joined so are joined again where the server
	 * has lost the session; a failure of that is reported as an uncaught error. Ours.
	 */
	join(room: string): Promise<Joined>;
	/** Leaves a room that was entered with `join`. Ours. */
	leave(room: string): Promise<void>;
	/** @param load 0 (idle) to 1 (overloaded) */
	sendHeartbeat(load: number): void;
}
declare class Globals {
	/** Version of this library; for the version of the protocol see `protocol.Version`. */
	readonly version: string;
	/** Whether helpful warnings go to the console: at first true on localhost, 127.0.0.1 and *.local. */
	developmentMode: boolean;
	/**
	 * Where to connect without an address. At first the folder that `gotalk.js` or `gotalk.mjs` came from, with ws for
	 * http and wss for https; `gotalk/` beside the page where a bundler made another file of it; empty where there is no
	 * page either, as in workers and in Node.
	 */
	defaultResponderAddress: string;
	/** Deadline of requests that name none, in milliseconds; 0 for none. At first 30000. Ours. */
	defaultRequestTimeout: number;
}
declare const globals: Globals;
declare function buf(source: number | ArrayBuffer): Uint8Array<ArrayBuffer>;
declare function buf<B extends ArrayBufferLike>(source: B | Uint8Array<B>): Uint8Array<B>;
declare function openOnce(address?: string, onConnect?: ConnectCallback, handlers?: HandlerSet, protocol?: Protocol): Socket;
declare function openOnce(onConnect: ConnectCallback, handlers?: HandlerSet, protocol?: Protocol): Socket;
declare class Api {
	readonly Handlers: {
		(): HandlerSet;
		new (): HandlerSet;
	};
	readonly Sock: {
		(handlers?: HandlerSet | undefined, protocol?: Protocol<any> | undefined): Socket;
		new (handlers?: HandlerSet | undefined, protocol?: Protocol<any> | undefined): Socket;
	};
	readonly ErrAbnormal: ProtocolError;
	readonly ErrUnsupported: ProtocolError;
	readonly ErrInvalidMsg: ProtocolError;
	readonly ErrTimeout: ProtocolError;
	readonly protocol: Readonly<{
		Version: 1;
		MsgTypeSingleReq: 114;
		MsgTypeStreamReq: 115;
		MsgTypeStreamReqPart: 112;
		MsgTypeSingleRes: 82;
		MsgTypeStreamRes: 83;
		MsgTypeErrorRes: 69;
		MsgTypeRetryRes: 101;
		MsgTypeNotification: 110;
		MsgTypeHeartbeat: 104;
		MsgTypeProtocolError: 102;
		ErrorAbnormal: 0;
		ErrorUnsupported: 1;
		ErrorInvalidMsg: 2;
		ErrorTimeout: 3;
		HeartbeatMsgMaxLoad: 65535;
		/** Everything in bytes. */
		binary: BinaryProtocol;
		/** Everything in text messages, where it can be. */
		text: Protocol<string>;
	}>;
	/** The handlers of every Sock made without its own. */
	defaultHandlers: HandlerSet;
	/** A Uint8Array of that size, or of those bytes. */
	readonly Buf: typeof buf;
	/** A connection that is opened again whenever it ends, until `end()`. */
	readonly connection: (address?: string, handlers?: HandlerSet, protocol?: Protocol) => Socket;
	/** One connection. `onConnect` hears `(error)`, or `(null, sock)`. The address may be left out. */
	readonly open: typeof openOnce;
	/** Answers requests, on `defaultHandlers`. See `Handlers.handleRequest`. */
	readonly handleRequest: <In = any, Out = any>(op: string, handler: RequestHandler<In, Out> | null) => void;
	/** The same as `handleRequest`. */
	readonly handle: <In = any, Out = any>(op: string, handler: RequestHandler<In, Out> | null) => void;
	readonly handleBufferRequest: (op: string, handler: BufferRequestHandler | null) => void;
	/** Answers stream requests, on `defaultHandlers`; single requests, too, as streams of one part. Ours. */
	readonly handleStreamRequest: (op: string, handler: StreamRequestHandler | null) => void;
	readonly handleNotification: <In = any>(name: string, handler: NotificationHandler<In> | null) => void;
	readonly handleBufferNotification: (name: string, handler: NotificationHandler<Received> | null) => void;
}
/**
 * gotalk.js. Programs written for the reference library 1.2.1 run unchanged; what is marked "ours" is missing there.
 */
declare const gotalk: typeof globals & Api;
export declare const Buf: {
	(source: number | ArrayBuffer): Uint8Array<ArrayBuffer>;
	<B extends ArrayBufferLike>(source: B | Uint8Array<B>): Uint8Array<B>;
}, ErrAbnormal: ProtocolError, ErrInvalidMsg: ProtocolError, ErrTimeout: ProtocolError, ErrUnsupported: ProtocolError, Handlers: {
	(): HandlerSet;
	new (): HandlerSet;
}, Sock: {
	(handlers?: HandlerSet | undefined, protocol?: Protocol<any> | undefined): Socket;
	new (handlers?: HandlerSet | undefined, protocol?: Protocol<any> | undefined): Socket;
};
export declare const connection: (address?: string, handlers?: HandlerSet, protocol?: Protocol) => Socket, open$1: {
	(address?: string, onConnect?: ConnectCallback, handlers?: HandlerSet, protocol?: Protocol): Socket;
	(onConnect: ConnectCallback, handlers?: HandlerSet, protocol?: Protocol): Socket;
}, protocol: Readonly<{
	Version: 1;
	MsgTypeSingleReq: 114;
	MsgTypeStreamReq: 115;
	MsgTypeStreamReqPart: 112;
	MsgTypeSingleRes: 82;
	MsgTypeStreamRes: 83;
	MsgTypeErrorRes: 69;
	MsgTypeRetryRes: 101;
	MsgTypeNotification: 110;
	MsgTypeHeartbeat: 104;
	MsgTypeProtocolError: 102;
	ErrorAbnormal: 0;
	ErrorUnsupported: 1;
	ErrorInvalidMsg: 2;
	ErrorTimeout: 3;
	HeartbeatMsgMaxLoad: 65535;
	binary: BinaryProtocol;
	text: Protocol<string>;
}>, version: string;
export declare const handle: <In = any, Out = any>(op: string, handler: RequestHandler<In, Out> | null) => void, handleBufferNotification: (name: string, handler: NotificationHandler<Received> | null) => void, handleBufferRequest: (op: string, handler: BufferRequestHandler | null) => void;
export declare const handleNotification: <In = any>(name: string, handler: NotificationHandler<In> | null) => void, handleRequest: <In = any, Out = any>(op: string, handler: RequestHandler<In, Out> | null) => void, handleStreamRequest: (op: string, handler: StreamRequestHandler | null) => void;
export type Handlers = HandlerSet;
export type Sock = Socket;

export {
	gotalk as default,
	open$1 as open,
};

export {};
export type { EventEmitter, Parts, Stream, ServedStream, StreamRequest, SockOptions, KeepAlive };
