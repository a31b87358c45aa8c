import { errorText } from './errors.js';
import { warnDeveloper } from './reporting.js';
import { encodeJson } from './json.js';

/**
 * The `result` that a request handler is given: calling it answers, `result.error` refuses. The first answer counts.
 */
export function makeResult(op, answer, refuse) {
  let answered = false;
  const first = (send) => (value) => {
    if (answered) {
      warnDeveloper(`request "${op}" was answered twice; the second answer is dropped`);
      return;
    }
    answered = true;
    try {
      send(value);
    } catch (error) {
      // A value that cannot be sent must not leave the peer waiting, and its author must hear of it.
      refuse(errorText(error));
      throw error;
    }
  };
  const result = first(answer);
  result.error = first((error) => refuse(errorText(error)));
  Object.defineProperty(result, 'answered', { get: () => answered });
  return result;
}

/** The same for a handler of values. */
export function jsonResult(op, result) {
  return makeResult(op, (value) => result(encodeJson(value, `the result of "${op}"`)), result.error);
}

/**
 * Runs a request handler, which answers through `result` or by what it returns. Handlers written for the reference
 * take `result` and return whatever their last expression happens to be, a timer's number say: where a handler
 * declares `result`, only a returned promise counts.
 */
export function runHandler(handler, input, result, op) {
  try {
    const returned = handler(input, result, op);
    if (returned && typeof returned.then === 'function') {
      returned.then((value) => settle(value, handler.length < 2, result, op), (error) => fail(error, result, op));
    } else if (handler.length < 2) {
      settle(returned, handler.length === 1, result, op);
    } else if (returned !== undefined && !result.answered) {
      warnDeveloper(`the handler of "${op}" declares \`result\`: the value it returned is not an answer`);
    }
  } catch (error) {
    fail(error, result, op);
  }
}

/** Returning nothing answers only where the handler has no other way left to answer. */
function settle(value, evenNothing, result, op) {
  if (result.answered || (value === undefined && !evenNothing)) return;
  try {
    result(value);
  } catch (error) {
    fail(error, result, op);
  }
}

function fail(error, result, op) {
  warnDeveloper(`the handler of request "${op}" failed:`, error);
  if (!result.answered) {
    result.error(error);
  }
}
