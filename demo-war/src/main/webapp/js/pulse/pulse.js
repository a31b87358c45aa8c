import { Series } from './series.js';

/** What the page asks for to see how long an answer takes. */
export const PING = 'ping';

/** So far back the measurements go. */
export const SPAN = 3 * 60_000;

const EVERY = 3000;
const PATIENCE = 10_000;
// A page that comes in has other things to ask for.
const SETTLING = 1000;

/**
 * Measures the connection: how long a tiny request takes, every few seconds while somebody looks at the page, and what
 * load the server tells with its heartbeats. Event `change` comes with each measurement.
 */
export class Pulse extends EventTarget {
  roundTrips = new Series({ span: SPAN, silence: 3 * EVERY });
  loads = new Series({ span: SPAN, silence: 45_000 });
  isConnected = false;
  #gaps = [];
  #connection;
  #clock = 0;

  constructor(connection) {
    super();
    this.#connection = connection;
    connection.sock.on('heartbeat', ({ load }) => this.#add(this.loads, load / gotalk.protocol.HeartbeatMsgMaxLoad));
    connection.sock.on('open', () => this.#opened());
    connection.sock.on('close', () => this.#closed());
    document.addEventListener('visibilitychange', () => this.#beat());
  }

  /** When there was no connection, each as `{from, to}`. */
  gaps(now) {
    return this.#gaps.map(({ from, to }) => ({ from, to: to ?? now }));
  }

  async #beat() {
    clearTimeout(this.#clock);
    if (document.visibilityState !== 'visible') return;
    if (this.isConnected) {
      await this.#ping();
    }
    this.#tell();
    clearTimeout(this.#clock);
    this.#clock = setTimeout(() => this.#beat(), EVERY);
  }

  async #ping() {
    const { ws } = this.#connection.sock;
    const from = performance.now();
    try {
      await this.#connection.sock.bufferRequest(PING, undefined, { timeout: PATIENCE });
      this.#add(this.roundTrips, performance.now() - from);
    } catch (error) {
      if (error.name === 'TimeoutError' && ws === this.#connection.sock.ws) {
        this.#connection.reconnect();
      }
    }
  }

  #opened() {
    this.isConnected = true;
    const gap = this.#gaps.at(-1);
    if (gap) {
      gap.to ??= performance.now();
    }
    clearTimeout(this.#clock);
    this.#clock = setTimeout(() => this.#beat(), SETTLING);
  }

  #closed() {
    if (this.isConnected) {
      this.isConnected = false;
      this.#gaps.push({ from: performance.now() });
    }
    this.#tell();
  }

  #add(series, value) {
    series.add(performance.now(), value);
    this.#tell();
  }

  #tell() {
    const now = performance.now();
    this.roundTrips.forget(now);
    this.loads.forget(now);
    this.#gaps = this.#gaps.filter(({ to }) => to === undefined || to >= now - SPAN);
    this.dispatchEvent(new Event('change'));
  }
}
