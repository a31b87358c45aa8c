import { reportFailure, warnDeveloper } from './reporting.js';

/** A notification has nobody to tell: its handler's failure goes to the page's error handling. */
export function notice(handlers, name, payload) {
  const handler = handlers.findNotificationHandler(name);
  if (typeof handler !== 'function') return;
  try {
    const returned = handler(payload, name);
    if (typeof returned?.then === 'function') {
      returned.then(undefined, (error) => noticeFailed(name, error));
    }
  } catch (error) {
    noticeFailed(name, error);
  }
}

function noticeFailed(name, error) {
  warnDeveloper(`the handler of notification "${name}" failed:`, error);
  reportFailure(error);
}
