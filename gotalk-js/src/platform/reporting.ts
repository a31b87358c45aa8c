import { globals } from '../globals.js';

/** A hint for the developer of a page; silent in production. */
export function warnDeveloper(...args: unknown[]): void {
  if (globals.developmentMode) {
    console.warn('[gotalk]', ...args);
  }
}

/** Errors of listeners and callbacks reach the page's error handling without disturbing the connection. */
export function reportFailure(error: unknown): void {
  if (typeof globalThis.reportError === 'function') {
    globalThis.reportError(error);
  } else {
    console.error(error);
  }
}
