import { later } from './timer.js';

/** Browsers have no event for a WebSocket that has sent what it was given. */
const LOOK_AGAIN = 10;

/**
 * Whether more may be written without piling up in the browser. `look()` tells: true or false, undefined while there is
 * no connection. Nothing is looked at while nobody waits.
 */
export class Room {
  #look;
  #waiting = null;
  #stop = () => {};

  constructor(look) {
    this.#look = look;
  }

  get isFree() {
    return this.#look() === true;
  }

  /** @returns a promise that there is room */
  wait() {
    if (this.isFree) return Promise.resolve();
    if (!this.#waiting) {
      this.#waiting = {};
      this.#waiting.promise = new Promise((resolve) => (this.#waiting.resolve = resolve));
      this.check();
    }
    return this.#waiting.promise;
  }

  /** To be called when a connection has opened and when messages come: a hidden page's timers are slow. */
  check() {
    if (!this.#waiting) return;
    const free = this.#look();
    this.#stop();
    if (free) {
      this.#waiting.resolve();
      this.#waiting = null;
    } else if (free === false) {
      this.#stop = later(LOOK_AGAIN, () => this.check());
    }
  }
}
