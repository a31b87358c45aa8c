import { encodeJson } from '../wire/json.js';
import type { Payload, Received } from '../wire/payload.js';
import { warnDeveloper } from '../platform/reporting.js';

/** Answers a request. The first answer counts. */
export interface Result<Out> {
  (value?: Out): void;
  /** Refuses. The peer reads the error's message, its `code` if that is a word such as `too-low`, and then its `data`. */
  error(error: Error | string): void;
  /**
   * Aborts when nobody waits for the answer any more: the peer has given the request up, or the connection is lost.
   * What is answered then goes nowhere. Ours.
   */
  readonly signal: AbortSignal;
}

interface CheckedResult<Out> extends Result<Out> {
  readonly answered?: boolean;
}

/**
 * Answers through `result`, or (ours) by the value or promise it returns. Where it declares `result` as a parameter,
 * a plain returned value is not an answer. A failure is sent to the peer as by `result.error`.
 */
export type RequestHandler<In = any, Out = any> = (params: In, result: Result<Out>, op: string) => unknown;
export type BufferRequestHandler = (payload: Received, result: Result<Payload>, op: string) => unknown;

type Refuse = (error: Error | string) => void;

/** The `result` that a request handler is given. */
export function makeResult<Out>(op: string, answer: (value?: Out) => void, refuse: Refuse, signal: AbortSignal): Result<Out> {
  let answered = false;
  const first = <A extends unknown[]>(send: (...args: A) => void) => (...args: A) => {
    if (answered) {
      warnDeveloper(`request "${op}" was answered twice; the second answer is dropped`);
      return;
    }
    answered = true;
    try {
      send(...args);
    } catch (error) {
      // A value that cannot be sent must not leave the peer waiting, and its author must hear of it.
      refuse(error as Error);
      throw error;
    }
  };
  const result = first(answer);
  Object.defineProperty(result, 'answered', { get: () => answered });
  return Object.assign(result, { error: first(refuse), signal });
}

/** The same for a handler of values. */
export function jsonResult(op: string, result: Result<Payload>): Result<unknown> {
  const { error, signal } = result;
  return makeResult(op, (value) => result(encodeJson(value, `the result of "${op}"`)), error, signal);
}

/**
 * Runs a request handler, which answers through `result` or by what it returns. Handlers written for the reference
 * take `result` and return whatever their last expression happens to be, a timer's number say: where a handler
 * declares `result`, only a returned promise counts.
 *
 * @returns a promise where the handler returned one: it is fulfilled when that has settled
 */
export function runHandler<In, Out>(
  handler: RequestHandler<In, Out>,
  input: In,
  result: CheckedResult<Out>,
  op: string,
): Promise<void> | undefined {
  try {
    const returned: any = handler(input, result, op);
    if (typeof returned?.then === 'function') {
      return Promise.resolve(returned).then(
        (value: Out) => settle(value, handler.length < 2, result, op),
        (error: unknown) => fail(error, result, op),
      );
    } else if (handler.length < 2) {
      settle(returned, handler.length === 1, result, op);
    } else if (returned !== undefined && !result.answered) {
      warnDeveloper(`the handler of "${op}" declares \`result\`: the value it returned is not an answer`);
    }
  } catch (error) {
    fail(error, result, op);
  }
  return undefined;
}

/** Returning nothing answers only where the handler has no other way left to answer. */
function settle<Out>(value: Out, evenNothing: boolean, result: CheckedResult<Out>, op: string): void {
  if (result.answered || (value === undefined && !evenNothing)) return;
  try {
    result(value);
  } catch (error) {
    fail(error, result, op);
  }
}

function fail(error: unknown, result: CheckedResult<any>, op: string): void {
  if (!result.signal.aborted) warnDeveloper(`the handler of request "${op}" failed:`, error);
  if (!result.answered) {
    result.error(error as Error);
  }
}
