import { ErrInvalidMsg, ErrUnsupported, type ProtocolError } from './errors.js';
import * as MsgType from './msg-type.js';
import { hasPayload, headerLength, type MessageHeader, readHeader } from './header.js';
import type { Received } from './payload.js';
import { readHex } from './hex.js';
import { PayloadBuffer } from './payload-buffer.js';

const INITIAL_HEADER_CAPACITY = 64;

export interface MessageSink {
  version(number: number): void;
  /** `raw` is the header's bytes, valid during the call. */
  message(header: MessageHeader, payload: Received, raw: Uint8Array): void;
  /** Bytes of a payload have come, and more are due. */
  arriving?(header: MessageHeader): void;
  /** A request whose payload is skipped unstored. */
  oversized(header: MessageHeader, raw: Uint8Array): void;
  /** Nothing more is read. */
  malformed(reason: string, protocolError: ProtocolError): void;
}

type Step = (bytes: Uint8Array<ArrayBuffer>, isText: boolean) => number;

/** Bytes in, messages out: the version first, then each message. It may be fed any split of the stream. */
export class Decoder {
  #sink: MessageSink;
  #maxPayload: number;
  #step: Step = this.#readVersion;
  #header = new Uint8Array(INITIAL_HEADER_CAPACITY);
  #have = 0;
  #message: { header: MessageHeader; raw: Uint8Array; payload: PayloadBuffer } | undefined;
  #skip = 0;
  #stopped = false;

  constructor(sink: MessageSink, maxPayload: number) {
    this.#sink = sink;
    this.#maxPayload = maxPayload;
  }

  /** @param isText whether the bytes came in a text message: a payload of only such bytes is given as a string */
  feed(bytes: Uint8Array<ArrayBuffer>, isText = false): void {
    try {
      let rest = bytes;
      while (rest.length > 0 && !this.#stopped) {
        rest = rest.subarray(this.#step(rest, isText));
      }
    } catch (error) {
      this.stop();
      if (!(error instanceof Malformed)) throw error;
      this.#sink.malformed(error.message, error.protocolError);
    }
  }

  stop(): void {
    this.#stopped = true;
  }

  #readVersion(bytes: Uint8Array<ArrayBuffer>): number {
    const taken = this.#collect(bytes, 2);
    if (this.#have === 2) {
      const version = checked(() => readHex(this.#header, 0, 2, 'a version'), ErrUnsupported);
      this.#next(this.#readHeader);
      this.#sink.version(version);
    }
    return taken;
  }

  #readHeader(bytes: Uint8Array<ArrayBuffer>): number {
    const needed = checked(() => headerLength(this.#header, this.#have));
    const taken = this.#collect(bytes, needed);
    if (this.#have === needed && checked(() => headerLength(this.#header, needed)) === needed) {
      const raw = this.#header.subarray(0, needed);
      this.#begin(checked(() => readHeader(raw) as MessageHeader), raw);
    }
    return taken;
  }

  #begin(header: MessageHeader, raw: Uint8Array): void {
    if (!hasPayload(header.t) || header.size === 0) {
      this.#next(this.#readHeader);
      this.#sink.message(header, undefined, raw);
    } else if (header.size <= this.#maxPayload) {
      this.#message = { header, raw: raw.slice(), payload: new PayloadBuffer(header.size) };
      this.#next(this.#readPayload);
    } else if (header.t === MsgType.SingleReq || header.t === MsgType.StreamReq) {
      this.#skip = header.size;
      this.#next(this.#skipPayload);
      this.#sink.oversized(header, raw);
    } else {
      const limit = `${this.#maxPayload} (sock.maxPayload)`;
      throw new Malformed(`a payload of ${header.size} bytes is over the limit of ${limit}`);
    }
  }

  #readPayload(bytes: Uint8Array<ArrayBuffer>, isText: boolean): number {
    const { header, raw, payload } = this.#message!;
    const part = bytes.subarray(0, payload.missing);
    payload.append(part, isText);
    if (payload.missing === 0) {
      this.#message = undefined;
      this.#next(this.#readHeader);
      this.#sink.message(header, payload.take(), raw);
    } else {
      this.#sink.arriving?.(header);
    }
    return part.length;
  }

  #skipPayload(bytes: Uint8Array<ArrayBuffer>): number {
    const taken = Math.min(bytes.length, this.#skip);
    this.#skip -= taken;
    if (this.#skip === 0) {
      this.#next(this.#readHeader);
    }
    return taken;
  }

  #next(step: Step): void {
    this.#have = 0;
    this.#step = step;
  }

  #collect(bytes: Uint8Array<ArrayBuffer>, needed: number): number {
    const part = bytes.subarray(0, needed - this.#have);
    if (needed > this.#header.length) {
      const grown = new Uint8Array(needed);
      grown.set(this.#header.subarray(0, this.#have));
      this.#header = grown;
    }
    this.#header.set(part, this.#have);
    this.#have += part.length;
    return part.length;
  }
}

class Malformed extends Error {
  protocolError: ProtocolError;

  constructor(reason: string, protocolError = ErrInvalidMsg) {
    super(reason);
    this.protocolError = protocolError;
  }
}

/** Only what the peer wrote is malformed: an error of the code that handles a message must not look like it. */
function checked<T>(read: () => T, protocolError?: ProtocolError): T {
  try {
    return read();
  } catch (error) {
    throw new Malformed((error as Error).message, protocolError);
  }
}
