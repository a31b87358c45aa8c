import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { FakeClock } from './support/fake-clock.mjs';
import { bytes, connected, settled, watch } from './support/peer.mjs';

// 30 s are the limit of a request.
const A_WHILE = 20_000;

let clock;
beforeEach(() => (clock = new FakeClock().install()));
afterEach(() => clock.uninstall());

async function passes(outcome) {
  clock.pass(A_WHILE);
  await settled();
  return outcome.state;
}

test('a result is not late while its bytes come', async () => {
  const { sock, ws } = await connected();
  const answer = watch(sock.bufferRequest('large', 'x'));
  await settled();
  ws.receive(bytes('R000000000006'));
  for (const piece of 'slowl') {
    ws.receive(bytes(piece));
    assert.equal(await passes(answer), 'pending');
  }
  ws.receive(bytes('y'));
  await settled();
  assert.equal(String.fromCharCode(...answer.value), 'slowly');
});

test('a result whose bytes stop coming is late', async () => {
  const { sock, ws } = await connected();
  const answer = watch(sock.bufferRequest('large', 'x'));
  await settled();
  ws.receive(bytes('R000000000006slo'));
  assert.equal(await passes(answer), 'pending');
  assert.equal(await passes(answer), 'rejected');
  assert.equal(answer.error.name, 'TimeoutError');
});

test('the result of another request is no reason to wait', async () => {
  const { sock, ws } = await connected();
  const first = watch(sock.bufferRequest('large', 'x'));
  const second = watch(sock.bufferRequest('small', 'x'));
  await settled();
  ws.receive(bytes('R000000000006slo'));
  await passes(first);
  ws.receive(bytes('w'));
  assert.equal(await passes(second), 'rejected');
  assert.equal(first.state, 'pending');
});

test('a request is not late while the network takes it', async () => {
  const { sock, ws } = await connected();
  ws.bufferedAmount = 5000;
  const answer = watch(sock.bufferRequest('upload', 'x'));
  await settled();
  for (const left of [4000, 3000, 2000, 1000]) {
    ws.bufferedAmount = left;
    assert.equal(await passes(answer), 'pending');
  }
  ws.bufferedAmount = 0;
  assert.equal(await passes(answer), 'rejected');
});

test('a network that takes nothing is no excuse', async () => {
  const { sock, ws } = await connected();
  ws.bufferedAmount = 4000;
  const answer = watch(sock.bufferRequest('upload', 'x'));
  await settled();
  for (let i = 0; i < 3; i++) await passes(answer);
  assert.equal(answer.state, 'rejected');
});

test('a stream is not late while the bytes of a part come, or its request is on its way', async () => {
  const { sock, ws } = await connected();
  const stream = sock.streamRequest('both');
  stream.write('x');
  ws.bufferedAmount = 4000;
  stream.end();
  const whole = watch(stream.result);
  await settled();
  ws.bufferedAmount = 2000;
  assert.equal(await passes(whole), 'pending');
  ws.bufferedAmount = 1000;
  assert.equal(await passes(whole), 'pending');
  ws.bufferedAmount = 0;
  ws.receive(bytes(`S${stream.id ?? '0000'}00000006`));
  for (const piece of 'slow') {
    ws.receive(bytes(piece));
    assert.equal(await passes(whole), 'pending');
  }
});
