/** The protocol version this library speaks. */
export const VERSION = 1;

/** The WebSocket subprotocol that stands for a plain byte stream in both directions. */
export const SUBPROTOCOL = 'gotalk.v1';

const code = (letter) => letter.charCodeAt(0);

export const MsgType = Object.freeze({
  SingleReq: code('r'),
  StreamReq: code('s'),
  StreamReqPart: code('p'),
  SingleRes: code('R'),
  StreamRes: code('S'),
  ErrorRes: code('E'),
  RetryRes: code('e'),
  Notification: code('n'),
  Heartbeat: code('h'),
  ProtocolError: code('f'),
});

export const ErrorCode = Object.freeze({ Abnormal: 0, Unsupported: 1, InvalidMsg: 2, Timeout: 3 });

/** The load of a heartbeat goes from 0 (idle) to this (overloaded). */
export const HEARTBEAT_MAX_LOAD = 0xffff;

/** A name's length has three hex digits. */
export const MAX_NAME_BYTES = 0xfff;
