/** Streams of gotalk.js. Parts have their boundaries: what one side writes as a part, the other reads as one. */
declare namespace gotalk {
  /** How a stream request is carried out. Ours. */
  interface StreamOptions {
    /**
     * Milliseconds that the peer may be silent once the request has ended; then reading fails with a `TimeoutError`. 0
     * for no limit. At first `defaultRequestTimeout`.
     */
    timeout?: number;
    /** Gives up when it aborts: reading and writing fail with its reason. */
    signal?: AbortSignal;
    /** Goes on sending after the answer has ended, until `end()`. Otherwise the end of the answer ends the request. */
    continueAfterAnswer?: boolean;
  }

  interface PartsEventMap {
    /** A part that came: bytes, or a string where the peer sent it as text (only with the text codec). */
    data: Uint8Array | string;
    /** The last part has come, or the stream has failed. */
    end: Error | null;
  }

  /**
   * What comes in parts. Read it in one way: by events, by `for await`, or as a whole. Where nobody listens to events,
   * parts are kept up to `sock.maxStreamBuffer` bytes; past that the stream fails with a `StreamOverflowError`, since a
   * browser cannot stop reading a WebSocket. Leaving a `for await` early gives the stream up.
   */
  interface Parts extends EventEmitter<PartsEventMap>, AsyncIterable<Uint8Array> {
    [Symbol.asyncIterator](): AsyncIterator<Uint8Array>;
    /** The parts as JSON values. */
    values<T = any>(): AsyncIterableIterator<T>;
    /** All further parts as one, up to `sock.maxPayload` bytes. */
    bytes(): Promise<Uint8Array>;
    /** The same as a JSON value; null where it is empty. */
    json<T = any>(): Promise<T>;
    /** Gives the stream up: what was kept is let go, and what still comes is dropped. */
    close(): void;
  }

  /** What can be sent as parts of at most 64 KiB. */
  type Source =
    | string
    | ArrayBuffer
    | ArrayBufferView
    | Blob
    | ReadableStream<string | ArrayBuffer | ArrayBufferView>
    | Iterable<Payload>
    | AsyncIterable<Payload>;

  interface SendOptions {
    /** Hears after each part how many bytes were handed over, and how many there are where that is known. */
    progress?(sent: number, total: number | undefined): void;
  }

  /** Parts in both directions. */
  interface Stream extends Parts {
    /** The operation. */
    readonly op: string;
    /**
     * Writes a part; of more than 64 KiB, several. One that is empty writes nothing, null ends the stream as in the
     * reference. Throws where more than `sock.maxBuffered` bytes wait in the browser already.
     *
     * @returns false where the next one should wait until `ready`, and where the stream has ended and nothing is written
     */
    write(part: Payload): boolean;
    /** Writes a value as a part of JSON. */
    writeValue(value: unknown): boolean;
    /** That more may be written. Fails when the stream has ended: with the peer's error, or a `StreamEndedError`. */
    readonly ready: Promise<void>;
    /**
     * Writes all of `source`, waiting for room where necessary. Done when the last part was handed over. The stream
     * goes on: `end()` ends it. Fails when the source or the stream does.
     */
    send(source: Source, options?: SendOptions): Promise<void>;
    /** No part follows. */
    end(): void;
  }

  /** A stream request of this page. The first part sends it. */
  interface StreamRequest extends Stream {
    /** The whole answer, up to `sock.maxPayload` bytes. Ours. */
    readonly result: Promise<Uint8Array>;
  }

  /**
   * Answers requests in parts. An async handler's end is the stream's, and the value it returns is the whole answer, or
   * the last part: bytes as they are, any other value as JSON. What an async generator yields are the parts. Any other
   * handler calls `end()`. A failure is sent to the peer as the error's message. Ours.
   */
  type StreamRequestHandler = (stream: Stream, op: string) => unknown;

  /** Answers stream requests, on `defaultHandlers`; single requests, too, as streams of one part. Ours. */
  function handleStreamRequest(op: string, handler: StreamRequestHandler | null): void;

  interface Handlers {
    /** An operation is of one kind: this takes the place of another handler of `op`. Ours. */
    handleStreamRequest(op: string, handler: StreamRequestHandler | null): void;
    findStreamRequestHandler(op: string): StreamRequestHandler | null;
  }

  interface Sock {
    /** How many bytes of a stream are kept for its reader, and may wait in the browser to be sent. At first 1 MiB. Ours. */
    maxStreamBuffer: number;
    /** How many streams of the peer may be served at once; 0 to refuse them. At first 16. Ours. */
    maxStreams: number;
    /** How many requests of the peer may be served at once, streams among them. At first 256. Ours. */
    maxConcurrentRequests: number;
    /** A stream request of `op`. Where the peer asks to try later, it fails: its parts are gone. */
    streamRequest(op: string, options?: StreamOptions): StreamRequest;
    /**
     * Requests `op`, with bytes as they are or any other value as JSON, and reads the answer in parts. `timeout` is the
     * longest wait for a part. Ours.
     */
    requestParts(op: string, value?: unknown, options?: RequestOptions): Parts;
  }
}
