import { gotalk } from './namespace.js';

/** A hint for whoever develops a page; silent in production. */
export function warnDeveloper(...args) {
  if (gotalk.developmentMode) {
    console.warn('[gotalk]', ...args);
  }
}

/** Errors of listeners and callbacks reach the page's error handling without disturbing the connection. */
export function reportFailure(error) {
  if (typeof globalThis.reportError === 'function') {
    globalThis.reportError(error);
  } else {
    console.error(error);
  }
}
