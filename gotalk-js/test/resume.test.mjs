import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { FakeClock } from './support/fake-clock.mjs';
import { Returning } from './support/returning.mjs';
import { ADDRESS, bytes, FakeWebSocket, HELLO, settled, watch } from './support/peer.mjs';

let clock;
beforeEach((t) => {
  clock = new FakeClock().install();
  t.mock.method(Math, 'random', () => 0);
});
afterEach(() => clock.uninstall());

const returning = (configure) => new Returning(clock, configure);

test('a page that begins a session acknowledges nothing, and has its key', async () => {
  const peer = returning();
  await peer.accepts();
  assert.equal(peer.sent(), `01${HELLO}`);
  await peer.begins();
  assert.equal(peer.sent(), 'n00b$gotalk/ack0000000800000000');
  assert.deepEqual(peer.sock.session, { key: 'k1', window: 120000 });
  assert.deepEqual(peer.resumed, []);
});

test('what was sent and not got is repeated before anything newer', async () => {
  const peer = await returning().begun();
  for (const word of ['a', 'b', 'c']) peer.sock.notify('say', word);
  await peer.loses();
  peer.sock.notify('say', 'd');
  await peer.accepts();
  assert.equal(peer.sent(), `01${peer.hello('k1', 0)}`);
  peer.sock.notify('say', 'e');
  const answer = watch(peer.sock.request('op'));
  await peer.goesOn({ got: 1 });
  const said = ['"b"', '"c"', '"d"', '"e"'].map((word) => `n003say00000003${word}`).join('');
  assert.equal(peer.sent(), `n00b$gotalk/ack0000000800000000${said}r0000002op00000000`);
  assert.deepEqual(peer.resumed, [{ recovered: true, rooms: [] }]);
  assert.equal(answer.state, 'pending');
});

test('what is repeated is as it was sent, with its trace', async () => {
  const peer = await returning().begun();
  const payload = bytes('one');
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  peer.sock.traceContext = () => traceparent;
  peer.sock.bufferNotify('raw', payload);
  payload.set(bytes('two'));
  await peer.loses();
  await peer.comesBack({ got: 0 });
  assert.match(peer.sent(), new RegExp(`n00d\\$gotalk/trace00000037${traceparent}n003raw00000003one$`));
});

test('coming back again and again repeats nothing that was got', async () => {
  const peer = await returning().begun();
  peer.sock.notify('say', 1);
  for (let i = 0; i < 5; i++) {
    await peer.loses();
    await peer.comesBack({ got: 1 });
    assert.equal(peer.sent(), 'n00b$gotalk/ack0000000800000000');
  }
  await peer.loses();
  peer.sock.notify('say', 2);
  await peer.comesBack({ got: 1 });
  assert.equal(peer.sent(), 'n00b$gotalk/ack0000000800000000n003say000000012');
});

test('what the server acknowledges is not repeated', async () => {
  const peer = await returning().begun();
  peer.sock.notify('say', 1);
  peer.sock.notify('say', 2);
  peer.receive('n00b$gotalk/ack0000000800000001');
  await peer.loses();
  await peer.comesBack({ got: 0 });
  assert.doesNotMatch(peer.sent(), /n003say/);
  assert.deepEqual(peer.resumed, [{ recovered: false, rooms: [] }]);
});

test('an acknowledgement that is no count harms nothing', async () => {
  const peer = await returning().begun();
  peer.sock.notify('say', 1);
  for (const count of ['0000000x', '1', '', '00000002', 'ffffffff']) {
    peer.receive(`n00b$gotalk/ack${count.length.toString(16).padStart(8, '0')}${count}`);
  }
  await peer.loses();
  await peer.comesBack({ got: 0 });
  assert.match(peer.sent(), /n003say000000011$/);
  assert.deepEqual(peer.resumed, [{ recovered: true, rooms: [] }]);
});

test('notifications count when they are handled, without those of the protocol', async () => {
  const peer = returning();
  await peer.accepts();
  peer.receive('n003say000000011n00b$gotalk/ack0000000800000000');
  peer.receive('n003say000000012n006nobody00000000n00a$gotalk/at00000000n004text00000000');
  await peer.answers({ session: { key: 'k1', window: 120000 } });
  peer.receive('n003say000000013');
  await peer.loses();
  await peer.accepts();
  assert.equal(peer.sent(), `01${peer.hello('k1', 4)}`);
  assert.deepEqual(peer.heard, [1, 2, 3]);
});

test('what comes before the answer of a connection that is lost counts', async () => {
  const peer = await returning().begun();
  await peer.loses();
  await peer.accepts();
  peer.receive('n00b$gotalk/ack0000000800000000n003say000000011n003say000000012');
  await peer.loses();
  await peer.accepts();
  assert.equal(peer.sent(), `01${peer.hello('k1', 2)}`);
});

test('every sixty-fourth notification is acknowledged', async () => {
  const peer = await returning().begun();
  peer.receive('n003say000000010'.repeat(130));
  await settled();
  assert.equal(peer.sent(), 'n00b$gotalk/ack0000000800000040n00b$gotalk/ack0000000800000080');
});

