const encoder = new TextEncoder();

/** A WebSocket without a network: the test is its peer. Install it with `useFakeWebSocket`. */
export class FakeWebSocket {
  static all = [];

  readyState = 0;
  protocol = '';
  bufferedAmount = 0;
  sent = [];
  onopen = null;
  onmessage = null;
  onclose = null;

  constructor(url, protocols = []) {
    if (!/^wss?:\/\/./.test(url)) throw new SyntaxError(`bad address ${url}`);
    this.url = url;
    this.offered = [protocols].flat();
    FakeWebSocket.all.push(this);
  }

  static get last() {
    return FakeWebSocket.all.at(-1);
  }

  send(data) {
    if (this.readyState === 0) throw new Error('InvalidStateError');
    // What is sent on a socket that closes is lost without a word, as in browsers.
    if (this.readyState !== 1) return;
    const copy = data instanceof Uint8Array ? data.slice() : data;
    this.sent.push(copy);
  }

  close(code) {
    if (this.readyState >= 2) return;
    this.closedWith = code;
    this.readyState = 2;
  }

  /** The server accepts, and selects `protocol`. */
  accept(protocol = '') {
    this.protocol = protocol;
    this.readyState = 1;
    this.onopen?.({});
  }

  /** The connection ends with `code` and the server's words, or with the code this side closed it with. */
  end(code = this.closedWith ?? 1006, reason = '') {
    this.readyState = 3;
    this.onclose?.({ code, reason });
  }

  /** One WebSocket message from the server: a string is a text message, `bytes('…')` a binary one. */
  receive(...messages) {
    for (const data of messages) {
      this.onmessage?.({ data: data instanceof Uint8Array ? data.slice().buffer : data });
    }
  }

  /** All that was sent, as one text with a character for each byte. */
  get stream() {
    return this.sent.map((data) => ascii(data)).join('');
  }
}

export const bytes = (text) => Uint8Array.from(text, (char) => char.charCodeAt(0));

export const utf8 = (text) => encoder.encode(text);

export const ascii = (data) =>
  String.fromCharCode(...(typeof data === 'string' ? encoder.encode(data) : data));

export function useFakeWebSocket() {
  FakeWebSocket.all = [];
  globalThis.WebSocket = FakeWebSocket;
}
