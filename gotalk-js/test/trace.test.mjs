import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { FakeClock } from './support/fake-clock.mjs';
import { useFakeWebSocket } from './support/fake-websocket.mjs';
import { ADDRESS, bytes, connected, FakeWebSocket, gotalk, HELLO, settled, watch } from './support/peer.mjs';

const PARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const OTHER = '00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-00';

let clock;
beforeEach(() => (clock = new FakeClock().install()));
afterEach(() => clock.uninstall());

const trace = (text = PARENT) => `n00d$gotalk/trace${text.length.toString(16).padStart(8, '0')}${text}`;

/** A connection whose messages belong to `context`. */
const traced = (context, framing) => connected({ framing, configure: (sock) => (sock.traceContext = () => context) });

test('the trace of a request is sent directly before it', async () => {
  const { sock, ws } = await connected();
  sock.request('a', 1, { trace: PARENT });
  sock.request('b', 2);
  await settled();
  assert.equal(ws.stream, `${trace()}r0000001a000000011r0001001b000000012`);
});

test('a trace is what a propagator of OpenTelemetry fills', async () => {
  const { sock, ws } = await connected();
  sock.request('a', 1, { trace: { traceparent: PARENT, tracestate: 'vendor=1' } });
  sock.bufferRequest('b', 'x', { trace: {} });
  await settled();
  assert.equal(ws.stream, `${trace(`${PARENT}\nvendor=1`)}r0000001a000000011r0001001b00000001x`);
});

test('traceContext is asked for each request, stream and notification', async () => {
  const { sock, ws } = await connected();
  const contexts = [PARENT, { traceparent: OTHER }, PARENT, undefined, null, ''];
  sock.traceContext = () => contexts.shift();
  sock.request('a', 1);
  sock.notify('n', 2);
  sock.requestParts('p', 3);
  sock.request('u', 4);
  sock.request('v', 5);
  sock.notify('w', 6);
  await settled();
  const messages = [trace(), 'r0000001a000000011', trace(OTHER), 'n001n000000012', trace(), 'r0001001p000000013'];
  assert.equal(ws.stream, `${messages.join('')}r0002001u000000014r0003001v000000015n001w000000016`);
  assert.equal(contexts.length, 0);
});

test("a request's own trace takes the place of traceContext", async () => {
  const { sock, ws } = await traced(PARENT);
  sock.request('a', 1, { trace: OTHER });
  sock.request('b', 2, { trace: {} });
  await settled();
  assert.equal(ws.stream, `${trace(OTHER)}r0000001a000000011r0001001b000000012`);
});

test('a stream has its trace before its first part alone', async () => {
  const { sock, ws } = await connected();
  const stream = sock.streamRequest('up', { trace: PARENT });
  stream.write('x');
  stream.end();
  await settled();
  assert.equal(ws.stream, `${trace()}s0000002up00000001xp000000000000`);
});

test('each attempt of a request has its trace', async () => {
  const { sock, ws } = await connected();
  sock.request('a', 1, { trace: PARENT });
  await settled();
  ws.sent = [];
  ws.receive(bytes('e00000000000000000000'));
  clock.pass(1000);
  await settled();
  assert.equal(ws.stream, `${trace()}r0001001a000000011`);
});

test('what waits for a connection goes out with its trace', async () => {
  useFakeWebSocket();
  const sock = gotalk.Sock(gotalk.Handlers());
  sock.heartbeatInterval = 0;
  sock.request('a', 1, { trace: PARENT });
  sock.open(ADDRESS);
  FakeWebSocket.last.accept('gotalk.v1');
  await settled();
  assert.equal(FakeWebSocket.last.stream, `01${HELLO}${trace()}r0000001a000000011`);
});

for (const framing of ['split', 'text']) {
  test(`a peer without gotalk.v1 (${framing}) is sent no trace`, async () => {
    const { sock, ws } = await traced(PARENT, framing);
    sock.request('a', 1, { trace: PARENT });
    sock.notify('n', 2);
    sock.streamRequest('up').end();
    await settled();
    assert.equal(ws.stream, 'r0000001a000000011n001n000000012s0001002up00000000p000100000000');
  });
}

const UNUSABLE = {
  'of other characters': PARENT.toUpperCase(),
  'of no trace': `00-${'0'.repeat(32)}-b7ad6b7169203331-01`,
  'of no span': `00-0af7651916cd43dd8448eb211c80319c-${'0'.repeat(16)}-01`,
  'of the version that is none': PARENT.replace('00', 'ff'),
  'too short': PARENT.slice(0, -1),
  'that goes on': `${PARENT} `,
  'that is no text': 1,
  'with a state of two lines': { traceparent: PARENT, tracestate: 'a=1\nb=2' },
  'with a state too long': { traceparent: PARENT, tracestate: 'x'.repeat(513) },
};
for (const [what, context] of Object.entries(UNUSABLE)) {
  test(`a trace ${what} fails the request, which is not sent`, async () => {
    const { sock, ws } = await connected();
    const outcome = watch(sock.request('a', 1, { trace: context }));
    assert.throws(() => sock.streamRequest('up', { trace: context }), TypeError);
    await settled();
    assert.equal(outcome.error?.name, 'TypeError');
    assert.match(outcome.error.message, /^not a W3C trace context, such as 00-[-\da-f]*-01: /);
    assert.equal(ws.stream, '');
  });
}

test('a traceContext that fails is reported and harms nothing', async (t) => {
  const reported = [];
  globalThis.reportError = (error) => reported.push(error.message);
  t.after(() => delete globalThis.reportError);
  const { sock, ws } = await traced('nonsense');
  sock.request('a', 1);
  sock.traceContext = () => {
    throw new Error('no tracer');
  };
  sock.notify('n', 2);
  await settled();
  assert.equal(ws.stream, 'r0000001a000000011n001n000000012');
  assert.match(reported[0], /^not a W3C trace context/);
  assert.deepEqual(reported.slice(1), ['no tracer']);
});

test('where nothing more may be sent, no trace goes out alone', async () => {
  const { sock, ws } = await connected({ configure: (sock) => (sock.maxBuffered = 10) });
  ws.bufferedAmount = 11;
  const outcome = watch(sock.request('a', 1, { trace: PARENT }));
  await settled();
  assert.match(outcome.error.message, /maxBuffered/);
  assert.equal(ws.stream, '');
});

test('no handler of notifications hears a trace', async () => {
  const { ws, handlers } = await connected();
  handlers.handleBufferNotification('', () => assert.fail());
  ws.receive(bytes(trace()));
  assert.equal(ws.readyState, 1);
});
