import { codedError } from '../wire/error-result.js';
import { globals } from '../globals.js';
import { currentTrace } from './current-trace.js';
import { namedError, type RequestError } from '../wire/errors.js';
import type { SockOptions } from '../options.js';
import { type TraceContext, traceText } from '../wire/trace-context.js';

/** When a request is given up, which peers of `gotalk.v1` are told; and its trace, which only they are. Ours. */
export interface RequestOptions {
  /** Milliseconds until the request fails with a `TimeoutError`; 0 for never. */
  timeout?: number;
  /** Gives up when it aborts: the promise fails with its reason. */
  signal?: AbortSignal;
  /** Where the request belongs in a distributed trace, in place of what `sock.traceContext` says. */
  trace?: TraceContext;
}

/** Deadline, abort signal and trace of one request; 0 milliseconds and Infinity mean no deadline. */
export function requestOptions(options: RequestOptions | undefined, sockOptions: SockOptions) {
  const { timeout = globals.defaultRequestTimeout, signal, trace } = options || {};
  if (typeof timeout !== 'number' || !(timeout >= 0)) {
    throw new RangeError(`timeout must be milliseconds, 0 for none, got ${String(timeout)}`);
  }
  if (signal !== undefined && typeof signal?.addEventListener !== 'function') {
    throw new TypeError('signal must be an AbortSignal');
  }
  return {
    timeout: timeout === Infinity ? 0 : timeout,
    signal,
    trace: trace === undefined ? currentTrace(sockOptions) : traceText(trace),
  };
}

export function timeoutError(op: string, timeout: number, mayHaveRun: boolean): RequestError {
  const error = namedError('TimeoutError', `request "${op}" was not answered within ${timeout} ms`);
  return Object.assign(error, { code: 'timeout', mayHaveRun });
}

/** The peer has not run the request and asks for it again, `wait` milliseconds later; 0 is any time. */
export function retryError(text: string, wait: number, mayHaveRun: boolean): RequestError {
  return Object.assign(codedError('busy', text || 'the peer asks to try again later'), { isRetry: true, wait, mayHaveRun });
}
