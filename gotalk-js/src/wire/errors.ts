import * as ErrorCode from './error-code.js';

/** A violation of the protocol, or the end of a connection that stands for one. */
export interface ProtocolError extends Error {
  readonly isGotalkProtocolError: true;
  /** One of `protocol.ErrorAbnormal` … `protocol.ErrorTimeout`. */
  readonly code: number;
}

/** Why a connection ended. */
export interface CloseError extends Error {
  readonly isGotalkProtocolError?: boolean;
  readonly code?: number;
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

function protocolError(message: string, code: number): ProtocolError {
  return Object.assign(new Error(message), { isGotalkProtocolError: true as const, code });
}

export const ErrAbnormal = protocolError('the peer closed the connection abnormally', ErrorCode.Abnormal);
export const ErrUnsupported = protocolError('unsupported protocol version', ErrorCode.Unsupported);
export const ErrInvalidMsg = protocolError('invalid protocol message', ErrorCode.InvalidMsg);
export const ErrTimeout = protocolError('timeout', ErrorCode.Timeout);

const BY_CODE: (ProtocolError | undefined)[] = [ErrAbnormal, ErrUnsupported, ErrInvalidMsg, ErrTimeout];

/** A code that does not exist is itself an invalid message. */
export function errorOfCode(code: number): ProtocolError {
  return BY_CODE[code] || ErrInvalidMsg;
}

/** The WebSocket close status that stands for a protocol error. */
export function closeStatus(error: ProtocolError): number {
  return 4000 + error.code;
}

const STATUS_NAMES: Record<number, string | undefined> = {
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

export function statusText(status: number): string {
  const name = STATUS_NAMES[status];
  return name ? `#${status} (${name})` : `#${status}`;
}

/** What the `close` event says about a WebSocket close status: null for a clean close. */
export function errorOfStatus(status: number): CloseError | null {
  if (status === 1000) return null;
  const isGoingAway = status === 1001 || status === 1012;
  return BY_CODE[status - 4000] || Object.assign(new Error(`websocket closed: ${statusText(status)}`), { isGoingAway });
}

/** Why one request failed with its connection, and whether the peer may have carried it out already. */
export function requestFailure(cause: CloseError | null, mayHaveRun: boolean): RequestError {
  const error = new Error(cause ? cause.message : 'connection closed', cause ? { cause } : undefined);
  if (cause?.isGotalkProtocolError) {
    Object.assign(error, { isGotalkProtocolError: true, code: cause.code });
  }
  return Object.assign(error, { mayHaveRun });
}

/** The text of an error that may leave this machine: its message, never its stack. */
export function errorText(error: any): string {
  return String((error && error.message) || error || 'error');
}

/** Why a stream is over, for its reader or writer. */
export function streamError(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
