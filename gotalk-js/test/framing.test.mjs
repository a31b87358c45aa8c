import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conforms } from './support/conformance.mjs';
import { ascii, bytes, connected, gotalk, settled } from './support/peer.mjs';

const shape = (ws) => ws.sent.map((data) => `${typeof data === 'string' ? 'text' : 'binary'} ${ascii(data)}`);

test('packed: what one task sends goes out in one binary message', conforms('packed-framing', async () => {
  const { sock, ws } = await connected();
  sock.notify('a', 1);
  sock.bufferNotify('b', bytes('xy'));
  sock.notify('c');
  assert.deepEqual(shape(ws), []);
  await settled();
  assert.deepEqual(shape(ws), ['binary n001a000000011n001b00000002xyn001c00000000']);
}));

test('packed: no message is longer than 64 KiB, and a long payload is cut', conforms('packed-framing part-size', async () => {
  const { sock, ws } = await connected();
  const payload = Uint8Array.from({ length: 200_000 }, (_, i) => i % 251);
  sock.bufferNotify('big', payload);
  sock.bufferNotify('blob', new Blob([payload]));
  sock.notify('after');
  await settled();
  const parts = await Promise.all(ws.sent.map(async (part) => (part instanceof Blob ? new Uint8Array(await part.arrayBuffer()) : part)));
  assert.ok(parts.every((part) => part.length > 0 && part.length <= 65_536));
  const stream = Buffer.concat(parts);
  const expected = [bytes('n003big00030d40'), payload, bytes('n004blob00030d40'), payload, bytes('n005after00000000')];
  assert.ok(stream.equals(Buffer.concat(expected)));
}));

test('packed: the caller may use its buffer again at once', async () => {
  const { sock, ws } = await connected();
  const payload = bytes('one');
  sock.bufferNotify('a', payload);
  payload.set(bytes('two'));
  await settled();
  assert.equal(ws.stream, 'n001a00000003one');
});

test('packed: closing sends what waits first', async () => {
  const { sock, ws } = await connected();
  sock.notify('bye');
  sock.end();
  assert.equal(ws.stream, 'n003bye00000000');
  assert.equal(ws.closedWith, 1000);
});

test('split: header and payload go in messages of their own, strings as text, and no empty message', conforms('split-framing', async () => {
  const { sock, ws } = await connected({ framing: 'split' });
  sock.notify('a', 'é😀');
  sock.bufferNotify('b', bytes('xy'));
  sock.notify('c');
  assert.deepEqual(shape(ws), [
    'binary n001a00000008',
    'text "\xc3\xa9\xf0\x9f\x98\x80"',
    'binary n001b00000002',
    'binary xy',
    'binary n001c00000000',
  ]);
}));

test('split: a long string goes as bytes, which a browser may cut anywhere', async () => {
  const { sock, ws } = await connected({ framing: 'split' });
  const long = '日'.repeat(16_385);
  sock.bufferNotify('a', long.slice(1));
  sock.bufferNotify('b', long);
  assert.deepEqual(
    ws.sent.map((data) => typeof data),
    ['object', 'string', 'object', 'object'],
  );
  assert.ok(Buffer.from(ws.sent[3]).equals(Buffer.from(long)));
});

test('split: a Blob goes as it is, with its size', async () => {
  const { sock, ws } = await connected({ framing: 'split' });
  const blob = new Blob(['abc']);
  sock.bufferNotify('a', blob);
  assert.equal(ascii(ws.sent[0]), 'n001a00000003');
  assert.equal(ws.sent[1], blob);
});

test('text: headers and strings go as text, with sizes in bytes', conforms('text-peer', async () => {
  const { sock, ws } = await connected({ framing: 'text' });
  sock.notify('é', 'å');
  sock.bufferNotify('b', bytes('\xff'));
  assert.deepEqual(shape(ws), ['text n002\xc3\xa900000004', 'text "\xc3\xa5"', 'text n001b00000001', 'binary \xff']);
}));

test('text: an answer to an id that is not text has a binary header', conforms('text-peer', async () => {
  const handlers = gotalk.Handlers();
  handlers.handleRequest('op', (params) => params);
  const { ws } = await connected({ framing: 'text', handlers });
  ws.receive(bytes('r\x80\x00\x00\x00002op00000000'), bytes('r\x7f\x00\x00\x00002op00000000'));
  assert.deepEqual(shape(ws).map((line) => line.slice(0, 8)), ['binary R', 'text nul', 'text R\x7f\x00', 'text nul']);
}));

test('text: a payload that came as text is a string', async () => {
  const { sock, ws } = await connected({ framing: 'text' });
  const answers = [sock.bufferRequest('a', 'x'), sock.bufferRequest('b', 'x')];
  await settled();
  ws.receive('R000000000002', 'é', 'R000100000002', bytes('ab'));
  assert.deepEqual(await Promise.all(answers), ['é', bytes('ab')]);
});

for (const framing of ['packed', 'split', 'text']) {
  test(`${framing}: the peer may cut and merge its bytes anywhere`, conforms('split-at-every-byte text-and-binary', async () => {
    const stream = 'n001a000000011R000000000003"x"n001b00000000';
    for (let at = 1; at < stream.length; at++) {
      const got = [];
      const handlers = gotalk.Handlers();
      handlers.handleNotification('', (value, name) => got.push([name, value]));
      const { sock, ws } = await connected({ framing, handlers });
      const answer = sock.request('q');
      await settled();
      ws.receive(bytes(stream.slice(0, at)), stream.slice(at));
      assert.equal(await answer, 'x');
      assert.deepEqual(got, [['a', 1], ['b', null]]);
      sock.end();
      ws.end();
    }
  }));
}
