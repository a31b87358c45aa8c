import { type CloseError, closeStatus, errorOfCode, errorOfStatus } from '../wire/errors.js';
import { ErrAbnormal, ErrTimeout, ErrUnsupported, type ProtocolError, tooMuchWaits } from '../wire/errors.js';
import { codedError, errorPayload } from '../wire/error-result.js';
import type { MessageHeader } from '../wire/header.js';
import { Heartbeats } from './heartbeats.js';
import { hexDigits } from '../wire/hex.js';
import { deadline } from '../platform/timer.js';
import * as MsgType from '../wire/msg-type.js';
import { CANCEL, TRACE } from '../wire/names.js';
import { VERSION } from '../wire/protocol.js';
import type { NormalPayload, Received } from '../wire/payload.js';
import { Receiver } from './receiver.js';
import { latin1Bytes } from '../wire/text.js';
import { reportFailure, warnDeveloper } from '../platform/reporting.js';
import { type FrameListener, Sender } from './sender.js';
import type { SentNotifications } from '../resume/sent-notifications.js';
import type { SockOptions } from '../options.js';

const OPEN = 1;

export interface ConnectionListener {
  message(header: MessageHeader, payload: Received): void;
  /** Bytes of a payload have come, and more are due. */
  arriving(header: MessageHeader): void;
  closed(error: CloseError | null): void;
  /** How busy this side is, 0 to 1. */
  load(): number;
  frame: FrameListener;
}

/** The life of one open WebSocket. */
export class Connection {
  #isReady = false;
  #ws: WebSocket;
  #options: SockOptions;
  #listener: ConnectionListener;
  #sender: Sender;
  #receiver: Receiver;
  #heartbeats: Heartbeats;
  #error: ProtocolError | undefined;
  #counted: SentNotifications | null = null;
  #stopClock = () => {};
  #isOver = false;

  constructor(ws: WebSocket, options: SockOptions, listener: ConnectionListener) {
    this.#ws = ws;
    this.#options = options;
    this.#listener = listener;
    this.#sender = new Sender(ws, options, listener.frame);
    this.#heartbeats = new Heartbeats(options, this, listener.load);
    this.#receiver = new Receiver(ws, options.maxPayload, this);
    // Node's "ws" throws errors that nothing handles; the close event follows each.
    ws.onerror = () => {};
    ws.onclose = (event) => this.#finish(this.#error ?? errorOfStatus(event.code, event.reason));
  }

  /** Whether the peer's version has come. */
  get isReady(): boolean {
    return this.#isReady;
  }

  get isOpen(): boolean {
    return !this.#isOver && this.#error === undefined && this.#ws.readyState === OPEN;
  }

  get buffered(): number {
    return this.#sender.buffered;
  }

  get takesExtensions(): boolean {
    return this.#sender.takesExtensions;
  }

  handshake(): void {
    this.#sender.version();
  }

  startReading(): void {
    if (this.#receiver.isReading) return;
    this.#stopClock = deadline(this.#options.handshakeTimeout, () => this.abandon(ErrTimeout));
    this.#receiver.start();
  }

  /** @param trace where the message belongs in a trace: only peers of `gotalk.v1` are told */
  send(t: number, id: string | null, name: string | null, payload: NormalPayload, trace = ''): void {
    if (this.#sender.isFull) {
      throw tooMuchWaits(this.buffered);
    }
    if (t === MsgType.Notification) this.#counted?.add(name!, payload, trace);
    if (trace && this.takesExtensions) this.notify(TRACE, trace);
    this.#sender.message(t, id, name, 0, payload);
  }

  /** Sends a message of the protocol itself, or one that is repeated: it is not counted, and there is always room. */
  sendAlways(t: number, id: string | null, name: string, payload: NormalPayload): void {
    this.#sender.message(t, id, name, 0, payload);
  }

  /** The same for a notification. */
  notify(name: string, payload: NormalPayload): void {
    this.sendAlways(MsgType.Notification, null, name, payload);
  }

  /** Has notifications counted from now on; null for not any more. */
  count(sent: SentNotifications | null): void {
    this.#counted = sent;
  }

  /** A result belongs to the connection its request came by. */
  sendResult(t: number, id: string, payload: NormalPayload, wait = 0): void {
    if (!this.isOpen) return;
    if (this.#sender.isFull) {
      warnDeveloper('the peer does not read its results: the connection is closed');
      this.abandon(ErrTimeout);
      return;
    }
    this.#sender.message(t, id, null, wait, payload);
  }

  /** A failure, as the peer reads it. */
  sendError(id: string, error: unknown): void {
    this.sendResult(MsgType.ErrorRes, id, errorPayload(error, this.takesExtensions));
  }

  /**
   * Tells the peer that nobody waits for this side's request `id` any more.
   *
   * @returns whether it was told: only peers of `gotalk.v1` know the word
   */
  cancel(id: string): boolean {
    const tells = this.isOpen && this.takesExtensions && !this.#sender.isFull;
    if (tells) this.notify(CANCEL, latin1Bytes(id));
    return tells;
  }

  sendHeartbeat(load: number): void {
    if (this.isOpen) {
      this.#sender.heartbeat(load);
    }
  }

  close(): void {
    this.#sender.flush();
    this.#ws.close(1000);
  }

  /** Closes, and is done with the peer at once. */
  release(): void {
    this.close();
    this.#finish(null);
  }

  /** Tells the peer what it did wrong and closes. */
  fail(error: ProtocolError): void {
    if (this.isOpen) {
      this.#sender.error(error.code);
      this.#closeWith(error);
    }
  }

  /** The same, without waiting for a peer that may never react. */
  abandon(error: ProtocolError): void {
    this.fail(error);
    this.#finish(error);
  }

  timedOut(): void {
    this.abandon(ErrTimeout);
  }

  version(number: number): void {
    this.#sender.tap('in', hexDigits(number, 2));
    this.#stopClock();
    if (number !== VERSION) {
      this.fail(ErrUnsupported);
      return;
    }
    this.#isReady = true;
    this.#heartbeats.start();
  }

  message(header: MessageHeader, payload: Received, raw: Uint8Array): void {
    this.#sender.tap('in', raw, payload);
    if (header.t === MsgType.ProtocolError) {
      this.#closeWith(errorOfCode(header.size));
      return;
    }
    if (header.t === MsgType.Heartbeat) {
      this.#heartbeats.heartbeatReceived();
    }
    this.#listener.message(header, payload);
  }

  arriving(header: MessageHeader): void {
    this.#listener.arriving(header);
  }

  oversized({ name, id, size }: MessageHeader, raw: Uint8Array): void {
    this.#sender.tap('in', raw);
    const limit = this.#options.maxPayload;
    this.sendError(id, codedError('too-large', `the payload of "${name}" has ${size} bytes; the limit is ${limit}`));
  }

  received(): void {
    this.#heartbeats.received();
  }

  failed(error: unknown): void {
    reportFailure(error);
    this.fail(ErrAbnormal);
  }

  malformed(reason: string, protocolError: ProtocolError): void {
    warnDeveloper(`the peer sent an invalid message: ${reason}`);
    this.fail(protocolError);
  }

  #closeWith(error: ProtocolError): void {
    this.#error = error;
    this.#stop();
    this.#sender.flush();
    this.#ws.close(closeStatus(error));
  }

  #finish(error: CloseError | null): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#stop();
    this.#ws.onmessage = this.#ws.onclose = null;
    this.#listener.closed(error);
  }

  #stop(): void {
    this.#receiver.stop();
    this.#heartbeats.stop();
    this.#stopClock();
  }
}
