import { later } from '../platform/timer.js';

/** Browsers have no event for a WebSocket that has sent what it was given. */
const POLL_INTERVAL = 10;

/**
 * Whether more may be written without piling up in the browser. `probe()` tells: true or false, undefined while there
 * is no connection. It is not asked while no writer waits.
 */
export class WriteReadiness {
  #probe: () => boolean | undefined;
  #waiting: (() => void)[] = [];
  #stop = () => {};

  constructor(probe: () => boolean | undefined) {
    this.#probe = probe;
  }

  get isReady(): boolean {
    return this.#probe() === true;
  }

  /** @returns a promise that more may be written */
  wait(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.check();
    });
  }

  /** To be called when a connection has opened and when messages come: a hidden page's timers are slow. */
  check(): void {
    if (this.#waiting.length === 0) return;
    const isReady = this.#probe();
    this.#stop();
    if (isReady) {
      this.#waiting.splice(0).forEach((resolve) => resolve());
    } else if (isReady === false) {
      this.#stop = later(POLL_INTERVAL, () => this.check());
    }
  }
}
