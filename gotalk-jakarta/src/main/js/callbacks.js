import { reportFailure } from './reporting.js';

/** What follows a request's value: a callback, options, or both. */
export function callbackAndOptions([first, second]) {
  return typeof first === 'function' ? [first, second] : [undefined, first || undefined];
}

/** As in the reference, whoever passed a callback to `request` (`quiet`) has been told: the promise does not fail. */
export function withCallback(promise, callback, quiet) {
  if (!callback) return promise;
  const told = promise.then(
    (value) => {
      callBack(callback, null, value);
      return value;
    },
    (error) => {
      callBack(callback, error);
      if (!quiet) throw error;
    },
  );
  told.catch(() => {});
  return told;
}

/** A callback that throws is reported as an uncaught error. */
export function callBack(callback, ...args) {
  try {
    callback(...args);
  } catch (error) {
    reportFailure(error);
  }
}
