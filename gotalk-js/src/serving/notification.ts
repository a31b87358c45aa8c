import type { HandlerSet } from './handlers.js';
import type { Received } from '../wire/payload.js';
import { reportFailure, warnDeveloper } from '../platform/reporting.js';

/** Nobody waits for the outcome of a notification: its handler's failure goes to the page's error handling. */
export function handleNotification(handlers: HandlerSet, name: string, payload: Received): void {
  const handler = handlers.findNotificationHandler(name);
  if (typeof handler !== 'function') return;
  const failed = (error: unknown) => {
    warnDeveloper(`the handler of notification "${name}" failed:`, error);
    reportFailure(error);
  };
  try {
    const returned: any = handler(payload, name);
    if (typeof returned?.then === 'function') {
      returned.then(undefined, failed);
    }
  } catch (error) {
    failed(error);
  }
}
