import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { FakeClock } from './support/fake-clock.mjs';
import { useFakeWebSocket } from './support/fake-websocket.mjs';
import { ADDRESS, connected, FakeWebSocket, gotalk, HELLO, settled, watch } from './support/peer.mjs';

let clock;
beforeEach(() => (clock = new FakeClock().install()));
afterEach(() => clock.uninstall());

test('a stream request that waits for a connection is sent with its parts when there is one', async () => {
  useFakeWebSocket();
  const sock = gotalk.Sock(gotalk.Handlers());
  sock.heartbeatInterval = 0;
  const [stream, given] = [sock.streamRequest('up'), sock.streamRequest('given up')];
  assert.equal(stream.write('x'), false);
  given.write('z');
  given.close();
  const ready = watch(stream.ready);
  stream.write('y');
  await settled();
  assert.equal(ready.state, 'pending');
  sock.open(ADDRESS);
  FakeWebSocket.last.accept('gotalk.v1');
  await settled();
  assert.equal(FakeWebSocket.last.stream, `01${HELLO}s0000002up00000001xp000000000001y`);
  assert.equal(ready.state, 'fulfilled');
});

test('names and options of a stream request are checked before anything is sent', async () => {
  const { sock } = await connected();
  assert.throws(() => sock.streamRequest(''), /an operation must be a string/);
  assert.throws(() => sock.streamRequest('a', { timeout: -1 }), /timeout must be milliseconds/);
  sock.end();
  assert.throws(() => sock.streamRequest('a'), /socket is closed/);
});
