import { reportFailure } from '../platform/reporting.js';
import { type RequestError, toldError } from '../wire/errors.js';

export type Callback<R> = (error: RequestError | null, result?: R) => void;

/** What follows a request's value: a callback, options, or both. */
export function callbackAndOptions<C, O>([first, second]: (C | O | undefined)[]): [C | undefined, O | undefined] {
  return typeof first === 'function' ? [first as C, second as O] : [undefined, (first || undefined) as O];
}

/** As in the reference, the promise does not fail where a callback to `request` heard of it (`quiet`). */
export function withCallback<R>(promise: Promise<R>, callback: Callback<R> | undefined, quiet: boolean) {
  if (!callback) return promise;
  const told = promise.then(
    (value) => {
      callBack(callback, null, value);
      return value;
    },
    (error) => {
      callBack(callback, toldError(error));
      if (!quiet) throw error;
      return undefined;
    },
  );
  told.catch(() => {});
  return told;
}

/** A callback that throws is reported as an uncaught error. */
export function callBack<A extends unknown[]>(callback: (...args: A) => void, ...args: A): void {
  try {
    callback(...args);
  } catch (error) {
    reportFailure(error);
  }
}
