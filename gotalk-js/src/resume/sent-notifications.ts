import { keptPayload, type NormalPayload, payloadSize } from '../wire/payload.js';

const MAX_MESSAGES = 1000;
const MAX_BYTES = 256 * 1024;

interface SentNotification {
  name: string;
  payload: NormalPayload;
  /** Where it belongs in a trace; empty for nowhere. */
  trace: string;
  size: number;
}

/**
 * The notifications of one session, over one connection after the other: it counts them, and keeps the last ones until the
 * peer has acknowledged them. Beyond its bounds the oldest make way, and the peer cannot go on from before them.
 *
 * Counts are numbers of 32 bits that begin again after the greatest.
 */
export class SentNotifications {
  #count = 0;
  #kept: SentNotification[] = [];
  #bytes = 0;

  /** Those that the peer has not acknowledged, the oldest first. */
  get kept(): readonly SentNotification[] {
    return this.#kept;
  }

  add(name: string, payload: NormalPayload, trace: string): void {
    const size = name.length + payloadSize(payload);
    this.#count = (this.#count + 1) >>> 0;
    this.#kept.push({ name, payload: keptPayload(payload), trace, size });
    this.#bytes += size;
    while (this.#kept.length > MAX_MESSAGES || this.#bytes > MAX_BYTES) {
      this.#removeFirst();
    }
  }

  /** The peer has handled this many. */
  acknowledged(handled: number): void {
    const missing = this.#missing(handled);
    while (this.#kept.length > missing) {
      this.#removeFirst();
    }
  }

  /**
   * The peer goes on from here.
   *
   * @returns whether all that follows is kept; if not, nothing is
   */
  continueAfter(handled: number): boolean {
    const isExact = this.#missing(handled) <= this.#kept.length;
    if (isExact) {
      this.acknowledged(handled);
    } else {
      this.#kept = [];
      this.#bytes = 0;
      this.#count = handled;
    }
    return isExact;
  }

  #missing(handled: number): number {
    return (this.#count - handled) >>> 0;
  }

  #removeFirst(): void {
    this.#bytes -= this.#kept.shift()!.size;
  }
}
