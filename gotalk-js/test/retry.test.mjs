import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { conforms } from './support/conformance.mjs';
import { FakeClock } from './support/fake-clock.mjs';
import { bytes, connected, settled, watch } from './support/peer.mjs';

let clock;
beforeEach(() => (clock = new FakeClock().install()));
afterEach(() => clock.uninstall());

const retry = (id, wait, text = 'busy') =>
  bytes(`e${id}${wait.toString(16).padStart(8, '0')}${text.length.toString(16).padStart(8, '0')}${text}`);

test('a request told to retry is sent again, never before the wait is over', conforms('retry-result retry-wait', async () => {
  const { sock, ws } = await connected();
  const answer = watch(sock.request('a', 1));
  await settled();
  ws.sent = [];
  ws.receive(retry('0000', 1000));
  clock.pass(999);
  await settled();
  assert.equal(ws.stream, '');
  clock.pass(251);
  await settled();
  assert.equal(ws.stream, 'r0001001a000000011');
  ws.receive(bytes('R0001000000017'));
  await settled();
  assert.equal(answer.value, 7);
}));

test('after sock.maxAttempts the request fails with what the peer said', conforms('bounded-retries retry-zero', async () => {
  const { sock, ws } = await connected({ configure: (sock) => (sock.maxAttempts = 3) });
  const answer = watch(sock.request('a', 1));
  await settled();
  for (const id of ['0000', '0001', '0002']) {
    assert.equal(answer.state, 'pending');
    ws.receive(retry(id, 0, `busy ${id}`));
    clock.pass(1000);
    await settled();
  }
  assert.equal(ws.sent.length, 3);
  const { message, isRetry, wait, mayHaveRun } = answer.error;
  assert.deepEqual({ message, isRetry, wait, mayHaveRun }, { message: 'busy 0002', isRetry: true, wait: 0, mayHaveRun: false });
}));

test('a wait beyond the deadline fails the request at once', conforms('bounded-retries unsigned', async () => {
  const { sock, ws } = await connected();
  const answer = watch(sock.request('a', 1, { timeout: 500 }));
  await settled();
  ws.receive(retry('0000', 0xfffffffe));
  await settled();
  assert.equal(answer.error.wait, 0xfffffffe);
  assert.equal(answer.error.isRetry, true);
}));

test('end() waits for a request that rests until its next attempt', async () => {
  const { sock, ws } = await connected();
  const answer = watch(sock.request('a', 1));
  await settled();
  ws.receive(retry('0000', 100));
  sock.end();
  assert.equal(ws.closedWith, undefined);
  clock.pass(200);
  await settled();
  ws.receive(bytes('R0001000000017'));
  await settled();
  assert.equal(answer.value, 7);
  assert.equal(ws.closedWith, 1000);
});
