import { checkName, isReserved } from './names.js';
import { decodeJson } from './json.js';
import { jsonResult, runHandler } from './answer.js';

/** What a Sock answers. A name registered again replaces its handler, null removes it, '' is the fallback. */
class HandlerSet {
  // Maps, so that `constructor` and `__proto__` are names like any other.
  #requests = new Map();
  #streams = new Map();
  #notifications = new Map();

  handleBufferRequest(op, handler) {
    register(this.#requests, op, handler, 'an operation', this.#streams);
  }

  handleStreamRequest(op, handler) {
    register(this.#streams, op, handler, 'an operation', this.#requests);
  }

  handleRequest(op, handler) {
    const typed = (payload, result, name) => {
      const params = decodeJson(payload, `the parameters of "${name}"`);
      runHandler(handler, params, jsonResult(name, result), name);
    };
    this.handleBufferRequest(op, optionalFunction(handler) && typed);
  }

  handleBufferNotification(name, handler) {
    register(this.#notifications, name, handler, 'a notification');
  }

  handleNotification(name, handler) {
    const typed = (payload, actual) => handler(decodeJson(payload, `notification "${actual}"`), actual);
    this.handleBufferNotification(name, optionalFunction(handler) && typed);
  }

  /** @returns {Function|null} the handler of raw payloads: `(payload, result, op)` */
  findRequestHandler(op) {
    return find(this.#requests, op, this.#streams);
  }

  /** @returns {Function|null} the handler `(stream, op)` */
  findStreamRequestHandler(op) {
    return find(this.#streams, op, this.#requests);
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

/** @param others where the name loses what it had: an operation is of one kind */
function register(map, name, handler, what, others) {
  const key = name || '';
  if (key !== '') {
    checkName(key, what);
  }
  if (optionalFunction(handler)) {
    map.set(key, handler);
    if (key !== '') others?.delete(key);
  } else {
    map.delete(key);
  }
}

function find(map, name, others) {
  const hasNoFallback = isReserved(name) || others?.has(name);
  return map.get(name) || (hasNoFallback ? null : map.get('')) || null;
}
