import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { FakeClock } from './support/fake-clock.mjs';
import { Returning } from './support/returning.mjs';
import { bytes, FakeWebSocket, gotalk, HELLO, NO_SESSIONS, settled, watch } from './support/peer.mjs';

let clock;
beforeEach((t) => {
  clock = new FakeClock().install();
  t.mock.method(Math, 'random', () => 0);
});
afterEach(() => clock.uninstall());

const returning = (configure) => new Returning(clock, configure);

test('a request goes out with the hello, unless a notification is before it', async () => {
  const peer = returning();
  peer.sock.request('first').catch(() => {});
  peer.sock.notify('say', 1);
  peer.sock.request('second').catch(() => {});
  await peer.accepts();
  assert.equal(peer.sent(), `01${HELLO}r0000005first00000000`);
  await peer.begins();
  assert.equal(peer.sent(), 'n00b$gotalk/ack0000000800000000n003say000000011r0001006second00000000');
});

test('what is held for the answer is bounded', async () => {
  const peer = returning((sock) => (sock.maxBuffered = 1000));
  await peer.accepts();
  peer.sock.sendBufferLimit = 0;
  peer.sock.bufferNotify('raw', new Uint8Array(1001));
  assert.throws(() => peer.sock.notify('say'), /^Error: 1001 bytes wait to be sent already, over sock\.maxBuffered$/);
});

test('a stream that begins behind a notification waits for the answer', async () => {
  const peer = returning();
  await peer.accepts();
  peer.sent();
  peer.sock.notify('say', 1);
  const stream = peer.sock.streamRequest('up');
  assert.equal(stream.write('x'), false);
  const ready = watch(stream.ready);
  clock.pass(100);
  await settled();
  assert.equal(ready.state, 'pending');
  assert.equal(peer.sent(), '');
  await peer.begins();
  assert.equal(ready.state, 'fulfilled');
  assert.match(peer.sent(), /n003say000000011s0000002up00000001x$/);
});

test('a busy server is asked again', async () => {
  const peer = returning();
  await peer.accepts();
  peer.sent();
  peer.receive('e$hlo000003e800000000');
  clock.pass(999);
  await settled();
  assert.equal(peer.sent(), '');
  clock.pass(1);
  await settled();
  assert.equal(peer.sent(), HELLO);
  await peer.begins();
  assert.equal(peer.sock.session.key, 'k1');
});

for (const [what, answer] of [['refuses', 'E$hlo00000002no'], ['is empty', 'R$hlo00000000'], ['is no JSON', 'R$hlo00000001{'], ['has no session', 'R$hlo0000000d{"can":["a"]}']]) {
  test(`an answer that ${what} means no session`, async () => {
    const peer = returning();
    await peer.accepts();
    peer.sent();
    peer.sock.notify('say', 1);
    peer.receive(answer);
    await settled();
    peer.receive('n003say000000010'.repeat(64));
    await settled();
    assert.equal(peer.sent(), 'n003say000000011');
    assert.equal(peer.sock.session, undefined);
    await peer.loses();
    await peer.accepts();
    assert.equal(peer.sent(), `01${HELLO}`);
    assert.deepEqual(peer.resumed, []);
  });
}

test('without an answer there is no session after handshakeTimeout', async () => {
  const peer = returning();
  await peer.accepts();
  peer.sent();
  peer.sock.notify('say', 1);
  clock.pass(29_999);
  await settled();
  assert.equal(peer.sent(), '');
  clock.pass(1);
  await settled();
  assert.equal(peer.sent(), 'n003say000000011');
  await peer.begins();
  assert.equal(peer.sock.session, undefined);
});

test('a page whose server has no sessions any more is told once', async () => {
  const peer = await returning().begun();
  for (let i = 0; i < 2; i++) {
    await peer.loses();
    await peer.accepts();
    FakeWebSocket.last.receive(NO_SESSIONS);
    await settled();
  }
  assert.deepEqual(peer.resumed, [{ recovered: false, rooms: [] }]);
});

test('the key goes to the server that made it alone', async () => {
  const peer = await returning().begun();
  peer.sock.notify('say', 1);
  peer.sock.open('ws://other.example/');
  await peer.accepts();
  assert.equal(peer.sent(), `01${HELLO}`);
  await peer.begins();
  assert.doesNotMatch(peer.sent(), /n003say/);
  assert.deepEqual(peer.resumed, []);
});

for (const framing of ['', 'text']) {
  test(`a peer without gotalk.v1 (${framing || 'split'}) hears nothing of sessions`, async () => {
    const peer = returning((sock) => framing && (sock.protocol = gotalk.protocol.text));
    FakeWebSocket.last.accept('');
    FakeWebSocket.last.receive(framing ? '01' : bytes('01'));
    peer.sock.notify('say', 1);
    await settled();
    assert.equal(peer.sent(), '01n003say000000011');
    await peer.loses();
    FakeWebSocket.last.accept('');
    assert.equal(peer.sent(), '01');
    assert.equal(peer.sock.session, undefined);
  });
}
