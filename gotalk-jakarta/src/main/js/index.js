import { binaryCodec } from './codec-binary.js';
import { Buf } from './buf.js';
import { ErrAbnormal, ErrInvalidMsg, ErrTimeout, ErrUnsupported } from './errors.js';
import { ErrorCode, HEARTBEAT_MAX_LOAD, MsgType, VERSION } from './protocol.js';
import { gotalk } from './namespace.js';
import { Handlers } from './handlers.js';
import { Sock } from './sock.js';
import { textCodec } from './codec-text.js';

const prefixed = (prefix, values) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + name, value]));

const KINDS = [
  'handleRequest',
  'handleBufferRequest',
  'handleStreamRequest',
  'handleNotification',
  'handleBufferNotification',
];

Object.assign(gotalk, {
  Buf,
  Handlers,
  Sock,
  ErrAbnormal,
  ErrUnsupported,
  ErrInvalidMsg,
  ErrTimeout,

  protocol: Object.freeze({
    Version: VERSION,
    ...prefixed('MsgType', MsgType),
    ...prefixed('Error', ErrorCode),
    HeartbeatMsgMaxLoad: HEARTBEAT_MAX_LOAD,
    binary: binaryCodec,
    text: textCodec,
  }),

  defaultHandlers: Handlers(),

  ...Object.fromEntries(KINDS.map((kind) => [kind, (name, handler) => gotalk.defaultHandlers[kind](name, handler)])),

  connection: (address, handlers, protocol) => Sock(handlers, protocol).openKeepAlive(address),

  open(...args) {
    // The address may be left out before a callback and its handlers; a single callback needs no shift.
    const [address, onConnect, handlers, protocol] =
      typeof args[0] === 'function' && args[1] !== undefined ? [undefined, ...args] : args;
    return Sock(handlers, protocol).open(address, onConnect);
  },
});

gotalk.handle = gotalk.handleRequest;
