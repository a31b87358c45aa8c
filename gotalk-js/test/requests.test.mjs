import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { PendingRequests } from '../target/modules/calls/pending-requests.js';
import { conforms } from './support/conformance.mjs';
import { FakeClock } from './support/fake-clock.mjs';
import { ADDRESS, bytes, connected, FakeWebSocket, gotalk, HELLO, settled, utf8, watch } from './support/peer.mjs';

let clock;
beforeEach(() => (clock = new FakeClock().install()));
afterEach(() => clock.uninstall());

test('a request carries its value as JSON and gives the value of the result', conforms('single-request single-result json-payload', async () => {
  const { sock, ws } = await connected();
  const answer = sock.request('echo', { a: 'b' });
  await settled();
  assert.equal(ws.stream, 'r0000004echo00000009{"a":"b"}');
  ws.receive(bytes('R000000000005[1,2]'));
  assert.deepEqual(await answer, [1, 2]);
}));

test('a request without a value has no payload, and a result without a payload is null', conforms('empty-request empty-reply', async () => {
  const { sock, ws } = await connected();
  const answer = sock.request('ping');
  await settled();
  assert.equal(ws.stream, 'r0000004ping00000000');
  ws.receive(bytes('R000000000000'));
  assert.equal(await answer, null);
}));

test('sizes are bytes of UTF-8, for emoji too', conforms('utf-8-everywhere', async () => {
  const { sock, ws } = await connected();
  sock.request('écho', '😀').catch(() => {});
  await settled();
  assert.equal(ws.stream, String.fromCharCode(...utf8('r0000005écho00000006"😀"')));
}));

test('a buffer request takes a string, an ArrayBuffer, any view and a Blob', conforms('any-payload', async () => {
  const { sock, ws } = await connected();
  const view = new Uint16Array(Uint8Array.of(0, 0, 1, 2, 3, 4, 0, 0).buffer, 2, 2);
  for (const payload of ['ab', bytes('ab').buffer, view, new Blob(['ab'])]) {
    sock.bufferRequest('b', payload).catch(() => {});
  }
  await settled();
  const sent = await Promise.all(ws.sent.map(async (part) => (part instanceof Blob ? part.text() : String.fromCharCode(...part))));
  assert.equal(
    sent.join(''),
    'r0000001b00000002abr0001001b00000002abr0002001b00000004\x01\x02\x03\x04r0003001b00000002ab',
  );
}));

test('a payload of another type is refused with its name', async () => {
  const { sock } = await connected();
  await assert.rejects(sock.bufferRequest('b', 5), /payload must be a string, ArrayBuffer, typed array or Blob, got number/);
  assert.throws(() => sock.bufferNotify('b', {}), /got object/);
});

test('a buffer result is bytes, and undefined where it is empty', async () => {
  const { sock, ws } = await connected();
  const full = sock.bufferRequest('b', 'x');
  const empty = sock.bufferRequest('b', null);
  await settled();
  ws.receive(bytes('R000100000000R000000000002\0\xff'));
  assert.deepEqual(await full, Uint8Array.of(0, 255));
  assert.equal(await empty, undefined);
});

test('an error result fails the request with its text', conforms('error-result', async () => {
  const { sock, ws } = await connected();
  const outcome = watch(sock.request('x', 1));
  ws.receive(utf8('E00000000000cno such thé'));
  await settled();
  assert.equal(outcome.error.message, 'no such thé');
  assert.equal(outcome.error.isRetry, undefined);
}));

test('a result that is not JSON fails the request by its name', async () => {
  const { sock, ws } = await connected();
  const answer = sock.request('x', 1);
  ws.receive(bytes('R000000000001{'));
  await assert.rejects(answer, /the result of "x" must be JSON/);
});

test('answers may come in any order', conforms('answers-in-any-order', async () => {
  const { sock, ws } = await connected();
  const answers = [sock.request('a'), sock.request('b'), sock.request('c')];
  ws.receive(bytes('R0002000000012R0000000000010R0001000000011'));
  assert.deepEqual(await Promise.all(answers), [0, 1, 2]);
}));

test('a callback hears (null, value) or (error), and the promise of request does not fail then', async () => {
  const { sock, ws } = await connected();
  const calls = {};
  const first = sock.request('a', 1, (error, value) => (calls.a = [error, value]));
  const second = sock.request('b', (error, value) => (calls.b = [error.message, value]));
  const third = watch(sock.bufferRequest('c', 'x', (error, value) => (calls.c = [error.message, value])));
  await settled();
  assert.match(ws.stream, /r0001001b00000000/);
  ws.receive(bytes('R0000000000017E000100000002noE000200000003bad'));
  assert.equal(await first, 7);
  assert.equal(await second, undefined);
  await settled();
  assert.equal(third.error.message, 'bad');
  assert.deepEqual(calls, { a: [null, 7], b: ['no', undefined], c: ['bad', undefined] });
});

test('requestp and bufferRequestp are request and bufferRequest', async () => {
  const { sock, ws } = await connected();
  const [value, payload] = [sock.requestp('a', 1), sock.bufferRequestp('b', 'x')];
  ws.receive(bytes('R0000000000017R000100000001y'));
  assert.equal(await value, 7);
  assert.deepEqual(await payload, bytes('y'));
});

