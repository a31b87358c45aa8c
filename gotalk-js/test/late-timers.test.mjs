import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { FakeClock } from './support/fake-clock.mjs';
import { bytes, connected, settled, watch } from './support/peer.mjs';

// A page that was blocked: its timers run first, though messages have come in time.
let clock;
beforeEach(() => (clock = new FakeClock().install()));
afterEach(() => clock.uninstall());

test('a result that has come while the page was blocked wins over its timeout', async () => {
  const { sock, ws } = await connected();
  const request = watch(sock.request('a', 1, { timeout: 1000 }));
  clock.block(5000);
  clock.runNext();
  ws.receive(bytes('R0000000000012'));
  await settled();
  clock.pass(1000);
  await settled();
  assert.deepEqual(request, { state: 'fulfilled', value: 2 });
});

test('a timer that is late by long waits 250 ms more, and one that is not waits no longer', async () => {
  const { sock } = await connected();
  const late = watch(sock.request('late', 1, { timeout: 1000 }));
  clock.block(5000);
  clock.runNext();
  clock.pass(249);
  await settled();
  assert.equal(late.state, 'pending');
  clock.pass(1);
  await settled();
  assert.equal(late.error.name, 'TimeoutError');

  const punctual = watch(sock.request('punctual', 1, { timeout: 1000 }));
  clock.pass(1000);
  await settled();
  assert.equal(punctual.error.name, 'TimeoutError');
});

test('parts that have come while the page was blocked are no silence', async () => {
  const { sock, ws } = await connected();
  const stream = sock.streamRequest('a', { timeout: 1000 });
  stream.end();
  clock.block(5000);
  clock.runNext();
  ws.receive(bytes('R000000000001x'));
  clock.pass(1000);
  assert.deepEqual(await stream.result, bytes('x'));
});

test('a peer that was heard while the page was blocked is not given up', async () => {
  const { sock, ws } = await connected();
  const closed = [];
  sock.on('close', (error) => closed.push(error));
  ws.receive(bytes('h0000698c5a80'));
  clock.block(61_000);
  clock.runNext();
  ws.receive(bytes('h0000698c5a80'));
  clock.pass(59_000);
  assert.deepEqual(closed, []);
  clock.pass(2000);
  assert.equal(closed.length, 1);
});

test('a request that was answered late is over, and its timer too', async () => {
  const { sock, ws } = await connected();
  sock.request('a', 1, { timeout: 1000 }).catch(() => {});
  clock.block(5000);
  clock.runNext();
  ws.receive(bytes('R0000000000012'));
  await settled();
  assert.equal(clock.untilNext, undefined);
});
