import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { conforms } from './support/conformance.mjs';
import { FakeClock } from './support/fake-clock.mjs';
import { reading } from './support/reading.mjs';
import { ADDRESS, bytes, connected, FakeWebSocket, gotalk, HELLO, settled, watch } from './support/peer.mjs';

let clock;
beforeEach(() => (clock = new FakeClock().install()));
afterEach(() => clock.uninstall());

// Single requests that are answered in parts.

test('requestParts reads the answer to a single request in parts', conforms('server-stream stream-result', async () => {
  const { sock, ws } = await connected();
  const parts = sock.requestParts('list', { from: 1 });
  await settled();
  assert.equal(ws.stream, 'r0000004list0000000a{"from":1}');
  const seen = reading(parts);
  ws.receive(bytes('S000000000003oneS000000000003twoS000000000000'));
  await settled();
  assert.deepEqual(seen, { parts: ['one', 'two'], end: 'end' });
}));

test('the parts may be values, and bytes go out as they are', async () => {
  const { sock, ws } = await connected();
  const seen = reading(sock.requestParts('list', bytes('raw')).values());
  await settled();
  assert.equal(ws.stream, 'r0000004list00000003raw');
  ws.receive(bytes('S0000000000011S0000000000012S000000000000'));
  await settled();
  assert.deepEqual(seen, { parts: [1, 2], end: 'end' });
});

test('a single answer is one part, or none', async () => {
  const { sock, ws } = await connected();
  const [one, none] = [reading(sock.requestParts('a')), reading(sock.requestParts('b'))];
  ws.receive(bytes('R000000000001xR000100000000'));
  await settled();
  assert.deepEqual([one, none], [{ parts: ['x'], end: 'end' }, { parts: [], end: 'end' }]);
});

test('told to retry before the first part, it is requested again; later that is its end', async () => {
  const { sock, ws } = await connected();
  const seen = reading(sock.requestParts('a'));
  await settled();
  ws.receive(bytes('e0000000003e800000004busy'));
  clock.pass(1250);
  await settled();
  assert.match(ws.stream, /r0001001a00000000$/);
  ws.receive(bytes('S000100000003onee0001000003e800000004busy'));
  await settled();
  assert.deepEqual(seen.parts, ['one']);
  assert.deepEqual([seen.end.isRetry, seen.end.mayHaveRun], [true, true]);
});

test('the timeout is the longest wait for a part', async () => {
  const { sock, ws } = await connected();
  const seen = reading(sock.requestParts('a', null, { timeout: 100 }));
  clock.pass(99);
  ws.receive(bytes('S000000000003one'));
  clock.pass(99);
  await settled();
  assert.deepEqual(seen, { parts: ['one'] });
  clock.pass(1);
  await settled();
  assert.equal(seen.end.name, 'TimeoutError');
});

test('who stops reading drops the rest, and its id is free after it', async () => {
  const { sock, ws } = await connected();
  const parts = sock.requestParts('a');
  ws.receive(bytes('S000000000003oneS000000000003two'));
  for await (const part of parts) {
    assert.deepEqual(part, bytes('one'));
    break;
  }
  ws.receive(bytes('S000000000005three'));
  sock.end();
  assert.equal(ws.closedWith, 1000);
});

test('parts that nobody reads are kept up to sock.maxStreamBuffer', async () => {
  const { sock, ws } = await connected({ configure: (sock) => (sock.maxStreamBuffer = 4) });
  const parts = sock.requestParts('a');
  ws.receive(bytes('S000000000003oneS000000000003twoS000000000000'));
  const seen = reading(parts);
  await settled();
  assert.equal(seen.end.name, 'StreamOverflowError');
});

// How much of the peer's the page does at once.

const waiting = () => {
  const handlers = gotalk.Handlers();
  const results = [];
  handlers.handleBufferRequest('single', (payload, result) => results.push(result));
  handlers.handleStreamRequest('stream', (stream) => results.push(stream) && undefined);
  return { handlers, results };
};