test('within 5 seconds a notification is acknowledged, and then no timer runs', async () => {
  const peer = await returning().begun();
  clock.pass(60_000);
  peer.receive('n003say000000010');
  clock.pass(4000);
  peer.receive('n003say000000010');
  clock.pass(999);
  await settled();
  assert.equal(peer.sent(), '');
  clock.pass(1);
  await settled();
  assert.equal(peer.sent(), 'n00b$gotalk/ack0000000800000002');
  assert.equal(clock.untilNext, undefined);
});

test('counts go on over connections, and have 32 bits', async () => {
  const peer = await returning().begun();
  peer.receive('n003say000000010'.repeat(3));
  await peer.loses();
  await peer.comesBack({ got: 0 });
  assert.equal(peer.sent(), 'n00b$gotalk/ack0000000800000003');
  peer.receive('n003say000000010');
  clock.pass(5000);
  await settled();
  assert.equal(peer.sent(), 'n00b$gotalk/ack0000000800000004');
});

test('where the server has lost count, both sides begin anew, and what it has not got follows', async () => {
  const peer = await returning().begun();
  peer.receive('n003say000000010'.repeat(3));
  peer.sock.notify('say', 1);
  peer.sock.notify('say', 2);
  await peer.loses();
  await peer.comesBack({ got: 1, recovered: false, rooms: ['one'] });
  assert.equal(peer.sent(), 'n00b$gotalk/ack0000000800000000n003say000000012');
  assert.deepEqual(peer.resumed, [{ recovered: false, rooms: ['one'] }]);
  peer.receive('n003say000000010');
  await peer.loses();
  await peer.comesBack({ got: 2 });
  assert.equal(peer.helloSaid, peer.hello('k1', 1));
  assert.deepEqual(peer.resumed.at(-1), { recovered: true, rooms: [] });
});

test('in a new session nothing is repeated, and counts begin at 0', async () => {
  const peer = await returning().begun();
  peer.receive('n003say000000010'.repeat(3));
  peer.sock.notify('say', 1);
  await peer.loses();
  peer.sock.notify('say', 2);
  await peer.comesBack({ key: 'k2', got: 0, recovered: false });
  assert.equal(peer.sent(), 'n00b$gotalk/ack0000000800000000n003say000000012');
  assert.deepEqual(peer.resumed, [{ recovered: false, rooms: [] }]);
  assert.equal(peer.sock.session.key, 'k2');
  await peer.loses();
  await peer.comesBack({ key: 'k2', got: 0 });
  assert.match(peer.sent(), /n003say000000012$/);
});

test('no part of what is kept is repeated where some of it had to make way', async () => {
  const peer = await returning().begun();
  for (let i = 0; i <= 1000; i++) peer.sock.notify('say', i);
  await peer.loses();
  await peer.comesBack({ got: 0 });
  assert.doesNotMatch(peer.sent(), /n003say/);
  assert.deepEqual(peer.resumed, [{ recovered: false, rooms: [] }]);
  peer.sock.notify('say', 'new');
  await peer.loses();
  await peer.comesBack({ got: 0 });
  assert.match(peer.sent(), /ack0000000800000000n003say00000005"new"$/);
  assert.deepEqual(peer.resumed.at(-1), { recovered: true, rooms: [] });
});

test('no more than 256 KiB are kept', async () => {
  const peer = await returning().begun();
  const third = new Uint8Array(100_000);
  for (let i = 0; i < 3; i++) peer.sock.bufferNotify('raw', third);
  await peer.loses();
  await peer.comesBack({ got: 1 });
  assert.equal(peer.sent().length, 'n00b$gotalk/ack0000000800000000'.length + 2 * (15 + 100_000));
  await peer.loses();
  await peer.comesBack({ got: 0 });
  assert.deepEqual(peer.resumed.map(({ recovered }) => recovered), [true, false]);
});

test('requests that are under way fail as they do without a session', async () => {
  const peer = await returning().begun();
  const outcome = watch(peer.sock.request('op'));
  await settled();
  await peer.loses();
  assert.equal(outcome.error.mayHaveRun, true);
});

test('end() ends the session, and what is held goes out before', async () => {
  const peer = returning();
  await peer.accepts();
  peer.sent();
  peer.sock.notify('say', 'bye');
  peer.sock.end();
  assert.equal(peer.sent(), 'n003say00000005"bye"');
  assert.equal(FakeWebSocket.last.closedWith, 1000);
  FakeWebSocket.last.end();
  const other = await returning().begun();
  other.sock.end();
  assert.equal(other.sock.session, undefined);
  FakeWebSocket.last.end();
  other.sock.open(ADDRESS);
  await other.accepts();
  assert.equal(other.sent(), `01${HELLO}`);
});

test('what a set-up has kept its connection for counts, too', async () => {
  let connection;
  const peer = returning((sock) => sock.setup((given) => (connection = given)));
  await peer.accepts();
  await peer.begins();
  connection.notify('say', 1);
  await settled();
  await peer.loses();
  await peer.comesBack({ got: 0 });
  assert.match(peer.sent(), /n003say000000011$/);
});