test('operation names must have 1 to 4095 bytes and not be reserved', conforms('name-of-4095-bytes empty-name', async () => {
  const { sock } = await connected();
  await assert.rejects(sock.request('', 1), /an operation must be a string that is not empty/);
  await assert.rejects(sock.request('é'.repeat(2048), 1), /has 4096 bytes; at most 4095/);
  await assert.rejects(sock.request('$gotalk/cancel', 1), /reserved/);
}));

test('a request fails at its deadline, the default being 30 s, and says whether it was sent', async () => {
  const { sock } = await connected();
  const byDefault = watch(sock.request('slow'));
  const own = watch(sock.request('slow', 1, { timeout: 100 }));
  const none = watch(sock.request('slow', 1, { timeout: 0 }));
  const beyond32Bits = watch(sock.request('slow', 1, { timeout: 2 ** 32 }));
  clock.pass(100);
  await settled();
  assert.equal(own.error.name, 'TimeoutError');
  assert.match(own.error.message, /request "slow" was not answered within 100 ms/);
  assert.equal(own.error.mayHaveRun, true);
  assert.equal(byDefault.state, 'pending');
  clock.pass(30_000);
  await settled();
  assert.equal(byDefault.state, 'rejected');
  clock.pass(2 ** 32 - 40_000);
  await settled();
  assert.deepEqual([none.state, beyond32Bits.state], ['pending', 'pending']);
  clock.pass(10_000);
  await settled();
  assert.equal(beyond32Bits.state, 'rejected');
});

test('an aborted signal ends the request with its reason; aborted before, nothing is sent', async () => {
  const { sock, ws } = await connected();
  const controller = new AbortController();
  const outcome = watch(sock.request('slow', 1, { signal: controller.signal }));
  await settled();
  controller.abort(new Error('enough'));
  await settled();
  assert.equal(outcome.error.message, 'enough');
  ws.sent = [];
  await assert.rejects(sock.request('slow', 1, { signal: controller.signal }), /enough/);
  assert.equal(ws.stream, '');
});

test('a request withdrawn before there was a connection is never sent', async () => {
  const sock = gotalk.Sock(gotalk.Handlers());
  const controller = new AbortController();
  const aborted = watch(sock.request('a', 1, { signal: controller.signal }));
  const late = watch(sock.request('b', 1, { timeout: 10 }));
  controller.abort();
  clock.pass(10);
  sock.open(ADDRESS);
  FakeWebSocket.last.accept('gotalk.v1');
  await settled();
  assert.equal(FakeWebSocket.last.stream, `01${HELLO}`);
  assert.equal(aborted.error.name, 'AbortError');
  assert.equal(late.error.mayHaveRun, false);
});

test('the id of a request given up is used again only after its answer', conforms('unknown-result', async () => {
  const { sock, ws } = await connected({ framing: 'binary' });
  const lost = watch(sock.request('slow', 1, { timeout: 10 }));
  clock.pass(10);
  const next = watch(sock.request('quick', 1));
  await settled();
  assert.match(ws.stream, /r0001005quick/);
  ws.receive(bytes('R0000000000015R0001000000016'));
  await settled();
  assert.equal(lost.state, 'rejected');
  assert.equal(next.value, 6);
}));

test('after the last id come those that are free again', conforms('id-wrap-around', () => {
  const requests = new PendingRequests(() => {});
  const t = gotalk.protocol.MsgTypeSingleRes;
  const quick = { receive() {} };
  requests.takeId({ receive() {} });
  requests.takeId({ receive() {} });
  for (let i = 2; i < 36 ** 4; i++) {
    requests.receive({ t, id: requests.takeId(quick) });
  }
  assert.equal(quick.id, 'zzzz');
  assert.equal(requests.takeId(quick), '0002');
  requests.receive({ t, id: '0000' });
  requests.receive({ t, id: '0002' });
  for (let i = 3; i < 36 ** 4; i++) {
    requests.receive({ t, id: requests.takeId(quick) });
  }
  assert.equal(requests.takeId(quick), '0000');
}));

test('wrong options are refused by name', async () => {
  const { sock } = await connected();
  await assert.rejects(sock.request('a', 1, { timeout: -1 }), /timeout must be milliseconds/);
  await assert.rejects(sock.request('a', 1, { timeout: 'soon' }), /timeout must be milliseconds/);
  await assert.rejects(sock.request('a', 1, { signal: {} }), /signal must be an AbortSignal/);
});

test('the loss of the connection fails its requests, which may have run', conforms('lost-connection', async () => {
  const { sock, ws } = await connected();
  const outcome = watch(sock.request('a', 1));
  await settled();
  ws.end(1006);
  await settled();
  assert.match(outcome.error.message, /websocket closed: #1006 \(abnormal\)/);
  assert.equal(outcome.error.mayHaveRun, true);
}));

test('the first part of a stream result answers a single request, and the rest is dropped', conforms('single-call-answered-in-parts', async () => {
  const { sock, ws } = await connected();
  const answer = sock.bufferRequest('s', 'x');
  await settled();
  ws.receive(bytes('S000000000003oneS000000000003twoS000000000000'));
  assert.deepEqual(await answer, bytes('one'));
}));
