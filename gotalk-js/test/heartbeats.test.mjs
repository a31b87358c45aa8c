import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { conforms } from './support/conformance.mjs';
import { FakeClock } from './support/fake-clock.mjs';
import { bytes, connected, gotalk, settled } from './support/peer.mjs';

let clock;
beforeEach(() => (clock = new FakeClock().install()));
afterEach(() => clock.uninstall());

const beating = (interval) => connected({ configure: (sock) => (sock.heartbeatInterval = interval) });

test('heartbeats begin when the peer has said its version, and go on every heartbeatInterval', conforms('heartbeat', async () => {
  const { sock, ws } = await beating(20_000);
  const times = [];
  sock.on('frame', ({ type, load }) => type === 'h' && times.push([performance.now(), load]));
  clock.pass(60_000);
  await settled();
  assert.deepEqual(times, [[1, 0], [20_001, 0], [40_001, 0]]);
  assert.match(ws.stream, /^(h0000[0-9a-f]{8}){3}$/);
}));

test('the interval is 20 s unless set, 0 is none, and too short a one is refused', async () => {
  assert.equal(gotalk.Sock().heartbeatInterval, 20_000);
  const { sock, ws } = await beating(0);
  clock.pass(100_000);
  await settled();
  assert.equal(ws.stream, '');
  assert.throws(() => (sock.heartbeatInterval = 9), /heartbeatInterval must be at least 10 ms, or 0/);
});

test('where timers are held up, a message of the peer brings an overdue heartbeat', async () => {
  const { ws } = await beating(20_000);
  clock.pass(1);
  await settled();
  ws.sent = [];
  clock.uninstall();
  clock = new FakeClock().install();
  performance.now = () => 20_002;
  ws.receive(bytes('h000000000001'));
  await settled();
  assert.match(ws.stream, /^h0000/);
});

test('heartbeats end with the connection', async () => {
  const { ws } = await beating(20_000);
  ws.end(1000);
  assert.equal(clock.untilNext, undefined);
});

test('a heartbeat of the peer is an event with its time and its load, beyond 2^31 too', conforms('heartbeat-edges heartbeat-keeps-open unsigned', async () => {
  const { sock, ws } = await connected();
  const beats = [];
  sock.on('heartbeat', (beat) => beats.push(beat));
  ws.receive(bytes('h0002fffffffe'));
  assert.deepEqual(beats, [{ time: new Date(0xfffffffe * 1000), load: 2 }]);
}));

test('sendHeartbeat takes a load from 0 to 1', async () => {
  const { sock, ws } = await connected();
  sock.sendHeartbeat(0.5);
  await settled();
  assert.match(ws.stream, /^h8000/);
  assert.throws(() => sock.sendHeartbeat(1.1), /load must be between 0 and 1/);
  assert.throws(() => gotalk.Sock().sendHeartbeat(0), /socket is closed/);
});

test('a peer that sent heartbeats and falls silent for readTimeout is given up', conforms('read-timeout', async () => {
  const { sock, ws } = await connected();
  const closed = [];
  sock.on('close', (error) => closed.push([performance.now(), error]));
  ws.receive(bytes('h000000000001'));
  clock.pass(59_000);
  ws.receive(bytes('n001a00000000'));
  clock.pass(59_999);
  assert.deepEqual(closed, []);
  clock.pass(1);
  await settled();
  assert.deepEqual(closed, [[119_000, gotalk.ErrTimeout]]);
  assert.match(ws.stream, /f00000003$/);
  assert.equal(ws.closedWith, 4003);
}));

test('a peer without heartbeats may be silent for ever', async () => {
  const { ws } = await connected();
  ws.receive(bytes('n001a00000000'));
  clock.pass(10_000_000);
  assert.equal(ws.readyState, 1);
});
