import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decoder } from '../target/modules/wire/decoder.js';
import { conforms } from './support/conformance.mjs';
import { ascii, bytes, utf8 } from './support/fake-websocket.mjs';

const LIMIT = 1000;

function recording() {
  const events = [];
  return {
    events,
    version: (number) => events.push(`version ${number}`),
    message: ({ t, id, name, wait, size }, payload) =>
      events.push([String.fromCharCode(t), id, name, wait, size, payload === undefined ? null : ascii(payload)]),
    oversized: ({ name, size }) => events.push(`oversized ${name} ${size}`),
    malformed: (reason) => events.push(`malformed: ${reason}`),
  };
}

function decoded(chunks) {
  const sink = recording();
  const decoder = new Decoder(sink, LIMIT);
  chunks.forEach((chunk) => decoder.feed(chunk));
  return sink.events;
}

const MESSAGES = [
  ['r0001004echo00000005hello', ['r', '0001', 'echo', 0, 5, 'hello']],
  ['r\0\xff\x80z004echo00000000', ['r', '\0\xff\x80z', 'echo', 0, 0, null]],
  ['s0001004echo00000002hi', ['s', '0001', 'echo', 0, 2, 'hi']],
  ['p000100000002hi', ['p', '0001', undefined, 0, 2, 'hi']],
  ['p000100000000', ['p', '0001', undefined, 0, 0, null]],
  ['R000100000002hi', ['R', '0001', undefined, 0, 2, 'hi']],
  ['S0001000000020\xff', ['S', '0001', undefined, 0, 2, '0\xff']],
  ['E000100000004oops', ['E', '0001', undefined, 0, 4, 'oops']],
  ['e0001fffffffe00000004busy', ['e', '0001', undefined, 0xfffffffe, 4, 'busy']],
  ['n004note00000003abc', ['n', undefined, 'note', 0, 3, 'abc']],
  ['n002\xc3\xa900000001x', ['n', undefined, 'é', 0, 1, 'x']],
  [`n0C8${'a'.repeat(200)}00000001x`, ['n', undefined, 'a'.repeat(200), 0, 1, 'x']],
  ['hffffFFFFFFFF', ['h', undefined, undefined, 0xffff, 0xffffffff, null]],
  ['f00000003', ['f', undefined, undefined, 0, 3, null]],
];

test('every kind of message is read, at every split point', conforms('split-at-every-byte', () => {
  for (const [text, expected] of MESSAGES) {
    const stream = bytes(`01${text}n001z00000000`);
    const rest = ['n', undefined, 'z', 0, 0, null];
    for (let at = 0; at <= stream.length; at++) {
      assert.deepEqual(decoded([stream.subarray(0, at), stream.subarray(at)]), ['version 1', expected, rest], `${text} cut at ${at}`);
    }
  }
}));

test('all kinds in one piece and byte by byte give the same', conforms('all-in-one-message split-at-every-byte', () => {
  const stream = bytes(`01${MESSAGES.map(([text]) => text).join('')}`);
  const expected = ['version 1', ...MESSAGES.map(([, event]) => event)];
  assert.deepEqual(decoded([stream]), expected);
  assert.deepEqual(decoded(Array.from(stream, (byte) => Uint8Array.of(byte))), expected);
}));

const MALFORMED = [
  ['zz', /version must be 2 hex digits/],
  ['01x', /unknown message type 0x78/],
  ['01\xff', /unknown message type 0xff/],
  ['01r000100xecho', /name length must be 3 hex digits/],
  ['01r0001000', /name is empty/],
  ['01n00000000000', /name is empty/],
  ['01n002\xff\xfe00000000', /not valid UTF-8/],
  ['01R0001000000g0', /must be 8 hex digits/],
  ['01R0001-0000001', /must be 8 hex digits/],
  ['01e0001 000000100000000', /wait or load must be 8 hex digits/],
  ['01hzzzz00000000', /wait or load must be 4 hex digits/],
  ['01f0000000G', /must be 8 hex digits/],
  ['01R0001000003e9', /1001 bytes is over the limit of 1000/],
  ['01n001affffffff', /4294967295 bytes is over the limit/],
];

test('what is malformed is named, whole or cut, and nothing after it is read', () => {
  for (const [text, reason] of MALFORMED) {
    const stream = bytes(`${text}${'0'.repeat(20)}n001z00000000`);
    for (const chunks of [[stream], Array.from(stream, (byte) => Uint8Array.of(byte))]) {
      const events = decoded(chunks).filter((event) => event !== 'version 1');
      assert.equal(events.length, 1, `${text}: ${events}`);
      assert.match(events[0], reason);
    }
  }
});

test('a request over the limit is announced once, its payload is skipped, and what follows is read', conforms('oversize', () => {
  const stream = bytes(`01r0001003big000003e9${'x'.repeat(1001)}n001z00000000`);
  const expected = ['version 1', 'oversized big 1001', ['n', undefined, 'z', 0, 0, null]];
  assert.deepEqual(decoded([stream]), expected);
  assert.deepEqual(decoded(Array.from(stream, (byte) => Uint8Array.of(byte))), expected);
}));

test('a payload at the limit is accepted', () => {
  const events = decoded([bytes(`01n001a000003e8${'x'.repeat(1000)}`)]);
  assert.equal(events[1][5].length, 1000);
});

test('a payload of which all came as text is a string, any other is bytes', () => {
  const payloads = [];
  const sink = { ...recording(), message: (header, payload) => payloads.push(payload) };
  const decoder = new Decoder(sink, LIMIT);
  decoder.feed(bytes('01n001a00000005'), false);
  decoder.feed(utf8('"é"a'), true);
  decoder.feed(bytes('n001a00000003ab'), false);
  decoder.feed(utf8('c'), true);
  assert.deepEqual(payloads, ['"é"a', bytes('abc')]);
});

test('a payload does not keep the message alive that it was packed in', () => {
  const payloads = [];
  new Decoder({ ...recording(), message: (header, payload) => payloads.push(payload) }, LIMIT).feed(
    bytes('01n001a00000003abcn001b00000003def'),
  );
  assert.deepEqual(payloads.map((payload) => payload.buffer.byteLength), [3, 3]);
});

test('an error of the code that handles a message is not taken for the peer\'s', () => {
  const sink = { ...recording(), message: () => { throw new Error('a defect of ours'); } };
  assert.throws(() => new Decoder(sink, LIMIT).feed(bytes('01n001a00000000')), /a defect of ours/);
});
