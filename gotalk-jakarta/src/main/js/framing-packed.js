import { binaryCodec } from './codec-binary.js';
import { MsgType } from './protocol.js';
import { payloadSize } from './payload.js';
import { encodeUtf8 } from './text.js';

const MESSAGE_LIMIT = 64 * 1024;

/**
 * The framing of `gotalk.v1`: a plain byte stream. What one task of the page sends goes out together, in binary
 * WebSocket messages of at most 64 KiB, so that no message of the server's is held up by a long one of ours.
 */
export class PackedFraming {
  #ws;
  #batch = new Uint8Array(MESSAGE_LIMIT);
  #fill = 0;
  #scheduled = false;

  constructor(ws) {
    this.#ws = ws;
  }

  sendVersion() {
    return this.#write(binaryCodec.versionBuf);
  }

  sendHeartbeat(load) {
    return this.#write(binaryCodec.makeHeartbeatMsg(load));
  }

  sendMessage(t, id, name, wait, payload) {
    const bytes = typeof payload === 'string' ? encodeUtf8(payload) : payload;
    const header = this.#write(binaryCodec.makeMsg(t, id, name, wait, payloadSize(bytes)));
    if (bytes instanceof Uint8Array) {
      this.#write(bytes);
    } else if (bytes !== undefined) {
      this.#writeBlob(bytes);
    }
    return header;
  }

  sendError(code) {
    return this.#write(binaryCodec.makeMsg(MsgType.ProtocolError, null, null, 0, code));
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
  #write(bytes) {
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
    return bytes;
  }

  /** The bytes of a Blob can only be had later, but the browser keeps the order of what it is given. */
  #writeBlob(blob) {
    this.flush();
    for (let at = 0; at < blob.size; at += MESSAGE_LIMIT) {
      this.#ws.send(blob.slice(at, at + MESSAGE_LIMIT));
    }
  }

  #schedule() {
    if (this.#scheduled || this.#fill === 0) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      this.flush();
    });
  }
}