for (const framing of ['packed', 'binary']) {
  test(`past sock.maxConcurrentRequests a request is to be tried later (${framing})`, conforms('handler-limit retry-to-reference', async () => {
    const { handlers, results } = waiting();
    const { ws } = await connected({ handlers, framing, configure: (sock) => (sock.maxConcurrentRequests = 2) });
    const request = (id) => bytes(`r000${id}006single00000000`);
    ws.receive(request(1), request(2), request(3));
    await settled();
    const [, wait] = /^e0003([0-9a-f]{8})000000162 requests run already$/.exec(ws.stream);
    assert.ok(Number.parseInt(wait, 16) >= 500 && Number.parseInt(wait, 16) <= 5000, wait);
    results[0]();
    ws.receive(request(4));
    assert.equal(results.length, 3);
  }));
}

test('a stream counts as a request, and past sock.maxStreams it is to be tried later', conforms('stream-limit', async (t) => {
  t.mock.method(Math, 'random', () => 0);
  const { handlers, results } = waiting();
  const configure = (sock) => Object.assign(sock, { maxStreams: 1, maxConcurrentRequests: 2 });
  const { ws } = await connected({ handlers, configure });
  ws.receive(bytes('s0001006stream00000001xs0002006stream00000001xr0003006single00000000r0004006single00000000'));
  await settled();
  assert.deepEqual(ws.stream.match(/e\d{4}(?=000001f4)/g), ['e0002', 'e0004']);
  ws.receive(bytes('p000100000000'));
  results[0].end();
  ws.receive(bytes('s0005006stream00000001xs0006006stream00000001x'));
  await settled();
  assert.deepEqual(ws.stream.match(/e\d{4}(?=000001f4)/g), ['e0002', 'e0004', 'e0006']);
}));

test('a heartbeat says which share of the bounds is in use', async () => {
  const { handlers } = waiting();
  const configure = (sock) => Object.assign(sock, { maxConcurrentRequests: 4, maxStreams: 2, heartbeatInterval: 1000 });
  const { ws } = await connected({ handlers, configure });
  clock.pass(1);
  ws.receive(bytes('r0001006single00000000'));
  clock.pass(1000);
  ws.receive(bytes('s0002006stream00000001x'));
  clock.pass(1000);
  await settled();
  assert.deepEqual(ws.stream.match(/h[0-9a-f]{4}/g), ['h0000', 'h4000', 'h8000']);
});

test('the last heartbeat of the peer can be read', async () => {
  const { sock, ws } = await connected();
  assert.equal(sock.heartbeat, null);
  ws.receive(bytes('h800054d7de9a'));
  assert.deepEqual(sock.heartbeat, { time: new Date(0x54d7de9a * 1000), load: 0x8000 });
});

test('handlers set at run time serve the messages from then on', async () => {
  const [guests, members] = [gotalk.Handlers(), gotalk.Handlers()];
  guests.handleRequest('who', () => 'guest');
  members.handleRequest('who', () => 'member');
  members.handleStreamRequest('stream', async () => 1);
  const { sock, ws } = await connected({ handlers: guests });
  ws.receive(bytes('r0001003who00000000'));
  sock.handlers = members;
  ws.receive(bytes('r0002003who00000000s0003006stream00000001x'));
  await settled();
  assert.equal(ws.stream, 'R000100000007"guest"R000200000008"member"R0003000000011');
});

// A server that stops.

test('refused while the server drains, a request is repeated on the next connection', async () => {
  const sock = gotalk.Sock(gotalk.Handlers());
  sock.heartbeatInterval = 0;
  sock.openKeepAlive(ADDRESS);
  const first = FakeWebSocket.last;
  first.accept('gotalk.v1');
  first.receive(bytes('01'));
  const answer = watch(sock.request('a', 1));
  await settled();
  first.receive(bytes('e0000000003e800000008draining'));
  first.end(1012);
  clock.pass(3000);
  const second = FakeWebSocket.last;
  assert.notEqual(second, first);
  second.accept('gotalk.v1');
  second.receive(bytes('01'));
  await settled();
  assert.equal(second.stream, `01${HELLO}r0000001a000000011`);
  second.receive(bytes('R0000000000017'));
  await settled();
  assert.equal(answer.value, 7);
  sock.end();
});
