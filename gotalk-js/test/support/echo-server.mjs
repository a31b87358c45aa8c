import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';

const HELLO = 'r$hlo00d$gotalk/hello00000012{"can":["resume"]}';

/** A WebSocket server of few words: it selects `gotalk.v1` has no sessions, and echoes single requests that
 * come in one message each. */
export class EchoServer {
  /** The headers of the latest handshake. */
  handshake;
  #http = createServer();
  #sockets = new Set();

  constructor() {
    this.#http.on('upgrade', (request, socket) => {
      this.handshake = request.headers;
      const key = request.headers['sec-websocket-key'];
      const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
      socket.write(
        'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
          `Sec-WebSocket-Accept: ${accept}\r\nSec-WebSocket-Protocol: gotalk.v1\r\n\r\n`,
      );
      this.#sockets.add(socket);
      let unread = Buffer.alloc(0);
      socket.on('data', (data) => (unread = consume(Buffer.concat([unread, data]), socket)));
      socket.on('error', () => socket.destroy());
    });
  }

  async listen() {
    this.#http.listen(0, '127.0.0.1');
    await once(this.#http, 'listening');
    this.address = `ws://127.0.0.1:${this.#http.address().port}/`;
  }

  /** Sends these bytes on all connections, and ends them. */
  breakOff(bytes) {
    this.#sockets.forEach((socket) => socket.end(bytes));
  }

  async close() {
    this.#http.close();
    this.#http.closeAllConnections();
  }
}

/** Handles the complete frames, all of them masked and short. @returns the bytes of an incomplete one */
function consume(bytes, socket) {
  let rest = bytes;
  while (rest.length >= 6 && rest.length >= 6 + (rest[1] & 0x7f)) {
    const end = 6 + (rest[1] & 0x7f);
    const payload = rest.subarray(6, end).map((byte, i) => byte ^ rest[2 + (i % 4)]);
    handle(rest[0] & 0x0f, payload, socket);
    rest = rest.subarray(end);
  }
  return rest;
}

function handle(opcode, payload, socket) {
  const send = (code, body) => socket.write(Buffer.concat([Buffer.of(0x80 | code, body.length), body]));
  if (opcode === 8) {
    send(8, payload);
    socket.end();
    return;
  }
  let text = payload.toString('latin1');
  if (text.startsWith('01')) {
    send(2, Buffer.from('01'));
    text = text.slice(2);
  }
  if (text.startsWith('r$hlo')) {
    send(2, Buffer.from('E$hlo00000007unknown'));
    text = text.slice(HELLO.length);
  }
  const [, id, echoed] = /^r(.{4})004echo(.*)$/s.exec(text) ?? [];
  if (id) send(2, Buffer.from(`R${id}${echoed}`, 'latin1'));
}
