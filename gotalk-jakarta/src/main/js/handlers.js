import { checkName, isReserved } from './names.js';
import { decodeJson } from './json.js';
import { jsonResult, runHandler } from './answer.js';

/** What a Sock answers. A name registered again replaces its handler, null removes it, '' is the fallback. */
class HandlerSet {
  // Maps, so that `constructor` and `__proto__` are names like any other.
  #requests = new Map();
  #notifications = new Map();

  handleBufferRequest(op, handler) {
    register(this.#requests, op, handler, 'an operation');
  }

  handleRequest(op, handler) {
    const typed = (payload, result, name) => {
      const params = decodeJson(payload, `the parameters of "${name}"`);
      runHandler(handler, params, jsonResult(name, result), name);
    };
    register(this.#requests, op, optionalFunction(handler) && typed, 'an operation');
  }

  handleBufferNotification(name, handler) {
    register(this.#notifications, name, handler, 'a notification');
  }

  handleNotification(name, handler) {
    const typed = (payload, actual) => handler(decodeJson(payload, `notification "${actual}"`), actual);
    register(this.#notifications, name, optionalFunction(handler) && typed, 'a notification');
  }

  /** @returns {Function|null} the handler of raw payloads: `(payload, result, op)` */
  findRequestHandler(op) {
    return find(this.#requests, op);
  }

  /** @returns {Function|null} the handler of raw payloads: `(payload, name)` */
  findNotificationHandler(name) {
    return find(this.#notifications, name);
  }
}

/** Works with and without `new`, as in the reference. */
export function Handlers() {
  return new HandlerSet();
}
Handlers.prototype = HandlerSet.prototype;

function optionalFunction(handler) {
  if (handler !== null && handler !== undefined && typeof handler !== 'function') {
    throw new TypeError(`a handler must be a function, or null to remove it, got ${typeof handler}`);
  }
  return handler;
}

function register(map, name, handler, what) {
  const key = name || '';
  if (key !== '') {
    checkName(key, what);
  }
  if (optionalFunction(handler)) {
    map.set(key, handler);
  } else {
    map.delete(key);
  }
}

function find(map, name) {
  return map.get(name) || (isReserved(name) ? null : map.get('')) || null;
}
