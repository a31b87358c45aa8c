import { type Callback, callbackAndOptions, withCallback } from './calls/callbacks.js';
import type { CallOutbox } from './calls/outbox.js';
import { currentTrace } from './calls/current-trace.js';
import { checkName } from './wire/names.js';
import { decodeJson, encodeJson } from './wire/json.js';
import { encodeValue, type NormalPayload, normalPayload, type Payload, type Received } from './wire/payload.js';
import * as MsgType from './wire/msg-type.js';
import { OutboundStream, type StreamOptions } from './streams/outbound-stream.js';
import type { Parts } from './streams/parts.js';
import { PartsRequest } from './streams/parts-request.js';
import type { RequestOptions } from './calls/request-options.js';
import { SingleRequest } from './calls/single-request.js';
import type { StreamRequest } from './streams/stream.js';

/** What is requested and sent: of a Sock, or over one connection while it is set up. */
export class Caller {
  /** @internal */
  readonly outbox: CallOutbox;

  /** @internal */
  constructor(outbox: CallOutbox) {
    this.outbox = outbox;
  }

  /**
   * Requests `op` with `value` as JSON. With a callback the promise does not fail: it gives undefined.
   * Told to retry, it waits as asked and tries again, up to `maxAttempts` and within its deadline.
   */
  request<R = any>(op: string, callback: Callback<R>): Promise<R | undefined>;
  request<R = any>(op: string, value?: unknown, options?: RequestOptions): Promise<R>;
  request<R = any>(op: string, value: unknown, callback: Callback<R>, options?: RequestOptions): Promise<R | undefined>;
  request(op: string, value?: unknown, ...rest: (Callback<any> | RequestOptions | undefined)[]): Promise<any> {
    const onlyCallback = typeof value === 'function' && rest[0] === undefined;
    const [callback, options] = callbackAndOptions<Callback<any>, RequestOptions>(
      onlyCallback ? [value as Callback<any>] : rest,
    );
    return withCallback(requestValue(this.outbox, op, onlyCallback ? undefined : value, options), callback, true);
  }

  bufferRequest(op: string, payload?: Payload, options?: RequestOptions): Promise<Received>;
  bufferRequest(op: string, payload: Payload, callback: Callback<Received>, options?: RequestOptions): Promise<Received>;
  bufferRequest(op: string, payload?: Payload, ...rest: (Callback<Received> | RequestOptions | undefined)[]) {
    const [callback, options] = callbackAndOptions<Callback<Received>, RequestOptions>(rest);
    return withCallback(requestPayload(this.outbox, op, payload, options), callback, false);
  }

  /** A stream request of `op`. Where the peer asks to try later, it fails: its parts are gone. */
  streamRequest(op: string, options?: StreamOptions): StreamRequest {
    this.outbox.expectOpen();
    return new OutboundStream(this.outbox, op, options).start();
  }

  /**
   * Requests `op`, with bytes as they are or any other value as JSON, and reads the result in parts. `timeout` is the
   * longest wait for a part. Ours.
   */
  requestParts(op: string, value?: unknown, options?: RequestOptions): Parts {
    const payload = encodeValue(value, `the parameters of "${op}"`);
    this.outbox.expectOpen();
    return new PartsRequest(this.outbox, op, payload, options).start();
  }

  notify(name: string, value?: unknown): void {
    this.bufferNotify(name, encodeJson(value, `notification "${name}"`));
  }

  bufferNotify(name: string, payload?: Payload): void {
    const normal = normalPayload(payload);
    checkName(name, 'a notification');
    this.outbox.send({ t: MsgType.Notification, name, payload: normal, trace: currentTrace(this.outbox.options) });
  }
}

async function requestValue(outbox: CallOutbox, op: string, value: unknown, options: RequestOptions | undefined) {
  const payload = await requestPayload(outbox, op, encodeJson(value, `the parameters of "${op}"`), options);
  return decodeJson(payload, `the result of "${op}"`);
}

async function requestPayload(outbox: CallOutbox, op: string, payload: Payload, options: RequestOptions | undefined) {
  checkName(op, 'an operation');
  return requested(outbox, op, normalPayload(payload), options);
}

/**
 * Also for an operation of the protocol itself, whose name no program may use.
 *
 * @returns a promise of the payload of the result, or of its first part
 */
export function requested(outbox: CallOutbox, op: string, payload: NormalPayload, options?: RequestOptions): Promise<Received> {
  return new Promise((resolve, reject) => {
    outbox.expectOpen();
    const end = (error?: unknown) => (error === undefined ? resolve(error) : reject(error));
    const listener = { part: resolve, end };
    new SingleRequest(outbox, op, payload, options, listener).start();
  });
}
