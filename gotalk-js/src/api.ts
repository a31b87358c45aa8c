import { binaryCodec } from './wire/binary-codec.js';
import type { BufferRequestHandler, RequestHandler } from './serving/result.js';
import { type ConnectCallback, Socket } from './sock.js';
import { ErrAbnormal, ErrInvalidMsg, ErrTimeout, ErrUnsupported } from './wire/errors.js';
import * as ErrorCode from './wire/error-code.js';
import * as MsgType from './wire/msg-type.js';
import { HEARTBEAT_MAX_LOAD, VERSION } from './wire/protocol.js';
import { globals } from './globals.js';
import { HandlerSet, type NotificationHandler } from './serving/handlers.js';
import type { Protocol } from './wire/codec.js';
import type { Received } from './wire/payload.js';
import type { StreamRequestHandler } from './streams/inbound-stream.js';
import { textCodec } from './wire/text-codec.js';

/** A function that makes objects with and without `new`, as in the reference. */
function constructible<A extends unknown[], T extends object>(prototype: T, create: (...args: A) => T) {
  function construct(...args: A): T {
    return create(...args);
  }
  construct.prototype = prototype;
  return construct as { (...args: A): T; new (...args: A): T };
}

const protocol = Object.freeze({
  Version: VERSION as 1,
  MsgTypeSingleReq: MsgType.SingleReq,
  MsgTypeStreamReq: MsgType.StreamReq,
  MsgTypeStreamReqPart: MsgType.StreamReqPart,
  MsgTypeSingleRes: MsgType.SingleRes,
  MsgTypeStreamRes: MsgType.StreamRes,
  MsgTypeErrorRes: MsgType.ErrorRes,
  MsgTypeRetryRes: MsgType.RetryRes,
  MsgTypeNotification: MsgType.Notification,
  MsgTypeHeartbeat: MsgType.Heartbeat,
  MsgTypeProtocolError: MsgType.ProtocolError,
  ErrorAbnormal: ErrorCode.Abnormal,
  ErrorUnsupported: ErrorCode.Unsupported,
  ErrorInvalidMsg: ErrorCode.InvalidMsg,
  ErrorTimeout: ErrorCode.Timeout,
  HeartbeatMsgMaxLoad: HEARTBEAT_MAX_LOAD,
  /** Everything in bytes. */
  binary: binaryCodec,
  /** Everything in text messages, where it can be. */
  text: textCodec,
});

function buf(source: number | ArrayBuffer): Uint8Array<ArrayBuffer>;
function buf<B extends ArrayBufferLike>(source: B | Uint8Array<B>): Uint8Array<B>;
function buf(source: number | ArrayBufferLike | Uint8Array): Uint8Array {
  return source instanceof Uint8Array ? source : new Uint8Array(source as ArrayBuffer);
}

function openOnce(address?: string, onConnect?: ConnectCallback, handlers?: HandlerSet, protocol?: Protocol): Socket;
function openOnce(onConnect: ConnectCallback, handlers?: HandlerSet, protocol?: Protocol): Socket;
function openOnce(...args: any[]): Socket {
  // The address may be left out before a callback and its handlers; a single callback needs no shift.
  const [address, onConnect, handlers, protocol] =
    typeof args[0] === 'function' && args[1] !== undefined ? [undefined, ...args] : args;
  return gotalk.Sock(handlers, protocol).open(address, onConnect);
}

/** What `gotalk` has beside the globals. */
class Api {
  readonly Handlers = constructible(HandlerSet.prototype, () => new HandlerSet());
  readonly Sock = constructible(
    Socket.prototype,
    (handlers?: HandlerSet, protocol?: Protocol) => new Socket(handlers || gotalk.defaultHandlers, protocol),
  );
  readonly ErrAbnormal = ErrAbnormal;
  readonly ErrUnsupported = ErrUnsupported;
  readonly ErrInvalidMsg = ErrInvalidMsg;
  readonly ErrTimeout = ErrTimeout;
  readonly protocol = protocol;

  /** The handlers of every Sock made without its own. */
  defaultHandlers = new HandlerSet();

  /** A Uint8Array of that size, or of those bytes. */
  readonly Buf = buf;

  /** A connection that is opened again whenever it ends, until `end()`. */
  readonly connection = (address?: string, handlers?: HandlerSet, protocol?: Protocol): Socket =>
    gotalk.Sock(handlers, protocol).openKeepAlive(address);

  /** One connection. `onConnect` hears `(error)`, or `(null, sock)`. The address may be left out. */
  readonly open = openOnce;

  /** Answers requests, on `defaultHandlers`. See `Handlers.handleRequest`. */
  readonly handleRequest = <In = any, Out = any>(op: string, handler: RequestHandler<In, Out> | null): void =>
    gotalk.defaultHandlers.handleRequest(op, handler);

  /** The same as `handleRequest`. */
  readonly handle = this.handleRequest;

  readonly handleBufferRequest = (op: string, handler: BufferRequestHandler | null): void =>
    gotalk.defaultHandlers.handleBufferRequest(op, handler);

  /** Answers stream requests, on `defaultHandlers`; single requests, too, as streams of one part. Ours. */
  readonly handleStreamRequest = (op: string, handler: StreamRequestHandler | null): void =>
    gotalk.defaultHandlers.handleStreamRequest(op, handler);

  readonly handleNotification = <In = any>(name: string, handler: NotificationHandler<In> | null): void =>
    gotalk.defaultHandlers.handleNotification(name, handler);

  readonly handleBufferNotification = (name: string, handler: NotificationHandler<Received> | null): void =>
    gotalk.defaultHandlers.handleBufferNotification(name, handler);
}

/**
 * gotalk.js. Programs written for the reference library 1.2.1 run unchanged; what is marked "ours" is missing there.
 */
export const gotalk: typeof globals & Api = Object.assign(globals, new Api());
