import { gotalk } from './api.js';
import type { HandlerSet } from './serving/handlers.js';
import type { Socket } from './sock.js';
import { setScriptUrl } from './connection/address.js';

// Undefined where a bundler made a script of this module.
setScriptUrl(import.meta.url);

export default gotalk;
export const { Buf, ErrAbnormal, ErrInvalidMsg, ErrTimeout, ErrUnsupported, Handlers, Sock } = gotalk;
export const { connection, open, protocol, version } = gotalk;
export const { handle, handleBufferNotification, handleBufferRequest } = gotalk;
export const { handleNotification, handleRequest, handleStreamRequest } = gotalk;

export type Handlers = HandlerSet;
export type Sock = Socket;
export type { BufferRequestHandler, RequestHandler, Result } from './serving/result.js';
export type { Callback } from './calls/callbacks.js';
export type { ConnectCallback, SockEventMap } from './sock.js';
export type { EventEmitter } from './platform/events.js';
export type { Frame } from './wire/frame.js';
export type { Header } from './wire/header.js';
export type { Heartbeat } from './serving/message-dispatcher.js';
export type { Joined } from './rooms.js';
export type { KeepAlive } from './connection/keep-alive.js';
export type { NotificationHandler } from './serving/handlers.js';
export type { Parts } from './streams/parts.js';
export type { PartsEventMap } from './streams/part-queue.js';
export type { Payload, Received } from './wire/payload.js';
export type { Protocol } from './wire/codec.js';
export type { CloseError, CloseReason, ProtocolError, RequestError } from './wire/errors.js';
export type { ResumableSession, Resumed } from './resume/resumption.js';
export type { RequestOptions } from './calls/request-options.js';
export type { SendOptions } from './streams/part-writer.js';
export type { Setup, SetupSock } from './setup-run.js';
export type { SockOptions } from './options.js';
export type { Source } from './streams/parts-of.js';
export type { ServedStream, Stream, StreamRequest } from './streams/stream.js';
export type { StreamOptions } from './streams/outbound-stream.js';
export type { StreamRequestHandler } from './streams/inbound-stream.js';
export type { TraceContext } from './wire/trace-context.js';
