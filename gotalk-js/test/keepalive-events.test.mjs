import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { FakeClock } from './support/fake-clock.mjs';
import { useFakeWebSocket } from './support/fake-websocket.mjs';
import { ADDRESS, bytes, FakeWebSocket, gotalk } from './support/peer.mjs';

let clock;
beforeEach(() => {
  clock = new FakeClock().install();
  useFakeWebSocket();
});
afterEach(() => clock.uninstall());

function watched() {
  const sock = gotalk.Sock(gotalk.Handlers());
  const told = [];
  sock.heartbeatInterval = 0;
  sock.subprotocol = '';
  sock.on('connecting', () => told.push('connecting'));
  sock.on('open', () => told.push('open'));
  sock.on('close', () => told.push('close'));
  sock.on('waiting', ({ delay }) => told.push(delay));
  sock.openKeepAlive(ADDRESS);
  return { sock, told };
}

test('a listener hears of each attempt, and how long it is until the next', () => {
  const { sock, told } = watched();
  FakeWebSocket.last.accept();
  FakeWebSocket.last.receive(bytes('01'));
  FakeWebSocket.last.end(1001);
  const [, , , delay] = told;
  assert.deepEqual(told, ['connecting', 'open', 'close', delay]);
  assert.equal(clock.untilNext, delay);
  clock.pass(delay);
  assert.equal(told.at(-1), 'connecting');
  sock.end();
});

test('an attempt that fails is followed by another time to wait', () => {
  const { sock, told } = watched();
  FakeWebSocket.last.end(1006);
  assert.deepEqual([told[0], told.length], ['connecting', 2]);
  assert.equal(clock.untilNext, told[1]);
  sock.end();
});

test('end() as an attempt begins calls it off, be it the first or a later one', () => {
  const { sock, told } = watched();
  FakeWebSocket.last.end(1006);
  sock.once('connecting', () => sock.end());
  clock.pass(clock.untilNext);
  assert.equal(FakeWebSocket.all.length, 1);
  sock.once('connecting', () => sock.end()).openKeepAlive(ADDRESS);
  assert.equal(FakeWebSocket.all.length, 1);
  assert.equal(sock.keepalive, null);
  assert.equal(clock.untilNext, undefined);
  assert.throws(() => sock.notify('late'), /end\(\) was called/);
  sock.openKeepAlive(ADDRESS);
  FakeWebSocket.last.accept();
  assert.equal(told.at(-1), 'open');
  sock.end();
});

for (const open of ['open', 'openKeepAlive']) {
  test(`${open}() as an attempt begins takes its place`, () => {
    const { sock } = watched();
    FakeWebSocket.last.end(1006);
    sock.once('connecting', () => sock[open]('ws://other.example/'));
    clock.pass(clock.untilNext);
    assert.deepEqual(FakeWebSocket.all.map(({ url }) => url), [ADDRESS, 'ws://other.example/']);
    sock.end();
  });
}
