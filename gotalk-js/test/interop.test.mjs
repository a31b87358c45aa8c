import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { conforms } from './support/conformance.mjs';
import { FakeClock } from './support/fake-clock.mjs';
import { ascii, bytes, connected, gotalk, settled, utf8, watch } from './support/peer.mjs';

// Cases in which implementations of one protocol are known to differ.
let clock;
beforeEach(() => (clock = new FakeClock().install()));
afterEach(() => clock.uninstall());

const hex8 = (number) => number.toString(16).padStart(8, '0');

function serving() {
  const handlers = gotalk.Handlers();
  handlers.handleBufferRequest('echo', (payload) => payload);
  return connected({ handlers });
}

test('the id of a request may be in use by the peer', conforms('same-id-both-ways', async () => {
  const { sock, ws } = await serving();
  const answer = sock.bufferRequest('a', 'x');
  await settled();
  ws.sent = [];
  ws.receive(bytes('r0000004echo00000001a'));
  await settled();
  assert.equal(ws.stream, 'R000000000001a');
  ws.receive(bytes('R000000000001b'));
  assert.deepEqual(await answer, bytes('b'));
}));

test('two requests with one id are both answered', conforms('duplicate-ids', async () => {
  const { ws, handlers } = await serving();
  let answerLater;
  handlers.handleBufferRequest('hold', (payload, result) => {
    answerLater = result;
  });
  ws.receive(bytes('r0001004hold00000000r0001004echo00000001a'));
  await settled();
  assert.equal(ws.stream, 'R000100000001a');
  answerLater('b');
  await settled();
  assert.equal(ws.stream, 'R000100000001aR000100000001b');
}));

test('a large request and its reply come whole, both ways', conforms('large-request-and-reply', async () => {
  const { sock, ws } = await serving();
  const payload = Uint8Array.from({ length: 1 << 20 }, (_, i) => i % 251);
  const answer = sock.bufferRequest('a', payload);
  await settled();
  assert.ok(Buffer.concat(ws.sent).equals(Buffer.concat([bytes('r0000001a00100000'), payload])));
  ws.receive(bytes('R000000100000'), payload);
  assert.ok(Buffer.from(await answer).equals(Buffer.from(payload)));
  ws.sent = [];
  ws.receive(bytes('r0001004echo00100000'), payload);
  await settled();
  assert.ok(Buffer.concat(ws.sent).equals(Buffer.concat([bytes('R000100100000'), payload])));
}));

test('the text of an error may hold anything, both ways', conforms('error-text utf-8-everywhere', async () => {
  const text = 'a "quoted" \\ text,\r\n\tof two lines, with \0 and \x7f, é, 日本, 😀 and f00000002';
  const { sock, ws, handlers } = await serving();
  handlers.handleBufferRequest('fail', () => {
    throw new Error(text);
  });
  const result = `${hex8(utf8(text).length)}${ascii(utf8(text))}`;
  ws.receive(bytes('r0001004fail00000000'));
  await settled();
  assert.equal(ws.stream, `E0001${result}`);
  const failed = watch(sock.request('a', 1));
  await settled();
  ws.receive(bytes(`E0000${result}`));
  await settled();
  assert.equal(failed.error.message, text);
}));

test('each of a thousand large requests at once gets its own answer, or is told to come again', conforms('thousand-large-requests', async () => {
  const { ws } = await serving();
  const filling = 'x'.repeat(32_764);
  const ids = Array.from({ length: 1000 }, (_, i) => String(i).padStart(4, '0'));
  ws.receive(bytes(ids.map((id) => `r${id}004echo00008000${id}${filling}`).join('')));
  for (let i = 0; i < 100; i++) await settled();
  const stream = Buffer.concat(ws.sent).toString('latin1');
  const answers = new Map();
  for (let at = 0; at < stream.length; at += answers.get('last').length) {
    const header = stream[at] === 'e' ? 21 : 13;
    const answer = stream.slice(at, at + header + parseInt(stream.slice(at + header - 8, at + header), 16));
    answers.set(answer.slice(1, 5), answer).set('last', answer);
  }
  for (const id of ids) {
    const answer = answers.get(id);
    assert.ok(answer === `R${id}00008000${id}${filling}` || answer.startsWith('e'), id);
  }
}));
