import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { conforms } from './support/conformance.mjs';
import { FakeClock } from './support/fake-clock.mjs';
import { useFakeWebSocket } from './support/fake-websocket.mjs';
import { ADDRESS, bytes, FakeWebSocket, gotalk, HELLO, NO_SESSIONS, settled, watch } from './support/peer.mjs';

let clock;
beforeEach(() => {
  clock = new FakeClock().install();
  useFakeWebSocket();
});
afterEach(() => clock.uninstall());

test('one subprotocol is offered, and none with the text codec or where it is switched off', conforms('packed-framing', () => {
  gotalk.open(ADDRESS);
  assert.deepEqual(FakeWebSocket.last.offered, ['gotalk.v1']);
  gotalk.open(ADDRESS, undefined, undefined, gotalk.protocol.text);
  assert.deepEqual(FakeWebSocket.last.offered, []);
  const sock = gotalk.Sock();
  sock.subprotocol = '';
  sock.open(ADDRESS);
  assert.deepEqual(FakeWebSocket.last.offered, []);
}));

test('a server that fails the offer is tried without it, and then spoken to in split framing', conforms('split-framing', () => {
  const heard = [];
  const sock = gotalk.open(ADDRESS, (error) => heard.push(error));
  FakeWebSocket.last.end(1006);
  assert.deepEqual(FakeWebSocket.last.offered, []);
  FakeWebSocket.last.accept();
  sock.notify('a', 1);
  assert.deepEqual(heard, [null]);
  assert.equal(FakeWebSocket.all.length, 2);
  assert.deepEqual(FakeWebSocket.last.sent.map(String), ['48,49', String(bytes('n001a00000001')), '1']);
}));

test('opening tells the callback, then the event, with the sock', () => {
  const heard = [];
  const sock = gotalk.Sock();
  sock.on('open', (...args) => heard.push(['event', ...args]));
  assert.equal(sock.open(ADDRESS, (...args) => heard.push(['callback', ...args])), sock);
  assert.equal(sock.address(), null);
  FakeWebSocket.last.accept();
  assert.deepEqual(heard, [['callback', null, sock], ['event', sock]]);
  assert.equal(sock.address(), ADDRESS);
  assert.equal(sock.ws, FakeWebSocket.last);
});

test('a failed opening tells the callback, fails what waits as not run, and is no close event', async () => {
  const heard = [];
  const sock = gotalk.open(ADDRESS, (error, sock) => heard.push([error.message, sock]));
  sock.on('close', () => heard.push('close'));
  const request = watch(sock.request('a'));
  FakeWebSocket.last.end(1006);
  FakeWebSocket.last.end(1006);
  await settled();
  assert.deepEqual(heard, [['connection failed: #1006 (abnormal)', undefined]]);
  assert.equal(request.error.mayHaveRun, false);
});

test('an address that no WebSocket takes fails the callback and the close event', () => {
  const heard = [];
  const sock = gotalk.Sock().on('close', (error) => heard.push(`close ${error.name}`));
  sock.open('ws:', (error) => heard.push(`callback ${error.name}`));
  assert.deepEqual(heard, ['callback SyntaxError', 'close SyntaxError']);
});

test('a server that accepts the connection but not the WebSocket is given up after handshakeTimeout', () => {
  const heard = [];
  gotalk.open(ADDRESS, (error) => heard.push(error.message));
  clock.pass(29_999);
  assert.deepEqual(heard, []);
  clock.pass(1);
  assert.deepEqual(heard, [`connection failed: ${ADDRESS} did not answer within 30000 ms`]);
  assert.equal(FakeWebSocket.last.readyState, 2);
});

test('a peer whose version does not come is given up after handshakeTimeout', conforms('handshake-timeout', () => {
  const closed = [];
  gotalk.open(ADDRESS).on('close', (error) => closed.push(error));
  FakeWebSocket.last.accept('gotalk.v1');
  clock.pass(30_000);
  assert.deepEqual(closed, [gotalk.ErrTimeout]);
  assert.match(FakeWebSocket.last.stream, /f00000003$/);
  assert.equal(FakeWebSocket.last.closedWith, 4003);
}));

test('the callback, handlers and protocol may follow without an address', () => {
  gotalk.defaultResponderAddress = 'ws://default.example/';
  const handlers = gotalk.Handlers();
  const opened = [];
  const sock = gotalk.open(() => opened.push(1), handlers, gotalk.protocol.text);
  gotalk.open(() => opened.push(2));
  FakeWebSocket.all.forEach((ws) => ws.accept());
  assert.equal(FakeWebSocket.last.url, 'ws://default.example/');
  assert.deepEqual(opened, [1, 2]);
  assert.equal(sock.handlers, handlers);
  assert.equal(sock.protocol, gotalk.protocol.text);
  gotalk.defaultResponderAddress = '';
});

test('an adopted WebSocket speaks after handshake and startReading', async () => {
  const ws = new FakeWebSocket(ADDRESS);
  const sock = gotalk.Sock();
  assert.throws(() => sock.adopt(ws), /must be open/);
  assert.throws(() => sock.adopt({}), /unsupported transport/);
  assert.throws(() => sock.handshake(), /socket is closed/);
  ws.accept('gotalk.v1');
  sock.notify('queued');
  sock.adopt(ws);
  ws.receive(bytes('01'), NO_SESSIONS, bytes('R000000000000'));
  sock.handshake();
  const answer = sock.request('a');
  sock.startReading();
  assert.equal(await answer, null);
  await settled();
  assert.equal(ws.stream, `01${HELLO}n006queued00000000r0000001a00000000`);
});

test('opening again takes the place of the connection that is open', async () => {
  const closed = [];
  const sock = gotalk.open(ADDRESS).on('close', (error) => closed.push(error));
  const first = FakeWebSocket.last;
  first.accept();
  const request = watch(sock.request('a'));
  sock.open(ADDRESS);
  FakeWebSocket.last.accept();
  first.end();
  await settled();
  assert.equal(first.closedWith, 1000);
  assert.deepEqual(closed, [null]);
  assert.equal(request.error.mayHaveRun, true);
  assert.equal(sock.ws, FakeWebSocket.last);
});

test('who never starts reading loses the connection after 1024 messages', (t) => {
  const reported = [];
  t.mock.method(console, 'error', (error) => reported.push(error.message));
  useFakeWebSocket();
  const ws = new FakeWebSocket(ADDRESS);
  ws.accept('gotalk.v1');
  const sock = gotalk.Sock(gotalk.Handlers());
  sock.adopt(ws);
  sock.handshake();
  for (let i = 0; i < 2000; i++) ws.receive(bytes('01'));
  assert.equal(ws.closedWith, 4000);
  assert.deepEqual(reported, ['1024 messages came before startReading(): the connection is closed']);
});
