import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { FakeClock } from './support/fake-clock.mjs';
import { useFakeWebSocket } from './support/fake-websocket.mjs';
import { ADDRESS, bytes, FakeWebSocket, gotalk, settled, watch } from './support/peer.mjs';

let clock;
let sock;
beforeEach(() => {
  clock = new FakeClock().install();
  useFakeWebSocket();
});
afterEach(() => {
  sock?.end();
  clock.uninstall();
});

function keptAlive(t, random = 0) {
  t.mock.method(Math, 'random', () => random);
  sock = gotalk.Sock(gotalk.Handlers());
  sock.heartbeatInterval = 0;
  sock.subprotocol = '';
  return sock.openKeepAlive(ADDRESS);
}

function accepted({ saysVersion = true } = {}) {
  FakeWebSocket.last.accept();
  if (saysVersion) FakeWebSocket.last.receive(bytes('01'));
}

/** Milliseconds until the next attempt to connect. */
function untilNextAttempt() {
  const before = FakeWebSocket.all.length;
  let waited = 0;
  while (FakeWebSocket.all.length === before) {
    const step = clock.untilNext;
    assert.notEqual(step, undefined, 'no attempt follows');
    clock.pass(step);
    waited += step;
  }
  return waited;
}

test('failed attempts follow after 500 ms, doubling up to 5 s', (t) => {
  keptAlive(t);
  const delays = [];
  for (let i = 0; i < 7; i++) {
    FakeWebSocket.last.end(1006);
    delays.push(untilNextAttempt());
  }
  assert.deepEqual(delays, [500, 1000, 2000, 4000, 5000, 5000, 5000]);
});

test('the delay begins at 500 ms again once the peer has said its version, and not before', (t) => {
  keptAlive(t);
  FakeWebSocket.last.end(1006);
  assert.equal(untilNextAttempt(), 500);
  accepted({ saysVersion: false });
  FakeWebSocket.last.end(1006);
  assert.equal(untilNextAttempt(), 1000);
  accepted();
  FakeWebSocket.last.end(1006);
  assert.equal(untilNextAttempt(), 500);
});

test('a protocol timeout is followed at once, but never more than twice a second', (t) => {
  keptAlive(t);
  accepted();
  clock.pass(40_000);
  FakeWebSocket.last.receive(bytes('f00000003'));
  FakeWebSocket.last.end();
  assert.equal(untilNextAttempt(), 0);
  accepted();
  FakeWebSocket.last.end(4003);
  assert.equal(untilNextAttempt(), 500);
});

test('a server that goes away is followed soon, at a time of its own for each page', (t) => {
  for (const [status, random, delay] of [[1012, 0, 500], [1012, 0.5, 1000], [1001, 0.9, 1400]]) {
    keptAlive(t, random);
    accepted();
    FakeWebSocket.last.end(status);
    assert.equal(untilNextAttempt(), delay);
    sock.end();
  }
});

test('any other protocol error is followed after the longest delay', (t) => {
  keptAlive(t);
  for (const code of [0, 1, 2]) {
    accepted();
    FakeWebSocket.last.end(4000 + code);
    assert.equal(untilNextAttempt(), 5000);
  }
});

test('a clean close is followed after what is left of 500 ms', (t) => {
  keptAlive(t);
  accepted();
  clock.pass(200);
  FakeWebSocket.last.end(1000);
  assert.equal(untilNextAttempt(), 300);
  accepted();
  clock.pass(10_000);
  FakeWebSocket.last.end(1000);
  assert.equal(untilNextAttempt(), 0);
});

test('jitter lengthens a delay by up to a quarter', (t) => {
  keptAlive(t, 1);
  FakeWebSocket.last.end(1006);
  assert.equal(untilNextAttempt(), 625);
  accepted();
  clock.pass(10_000);
  FakeWebSocket.last.end(1000);
  assert.equal(untilNextAttempt(), 125);
});

test('while the browser is offline nothing is tried, and when it is online again at once', (t) => {
  const page = new EventTarget();
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  const navigator = { onLine: false };
  Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
  globalThis.addEventListener = page.addEventListener.bind(page);
  globalThis.removeEventListener = page.removeEventListener.bind(page);
  t.after(() => {
    delete globalThis.addEventListener;
    delete globalThis.removeEventListener;
    if (before) Object.defineProperty(globalThis, 'navigator', before);
    else delete globalThis.navigator;
  });
  keptAlive(t);
  clock.pass(1000);
  FakeWebSocket.last.end(1006);
  assert.equal(clock.untilNext, undefined);
  navigator.onLine = true;
  page.dispatchEvent(new Event('online'));
  assert.equal(untilNextAttempt(), 500);
  navigator.onLine = false;
  FakeWebSocket.last.end(1006);
  sock.end();
  page.dispatchEvent(new Event('online'));
  assert.equal(clock.untilNext, undefined);
});

test('every connection tells open and every end close; failed attempts tell nothing', (t) => {
  const heard = [];
  keptAlive(t).on('open', () => heard.push('open')).on('close', (error) => heard.push(error && error.message));
  FakeWebSocket.last.end(1006);
  untilNextAttempt();
  accepted();
  FakeWebSocket.last.end(1001);
  untilNextAttempt();
  accepted();
  FakeWebSocket.last.end(1000);
  assert.deepEqual(heard, ['open', 'websocket closed: #1001 (going away)', 'open', null]);
});

test('a WebSocket adopted in the place of its own is left alone', (t) => {
  keptAlive(t);
  accepted();
  const other = new FakeWebSocket(ADDRESS);
  other.accept();
  sock.adopt(other);
  clock.pass(60_000);
  assert.equal(other.readyState, 1);
  assert.equal(FakeWebSocket.last, other);
});

test('it goes on without the listeners of the program', (t) => {
  keptAlive(t);
  accepted();
  sock.removeAllListeners();
  FakeWebSocket.last.end(1006);
  assert.equal(untilNextAttempt(), 500);
});

test('what was queued goes out when the connection is back; what was sent has failed', async (t) => {
  keptAlive(t);
  accepted();
  const sent = watch(sock.request('sent', 1));
  FakeWebSocket.last.end(1006);
  const queued = watch(sock.request('queued', 1));
  sock.notify('note');
  untilNextAttempt();
  FakeWebSocket.last.end(1006);
  untilNextAttempt();
  accepted();
  await settled();
  assert.equal(FakeWebSocket.last.stream, '01r0000006queued000000011n004note00000000');
  assert.equal(sent.error.mayHaveRun, true);
  assert.equal(queued.state, 'pending');
});

test('end() stops it, also between two attempts, and disable() leaves the connection open', async (t) => {
  keptAlive(t);
  assert.equal(sock.keepalive.isEnabled, true);
  FakeWebSocket.last.end(1006);
  const queued = watch(sock.request('queued'));
  sock.end();
  await settled();
  assert.equal(clock.untilNext, undefined);
  assert.equal(queued.error.mayHaveRun, false);
  assert.equal(sock.keepalive, null);

  keptAlive(t);
  accepted();
  const { keepalive } = sock;
  assert.equal(keepalive.isConnected, true);
  keepalive.disable();
  assert.equal(FakeWebSocket.last.readyState, 1);
  FakeWebSocket.last.end(1006);
  assert.equal(clock.untilNext, undefined);
});
