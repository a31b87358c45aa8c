import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { conforms } from './support/conformance.mjs';
import { FakeClock } from './support/fake-clock.mjs';
import { useFakeWebSocket } from './support/fake-websocket.mjs';
import { ADDRESS, bytes, connected, FakeWebSocket, gotalk, HELLO, NO_SESSIONS, settled, watch } from './support/peer.mjs';

let clock;
beforeEach(() => (clock = new FakeClock().install()));
afterEach(() => clock.uninstall());

test('what is sent before the connection is open goes out first, in order', async () => {
  useFakeWebSocket();
  const sock = gotalk.Sock(gotalk.Handlers());
  sock.notify('a', 1);
  const payload = bytes('one');
  sock.bufferNotify('b', payload);
  payload.set(bytes('two'));
  const request = sock.request('c');
  sock.open(ADDRESS, () => sock.notify('d'));
  FakeWebSocket.last.accept('gotalk.v1');
  FakeWebSocket.last.receive(bytes('01'), NO_SESSIONS);
  await settled();
  assert.equal(FakeWebSocket.last.stream, `01${HELLO}n001a000000011n001b00000003oner0000001c00000000n001d00000000`);
  FakeWebSocket.last.receive(bytes('R000000000000'));
  assert.equal(await request, null);
  sock.end();
  FakeWebSocket.last.end();
});

test('past sendBufferLimit notifications throw and requests fail, naming the limit', async () => {
  const sock = gotalk.Sock();
  assert.equal(sock.sendBufferLimit, 100);
  sock.sendBufferLimit = 2;
  sock.notify('a');
  sock.notify('b');
  assert.throws(() => sock.notify('c'), /socket is closed and 2 messages wait for it already \(sock\.sendBufferLimit\)/);
  const request = watch(sock.request('d'));
  await settled();
  assert.match(request.error.message, /2 messages wait/);
  assert.equal(request.error.mayHaveRun, false);
});

test('with a sendBufferLimit of 0 nothing is queued', () => {
  const sock = gotalk.Sock();
  sock.sendBufferLimit = 0;
  assert.throws(() => sock.notify('a'), /^Error: socket is closed$/);
});

test('nothing more is sent while the browser holds more than maxBuffered bytes', async () => {
  const { sock, ws } = await connected({ configure: (sock) => (sock.maxBuffered = 1000) });
  sock.notify('a');
  ws.bufferedAmount = 1001;
  assert.throws(() => sock.notify('b'), /1014 bytes wait to be sent already, over sock\.maxBuffered/);
  await assert.rejects(sock.request('c'), /sock\.maxBuffered/);
  ws.bufferedAmount = 0;
  sock.notify('d');
  await settled();
  assert.equal(ws.stream, 'n001a00000000n001d00000000');
});

test('a peer that does not take its answers is closed', conforms('slow-reader', async () => {
  const handlers = gotalk.Handlers();
  handlers.handleRequest('op', (params) => 1);
  const { sock, ws } = await connected({ handlers });
  const closed = [];
  sock.on('close', (error) => closed.push(error));
  ws.bufferedAmount = sock.maxBuffered + 1;
  ws.receive(bytes('r0001002op00000000'));
  assert.deepEqual(closed, [gotalk.ErrTimeout]);
}));

test('end() closes at once where nothing is pending', async () => {
  const { sock, ws } = await connected();
  const closed = [];
  sock.on('close', (error) => closed.push(error));
  sock.end();
  assert.equal(ws.closedWith, 1000);
  ws.end();
  assert.deepEqual(closed, [null]);
  assert.equal(sock.ws, null);
});

test('end() waits for pending answers, refuses new requests, and then closes', async () => {
  const { sock, ws } = await connected();
  const pending = watch(sock.request('a'));
  sock.end();
  const refused = watch(sock.request('b'));
  assert.equal(ws.closedWith, undefined);
  ws.receive(bytes('R000000000000'));
  await settled();
  assert.equal(pending.state, 'fulfilled');
  assert.match(refused.error.message, /end\(\) was called/);
  assert.equal(refused.error.mayHaveRun, false);
  assert.equal(ws.closedWith, 1000);
});

test('end() still answers the peer while it waits', async () => {
  const handlers = gotalk.Handlers();
  handlers.handleRequest('op', (params) => 1);
  const { sock, ws } = await connected({ handlers });
  sock.request('a').catch(() => {});
  sock.end();
  ws.receive(bytes('rabcd002op00000000'));
  await settled();
  assert.match(ws.stream, /Rabcd000000011$/);
});

test('a second end() closes now and fails what is pending', async () => {
  const { sock, ws } = await connected();
  const pending = watch(sock.request('a'));
  sock.end();
  sock.end();
  await settled();
  assert.equal(ws.closedWith, 1000);
  assert.equal(pending.error.message, 'connection closed');
  assert.equal(pending.error.mayHaveRun, true);
});

test('end() before the connection is open waits for what is queued', async () => {
  useFakeWebSocket();
  const sock = gotalk.Sock(gotalk.Handlers()).open(ADDRESS);
  const ws = FakeWebSocket.last;
  const pending = watch(sock.request('a'));
  sock.end();
  ws.accept('gotalk.v1');
  ws.receive(bytes('01R000000000000'));
  await settled();
  assert.equal(pending.state, 'fulfilled');
  assert.equal(ws.closedWith, 1000);
});

test('end() calls off an attempt to connect that nothing waits for', () => {
  useFakeWebSocket();
  const opened = [];
  const sock = gotalk.open(ADDRESS, () => opened.push(1));
  sock.end();
  assert.equal(FakeWebSocket.last.readyState, 2);
  FakeWebSocket.last.end();
  assert.deepEqual(opened, []);
  assert.throws(() => sock.notify('a'), /end\(\) was called/);
});

test('a Sock that was ended may be opened again', async () => {
  const { sock, ws } = await connected();
  sock.end();
  ws.end();
  sock.open(ADDRESS);
  FakeWebSocket.last.accept('gotalk.v1');
  sock.notify('again');
  FakeWebSocket.last.receive(bytes('01'), NO_SESSIONS);
  await settled();
  assert.equal(FakeWebSocket.last.stream, `01${HELLO}n005again00000000`);
  sock.end();
});
