import { Decoder } from './decoder.js';
import { encodeUtf8 } from './text.js';

const UNREAD_LIMIT = 1024;

/** What comes in on one WebSocket: kept until reading starts, then decoded into `sink`, which also hears `heard()`. */
export class Receiving {
  isReading = false;
  #ws;
  #sink;
  #decoder;
  #unread = [];

  constructor(ws, maxPayload, sink) {
    this.#ws = ws;
    this.#sink = sink;
    this.#decoder = new Decoder(sink, maxPayload);
    ws.binaryType = 'arraybuffer';
    ws.onmessage = (event) => this.#keep(event.data);
  }

  start() {
    this.isReading = true;
    this.#ws.onmessage = (event) => this.#read(event.data);
    this.#unread.splice(0).forEach((data) => this.#read(data));
  }

  stop() {
    this.#decoder.stop();
  }

  #read(data) {
    this.#sink.heard();
    const isText = typeof data === 'string';
    try {
      this.#decoder.feed(isText ? encodeUtf8(data) : new Uint8Array(data), isText);
    } catch (error) {
      this.#sink.failed(error);
    }
  }

  #keep(data) {
    this.#unread.push(data);
    if (this.#unread.length > UNREAD_LIMIT) {
      this.#ws.onmessage = null;
      this.#unread = [];
      this.#sink.failed(new Error(`${UNREAD_LIMIT} messages came before startReading(): the connection is closed`));
    }
  }
}
