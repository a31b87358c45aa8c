import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { FakeClock } from './support/fake-clock.mjs';
import { useFakeWebSocket } from './support/fake-websocket.mjs';
import { ADDRESS, bytes, FakeWebSocket, gotalk, HELLO, NO_SESSIONS, settled, watch } from './support/peer.mjs';

let clock;
beforeEach((t) => {
  clock = new FakeClock().install();
  useFakeWebSocket();
  t.mock.method(Math, 'random', () => 0);
});
afterEach(() => clock.uninstall());

/** A Sock whose every connection signs in, and what it has told. */
function signingIn(setup = (sock) => sock.request('sign in', 'ann')) {
  const sock = gotalk.Sock(gotalk.Handlers()).setup(setup);
  const told = [];
  sock.heartbeatInterval = 0;
  sock.subprotocol = '';
  sock.on('open', () => told.push('open'));
  sock.on('close', (error) => told.push(`close ${error?.message}`));
  sock.on('waiting', ({ delay, error }) => told.push(`${error?.message}, again in ${delay}`));
  return { sock, told };
}

async function accepted() {
  FakeWebSocket.last.accept('gotalk.v1');
  FakeWebSocket.last.receive(bytes('01'));
  await settled();
}

const SIGN_IN = 'r0000007sign in00000005"ann"';

test('what a set-up sends overtakes what waits, and open is told when it is done', async () => {
  const { sock, told } = signingIn();
  sock.on('open', () => sock.notify('opened'));
  sock.notify('queued before');
  sock.openKeepAlive(ADDRESS);
  await accepted();
  const request = watch(sock.request('queued after'));
  await settled();
  assert.equal(FakeWebSocket.last.stream, `01${SIGN_IN}`);
  assert.deepEqual(told, []);
  assert.equal(sock.keepalive.isConnected, false);
  FakeWebSocket.last.sent = [];
  FakeWebSocket.last.receive(bytes('R000000000004true'));
  await settled();
  assert.equal(FakeWebSocket.last.stream, HELLO);
  FakeWebSocket.last.sent = [];
  FakeWebSocket.last.receive(NO_SESSIONS);
  await settled();
  assert.equal(FakeWebSocket.last.stream, 'n00dqueued before00000000r000100cqueued after00000000n006opened00000000');
  assert.deepEqual(told, ['open']);
  FakeWebSocket.last.receive(bytes('R000100000000'));
  await settled();
  assert.equal(request.state, 'fulfilled');
  sock.end();
});

test('each connection is set up anew, until there is no set-up any more', async () => {
  const { sock } = signingIn((connection) => connection.notify('hello'));
  sock.openKeepAlive(ADDRESS);
  for (let i = 0; i < 2; i++) {
    await accepted();
    assert.equal(FakeWebSocket.last.stream, `01n005hello00000000${HELLO}`);
    FakeWebSocket.last.end(1006);
    clock.pass(500);
  }
  sock.setup(null);
  await accepted();
  assert.equal(FakeWebSocket.last.stream, `01${HELLO}`);
  sock.end();
});

test('a set-up that fails is a failed attempt, with its reason and ever longer delays', async () => {
  const { sock, told } = signingIn();
  const queued = watch(sock.request('queued'));
  sock.openKeepAlive(ADDRESS);
  for (const delay of [500, 1000, 2000]) {
    await accepted();
    FakeWebSocket.last.receive(bytes('E00000000000cno such user'));
    await settled();
    assert.equal(FakeWebSocket.last.closedWith, 1000);
    assert.deepEqual(told.splice(0), [`the set-up failed: no such user, again in ${delay}`]);
    clock.pass(delay);
  }
  assert.equal(queued.state, 'pending');
  await accepted();
  FakeWebSocket.last.receive(bytes('R000000000004true'));
  await settled();
  FakeWebSocket.last.end(1006);
  assert.deepEqual(told, ['open', 'close websocket closed: #1006 (abnormal)', 'websocket closed: #1006 (abnormal), again in 500']);
  sock.end();
});

test('the reason of a failed set-up has its cause', async () => {
  const cause = new Error('no token');
  const { sock } = signingIn(() => {
    throw cause;
  });
  const reasons = [];
  sock.on('waiting', ({ error }) => reasons.push(error.cause)).openKeepAlive(ADDRESS);
  await accepted();
  assert.deepEqual(reasons, [cause]);
  sock.end();
});

test('a set-up that takes longer than handshakeTimeout has failed', async () => {
  const { sock, told } = signingIn(() => sock.request('not by the new connection', null, { timeout: 0 }));
  sock.openKeepAlive(ADDRESS);
  await accepted();
  clock.pass(29_999);
  assert.deepEqual(told, []);
  clock.pass(1);
  assert.match(told[0], /^the set-up did not complete within 30000 ms\. What it sends must go through the connection that it is given.* in 500$/);
  assert.equal(FakeWebSocket.last.closedWith, 1000);
  sock.end();
});

