import { Decoder, type MessageSink } from '../wire/decoder.js';
import { encodeUtf8 } from '../wire/text.js';

const UNREAD_LIMIT = 1024;

interface ReceiverSink extends MessageSink {
  /** A WebSocket message has come. */
  received(): void;
  /** This side cannot go on. */
  failed(error: unknown): void;
}

/** What comes in on one WebSocket: kept until reading starts, then decoded into the sink. */
export class Receiver {
  #isReading = false;
  #ws: WebSocket;
  #sink: ReceiverSink;
  #decoder: Decoder;
  #unread: (string | ArrayBuffer)[] = [];

  constructor(ws: WebSocket, maxPayload: number, sink: ReceiverSink) {
    this.#ws = ws;
    this.#sink = sink;
    this.#decoder = new Decoder(sink, maxPayload);
    ws.binaryType = 'arraybuffer';
    ws.onmessage = (event) => this.#keep(event.data);
  }

  get isReading(): boolean {
    return this.#isReading;
  }

  start(): void {
    this.#isReading = true;
    this.#ws.onmessage = (event) => this.#read(event.data);
    this.#unread.splice(0).forEach((data) => this.#read(data));
  }

  stop(): void {
    this.#decoder.stop();
  }

  #read(data: string | ArrayBuffer): void {
    this.#sink.received();
    try {
      if (typeof data === 'string') {
        this.#decoder.feed(encodeUtf8(data), true);
      } else {
        this.#decoder.feed(new Uint8Array(data));
      }
    } catch (error) {
      this.#sink.failed(error);
    }
  }

  #keep(data: string | ArrayBuffer): void {
    this.#unread.push(data);
    if (this.#unread.length > UNREAD_LIMIT) {
      this.#ws.onmessage = null;
      this.#unread = [];
      this.#sink.failed(new Error(`${UNREAD_LIMIT} messages came before startReading(): the connection is closed`));
    }
  }
}
