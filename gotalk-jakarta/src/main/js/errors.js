import { ErrorCode } from './protocol.js';

function protocolError(message, code) {
  return Object.assign(new Error(message), { isGotalkProtocolError: true, code });
}

export const ErrAbnormal = protocolError('the peer closed the connection abnormally', ErrorCode.Abnormal);
export const ErrUnsupported = protocolError('unsupported protocol version', ErrorCode.Unsupported);
export const ErrInvalidMsg = protocolError('invalid protocol message', ErrorCode.InvalidMsg);
export const ErrTimeout = protocolError('timeout', ErrorCode.Timeout);

const BY_CODE = [ErrAbnormal, ErrUnsupported, ErrInvalidMsg, ErrTimeout];

/** A code that does not exist is itself an invalid message. */
export function errorOfCode(code) {
  return BY_CODE[code] || ErrInvalidMsg;
}

/** The WebSocket close status that stands for a protocol error. */
export function closeStatus(error) {
  return 4000 + error.code;
}

const STATUS_NAMES = {
  1000: 'normal',
  1001: 'going away',
  1002: 'protocol error',
  1003: 'unsupported',
  1005: 'no status',
  1006: 'abnormal',
  1007: 'inconsistent',
  1008: 'invalid message',
  1009: 'too large',
  1011: 'internal error',
  1012: 'service restart',
  1013: 'try again later',
};

export function statusText(status) {
  const name = STATUS_NAMES[status];
  return name ? `#${status} (${name})` : `#${status}`;
}

/** What the `close` event says about a WebSocket close status: null for a clean close. */
export function errorOfStatus(status) {
  if (status === 1000) return null;
  const isGoingAway = status === 1001 || status === 1012;
  return BY_CODE[status - 4000] || Object.assign(new Error(`websocket closed: ${statusText(status)}`), { isGoingAway });
}

/** Why one request failed with its connection, and whether the peer may have carried it out already. */
export function requestFailure(cause, mayHaveRun) {
  const error = new Error(cause ? cause.message : 'connection closed', cause ? { cause } : undefined);
  if (cause && cause.isGotalkProtocolError) {
    Object.assign(error, { isGotalkProtocolError: true, code: cause.code });
  }
  return Object.assign(error, { mayHaveRun });
}

/** The text of an error that may leave this machine: its message, never its stack. */
export function errorText(error) {
  return String((error && error.message) || error || 'error');
}

/** Why a stream is over for whoever still reads or writes. */
export function streamError(name, message) {
  return Object.assign(new Error(message), { name });
}
