/**
 * The one connection of this page and what is to be said about it. Event `state` comes with each change of `state`,
 * which is `{kind}`: `connecting` (`isFirst` before the first outcome), `online`, `waiting` (with `until`, when the next try is due, in ms) or `offline` (the
 * browser has no network).
 */
export class Connection extends EventTarget {
  state = { kind: 'connecting', isFirst: true };
  sock;

  constructor() {
    super();
    this.sock = gotalk.connection();
    // The chat says hello before anything else, and keeps by itself what cannot be sent yet: nothing waits unseen.
    this.sock.sendBufferLimit = 0;
    this.sock.on('connecting', () => this.#become({ kind: 'connecting' }));
    this.sock.on('open', () => this.#become({ kind: 'online' }));
    this.sock.on('close', () => this.#become({ kind: 'connecting' }));
    this.sock.on('waiting', ({ delay }) => this.#becomeWaiting(delay));
  }

  /** Whether something can be sent now. On its way to its end a connection takes nothing more. */
  get isOpen() {
    return this.sock.ws?.readyState === WebSocket.OPEN;
  }

  /** Gives up a connection that is open but silent, for another. */
  reconnect() {
    this.sock.openKeepAlive();
  }

  #becomeWaiting(delay) {
    this.#become(delay === Infinity ? { kind: 'offline' } : { kind: 'waiting', until: Date.now() + delay });
  }

  #become(state) {
    this.state = state;
    this.dispatchEvent(new Event('state'));
  }
}
