import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { conforms } from './support/conformance.mjs';
import { FakeClock } from './support/fake-clock.mjs';
import { decoded, reading } from './support/reading.mjs';
import { bytes, connected, settled, utf8, watch } from './support/peer.mjs';

let clock;
beforeEach(() => (clock = new FakeClock().install()));
afterEach(() => clock.uninstall());

for (const framing of ['packed', 'binary', 'text']) {
  describe(`a stream request (${framing})`, () => {
    test('begins with its first part and ends with an empty one', conforms('stream-request stream-request-part', async () => {
      const { sock, ws } = await connected({ framing });
      const stream = sock.streamRequest('up');
      await settled();
      assert.equal(ws.stream, '');
      stream.write('one');
      stream.write(bytes('two'));
      stream.end();
      await settled();
      assert.equal(ws.stream, 's0000002up00000003onep000000000003twop000000000000');
    }));

    test('without parts is an empty beginning and an end', conforms('empty-stream', async () => {
      const { sock, ws } = await connected({ framing });
      sock.streamRequest('up').end();
      await settled();
      assert.equal(ws.stream, 's0000002up00000000p000000000000');
    }));

    test('gives the parts of its answer as events, and then its end', conforms('stream-result', async () => {
      const { sock, ws } = await connected({ framing });
      const heard = [];
      const stream = sock.streamRequest('echo');
      stream.on('data', (part) => heard.push(decoded(part)));
      stream.on('end', (error) => heard.push(error));
      stream.write('x');
      ws.receive(bytes('S000000000003one'), bytes('S0000'), bytes('00000003twoS000000000000'));
      await settled();
      assert.deepEqual(heard, ['one', 'two', null]);
    }));

    test('declares small texts with emoji at their size in UTF-8', async () => {
      const { sock, ws } = await connected({ framing });
      const stream = sock.streamRequest('up');
      stream.write('😀');
      stream.write('é');
      await settled();
      assert.equal(ws.stream, String.fromCharCode(...utf8('s0000002up00000004😀p000000000002é')));
    });
  });
}

test('its answer can be iterated over', async () => {
  const { sock, ws } = await connected();
  const stream = sock.streamRequest('echo');
  const seen = reading(stream);
  stream.end();
  ws.receive(bytes('S000000000003one'));
  await settled();
  assert.deepEqual(seen, { parts: ['one'] });
  ws.receive(bytes('S000000000003twoS000000000000'));
  await settled();
  assert.deepEqual(seen, { parts: ['one', 'two'], end: 'end' });
});

test('a single result is a stream of one part, or of none', conforms('client-stream', async () => {
  const { sock, ws } = await connected();
  const [one, none] = [sock.streamRequest('a'), sock.streamRequest('b')];
  one.end();
  none.end();
  ws.receive(bytes('R000000000001xR000100000000'));
  const [first, second] = [reading(one), reading(none)];
  await settled();
  assert.deepEqual([first, second], [{ parts: ['x'], end: 'end' }, { parts: [], end: 'end' }]);
}));

test('its values are those of parts that are JSON', async () => {
  const { sock, ws } = await connected();
  const stream = sock.streamRequest('list');
  stream.writeValue({ a: 1 });
  stream.end();
  const seen = reading(stream.values());
  await settled();
  assert.match(ws.stream, /^s0000004list00000007\{"a":1\}p/);
  ws.receive(bytes('S000000000005[1,2]S0000000000017S000000000000'));
  await settled();
  assert.deepEqual(seen, { parts: [[1, 2], 7], end: 'end' });
});

test('its result is the whole answer, however late it is asked for', async () => {
  const { sock, ws } = await connected();
  const stream = sock.streamRequest('sum');
  stream.end();
  ws.receive(bytes('S000000000003oneS000000000003two'));
  await settled();
  assert.equal(stream.result, stream.result);
  ws.receive(bytes('S000000000000'));
  assert.deepEqual([decoded(await stream.result)], ['onetwo']);
});

test('json() is the whole answer as a value', async () => {
  const { sock, ws } = await connected();
  const stream = sock.streamRequest('sum');
  stream.end();
  ws.receive(bytes('S000000000002{"S000000000004a":1S000000000001}S000000000000'));
  assert.deepEqual(await stream.json(), { a: 1 });
});

test('a result longer than sock.maxPayload is refused, and the rest is dropped', async () => {
  const { sock, ws } = await connected({ framing: 'binary', configure: (sock) => (sock.maxPayload = 4) });
  const stream = sock.streamRequest('sum');
  const whole = watch(stream.result);
  stream.write('x');
  ws.receive(bytes('S000000000003oneS000000000003two'));
  await settled();
  assert.match(whole.error.message, /longer than 4 bytes \(sock.maxPayload\)/);
  assert.match(ws.stream, /p000000000000$/);
  ws.receive(bytes('S000000000003endS000000000000'));
  await settled();
  assert.equal(ws.readyState, 1);
});

test('after its end the peer has the timeout to say something, again and again', async () => {
  const { sock, ws } = await connected();
  const stream = sock.streamRequest('slow', { timeout: 100 });
  const seen = reading(stream);
  stream.write('x');
  clock.pass(1000);
  await settled();
  stream.end();
  clock.pass(99);
  ws.receive(bytes('S000000000003one'));
  clock.pass(99);
  await settled();
  assert.deepEqual(seen, { parts: ['one'] });
  clock.pass(1);
  await settled();
  assert.equal(seen.end.name, 'TimeoutError');
});

test('parts that nobody reads are kept up to sock.maxStreamBuffer; then that stream alone is lost', conforms('stream-not-read', async () => {
  const { sock, ws } = await connected({ framing: 'binary', configure: (sock) => (sock.maxStreamBuffer = 4) });
  const stream = sock.streamRequest('down');
  stream.write('x');
  ws.receive(bytes('S000000000005three'));
  ws.receive(bytes('S000000000001x'));
  const seen = reading(stream);
  await settled();
  assert.equal(seen.end.name, 'StreamOverflowError');
  assert.match(seen.end.message, /not read in time: more than 4 bytes wait/);
  assert.match(ws.stream, /p000000000000$/);
  assert.equal(ws.readyState, 1);
}));
