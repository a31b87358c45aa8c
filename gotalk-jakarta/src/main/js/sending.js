import { describeFrame } from './frame.js';
import { PackedFraming } from './framing-packed.js';
import { SplitFraming } from './framing-split.js';
import { SUBPROTOCOL } from './protocol.js';

/** What goes out on one WebSocket, in the framing that was agreed on, and seen by the listeners to `frame`. */
export class Sending {
  #sock;
  #framing;

  constructor(ws, sock) {
    this.#sock = sock;
    this.#framing = ws.protocol === SUBPROTOCOL ? new PackedFraming(ws) : new SplitFraming(ws, sock.protocol);
  }

  version() {
    this.tap('out', this.#framing.sendVersion());
  }

  message(t, id, name, wait, payload) {
    this.tap('out', this.#framing.sendMessage(t, id, name, wait, payload), payload);
  }

  heartbeat(load) {
    this.tap('out', this.#framing.sendHeartbeat(load));
  }

  error(code) {
    this.tap('out', this.#framing.sendError(code));
  }

  flush() {
    this.#framing.flush();
  }

  /** Bytes that this side has been given and the network has not. */
  get buffered() {
    return this.#framing.buffered;
  }

  get isFull() {
    return this.buffered > this.#sock.maxBuffered;
  }

  /** Shows a message that passed to whoever wants to see it. */
  tap(direction, rawHeader, payload) {
    if (this.#sock.listeners('frame').length > 0) {
      this.#sock.emit('frame', describeFrame(direction, rawHeader, payload));
    }
  }
}
