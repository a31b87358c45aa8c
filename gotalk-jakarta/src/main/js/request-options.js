import { gotalk } from './namespace.js';

/** Deadline and abort signal of one request; 0 milliseconds and Infinity mean no deadline. */
export function requestOptions(options) {
  const { timeout = gotalk.defaultRequestTimeout, signal } = options || {};
  if (typeof timeout !== 'number' || !(timeout >= 0)) {
    throw new RangeError(`timeout must be milliseconds, 0 for none, got ${String(timeout)}`);
  }
  if (signal !== undefined && typeof signal?.addEventListener !== 'function') {
    throw new TypeError('signal must be an AbortSignal');
  }
  return { timeout: timeout === Infinity ? 0 : timeout, signal };
}

export function timeoutError(op, timeout, mayHaveRun) {
  const error = new Error(`request "${op}" was not answered within ${timeout} ms`);
  return Object.assign(error, { name: 'TimeoutError', mayHaveRun });
}

/** The peer has not run the request and asks for it again, `wait` milliseconds later; 0 is any time. */
export function retryError(text, wait) {
  return Object.assign(new Error(text), { isRetry: true, wait, mayHaveRun: false });
}
