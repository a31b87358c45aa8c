import { binaryCodec } from './wire/binary-codec.js';
import type { HandlerSet } from './serving/handlers.js';
import type { Protocol } from './wire/codec.js';
import { SUBPROTOCOL } from './wire/protocol.js';
import type { TraceContext } from './wire/trace-context.js';

const MEBIBYTE = 1024 * 1024;

/** What can be set of a Sock. Each is also a property of the Sock itself, as in the reference. */
export class SockOptions {
  /** What the Sock answers; another set serves the messages from then on. */
  handlers: HandlerSet;
  /** The codec; set it before connecting. */
  protocol: Protocol;
  /** Messages queued while not connected; beyond it requests fail and notifications throw. At first 100. */
  sendBufferLimit = 100;
  /** Largest payload accepted, in bytes: a larger request is refused, anything else closes. At first 16 MiB. Ours. */
  maxPayload = 16 * MEBIBYTE;
  /** How many requests of the peer may be served at once, streams among them. At first 256. Ours. */
  maxConcurrentRequests = 256;
  /** How many streams of the peer may be served at once; 0 to refuse them. At first 16. Ours. */
  maxStreams = 16;
  /** How many bytes of a stream are kept for its reader, and may wait in the browser to be sent. At first 1 MiB. Ours. */
  maxStreamBuffer = MEBIBYTE;
  /** While more bytes than this wait in the browser, sending throws. At first 16 MiB. Ours. */
  maxBuffered = 16 * MEBIBYTE;
  /** How often a request is sent in all while the peer asks to try later. 1 to never repeat. At first 5. Ours. */
  maxAttempts = 5;
  /**
   * A peer that has sent a heartbeat and then nothing for so many milliseconds is given up with `ErrTimeout`; 0 for
   * never. Keep it well above the peer's heartbeat interval. At first 60000. Ours.
   */
  readTimeout = 60_000;
  /** Milliseconds for connecting, again for the peer's version to come, and for the set-up. At first 30000. Ours. */
  handshakeTimeout = 30_000;
  /**
   * The WebSocket subprotocol offered, with which messages are packed; '' to offer none. A server that does not
   * select it costs a second attempt to connect. The text codec offers none. At first 'gotalk.v1'. Ours.
   */
  subprotocol: string = SUBPROTOCOL;
  /**
   * Called for each request, stream and notification when the program makes it: where it belongs in a distributed trace.
   * Servers of ours continue that; others are sent nothing of it. What it throws is reported as an uncaught error, and the
   * message goes without. At first null. Ours.
   */
  traceContext: (() => TraceContext | null | undefined) | null = null;
  #heartbeatInterval = 20_000;

  /** @internal */
  constructor(handlers: HandlerSet, protocol?: Protocol) {
    this.handlers = handlers;
    this.protocol = protocol || binaryCodec;
  }

  /** Milliseconds between heartbeats of this side: at least 10, or 0 for none. At first 20000. */
  get heartbeatInterval(): number {
    return this.#heartbeatInterval;
  }

  set heartbeatInterval(ms: number) {
    if (ms !== 0 && !(ms >= 10)) {
      throw new RangeError(`heartbeatInterval must be at least 10 ms, or 0 for none, got ${ms}`);
    }
    this.#heartbeatInterval = ms;
  }
}

/** Gives `prototype`, whose objects have `options`, an accessor for each of them. */
export function defineAccessors(prototype: object, options: SockOptions): void {
  for (const name of [...Object.keys(options), 'heartbeatInterval'] as (keyof SockOptions)[]) {
    Object.defineProperty(prototype, name, {
      get(this: { options: SockOptions }) {
        return this.options[name];
      },
      set(this: { options: Record<string, unknown> }, value: unknown) {
        this.options[name] = value;
      },
    });
  }
}
