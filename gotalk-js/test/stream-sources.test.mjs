import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { conforms } from './support/conformance.mjs';
import { FakeClock } from './support/fake-clock.mjs';
import { bytes, connected, settled, watch } from './support/peer.mjs';

const KIB = 1024;

let clock;
beforeEach(() => (clock = new FakeClock().install()));
afterEach(() => clock.uninstall());

/** The sizes and contents of the parts that were sent. */
async function partsSent(ws) {
  await settled();
  const raw = [];
  for (const data of ws.sent) raw.push(...new Uint8Array(data instanceof Blob ? await data.arrayBuffer() : data));
  const stream = Buffer.from(raw).toString('latin1');
  const parts = [];
  for (let at = 0; at < stream.length; ) {
    const size = at + (stream[at] === 's' ? 8 + Number.parseInt(stream.slice(at + 5, at + 8), 16) : 5);
    const start = size + 8;
    at = start + Number.parseInt(stream.slice(size, start), 16);
    parts.push(stream.slice(start, at));
  }
  return parts;
}

/** Lets sources that are read with real input go on. */
const io = () => new Promise((resolve) => setImmediate(resolve));

async function sentOf(source, options) {
  const { sock, ws } = await connected();
  const stream = sock.streamRequest('up');
  const sending = watch(stream.send(source, options));
  for (let i = 0; i < 20 && sending.state === 'pending'; i++) {
    await settled();
    await io();
  }
  assert.equal(sending.error, undefined);
  assert.equal(sending.state, 'fulfilled');
  return partsSent(ws);
}

function streamOf(...chunks) {
  return new ReadableStream({
    start(controller) {
      chunks.forEach((chunk) => controller.enqueue(chunk));
      controller.close();
    },
  });
}

const sources = {
  'a string': () => 'abc',
  'a Uint8Array': () => bytes('abc'),
  'an ArrayBuffer': () => bytes('abc').buffer,
  'a DataView': () => new DataView(bytes('xabc').buffer, 1),
  'a Blob': () => new Blob(['abc']),
  'a File': () => new File(['abc'], 'a.txt'),
  'a ReadableStream': () => streamOf(bytes('abc')),
  'an iterable': () => ['', 'abc', new Uint8Array(0)],
  'an async iterable': async function* () {
    yield bytes('abc');
  },
};

for (const [name, source] of Object.entries(sources)) {
  test(`${name} can be sent`, async () => {
    assert.deepEqual(await sentOf(source()), ['abc']);
  });
}

for (const name of ['a Uint8Array', 'a Blob', 'a string', 'a ReadableStream']) {
  test(`${name} is cut to parts of 64 KiB`, async () => {
    const content = '0123456789abcdef'.repeat(40 * KIB + 1);
    const source = { 'a Blob': new Blob([content]), 'a string': content, 'a ReadableStream': streamOf(bytes(content)) }[name];
    const parts = await sentOf(source ?? bytes(content));
    assert.deepEqual(parts.map((part) => part.length), [...Array(10).fill(64 * KIB), 16]);
    assert.equal(parts.join(''), content);
  });
}

test('a written part is cut, too, wherever its bytes come from', conforms('part-size', async () => {
  const { sock, ws } = await connected();
  const stream = sock.streamRequest('up');
  stream.write(new Uint8Array(64 * KIB + 1));
  stream.write('é'.repeat(32 * KIB + 1));
  stream.write(new Blob([new Uint8Array(64 * KIB + 3)]));
  const sizes = (await partsSent(ws)).map((part) => part.length);
  assert.deepEqual(sizes, [64 * KIB, 1, 64 * KIB, 2, 64 * KIB, 3]);
}));

test('progress says how much was handed over, and of how much where that is known', async () => {
  const calls = [];
  const progress = (...args) => calls.push(args);
  await sentOf(new Blob(['x'.repeat(65 * KIB)]), { progress });
  await sentOf(['ab', 'c'], { progress });
  assert.deepEqual(calls, [[65_536, 66_560], [66_560, 66_560], [2, undefined], [3, undefined]]);
});

test('sending waits while sock.maxStreamBuffer bytes wait in the browser, and looks again only then', async () => {
  const { sock, ws } = await connected();
  const stream = sock.streamRequest('up');
  ws.bufferedAmount = sock.maxStreamBuffer;
  assert.equal(stream.write('x'), false);
  const sending = watch(stream.send('y'));
  await settled();
  clock.pass(1000);
  assert.deepEqual(await partsSent(ws), ['x']);
  ws.bufferedAmount = 0;
  clock.pass(10);
  await settled();
  assert.deepEqual(await partsSent(ws), ['x', 'y']);
  assert.equal(sending.state, 'fulfilled');
  assert.equal(clock.untilNext, undefined);
});

test('a message of the peer is a reason to look again, for timers of hidden pages are slow', async () => {
  const { sock, ws } = await connected();
  const stream = sock.streamRequest('up');
  ws.bufferedAmount = sock.maxStreamBuffer;
  stream.write('x');
  const ready = watch(stream.ready);
  ws.bufferedAmount = 0;
  ws.receive(bytes('h0000548fd7de'));
  await settled();
  assert.equal(ready.state, 'fulfilled');
});

test('the early end of the stream ends sending, and the source is let go', async () => {
  const { sock, ws } = await connected();
  let cancelled = false;
  const stream = sock.streamRequest('up');
  const source = new ReadableStream({ cancel: () => (cancelled = true) });
  const sending = watch(stream.send(source));
  stream.write('x');
  await settled();
  ws.receive(bytes('R000000000002ok'));
  await settled();
  assert.equal(sending.error.name, 'StreamEndedError');
  assert.equal(cancelled, true);
});

test('an error of the peer is what sending fails with', async () => {
  const { sock, ws } = await connected();
  const stream = sock.streamRequest('up');
  ws.bufferedAmount = sock.maxStreamBuffer;
  stream.write('x');
  const sending = watch(stream.send('y'));
  await settled();
  ws.receive(bytes('E000000000004full'));
  await settled();
  assert.equal(sending.error.message, 'full');
});

test('a source that fails ends sending, but not the stream: its author decides', async () => {
  const { sock, ws } = await connected();
  const stream = sock.streamRequest('up');
  const failing = (async function* () {
    yield 'ab';
    throw new Error('unreadable');
  })();
  await assert.rejects(stream.send(failing), /unreadable/);
  await assert.rejects(stream.send([1]), /payload must be a string, ArrayBuffer, typed array or Blob, got number/);
  await assert.rejects(stream.send(true), /got boolean/);
  stream.write('c');
  assert.deepEqual(await partsSent(ws), ['ab', 'c']);
});
