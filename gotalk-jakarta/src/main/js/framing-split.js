import { binaryCodec } from './codec-binary.js';
import { MsgType } from './protocol.js';
import { encodeUtf8, isAscii } from './text.js';
import { payloadSize } from './payload.js';

/**
 * Browsers cut long messages into fragments, Chromium after about 128 KiB and at any byte. Open Liberty closes the
 * connection when a fragment of a text message ends within a character. Servers take payloads as bytes too.
 */
const LONGEST_TEXT = 16_384;

/**
 * The reference's framing, for servers that do not know `gotalk.v1`: the version, every header and every payload that
 * is not empty in a WebSocket message of its own. Strings go as text messages, unless they are long.
 */
export class SplitFraming {
  #ws;
  #codec;

  constructor(ws, codec) {
    this.#ws = ws;
    this.#codec = codec;
  }

  sendVersion() {
    return this.#put(this.#codec.versionBuf);
  }

  sendHeartbeat(load) {
    return this.#put(this.#codec.makeHeartbeatMsg(load));
  }

  sendMessage(t, id, name, wait, payload) {
    // A text message would turn an id's byte above 0x7f into two.
    const codec = id && !isAscii(id) ? binaryCodec : this.#codec;
    const header = this.#put(codec.makeMsg(t, id, name, wait, payloadSize(payload)));
    if (payload !== undefined) {
      this.#ws.send(payload.length > LONGEST_TEXT && typeof payload === 'string' ? encodeUtf8(payload) : payload);
    }
    return header;
  }

  sendError(code) {
    return this.#put(this.#codec.makeMsg(MsgType.ProtocolError, null, null, 0, code));
  }

  /** Nothing waits here. */
  flush() {}

  get buffered() {
    return this.#ws.bufferedAmount;
  }

  #put(header) {
    this.#ws.send(header);
    return header;
  }
}
