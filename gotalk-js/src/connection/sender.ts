import { describeFrame, type Frame } from '../wire/frame.js';
import type { Framing } from '../framing/framing.js';
import * as MsgType from '../wire/msg-type.js';
import { PackedFraming } from '../framing/packed-framing.js';
import { SplitFraming } from '../framing/split-framing.js';
import type { NormalPayload } from '../wire/payload.js';
import { SUBPROTOCOL } from '../wire/protocol.js';
import type { SockOptions } from '../options.js';

/** Hears of each protocol message; `describe` costs something and need not be called. */
export type FrameListener = (describe: () => Frame) => void;

/** What goes out on one WebSocket, in the framing that was agreed on. */
export class Sender {
  /** Whether the peer is one of ours: it reads codes and data in error results. */
  readonly takesExtensions: boolean;
  #options: SockOptions;
  #onFrame: FrameListener;
  #framing: Framing;

  constructor(ws: WebSocket, options: SockOptions, onFrame: FrameListener) {
    this.#options = options;
    this.#onFrame = onFrame;
    this.takesExtensions = ws.protocol === SUBPROTOCOL;
    this.#framing = this.takesExtensions ? new PackedFraming(ws) : new SplitFraming(ws, options.protocol);
  }

  version(): void {
    this.#header(this.#framing.codec.versionBuf);
  }

  message(t: number, id: string | null, name: string | null, wait: number, payload: NormalPayload): void {
    this.tap('out', this.#framing.sendMessage(t, id, name, wait, payload), payload);
  }

  heartbeat(load: number): void {
    this.#header(this.#framing.codec.makeHeartbeatMsg(load));
  }

  error(code: number): void {
    this.#header(this.#framing.codec.makeMsg(MsgType.ProtocolError, null, null, 0, code));
  }

  flush(): void {
    this.#framing.flush();
  }

  /** Bytes that this side was given and the network has not taken yet. */
  get buffered(): number {
    return this.#framing.buffered;
  }

  get isFull(): boolean {
    return this.buffered > this.#options.maxBuffered;
  }

  /** Shows a message that passed to the listeners to `frame`. */
  tap(direction: 'in' | 'out', rawHeader: string | Uint8Array, payload?: NormalPayload): void {
    this.#onFrame(() => describeFrame(direction, rawHeader, payload));
  }

  #header(header: string | Uint8Array): void {
    this.#framing.sendHeader(header);
    this.tap('out', header);
  }
}
