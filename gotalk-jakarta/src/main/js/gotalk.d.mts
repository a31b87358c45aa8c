/// <reference path="./gotalk.d.ts" />

export default gotalk;

export import Buf = gotalk.Buf;
export import ErrAbnormal = gotalk.ErrAbnormal;
export import ErrInvalidMsg = gotalk.ErrInvalidMsg;
export import ErrTimeout = gotalk.ErrTimeout;
export import ErrUnsupported = gotalk.ErrUnsupported;
export import Handlers = gotalk.Handlers;
export import Sock = gotalk.Sock;
export import connection = gotalk.connection;
export import handle = gotalk.handle;
export import handleBufferNotification = gotalk.handleBufferNotification;
export import handleBufferRequest = gotalk.handleBufferRequest;
export import handleNotification = gotalk.handleNotification;
export import handleRequest = gotalk.handleRequest;
export import handleStreamRequest = gotalk.handleStreamRequest;
export import open = gotalk.open;
export import protocol = gotalk.protocol;
export import version = gotalk.version;
