import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { FakeClock } from './support/fake-clock.mjs';
import { useFakeWebSocket } from './support/fake-websocket.mjs';
import { bytes, FakeWebSocket, gotalk, settled, watch } from './support/peer.mjs';

const ADDRESS = 'wss://server.example/app/gotalk/?room=1';

let clock;
let sock;
let told;
beforeEach(() => {
  clock = new FakeClock().install();
  useFakeWebSocket();
});
afterEach(() => {
  sock?.end();
  clock.uninstall();
});

function keptAlive() {
  sock = gotalk.Sock(gotalk.Handlers());
  told = [];
  sock.heartbeatInterval = 0;
  sock.subprotocol = '';
  sock.on('close', (error) => told.push(['close', error && error.reason.code]));
  for (const event of ['unauthorized', 'ended']) sock.on(event, ({ code }) => told.push([event, code]));
  return sock.openKeepAlive(ADDRESS);
}

function accepted() {
  FakeWebSocket.last.accept();
  FakeWebSocket.last.receive(bytes('01'));
}

/** The page has a fetch whose answers are these, one after the other. */
function inPage(t, ...answers) {
  const asked = [];
  globalThis.location = { href: 'https://server.example/' };
  t.mock.method(globalThis, 'fetch', async (url, options) => {
    asked.push([url, options.credentials, options.redirect]);
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  });
  t.after(() => delete globalThis.location);
  return asked;
}

const json = (value) => new Response(JSON.stringify(value));

for (const [code, reason, event] of [
  [4010, 'signed-out', 'unauthorized'],
  [4011, 'expired', 'unauthorized'],
  [4012, 'kicked', 'ended'],
  [4013, 'replaced', 'ended'],
]) {
  test(`after ${code} the page does not come back, and hears ${event}`, () => {
    keptAlive();
    accepted();
    FakeWebSocket.last.end(code, 'so it is');
    assert.deepEqual(told, [['close', reason], [event, reason]]);
    assert.deepEqual(sock.closeReason, { code: reason, text: 'so it is' });
    assert.equal(clock.untilNext, undefined);
    assert.equal(sock.keepalive, null);
  });
}

for (const [code, reason] of [
  [1000, 'normal'],
  [1001, 'going-away'],
  [1006, 'lost'],
  [1008, 'policy'],
  [1012, 'going-away'],
  [4000, 'gave-up'],
  [4003, 'timeout'],
  [4999, 'lost'],
]) {
  test(`after ${code} (${reason}) the page comes back`, () => {
    keptAlive();
    accepted();
    FakeWebSocket.last.end(code, 'well');
    assert.deepEqual(told, [['close', reason === 'normal' ? null : reason]]);
    assert.equal(sock.closeReason.code, reason);
    assert.notEqual(clock.untilNext, undefined);
  });
}

test('the error of the end says what the server says', () => {
  const errors = [];
  keptAlive().on('close', (error) => errors.push(error.message));
  accepted();
  FakeWebSocket.last.end(4010, 'the user has signed out');
  sock.openKeepAlive(ADDRESS);
  accepted();
  FakeWebSocket.last.end(1008, 'Secure HTTP Session Closed');
  assert.deepEqual(errors, [
    'websocket closed: #4010 (signed out): the user has signed out',
    'websocket closed: #1008 (policy violation)',
  ]);
});

test('what waits for a connection fails when none will come', async (t) => {
  inPage(t, new Response('', { status: 401 }));
  keptAlive();
  const waiting = watch(sock.request('greet'));
  sock.notify('note');
  FakeWebSocket.last.end(1006);
  await settled();
  assert.equal(waiting.error.message, 'the server answers 401');
  assert.equal(waiting.error.mayHaveRun, false);
  sock.openKeepAlive(ADDRESS);
  accepted();
  assert.equal(FakeWebSocket.last.stream, '01');
});

test('what is sent after that fails at once, until a connection is asked for', async () => {
  keptAlive();
  accepted();
  FakeWebSocket.last.end(4010, 'the user has signed out');
  const late = watch(sock.request('greet'));
  await settled();
  assert.equal(late.error.message, 'socket is closed: the user has signed out');
  assert.equal(late.error.mayHaveRun, false);
  assert.throws(() => sock.notify('note'), /socket is closed: the user has signed out/);
  sock.openKeepAlive(ADDRESS);
  sock.notify('note', 1);
  accepted();
  assert.equal(FakeWebSocket.last.stream, '01n004note000000011');
});

