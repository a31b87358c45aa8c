import { reportFailure } from '../platform/reporting.js';
import type { SockOptions } from '../options.js';
import { traceText } from '../wire/trace-context.js';

/** The trace of a message that was given none. A tracer that fails does no harm to messages. */
export function currentTrace({ traceContext }: SockOptions): string {
  try {
    return traceText(traceContext?.());
  } catch (error) {
    reportFailure(error);
    return '';
  }
}
