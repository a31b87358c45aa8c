import * as ErrorCode from '../wire/error-code.js';
import { askStatus, refusalIn } from './status.js';
import { type CloseError, type CloseReason, isFinal, reasonOf } from '../wire/errors.js';
import { isLoopback } from './address.js';
import { later, now } from '../platform/timer.js';

const MIN_DELAY = 500;
const MAX_DELAY = 5000;
// After a restart of the server its clients should not all come back in the same moment.
const JITTER = 0.25;

/** Hears how an attempt to connect went, and of the end of a connection that had opened. */
export interface ConnectListener {
  opened(error: CloseError | null): void;
  /** No attempt can succeed. */
  impossible?(): void;
  /** @param wasReady whether the peer's version had come */
  closed?(error: CloseError | null, wasReady: boolean): void;
}

export interface KeepAliveListener {
  /** How long it is until the next attempt; Infinity while there is no network. */
  waiting(delay: number, error: Error | null): void;
  /** The server does not want this page back: no attempt follows. */
  stopped(reason: CloseReason): void;
}

/** Keeps a connection open until `disable()`, or until the server does not want it. */
export class KeepAlive {
  #isEnabled = false;
  #isConnected = false;
  #address: string;
  #connect: (listener: ConnectListener) => void;
  #listener: KeepAliveListener;
  #delay = 0;
  #openedAt = 0;
  #stopWaiting = () => {};
  #isAsking = false;

  /**
   * @param connect opens one connection
   * @internal
   */
  constructor(address: string, connect: (listener: ConnectListener) => void, listener: KeepAliveListener) {
    this.#address = address;
    this.#connect = connect;
    this.#listener = listener;
  }

  get isEnabled(): boolean {
    return this.#isEnabled;
  }

  get isConnected(): boolean {
    return this.#isConnected;
  }

  enable(): void {
    if (this.#isEnabled) return;
    this.#isEnabled = true;
    this.#delay = 0;
    if (!this.#isConnected) {
      this.#open();
    }
  }

  /** Stops reconnecting. A connection that is open stays. */
  disable(): void {
    this.#isEnabled = false;
    this.#stopWaiting();
  }

  #open(): void {
    this.#connect({
      opened: (error) => {
        this.#openedAt = now();
        this.#isConnected = !error;
        if (!error) return;
        this.#retry(error);
        this.#unauthorized(refusalIn(error));
        this.#ask();
      },
      impossible: () => this.disable(),
      closed: (error, wasReady) => {
        this.#isConnected = false;
        if (wasReady) {
          this.#delay = 0;
        }
        this.#retry(error);
      },
    });
  }

  #retry(error: CloseError | null): void {
    this.#stopWaiting();
    if (!this.#isEnabled) return;
    if (error && isFinal(reasonOf(error))) {
      this.#stop(reasonOf(error));
    } else if (isOffline() && !isLoopback(this.#address)) {
      this.#delay = 0;
      this.#stopWaiting = onceOnline(() => this.#retry(null));
      this.#listener.waiting(Infinity, error);
    } else {
      const delay = this.#delayAfter(error);
      this.#stopWaiting = later(delay, () => this.#open());
      this.#listener.waiting(delay, error);
    }
  }

  /** A handshake failed. The next attempt does not wait for the answer, which may stop it. */
  #ask(): void {
    // Elsewhere there are no cookies that `fetch` would send along.
    if (!globalThis.location || !this.#isEnabled || this.#isAsking || isOffline()) return;
    this.#isAsking = true;
    askStatus(this.#address, (why) => this.#unauthorized(why)).finally(() => (this.#isAsking = false));
  }

  #unauthorized(why: string): void {
    if (why && this.#isEnabled && !this.#isConnected) {
      this.#stop({ code: 'unauthorized', text: why });
    }
  }

  #stop(reason: CloseReason): void {
    this.disable();
    this.#listener.stopped(reason);
  }

  #delayAfter(error: CloseError | null): number {
    const untilMinimum = Math.max(0, MIN_DELAY - (now() - this.#openedAt));
    if (!error) return untilMinimum + jitter(MIN_DELAY);
    // The server stops or restarts, and all of its clients hear so in the same moment.
    if (error.isGoingAway) return untilMinimum + Math.random() * 2 * MIN_DELAY;
    if (!error.isGotalkProtocolError) {
      this.#delay = this.#delay ? Math.min(MAX_DELAY, this.#delay * 2) : MIN_DELAY;
    } else if (error.code === ErrorCode.Timeout) {
      return untilMinimum;
    } else {
      this.#delay = MAX_DELAY;
    }
    return this.#delay + jitter(this.#delay);
  }
}

function jitter(delay: number): number {
  return Math.random() * JITTER * delay;
}

function isOffline(): boolean {
  return globalThis.navigator?.onLine === false && typeof globalThis.addEventListener === 'function';
}

function onceOnline(action: () => void): () => void {
  globalThis.addEventListener('online', action, { once: true });
  return () => globalThis.removeEventListener('online', action);
}
