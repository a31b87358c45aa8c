import { ErrTimeout } from './errors.js';
import { HEARTBEAT_MAX_LOAD } from './protocol.js';
import { later, now } from './timer.js';

/**
 * Sends this side's heartbeats and notices when the peer falls silent. Only a peer that has sent a heartbeat is
 * expected to go on: servers may run without them.
 */
export class Liveness {
  #connection;
  #sock;
  #load;
  #stopBeating = () => {};
  #stopWatching = () => {};
  #beatAt = 0;
  #heardAt = 0;
  #watching = false;
  #running = false;

  /** @param load how busy this side is, 0 to 1 */
  constructor(connection, sock, load) {
    this.#connection = connection;
    this.#sock = sock;
    this.#load = load;
  }

  start() {
    this.#running = true;
    this.#beatAt = now();
    if (this.#sock.heartbeatInterval > 0) {
      this.#stopBeating = later(1, () => this.#beat());
    }
  }

  stop() {
    this.#running = false;
    this.#stopBeating();
    this.#stopWatching();
  }

  /** Browsers slow down the timers of hidden pages, but not their messages: the peer's remind us of our own. */
  heard() {
    this.#heardAt = now();
    const interval = this.#sock.heartbeatInterval;
    if (this.#running && interval > 0 && this.#heardAt - this.#beatAt > interval) {
      this.#beat();
    }
  }

  heardHeartbeat() {
    if (!this.#watching) {
      this.#watching = true;
      this.#watch();
    }
  }

  #beat() {
    this.#stopBeating();
    this.#beatAt = now();
    this.#connection.sendHeartbeat(Math.round(this.#load() * HEARTBEAT_MAX_LOAD));
    const interval = this.#sock.heartbeatInterval;
    if (interval > 0) {
      this.#stopBeating = later(interval, () => this.#beat());
    }
  }

  #watch() {
    const timeout = this.#sock.readTimeout;
    if (!(timeout > 0)) return;
    const left = this.#heardAt + timeout - now();
    if (left > 0) {
      this.#stopWatching = later(left, () => this.#watch());
    } else {
      this.#connection.abandon(ErrTimeout);
    }
  }
}
