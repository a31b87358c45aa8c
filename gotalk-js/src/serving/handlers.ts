import { type BufferRequestHandler, jsonResult, type RequestHandler, runHandler } from './result.js';
import { checkName, isReserved } from '../wire/names.js';
import { decodeJson } from '../wire/json.js';
import type { Received } from '../wire/payload.js';
import type { StreamRequestHandler } from '../streams/inbound-stream.js';

export type NotificationHandler<In = any> = (value: In, name: string) => void;

/** What a Sock answers. Registering again replaces, null removes; op or name '' is the fallback for all others. */
export class HandlerSet {
  // Maps, so that `constructor` and `__proto__` are names like any other.
  #requests = new Map<string, BufferRequestHandler>();
  #streams = new Map<string, StreamRequestHandler>();
  #notifications = new Map<string, NotificationHandler<Received>>();

  handleBufferRequest(op: string, handler: BufferRequestHandler | null): void {
    register(this.#requests, op, handler, 'an operation', this.#streams);
  }

  /** An operation is of one kind: this takes the place of another handler of `op`. Ours. */
  handleStreamRequest(op: string, handler: StreamRequestHandler | null): void {
    register(this.#streams, op, handler, 'an operation', this.#requests);
  }

  /** Parameters and results are JSON; null where the payload is empty. */
  handleRequest<In = any, Out = any>(op: string, handler: RequestHandler<In, Out> | null): void {
    const typed = ifFunction(handler, (handle): BufferRequestHandler => (payload, result, name) => {
      const params = decodeJson(payload, `the parameters of "${name}"`);
      return runHandler(handle, params, jsonResult(name, result), name);
    });
    this.handleBufferRequest(op, typed);
  }

  handleBufferNotification(name: string, handler: NotificationHandler<Received> | null): void {
    register(this.#notifications, name, handler, 'a notification');
  }

  handleNotification<In = any>(name: string, handler: NotificationHandler<In> | null): void {
    const typed = ifFunction(handler, (handle): NotificationHandler<Received> => (payload, actual) =>
      handle(decodeJson(payload, `notification "${actual}"`), actual),
    );
    this.handleBufferNotification(name, typed);
  }

  /** The handler of raw payloads for `op`, or the fallback. */
  findRequestHandler(op: string): BufferRequestHandler | null {
    return find(this.#requests, op, this.#streams);
  }

  findStreamRequestHandler(op: string): StreamRequestHandler | null {
    return find(this.#streams, op, this.#requests);
  }

  findNotificationHandler(name: string): NotificationHandler<Received> | null {
    return find(this.#notifications, name);
  }
}

function ifFunction<F, T>(handler: F | null, wrap: (handler: F) => T): T | null {
  if (handler !== null && handler !== undefined && typeof handler !== 'function') {
    throw new TypeError(`a handler must be a function, or null to remove it, got ${typeof handler}`);
  }
  return handler ? wrap(handler) : null;
}

/** @param others where the name loses what it had: an operation is of one kind */
function register<H>(map: Map<string, H>, name: string, handler: H | null, what: string, others?: Map<string, unknown>): void {
  const key = name || '';
  if (key !== '') {
    checkName(key, what);
  }
  const checked = ifFunction(handler, (it) => it);
  if (checked) {
    map.set(key, checked);
    if (key !== '') others?.delete(key);
  } else {
    map.delete(key);
  }
}

function find<H>(map: Map<string, H>, name: string, others?: Map<string, unknown>): H | null {
  const hasNoFallback = isReserved(name) || others?.has(name);
  return map.get(name) || (hasNoFallback ? null : map.get('')) || null;
}
