import type { BufferRequestHandler } from './result.js';
import { type CloseError, ErrInvalidMsg, requestFailure, namedError } from '../wire/errors.js';
import { codedError } from '../wire/error-result.js';
import type { Connection } from '../connection/connection.js';
import { InboundStream, type StreamRequestHandler } from '../streams/inbound-stream.js';
import { makeResult, runHandler } from './result.js';
import type { MessageHeader } from '../wire/header.js';
import * as MsgType from '../wire/msg-type.js';
import { normalPayload, type Payload, type Received } from '../wire/payload.js';
import { RunningRequest } from './running-request.js';
import type { SockOptions } from '../options.js';
import { latin1 } from '../wire/text.js';
import type { WriteReadiness } from '../calls/write-readiness.js';

const MIN_WAIT = 500;
const MAX_WAIT = 5000;

/** Serves the peer's requests on one connection, within `maxConcurrentRequests` and `maxStreams`. */
export class RequestServer {
  #options: SockOptions;
  #readiness: WriteReadiness;
  #connection: Connection;
  #running = new Set<RunningRequest | InboundStream>();
  #streams = new Map<string, InboundStream>();

  constructor(options: SockOptions, readiness: WriteReadiness, connection: Connection) {
    this.#options = options;
    this.#readiness = readiness;
    this.#connection = connection;
  }

  get load(): number {
    const { maxConcurrentRequests, maxStreams } = this.#options;
    const shares = [this.#running.size / maxConcurrentRequests, this.#streams.size / maxStreams];
    return Math.min(1, Math.max(...shares.map((share) => share || 0)));
  }

  request(header: MessageHeader, payload: Received): void {
    const { handlers } = this.#options;
    const handler = handlers.findRequestHandler(header.name);
    const streamHandler = handler ? null : handlers.findStreamRequestHandler?.(header.name);
    if (typeof handler === 'function') {
      this.#serve(handler, header, payload);
    } else if (typeof streamHandler === 'function') {
      if (!this.#clashes(header)) this.#serveStream(streamHandler, header, payload)?.requestEnd();
    } else {
      this.#refuse(header, 'unknown-operation', `no such operation "${header.name}"`);
    }
  }

  streamRequest(header: MessageHeader, payload: Received): void {
    const { name } = header;
    if (this.#clashes(header)) return;
    const { handlers, maxStreams } = this.#options;
    const handler = handlers.findStreamRequestHandler?.(name);
    if (maxStreams === 0) {
      this.#refuse(header, 'unsupported', 'stream requests not supported');
    } else if (typeof handler === 'function') {
      this.#serveStream(handler, header, payload);
    } else if (handlers.findRequestHandler(name)) {
      this.#refuse(header, 'unsupported', `operation "${name}" takes no stream; request it as a whole`);
    } else {
      this.#refuse(header, 'unknown-operation', `no such operation "${name}"`);
    }
  }

  /** A part of a stream that is over may have been under way. */
  part({ id }: MessageHeader, payload: Received): void {
    const stream = this.#streams.get(id);
    if (payload === undefined) {
      stream?.requestEnd();
    } else {
      stream?.part(payload);
    }
  }

  /** The peer has given the request of this id up. */
  cancel(payload: Received): void {
    const id = payload instanceof Uint8Array ? latin1(payload) : payload;
    const reason = namedError('AbortError', 'the peer has given the request up');
    this.#running.forEach((request) => request.id === id && request.abort(reason));
    this.#streams.delete(id!);
  }

  closed(error: CloseError | null): void {
    const lost = requestFailure(error, true);
    this.#running.forEach((request) => request.abort(lost));
  }

  #serve(handler: BufferRequestHandler, { id, name }: MessageHeader, payload: Received): void {
    if (this.#isBusy(id)) return;
    const request = new RunningRequest(id, (over) => this.#running.delete(over));
    this.#running.add(request);
    const answer = (send: () => void) => {
      if (!request.signal.aborted) send();
      request.answered();
    };
    const result = makeResult<Payload>(
      name,
      (value) => answer(() => this.#connection.sendResult(MsgType.SingleRes, id, normalPayload(value))),
      (error) => answer(() => this.#connection.sendError(id, error)),
      request.signal,
    );
    request.worksUntil(runHandler<Received, Payload>(handler, payload, result, name));
  }

  /** @returns the stream; nothing where it was refused */
  #serveStream(handler: StreamRequestHandler, { id, name }: MessageHeader, payload: Received): InboundStream | undefined {
    if (this.#isBusy(id) || this.#isPast(this.#options.maxStreams, this.#streams.size, id)) return undefined;
    const stream = new InboundStream(id, name, {
      send: (t, part) => this.#connection.send(t, id, null, part),
      sendResult: (t, last) => this.#connection.sendResult(t, id, last),
      sendError: (error) => this.#connection.sendError(id, error),
      readiness: this.#readiness,
      options: this.#options,
      over: () => {
        this.#running.delete(stream);
        if (this.#streams.get(id) === stream) this.#streams.delete(id);
      },
    });
    this.#running.add(stream);
    this.#streams.set(id, stream);
    stream.run(handler);
    if (payload !== undefined) stream.part(payload);
    return stream;
  }

  /** An id of a stream that is open stands for that stream, and results in parts could not be told from each other. */
  #clashes({ id }: MessageHeader): boolean {
    const isTaken = this.#streams.has(id);
    if (isTaken) this.#connection.fail(ErrInvalidMsg);
    return isTaken;
  }

  #isBusy(id: string): boolean {
    return this.#isPast(this.#options.maxConcurrentRequests, this.#running.size, id);
  }

  /** Peers that are refused should not come back all together. */
  #isPast(limit: number, running: number, id: string): boolean {
    if (running < limit) return false;
    const wait = Math.round(MIN_WAIT + Math.random() * (MAX_WAIT - MIN_WAIT));
    this.#connection.sendResult(MsgType.RetryRes, id, `${limit} requests run already`, wait);
    return true;
  }

  #refuse({ id }: MessageHeader, code: string, text: string): void {
    this.#connection.sendError(id, codedError(code, text));
  }
}
