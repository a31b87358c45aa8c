import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { FakeClock } from './support/fake-clock.mjs';
import { Returning } from './support/returning.mjs';
import { bytes, connected, FakeWebSocket, settled, watch } from './support/peer.mjs';

let clock;
let reported;
beforeEach((t) => {
  clock = new FakeClock().install();
  t.mock.method(Math, 'random', () => 0);
  reported = [];
  globalThis.reportError = (error) => reported.push(error.message);
});
afterEach(() => {
  clock.uninstall();
  delete globalThis.reportError;
});

const JOINED = 'R000000000013{"position":"0:17"}';
const join = (id, room) => `r${id}00c$gotalk/join${(room.length + 2).toString(16).padStart(8, '0')}"${room}"`;
const leave = (id, room) => `r${id}00d$gotalk/leave${(room.length + 2).toString(16).padStart(8, '0')}"${room}"`;

/** A page that has a session and is in a room. */
async function inRoom() {
  const peer = await new Returning(clock).begun();
  const joined = watch(peer.sock.join('one'));
  await settled();
  peer.receive(JOINED);
  await settled();
  assert.deepEqual(joined.value, { position: '0:17' });
  peer.sent();
  return peer;
}

for (const framing of ['packed', 'split']) {
  test(`a page joins and leaves a room by its name (${framing})`, async () => {
    const { sock, ws } = await connected({ framing });
    const joined = watch(sock.join('one'));
    await settled();
    assert.equal(ws.stream, join('0000', 'one'));
    ws.receive(bytes(JOINED));
    const left = watch(sock.leave('one'));
    await settled();
    assert.equal(ws.stream, join('0000', 'one') + leave('0001', 'one'));
    ws.receive(bytes('R000100000000'));
    await settled();
    assert.deepEqual(joined.value, { position: '0:17' });
    assert.deepEqual(left, { state: 'fulfilled', value: undefined });
  });
}

test('a join that is refused fails as a request does', async () => {
  const peer = await new Returning(clock).begun();
  const joined = watch(peer.sock.join('one'));
  await settled();
  peer.receive('E00000000000bnot allowed');
  await settled();
  assert.equal(joined.error.message, 'not allowed');
  await peer.loses();
  await peer.comesBack({ key: 'k2', got: 0, recovered: false });
  assert.equal(peer.sent(), 'n00b$gotalk/ack0000000800000000');
});

test('who comes back to a session is in its rooms still', async () => {
  const peer = await inRoom();
  await peer.loses();
  await peer.comesBack({ got: 0, rooms: ['one'] });
  assert.equal(peer.sent(), 'n00b$gotalk/ack0000000800000000');
  assert.deepEqual(peer.resumed, [{ recovered: true, rooms: ['one'] }]);
});

test('rooms are joined again in a new session, before what waits', async () => {
  const peer = await inRoom();
  await peer.loses();
  peer.sock.notify('say', 1);
  await peer.comesBack({ key: 'k2', got: 0, recovered: false });
  assert.equal(peer.sent(), `n00b$gotalk/ack0000000800000000${join('0000', 'one')}n003say000000011`);
  assert.deepEqual(peer.resumed, [{ recovered: false, rooms: [] }]);
});

test('a room that was left is not joined again', async () => {
  const peer = await inRoom();
  peer.sock.leave('one').catch(() => {});
  await peer.loses();
  await peer.comesBack({ key: 'k2', got: 0, recovered: false });
  assert.equal(peer.sent(), 'n00b$gotalk/ack0000000800000000');
});

test('a room that the server has ended is not joined again', async () => {
  const peer = await inRoom();
  await peer.loses();
  await peer.comesBack({ got: 0, rooms: [] });
  await peer.loses();
  await peer.comesBack({ key: 'k2', got: 0, recovered: false });
  assert.equal(peer.sent(), 'n00b$gotalk/ack0000000800000000');
});

test('a room that cannot be joined again is reported once', async () => {
  const peer = await inRoom();
  for (const key of ['k2', 'k3']) {
    await peer.loses();
    await peer.comesBack({ key, got: 0, recovered: false });
    peer.receive('E00000000000bnot allowed');
    await settled();
  }
  assert.deepEqual(reported, ['not allowed']);
});

test('where the connection is lost meanwhile, the next one joins', async () => {
  const peer = await inRoom();
  for (const key of ['k2', 'k3']) {
    await peer.loses();
    await peer.comesBack({ key, got: 0, recovered: false });
    assert.equal(peer.sent(), `n00b$gotalk/ack0000000800000000${join('0000', 'one')}`);
  }
  assert.deepEqual(reported, []);
});

test('a server without sessions is asked to join again', async () => {
  const peer = await inRoom();
  await peer.loses();
  await peer.accepts();
  peer.sent();
  await peer.answers({ can: ['join'] });
  assert.equal(peer.sent(), join('0000', 'one'));
});

test('after end() the page is in no rooms', async () => {
  const peer = await inRoom();
  peer.sock.end();
  FakeWebSocket.last.end();
  peer.sock.openKeepAlive('ws://server.example/gotalk/');
  await peer.accepts();
  await peer.begins();
  assert.doesNotMatch(peer.sent(), /join/);
});
