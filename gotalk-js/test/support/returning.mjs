import { ADDRESS, bytes, FakeWebSocket, gotalk, settled } from './peer.mjs';
import { useFakeWebSocket } from './fake-websocket.mjs';

/** A page that is kept connected, and a server that has sessions. */
export class Returning {
  heard = [];
  resumed = [];
  /** The latest hello. */
  helloSaid = '';
  #clock;

  constructor(clock, configure = () => {}) {
    this.#clock = clock;
    useFakeWebSocket();
    this.sock = gotalk.Sock(gotalk.Handlers());
    this.sock.heartbeatInterval = 0;
    this.sock.handlers.handleNotification('say', (value) => this.heard.push(value));
    this.sock.on('resumed', (how) => this.resumed.push(how));
    configure(this.sock);
    this.sock.openKeepAlive(ADDRESS);
  }

  /** The WebSocket opens. */
  async accepts() {
    FakeWebSocket.last.accept('gotalk.v1');
    this.receive('01');
    await settled();
    this.helloSaid = /r\$hlo.*?\}(?=[a-z]|$)/.exec(FakeWebSocket.last.stream)?.[0];
  }

  /** The server begins a session. */
  async begins() {
    this.receive('n00b$gotalk/ack0000000800000000');
    await this.answers({ session: { key: 'k1', window: 120000 }, recovered: false, rooms: [], got: 0 });
  }

  async begun() {
    await this.accepts();
    await this.begins();
    this.sent();
    return this;
  }

  /** The server finds a session. */
  async goesOn({ key = 'k1', got, recovered = true, rooms = [] }) {
    this.receive(`n00b$gotalk/ack00000008${got.toString(16).padStart(8, '0')}`);
    await this.answers({ session: { key, window: 120000 }, recovered, rooms, got });
  }

  async comesBack(how) {
    await this.accepts();
    this.sent();
    await this.goesOn(how);
  }

  /** The connection is lost, and the page tries again. */
  async loses() {
    await settled();
    FakeWebSocket.last.end(1006);
    this.#clock.pass(5000);
    await settled();
  }

  async answers(answer) {
    const json = JSON.stringify(answer);
    this.receive(`R$hlo${json.length.toString(16).padStart(8, '0')}${json}`);
    await settled();
  }

  receive(text) {
    FakeWebSocket.last.receive(bytes(text));
  }

  /** What the page has sent since this was asked last. */
  sent() {
    const { stream } = FakeWebSocket.last;
    FakeWebSocket.last.sent = [];
    return stream;
  }

  /** The hello of a page that wants to go on. */
  hello(session, got) {
    const json = JSON.stringify({ can: ['resume'], session, resume: { got } });
    return `r$hlo00d$gotalk/hello${json.length.toString(16).padStart(8, '0')}${json}`;
  }
}
