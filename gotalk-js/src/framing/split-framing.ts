import { binaryCodec } from '../wire/binary-codec.js';
import type { Framing } from './framing.js';
import { type NormalPayload, payloadSize } from '../wire/payload.js';
import type { Protocol } from '../wire/codec.js';
import { encodeUtf8, isAscii } from '../wire/text.js';

/**
 * Browsers cut long messages into fragments, Chromium after about 128 KiB and at any byte. Open Liberty closes the
 * connection when a fragment of a text message ends within a character. Servers take payloads as bytes too.
 */
const MAX_TEXT_LENGTH = 16_384;

/**
 * The reference's framing, for servers that do not know `gotalk.v1`: the version, every header and every payload that
 * is not empty in a WebSocket message of its own. Strings go as text messages, unless they are long.
 */
export class SplitFraming implements Framing {
  readonly codec: Protocol;
  #ws: WebSocket;

  constructor(ws: WebSocket, codec: Protocol) {
    this.codec = codec;
    this.#ws = ws;
  }

  sendHeader(header: string | Uint8Array) {
    this.#ws.send(header as string | BufferSource);
  }

  sendMessage(t: number, id: string | null, name: string | null, wait: number, payload: NormalPayload) {
    // A text message would turn an id's byte above 0x7f into two.
    const codec = id && !isAscii(id) ? binaryCodec : this.codec;
    const header = codec.makeMsg(t, id, name, wait, payloadSize(payload));
    this.sendHeader(header);
    if (payload !== undefined) {
      const isLongText = typeof payload === 'string' && payload.length > MAX_TEXT_LENGTH;
      this.#ws.send((isLongText ? encodeUtf8(payload) : payload) as string | BufferSource | Blob);
    }
    return header;
  }

  /** Nothing is batched. */
  flush() {}

  get buffered() {
    return this.#ws.bufferedAmount;
  }
}
