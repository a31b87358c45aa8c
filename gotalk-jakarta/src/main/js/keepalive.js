import { ErrorCode } from './protocol.js';
import { isLoopback } from './address.js';
import { later, now } from './timer.js';

const SHORTEST = 500;
const LONGEST_DELAY = 5000;
// After a restart of the server its clients should not all come back in the same moment.
const JITTER = 0.25;

/**
 * Keeps a Sock connected, until `disable()`. `connect(opened, closed)` opens one connection, `waiting(delay)` is told how
 * long it is until the next attempt; Infinity while there is no network.
 */
export class KeepAlive {
  isEnabled = false;
  isConnected = false;
  #address;
  #connect;
  #waiting;
  #delay = 0;
  #openedAt = 0;
  #stopWaiting = () => {};

  constructor(address, connect, waiting) {
    this.#address = address;
    this.#connect = connect;
    this.#waiting = waiting;
  }

  enable() {
    if (this.isEnabled) return;
    this.isEnabled = true;
    this.#delay = 0;
    if (!this.isConnected) {
      this.#open();
    }
  }

  /** Stops reconnecting; a connection that is open stays. */
  disable() {
    this.isEnabled = false;
    this.#stopWaiting();
  }

  #open() {
    this.#connect(
      (error) => {
        this.#openedAt = now();
        this.isConnected = !error;
        if (error) {
          this.#retry(error);
        }
      },
      (error, wasReady) => {
        this.isConnected = false;
        if (wasReady) {
          this.#delay = 0;
        }
        this.#retry(error);
      },
    );
  }

  #retry(error) {
    this.#stopWaiting();
    if (!this.isEnabled) return;
    if (isOffline() && !isLoopback(this.#address)) {
      this.#delay = 0;
      this.#stopWaiting = onceOnline(() => this.#retry(null));
      this.#waiting(Infinity);
    } else {
      const delay = this.#delayAfter(error);
      this.#stopWaiting = later(delay, () => this.#open());
      this.#waiting(delay);
    }
  }

  #delayAfter(error) {
    const untilShortest = Math.max(0, SHORTEST - (now() - this.#openedAt));
    if (!error) return untilShortest + spread(SHORTEST);
    // The server stops or restarts, and all of its clients are told so in the same moment.
    if (error.isGoingAway) return untilShortest + Math.random() * 2 * SHORTEST;
    if (!error.isGotalkProtocolError) {
      this.#delay = this.#delay ? Math.min(LONGEST_DELAY, this.#delay * 2) : SHORTEST;
    } else if (error.code === ErrorCode.Timeout) {
      return untilShortest;
    } else {
      this.#delay = LONGEST_DELAY;
    }
    return this.#delay + spread(this.#delay);
  }
}

function spread(delay) {
  return Math.random() * JITTER * delay;
}

function isOffline() {
  return globalThis.navigator?.onLine === false && typeof globalThis.addEventListener === 'function';
}

function onceOnline(action) {
  globalThis.addEventListener('online', action, { once: true });
  return () => globalThis.removeEventListener('online', action);
}
