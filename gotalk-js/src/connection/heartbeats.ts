import { HEARTBEAT_MAX_LOAD } from '../wire/protocol.js';
import { deadline, later, now } from '../platform/timer.js';
import type { SockOptions } from '../options.js';

interface HeartbeatPeer {
  sendHeartbeat(load: number): void;
  /** The peer fell silent. */
  timedOut(): void;
}

/**
 * Sends this side's heartbeats and notices when the peer falls silent. Only a peer that has sent a heartbeat is
 * expected to go on: servers may run without them.
 */
export class Heartbeats {
  #options: SockOptions;
  #peer: HeartbeatPeer;
  #load: () => number;
  #stopSending = () => {};
  #stopWatching = () => {};
  #sentAt = 0;
  #heardAt = 0;
  #isWatching = false;
  #isRunning = false;

  /** @param load how busy this side is, 0 to 1 */
  constructor(options: SockOptions, peer: HeartbeatPeer, load: () => number) {
    this.#options = options;
    this.#peer = peer;
    this.#load = load;
  }

  start(): void {
    this.#isRunning = true;
    this.#sentAt = now();
    if (this.#options.heartbeatInterval > 0) {
      this.#stopSending = later(1, () => this.#send());
    }
  }

  stop(): void {
    this.#isRunning = false;
    this.#stopSending();
    this.#stopWatching();
  }

  /** Browsers slow down the timers of hidden pages, but not their messages: the peer's remind us of our own. */
  received(): void {
    this.#heardAt = now();
    const interval = this.#options.heartbeatInterval;
    if (this.#isRunning && interval > 0 && this.#heardAt - this.#sentAt > interval) {
      this.#send();
    }
  }

  heartbeatReceived(): void {
    if (!this.#isWatching) {
      this.#isWatching = true;
      this.#watch();
    }
  }

  #send(): void {
    this.#stopSending();
    this.#sentAt = now();
    this.#peer.sendHeartbeat(Math.round(this.#load() * HEARTBEAT_MAX_LOAD));
    const interval = this.#options.heartbeatInterval;
    if (interval > 0) {
      this.#stopSending = later(interval, () => this.#send());
    }
  }

  #watch(): void {
    const timeout = this.#options.readTimeout;
    if (!(timeout > 0)) return;
    const left = this.#heardAt + timeout - now();
    if (left > 0) {
      this.#stopWatching = deadline(left, () => this.#watch());
    } else {
      this.#peer.timedOut();
    }
  }
}