test('a connection that ends during its set-up is a failed attempt, and no close event', async () => {
  const { sock, told } = signingIn();
  sock.openKeepAlive(ADDRESS);
  const delays = [[1000, 500], [1006, 1000], [1006, 2000]];
  for (const [status, delay] of delays) {
    await accepted();
    FakeWebSocket.last.end(status);
    await settled();
    assert.equal(told.length, 1);
    assert.match(told.pop(), new RegExp(`, again in ${delay}$`));
    clock.pass(delay);
  }
  sock.end();
});

test('a connection that is closing when its set-up is done is not used', async () => {
  let done;
  const { sock, told } = signingIn(() => new Promise((resolve) => (done = resolve)));
  sock.notify('queued');
  sock.openKeepAlive(ADDRESS);
  await accepted();
  FakeWebSocket.last.close();
  done();
  await settled();
  assert.deepEqual(told, ['the connection was closed during the set-up, again in 500']);
  clock.pass(500);
  await accepted();
  done();
  await settled();
  FakeWebSocket.last.receive(NO_SESSIONS);
  await settled();
  assert.equal(FakeWebSocket.last.stream, `01${HELLO}n006queued00000000`);
  sock.end();
});

test('the callback of open() hears of a failed set-up, and what waited fails as not run', async () => {
  const heard = [];
  const { sock, told } = signingIn();
  const queued = watch(sock.request('queued'));
  sock.open(ADDRESS, (error, opened) => heard.push([error?.message, opened]));
  await accepted();
  FakeWebSocket.last.receive(bytes('E000000000002no'));
  await settled();
  assert.deepEqual(heard, [['the set-up failed: no', undefined]]);
  assert.deepEqual(told, []);
  assert.equal(queued.error.message, 'the set-up failed: no');
  assert.equal(queued.error.mayHaveRun, false);
});

test('opening again during a set-up leaves it without an outcome', async () => {
  const heard = [];
  const { sock, told } = signingIn();
  sock.open(ADDRESS, () => heard.push('first'));
  await accepted();
  const first = FakeWebSocket.last;
  sock.open(ADDRESS, () => heard.push('second'));
  await accepted();
  first.end();
  FakeWebSocket.last.receive(bytes('R000000000004true'));
  await settled();
  assert.equal(first.closedWith, 1000);
  assert.deepEqual(heard, ['second']);
  assert.deepEqual(told, ['open']);
});

test('end() during a set-up closes the connection when its requests are answered', async () => {
  const { sock, told } = signingIn();
  sock.openKeepAlive(ADDRESS);
  await accepted();
  sock.end();
  assert.equal(FakeWebSocket.last.closedWith, undefined);
  FakeWebSocket.last.receive(bytes('R000000000004true'));
  await settled();
  assert.equal(FakeWebSocket.last.closedWith, 1000);
  FakeWebSocket.last.end();
  assert.equal(clock.untilNext, undefined);
  assert.deepEqual(told, []);
});

test('a set-up may ask for parts and streams, and be asked', async () => {
  const { sock } = signingIn(async (connection) => {
    const part = await connection.requestParts('list').bytes();
    const stream = connection.streamRequest('keys');
    stream.write(part);
    stream.end();
    return stream.result;
  });
  sock.handlers.handleBufferRequest('who', () => 'ann');
  sock.open(ADDRESS);
  await accepted();
  FakeWebSocket.last.receive(bytes('r0009003who00000000S000000000001aS000000000000'));
  await settled();
  assert.equal(FakeWebSocket.last.stream, '01r0000004list00000000R000900000003anns0001004keys00000001ap000100000000');
  sock.end();
  sock.end();
});

test('the connection that was set up takes nothing once it has ended', async () => {
  let connection;
  const { sock } = signingIn((given) => (connection = given));
  sock.open(ADDRESS);
  await accepted();
  connection.notify('late');
  await settled();
  assert.match(FakeWebSocket.last.stream, /n004late00000000$/);
  FakeWebSocket.last.end(1006);
  assert.throws(() => connection.notify('later'), /^Error: the connection is closed$/);
  await assert.rejects(connection.request('later'), { message: 'the connection is closed', mayHaveRun: false });
});

test('what a set-up gives up is cancelled over its connection', async () => {
  const { sock } = signingIn((connection) => connection.request('sign in', 'ann', { timeout: 100 }));
  sock.openKeepAlive(ADDRESS);
  await accepted();
  FakeWebSocket.last.sent = [];
  clock.pass(100);
  await settled();
  assert.equal(FakeWebSocket.last.stream, 'n00e$gotalk/cancel000000040000');
  sock.end();
});

test('a set-up is a function', () => {
  assert.throws(() => gotalk.Sock().setup('sign in'), /a set-up must be a function, or null for none/);
});
