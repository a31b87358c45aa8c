import { encodeValue, type NormalPayload } from '../wire/payload.js';
import { codedError } from '../wire/error-result.js';
import { errorText, namedError } from '../wire/errors.js';
import * as MsgType from '../wire/msg-type.js';
import { PartQueue } from './part-queue.js';
import { PartWriter } from './part-writer.js';
import { ServedStream, type StreamBackend } from './stream.js';
import { warnDeveloper } from '../platform/reporting.js';
import type { WriteReadiness } from '../calls/write-readiness.js';

/**
 * Answers requests in parts. An async handler's end is the stream's, and the value it returns is the whole result, or
 * the last part: bytes as they are, any other value as JSON. What an async generator yields are the parts. Any other
 * handler calls `end()`. A failure is sent to the peer as its message, and `code` and `data` where it has them. Ours.
 */
export type StreamRequestHandler = (stream: ServedStream, op: string) => unknown;

/** Where a stream came from, and its bounds. */
export interface StreamPeer {
  send(t: number, part: NormalPayload): void;
  sendResult(t: number, payload: NormalPayload): void;
  sendError(error: unknown): void;
  readonly readiness: WriteReadiness;
  readonly options: { readonly maxPayload: number; readonly maxStreamBuffer: number };
  /** Nothing of the stream is left. */
  over(): void;
}

/** One request of the peer that a stream handler answers. */
export class InboundStream implements StreamBackend {
  readonly id: string;
  readonly op: string;
  readonly maxPayload: number;
  readonly queue: PartQueue;
  readonly writer: PartWriter;
  #stream: ServedStream;
  #controller = new AbortController();
  #peer: StreamPeer;
  #isOver = false;
  #hasParts = false;
  #requestEnded = false;
  #resultEnded = false;
  #endsWithHandler = false;

  constructor(id: string, op: string, peer: StreamPeer) {
    this.id = id;
    this.op = op;
    this.#peer = peer;
    this.maxPayload = peer.options.maxPayload;
    this.queue = new PartQueue(peer.options.maxStreamBuffer, () => {});
    this.writer = new PartWriter(peer.readiness, (part) => this.#put(part));
    this.#stream = new ServedStream(this, this.#controller.signal);
  }

  run(handler: StreamRequestHandler): void {
    try {
      const returned: any = handler(this.#stream, this.op);
      const isGenerator = returned !== this.#stream && typeof returned?.[Symbol.asyncIterator] === 'function';
      this.#endsWithHandler = isGenerator || typeof returned?.then === 'function';
      if (this.#endsWithHandler) {
        this.#settle(isGenerator ? this.writer.send(encoded(returned, this.op)) : returned);
      } else if (returned !== undefined && returned !== this.#stream) {
        warnDeveloper(`the handler of stream "${this.op}" is not async: the value it returned is not a result`);
      }
    } catch (error) {
      this.#fail(error);
    }
  }

  part(payload: Uint8Array<ArrayBuffer> | string): void {
    if (!this.queue.push(payload)) {
      const { overflow } = this.queue;
      this.queue.drop(overflow);
      this.#refuse(codedError('timeout', overflow.message.replace('the stream', `stream of "${this.op}"`)));
    }
  }

  requestEnd(): void {
    this.#requestEnded = true;
    this.queue.end();
    this.#finish();
  }

  end(): void {
    if (this.#resultEnded) return;
    this.#endResult(MsgType.StreamRes, undefined);
  }

  /** The handler wants no more. */
  close(): void {
    this.queue.drop();
    this.end();
  }

  /** Both halves end; the stream is over when its handler is. */
  abort(reason: Error): void {
    this.#resultEnded = this.#requestEnded = true;
    this.writer.close(reason);
    this.queue.end(reason);
    this.#finish();
    this.#controller.abort(reason);
  }

  async #settle(promise: Promise<unknown>): Promise<void> {
    try {
      const payload = encodeValue(await promise, `the result of "${this.op}"`);
      if (this.#resultEnded) {
        this.#cease(null);
      } else if (this.#hasParts) {
        if (payload !== undefined) this.writer.write(payload as string);
        this.#endResult(MsgType.StreamRes, undefined);
      } else {
        this.#endResult(MsgType.SingleRes, payload);
      }
    } catch (error) {
      this.#fail(error);
    }
    this.#endsWithHandler = false;
    this.#requestEnded = true;
    this.#finish();
  }

  get #ended(): Error {
    return namedError('StreamEndedError', `the stream of "${this.op}" has ended`);
  }

  #put(part: NormalPayload): void {
    this.#peer.send(MsgType.StreamRes, part);
    this.#hasParts = true;
  }

  #fail(error: unknown): void {
    if (this.#resultEnded) return;
    warnDeveloper(`the handler of stream "${this.op}" failed:`, error);
    this.#refuse(error);
  }

  #refuse(error: unknown): void {
    if (!this.#resultEnded) {
      this.#peer.sendError(error);
      this.#resultIsSent();
    }
    this.#cease(new Error(errorText(error)));
  }

  #endResult(t: number, payload: NormalPayload): void {
    this.#peer.sendResult(t, payload);
    this.#resultIsSent();
  }

  #resultIsSent(): void {
    this.#resultEnded = true;
    this.writer.close(this.#ended);
    this.#finish();
  }

  /** Both halves are done, and no handler that says when it is done is still at it. */
  #finish(): void {
    if (this.#requestEnded && this.#resultEnded && !this.#endsWithHandler) this.#cease(null);
  }

  #cease(error: Error | null): void {
    if (this.#isOver) return;
    this.#isOver = true;
    const reason = error ?? this.#ended;
    this.writer.close(reason);
    this.queue.end(reason);
    this.#peer.over();
  }
}

async function* encoded(values: AsyncIterable<unknown>, op: string) {
  for await (const value of values) {
    const payload = encodeValue(value, `a part of "${op}"`);
    if (payload !== undefined) yield payload;
  }
}
