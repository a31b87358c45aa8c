import { gotalk as api } from './api.js';
import { setScriptUrl } from './connection/address.js';
import type * as module from './gotalk.mjs';

setScriptUrl((globalThis.document?.currentScript as HTMLScriptElement | null)?.src);
Object.assign(globalThis, { gotalk: api });

declare global {
  /** The global that the script `gotalk.js` defines. The module `gotalk.mjs` exports the same. */
  const gotalk: typeof module.default;

  namespace gotalk {
    type BufferRequestHandler = module.BufferRequestHandler;
    type Callback<R> = module.Callback<R>;
    type CloseError = module.CloseError;
    type CloseReason = module.CloseReason;
    type ConnectCallback = module.ConnectCallback;
    type EventEmitter<Events> = module.EventEmitter<Events>;
    type Frame = module.Frame;
    type Handlers = module.Handlers;
    type Header<T> = module.Header<T>;
    type Heartbeat = module.Heartbeat;
    type Joined = module.Joined;
    type KeepAlive = module.KeepAlive;
    type NotificationHandler<In = any> = module.NotificationHandler<In>;
    type Parts = module.Parts;
    type PartsEventMap = module.PartsEventMap;
    type Payload = module.Payload;
    type Protocol<T = any> = module.Protocol<T>;
    type ProtocolError = module.ProtocolError;
    type Received = module.Received;
    type RequestError = module.RequestError;
    type RequestHandler<In = any, Out = any> = module.RequestHandler<In, Out>;
    type RequestOptions = module.RequestOptions;
    type Result<Out> = module.Result<Out>;
    type ResumableSession = module.ResumableSession;
    type Resumed = module.Resumed;
    type SendOptions = module.SendOptions;
    type ServedStream = module.ServedStream;
    type Setup = module.Setup;
    type SetupSock = module.SetupSock;
    type Sock = module.Sock;
    type SockEventMap = module.SockEventMap;
    type SockOptions = module.SockOptions;
    type Source = module.Source;
    type Stream = module.Stream;
    type StreamOptions = module.StreamOptions;
    type StreamRequest = module.StreamRequest;
    type StreamRequestHandler = module.StreamRequestHandler;
    type TraceContext = module.TraceContext;
  }
}
