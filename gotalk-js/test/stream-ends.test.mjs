import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { conforms } from './support/conformance.mjs';
import { FakeClock } from './support/fake-clock.mjs';
import { decoded, reading } from './support/reading.mjs';
import { bytes, connected, settled, utf8, watch } from './support/peer.mjs';

let clock;
beforeEach(() => (clock = new FakeClock().install()));
afterEach(() => clock.uninstall());


// How a stream request ends before its time, or after it.

test('an error ends it with the peer\'s text, after the parts before', conforms('stream-error-midway', async () => {
  const { sock, ws } = await connected();
  const stream = sock.streamRequest('fail');
  const heard = [];
  stream.once('end', (error) => heard.push(error?.message));
  const seen = reading(stream);
  stream.write('x');
  ws.receive(utf8('S000000000003oneE00000000000cno such thé'));
  await settled();
  assert.deepEqual(seen.parts, ['one']);
  assert.equal(seen.end.message, 'no such thé');
  assert.deepEqual(heard, ['no such thé']);
}));

test('the empty part that the reference sends after an error is dropped', conforms('empty-result-after-error', async () => {
  const { sock, ws } = await connected();
  const stream = sock.streamRequest('fail');
  const seen = reading(stream);
  stream.write('x');
  ws.receive(bytes('E000000000002noS000000000000'));
  await settled();
  assert.equal(seen.end.message, 'no');
  assert.equal(ws.readyState, 1);
}));

test('a refusal for the time being is an error with its wait: the parts are gone, so it is not repeated', conforms('stream-error-midway', async () => {
  const { sock, ws } = await connected();
  const stream = sock.streamRequest('busy');
  const seen = reading(stream);
  stream.write('x');
  ws.receive(bytes('e0000000001f400000004busy'));
  await settled();
  const { message, isRetry, wait, mayHaveRun } = seen.end;
  assert.deepEqual({ message, isRetry, wait, mayHaveRun }, { message: 'busy', isRetry: true, wait: 500, mayHaveRun: false });
}));

test('once the answer has ended, nothing more is sent, not even an end', conforms('early-end', async () => {
  const { sock, ws } = await connected();
  const stream = sock.streamRequest('early');
  stream.write('x');
  await settled();
  ws.sent = [];
  ws.receive(bytes('R000000000002ok'));
  assert.equal(stream.write('y'), false);
  stream.end();
  await settled();
  assert.equal(ws.stream, '');
  await assert.rejects(stream.ready, { name: 'StreamEndedError', message: /the peer ended the stream of "early"/ });
  assert.deepEqual([decoded(await stream.result)], ['ok']);
}));

test('with continueAfterAnswer the request goes on, and keeps its id until it has ended', conforms('half-close', async () => {
  const { sock, ws } = await connected();
  const stream = sock.streamRequest('early', { continueAfterAnswer: true });
  stream.write('x');
  ws.receive(bytes('R000000000002ok'));
  await settled();
  ws.sent = [];
  assert.equal(stream.write('y'), true);
  await stream.ready;
  stream.end();
  await settled();
  assert.equal(ws.stream, 'p000000000001yp000000000000');
  sock.end();
  assert.equal(ws.closedWith, 1000);
}));

test('after an error it does not go on, whatever was asked for', async () => {
  const { sock, ws } = await connected();
  const stream = sock.streamRequest('early', { continueAfterAnswer: true });
  stream.write('x');
  ws.receive(bytes('E000000000002no'));
  await assert.rejects(stream.ready, { message: 'no' });
});

test('the loss of the connection ends it, and it may have run', async () => {
  const { sock, ws } = await connected();
  const stream = sock.streamRequest('up');
  stream.write('x');
  const [seen, ready] = [reading(stream), watch(stream.send(new ReadableStream()))];
  ws.end(1006);
  await settled();
  assert.equal(seen.end.mayHaveRun, true);
  assert.equal(ready.error, seen.end);
  assert.equal(stream.write('y'), false);
});

test('who stops iterating gives it up: it ends, and what comes is dropped', conforms('abandoned-stream', async () => {
  const { sock, ws } = await connected({ framing: 'binary' });
  const stream = sock.streamRequest('up');
  stream.write('x');
  ws.receive(bytes('S000000000003oneS000000000003two'));
  await settled();
  ws.sent = [];
  for await (const part of stream) {
    assert.equal(decoded(part), 'one');
    break;
  }
  await settled();
  assert.equal(ws.stream, 'p000000000000');
  ws.receive(bytes('S000000000005threeS000000000000'));
  await settled();
  assert.equal(stream.write('y'), false);
  assert.equal(ws.readyState, 1);
}));

test('an abort ends it with its reason', async () => {
  const { sock, ws } = await connected({ framing: 'binary' });
  const controller = new AbortController();
  const stream = sock.streamRequest('up', { signal: controller.signal });
  const seen = reading(stream);
  stream.write('x');
  await settled();
  controller.abort(new Error('enough'));
  await settled();
  assert.equal(ws.stream, 's0000002up00000001xp000000000000');
  assert.equal(seen.end.message, 'enough');
  assert.throws(() => sock.streamRequest('up', { signal: controller.signal }), /enough/);
});
