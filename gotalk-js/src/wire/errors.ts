import * as ErrorCode from './error-code.js';

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

const REASONS: Record<number, string | undefined> = {
  1000: 'normal',
  1001: 'going-away',
  1008: 'policy',
  1012: 'going-away',
  4000: 'gave-up',
  4001: 'unsupported',
  4002: 'invalid-message',
  4003: 'timeout',
  4010: 'signed-out',
  4011: 'expired',
  4012: 'kicked',
  4013: 'replaced',
};

function protocolError(message: string, code: number): ProtocolError {
  const reason = { code: REASONS[4000 + code]!, text: '' };
  return Object.assign(new Error(message), { isGotalkProtocolError: true as const, code, reason });
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
  1008: 'policy violation',
  1009: 'too large',
  1011: 'internal error',
  1012: 'service restart',
  1013: 'try again later',
  4010: 'signed out',
  4011: 'expired',
  4012: 'kicked',
  4013: 'replaced',
};

export function statusText(status: number): string {
  const name = STATUS_NAMES[status];
  return name ? `#${status} (${name})` : `#${status}`;
}

/** What the `close` event says about a WebSocket close status: null for a clean close. */
export function errorOfStatus(status: number, text = ''): CloseError | null {
  if (status === 1000) return null;
  const reason = { code: REASONS[status] || 'lost', text };
  const message = `websocket closed: ${statusText(status)}${isFinal(reason) && text ? `: ${text}` : ''}`;
  const isGoingAway = reason.code === 'going-away';
  return BY_CODE[status - 4000] || Object.assign(new Error(message), { isGoingAway, reason });
}

/** What `error`, of the event `close`, says in a word. */
export function reasonOf(error: CloseError | null): CloseReason {
  return error ? error.reason || { code: 'lost', text: error.message } : { code: 'normal', text: '' };
}

/** Whether the server does not want this page back, and if so, whether a sign-in would change that. */
export function isFinal({ code }: CloseReason): boolean {
  return wantsSignIn(code) || code === 'kicked' || code === 'replaced';
}

export function wantsSignIn(code: string): boolean {
  return code === 'signed-out' || code === 'expired' || code === 'unauthorized';
}

/** Why one request failed with its connection, and whether the peer may have carried it out already. */
export function requestFailure(cause: CloseError | null, mayHaveRun: boolean): RequestError {
  const error = new Error(cause?.message ?? 'connection closed', cause ? { cause } : undefined);
  if (cause?.isGotalkProtocolError) {
    Object.assign(error, { isGotalkProtocolError: true, code: cause.code });
  }
  return Object.assign(error, { mayHaveRun });
}

/** What failed was not sent: it is safe to repeat. */
export function notSent(error: unknown): RequestError {
  return Object.assign(error as Error, { mayHaveRun: false });
}

export function tooMuchWaits(bytes: number): Error {
  return new Error(`${bytes} bytes wait to be sent already, over sock.maxBuffered`);
}

/** The text of an error that may leave this machine: its message, never its stack. */
export function errorText(error: any): string {
  return String(error?.message || error || 'error');
}

/** An error that programs know by its name. */
export function namedError(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}

/** What callbacks and events tell of a signal's reason: with one such as null they would say that nothing has failed. */
export function toldError(reason: unknown): Error {
  return (reason as Error) || namedError('AbortError', 'aborted');
}
