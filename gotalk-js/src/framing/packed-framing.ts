import { binaryCodec } from '../wire/binary-codec.js';
import type { Framing } from './framing.js';
import { type NormalPayload, payloadSize } from '../wire/payload.js';
import { encodeUtf8 } from '../wire/text.js';

const MESSAGE_LIMIT = 64 * 1024;

/**
 * The framing of `gotalk.v1`: a plain byte stream. What one task of the page sends goes out together, in binary
 * WebSocket messages of at most 64 KiB, so that no message of the server's is held up by a long one of ours.
 */
export class PackedFraming implements Framing {
  readonly codec = binaryCodec;
  #ws: WebSocket;
  #batch = new Uint8Array(MESSAGE_LIMIT);
  #fill = 0;
  #scheduled = false;

  constructor(ws: WebSocket) {
    this.#ws = ws;
  }

  sendHeader(header: string | Uint8Array) {
    this.#write(header as Uint8Array);
  }

  sendMessage(t: number, id: string | null, name: string | null, wait: number, payload: NormalPayload) {
    const bytes = typeof payload === 'string' ? encodeUtf8(payload) : payload;
    const header = binaryCodec.makeMsg(t, id, name, wait, payloadSize(bytes));
    this.#write(header);
    if (bytes instanceof Uint8Array) {
      this.#write(bytes);
    } else if (bytes !== undefined) {
      this.#sendBlob(bytes);
    }
    return header;
  }

  flush() {
    if (this.#fill > 0) {
      this.#ws.send(this.#batch.subarray(0, this.#fill));
      this.#fill = 0;
    }
  }

  get buffered() {
    return this.#ws.bufferedAmount + this.#fill;
  }

  /** Copies at once: the caller may use its buffer again. */
  #write(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      const part = bytes.subarray(at, at + MESSAGE_LIMIT - this.#fill);
      this.#batch.set(part, this.#fill);
      this.#fill += part.length;
      at += part.length;
      if (this.#fill === MESSAGE_LIMIT) {
        this.flush();
      }
    }
    this.#schedule();
  }

  /** The bytes of a Blob can only be had later, but the browser keeps the order of what it is given. */
  #sendBlob(blob: Blob): void {
    this.flush();
    for (let at = 0; at < blob.size; at += MESSAGE_LIMIT) {
      this.#ws.send(blob.slice(at, at + MESSAGE_LIMIT));
    }
  }

  #schedule(): void {
    if (this.#scheduled || this.#fill === 0) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      this.flush();
    });
  }
}