for (const [status, stops] of [[401, true], [403, true], [302, true], [404, false], [503, false]]) {
  test(`a handshake that npm's ws says was answered with ${status} ${stops ? 'wants a sign-in' : 'is made again'}`, () => {
    keptAlive();
    FakeWebSocket.last.onerror({ error: new Error(`Unexpected server response: ${status}`) });
    FakeWebSocket.last.end(1006);
    assert.deepEqual(told, stops ? [['unauthorized', 'unauthorized']] : []);
    assert.equal(clock.untilNext === undefined, stops);
  });
}

for (const [what, answer] of [
  ['401', () => new Response('', { status: 401 })],
  ['403', () => new Response('', { status: 403 })],
  ['a redirect', () => ({ type: 'opaqueredirect', status: 0, ok: false })],
  ['a form', () => new Response('<form method="post" action="j_security_check">')],
  ['that this user may not', () => json({ user: 'ann', mayConnect: false, draining: false })],
]) {
  test(`a failed handshake whose status is ${what} wants a sign-in`, async (t) => {
    const asked = inPage(t, answer());
    keptAlive();
    FakeWebSocket.last.end(1006);
    await settled();
    assert.deepEqual(asked, [['https://server.example/app/gotalk/status', 'include', 'manual']]);
    assert.deepEqual(told, [['unauthorized', 'unauthorized']]);
    assert.equal(clock.untilNext, undefined);
  });
}

for (const [what, answer] of [
  ['that it may', () => json({ user: null, mayConnect: true, draining: false })],
  ['that the application stops', () => json({ user: null, mayConnect: false, draining: true })],
  ['not found', () => new Response('', { status: 404 })],
  ['unavailable', () => new Response('', { status: 503 })],
  ['no JSON', () => new Response('<html>welcome</html>')],
  ['nothing', () => new TypeError('Failed to fetch')],
]) {
  test(`a failed handshake whose status is ${what} is tried again`, async (t) => {
    inPage(t, answer());
    keptAlive();
    FakeWebSocket.last.end(1006);
    await settled();
    assert.deepEqual(told, []);
    assert.notEqual(clock.untilNext, undefined);
  });
}

test('an answer that comes after the page is connected changes nothing', async (t) => {
  let answer;
  inPage(t, new Promise((resolve) => (answer = resolve)));
  keptAlive();
  FakeWebSocket.last.end(1006);
  clock.pass(clock.untilNext);
  accepted();
  answer(new Response('', { status: 401 }));
  await settled();
  assert.deepEqual(told, []);
  assert.equal(sock.keepalive.isConnected, true);
});

test('a set-up under way when an answer wants a sign-in opens nothing', async (t) => {
  let answer, done;
  inPage(t, new Promise((resolve) => (answer = resolve)));
  keptAlive().setup(() => new Promise((resolve) => (done = resolve)));
  sock.on('open', () => told.push('open'));
  FakeWebSocket.last.end(1006);
  clock.pass(clock.untilNext);
  accepted();
  answer(new Response('', { status: 401 }));
  await settled();
  assert.equal(FakeWebSocket.last.closedWith, 1000);
  done();
  await settled();
  assert.deepEqual(told, [['unauthorized', 'unauthorized']]);
  assert.equal(sock.ws, null);
  assert.equal(clock.untilNext, undefined);
  sock.openKeepAlive(ADDRESS);
  accepted();
  done();
  await settled();
  assert.deepEqual(told, [['unauthorized', 'unauthorized'], 'open']);
});

test('after a sign-in the same Sock connects again', async (t) => {
  inPage(t, new Response('', { status: 401 }));
  keptAlive();
  FakeWebSocket.last.end(1006);
  await settled();
  sock.openKeepAlive(ADDRESS);
  accepted();
  assert.equal(sock.keepalive.isConnected, true);
});

test('a credential is renewed on the open connection', async () => {
  keptAlive();
  accepted();
  const renewed = watch(sock.renew('new'));
  await settled();
  assert.equal(FakeWebSocket.last.stream, '01r0000' + '00d$gotalk/renew0000000f{"token":"new"}');
  FakeWebSocket.last.receive(bytes('R000000000024{"expiresAt":"2200-01-01T00:00:00Z"}'));
  await settled();
  assert.deepEqual(renewed.value, new Date('2200-01-01T00:00:00Z'));
  const refused = watch(sock.renew('old'));
  await settled();
  FakeWebSocket.last.receive(bytes('E000100000021unknown operation "$gotalk/renew"'));
  await settled();
  assert.equal(refused.error.message, 'unknown operation "$gotalk/renew"');
});
