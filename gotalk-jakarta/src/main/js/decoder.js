import { ErrInvalidMsg, ErrUnsupported } from './errors.js';
import { MsgType } from './protocol.js';
import { headerLength, headerShape, readHeader } from './header.js';
import { readHex } from './hex.js';
import { PayloadBuffer } from './payload-buffer.js';

const FIRST_CAPACITY_OF_HEADER = 64;

/**
 * Bytes in, messages out: fed any split of the stream, it calls `sink.version(number)`, then for each message
 * `sink.message(header, payload, headerBytes)`, valid during the call. `sink.oversized(header)` stands for a request
 * whose payload is skipped unstored; after `sink.malformed(reason, protocolError)` nothing more is read.
 */
export class Decoder {
  #sink;
  #maxPayload;
  #step = this.#readVersion;
  #header = new Uint8Array(FIRST_CAPACITY_OF_HEADER);
  #have = 0;
  #message = null;
  #payload = null;
  #skip = 0;
  #stopped = false;

  constructor(sink, maxPayload) {
    this.#sink = sink;
    this.#maxPayload = maxPayload;
  }

  /** @param isText whether the bytes came in a text message: a payload of only such bytes is given as a string */
  feed(bytes, isText = false) {
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

  stop() {
    this.#stopped = true;
  }

  #readVersion(bytes) {
    const taken = this.#collect(bytes, 2);
    if (this.#have === 2) {
      const version = checked(() => readHex(this.#header, 0, 2, 'a version'), ErrUnsupported);
      this.#next(this.#readHeaderBytes);
      this.#sink.version(version);
    }
    return taken;
  }

  #readHeaderBytes(bytes) {
    const needed = checked(() => headerLength(this.#header, this.#have));
    const taken = this.#collect(bytes, needed);
    if (this.#have === needed && checked(() => headerLength(this.#header, needed)) === needed) {
      const raw = this.#header.subarray(0, needed);
      this.#begin(checked(() => readHeader(raw)), raw);
    }
    return taken;
  }

  #begin(header, raw) {
    if (!headerShape(header.t).payload || header.size === 0) {
      this.#next(this.#readHeaderBytes);
      this.#sink.message(header, undefined, raw);
    } else if (header.size <= this.#maxPayload) {
      this.#message = { header, raw: raw.slice() };
      this.#payload = new PayloadBuffer(header.size);
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

  #readPayload(bytes, isText) {
    const part = bytes.subarray(0, this.#payload.missing);
    this.#payload.append(part, isText);
    if (this.#payload.missing === 0) {
      const { header, raw } = this.#message;
      const payload = this.#payload.take();
      this.#message = this.#payload = null;
      this.#next(this.#readHeaderBytes);
      this.#sink.message(header, payload, raw);
    }
    return part.length;
  }

  #skipPayload(bytes) {
    const taken = Math.min(bytes.length, this.#skip);
    this.#skip -= taken;
    if (this.#skip === 0) {
      this.#next(this.#readHeaderBytes);
    }
    return taken;
  }

  #next(step) {
    this.#have = 0;
    this.#step = step;
  }

  #collect(bytes, needed) {
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
  constructor(reason, protocolError = ErrInvalidMsg) {
    super(reason);
    this.protocolError = protocolError;
  }
}

/** Only what the peer wrote is malformed: an error of the code that handles a message must not look like it. */
function checked(read, protocolError) {
  try {
    return read();
  } catch (error) {
    throw new Malformed(error.message, protocolError);
  }
}
