import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { conforms } from './support/conformance.mjs';
import { FakeClock } from './support/fake-clock.mjs';
import { decoded, reading } from './support/reading.mjs';
import { bytes, connected, gotalk, settled, watch } from './support/peer.mjs';

let clock;
beforeEach(() => (clock = new FakeClock().install()));
afterEach(() => clock.uninstall());

/** A connection whose page serves the stream operation `op`, and the stream that the handler was given. */
async function serving(handler, options = {}) {
  const handlers = gotalk.Handlers();
  const calls = [];
  handlers.handleStreamRequest('op', (...args) => {
    calls.push(args);
    return handler(...args);
  });
  return { ...(await connected({ handlers, ...options })), calls };
}

for (const framing of ['packed', 'binary', 'text']) {
  describe(`a stream handler (${framing})`, () => {
    test('reads the parts as they come and writes as it likes', conforms('ping-pong stream-result', async () => {
      const { ws } = await serving(
        async (stream) => {
          for await (const part of stream) stream.write(`<${decoded(part)}>`);
        },
        { framing },
      );
      ws.receive(bytes('sabcd002op00000003'), bytes('one'));
      await settled();
      assert.equal(ws.stream, 'Sabcd00000005<one>');
      ws.receive(bytes('pabcd00000003'), bytes('two'), bytes('pabcd00000000'));
      await settled();
      assert.equal(ws.stream, 'Sabcd00000005<one>Sabcd00000005<two>Sabcd00000000');
    }));

    test('may listen to events, and ends the stream itself', async () => {
      const { ws } = await serving(
        (stream, op) => stream.on('data', (part) => stream.write(part)).on('end', (error) => stream.write(`${op}${error}`) && stream.end()),
        { framing },
      );
      ws.receive(bytes('sabcd002op00000003'), bytes('one'), bytes('pabcd00000000'));
      await settled();
      assert.equal(ws.stream, 'Sabcd00000003oneSabcd00000006opnullSabcd00000000');
    });
  });
}

const answers = {
  'nothing is an empty result': [undefined, 'Rabcd00000000'],
  'bytes are the result as they are': [bytes('ab'), 'Rabcd00000002ab'],
  'any other value is the result as JSON': [{ a: '1' }, 'Rabcd00000009{"a":"1"}'],
};
for (const [rule, [value, expected]] of Object.entries(answers)) {
  test(`of an async handler that wrote no parts, ${rule}`, conforms('result-of-no-parts', async () => {
    const { ws } = await serving(async () => value);
    ws.receive(bytes('sabcd002op00000001x'));
    await settled();
    assert.equal(ws.stream, expected);
  }));
}

test('what an async handler returns after parts is the last one', async () => {
  const { ws } = await serving(async (stream) => {
    stream.writeValue(1);
    return 2;
  });
  ws.receive(bytes('sabcd002op00000001x'));
  await settled();
  assert.equal(ws.stream, 'Sabcd000000011Sabcd000000012Sabcd00000000');
});

test('a handler that ends the stream without parts has an empty stream for an answer', conforms('empty-stream', async () => {
  const { ws } = await serving((stream) => stream.end());
  ws.receive(bytes('sabcd002op00000001x'));
  await settled();
  assert.equal(ws.stream, 'Sabcd00000000');
}));

test('what an async generator yields are the parts: bytes as they are, other values as JSON', async () => {
  const { ws } = await serving(async function* (stream) {
    for await (const value of stream.values()) yield { twice: 2 * value };
    yield bytes('ab');
  });
  ws.receive(bytes('sabcd002op000000011pabcd00000001'), bytes('2pabcd00000000'));
  await settled();
  assert.equal(ws.stream, 'Sabcd0000000b{"twice":2}Sabcd0000000b{"twice":4}Sabcd00000002abSabcd00000000');
});

test('a handler may answer and read on', conforms('half-close', async () => {
  let whole;
  const { ws } = await serving(async (stream) => {
    stream.write('ok');
    stream.end();
    whole = decoded(await stream.bytes());
  });
  ws.receive(bytes('sabcd002op00000001xpabcd00000001y'));
  await settled();
  assert.equal(ws.stream, 'Sabcd00000002okSabcd00000000');
  ws.receive(bytes('pabcd00000001zpabcd00000000'));
  await settled();
  assert.equal(whole, 'xyz');
}));

for (const [name, handler] of Object.entries({
  'an async handler': async () => Promise.reject(new Error('no thé')),
  'a handler': () => {
    throw new Error('no thé');
  },
  'an async generator': async function* () {
    throw new Error('no thé');
  },
})) {
  test(`${name} that fails answers with the text of its error, and no stack`, async () => {
    const { ws } = await serving(handler);
    ws.receive(bytes('sabcd002op00000001x'));
    await settled();
    assert.equal(ws.stream, 'Eabcd00000007no th\xc3\xa9');
  });
}

test('a failure after parts ends the stream with the error alone', conforms('stream-error-midway', async () => {
  const { ws } = await serving(async (stream) => {
    stream.write('a');
    throw new Error('no');
  });
  ws.receive(bytes('sabcd002op00000001x'));
  await settled();
  assert.equal(ws.stream, 'Sabcd00000001aEabcd00000002no');
}));

test('parts that come after the answer are dropped, and the id is free', conforms('late-parts', async () => {
  const { ws, calls } = await serving(async () => undefined);
  ws.receive(bytes('sabcd002op00000001xpabcd00000001y'));
  await settled();
  ws.receive(bytes('pabcd00000001zpabcd00000000sabcd002op00000001x'));
  await settled();
  assert.equal(ws.stream, 'Rabcd00000000Rabcd00000000');
  assert.equal(calls.length, 2);
  assert.equal(ws.readyState, 1);
}));

for (const letter of ['s', 'r']) {
  test(`a request (${letter}) with the id of an open stream is an invalid message`, conforms('duplicate-stream', async () => {
    const { ws } = await serving((stream) => void stream);
    ws.receive(bytes(`sabcd002op00000001x${letter}abcd002op00000001x`));
    await settled();
    assert.equal(ws.stream, 'f00000002');
    assert.equal(ws.closedWith, 4002);
  }));
}

test('a reader that falls behind loses its stream, and nothing else', conforms('stream-not-read', async () => {

  const { ws, calls } = await serving((stream) => void stream, { configure: (sock) => (sock.maxStreamBuffer = 4) });
  ws.receive(bytes('sabcd002op00000004fullpabcd00000001x'));
  const seen = reading(calls[0][0]);
  await settled();
  assert.equal(ws.stream, 'Eabcd0000004estream of "op" was not read in time: more than 4 bytes wait\x1f{"code":"timeout"}');
  assert.equal(seen.end.name, 'StreamOverflowError');
  assert.equal(calls[0][0].write('x'), false);
  assert.equal(ws.readyState, 1);
}));

test('a single request is a stream of one part, or of none', conforms('server-stream', async () => {
  const { ws } = await serving(async (stream) => stream.bytes());
  ws.receive(bytes('rabcd002op00000003onerabce002op00000000'));
  await settled();
  assert.deepEqual(ws.stream.match(/R[^R]*/g).sort(), ['Rabcd00000003one', 'Rabce00000000']);
}));

test('an operation that takes no stream says so, and one that does not exist, too', conforms('stream-to-single-operation unknown-operation', async () => {
  const handlers = gotalk.Handlers();
  handlers.handleRequest('single', () => 1);
  const { ws } = await connected({ handlers });
  ws.receive(bytes('sabcd006single00000001xpabcd00000000sabcd001x00000001x'));
  await settled();
  const text = 'operation "single" takes no stream; request it as a whole\x1f{"code":"unsupported"}';
  assert.equal(ws.stream, `Eabcd000000${text.length.toString(16)}${text}Eabcd00000032no such operation "x"\x1f{"code":"unknown-operation"}`);
}));

test('with sock.maxStreams at 0 streams are not supported', conforms('stream-limit', async () => {
  const { ws } = await serving((stream) => stream.end(), { configure: (sock) => (sock.maxStreams = 0) });
  ws.receive(bytes('sabcd002op00000001x'));
  await settled();
  assert.equal(ws.stream, 'Eabcd00000034stream requests not supported\x1f{"code":"unsupported"}');
}));

test('the end of the connection ends what is read and written', conforms('abandoned-stream', async () => {
  const { ws, calls } = await serving((stream) => void stream);
  ws.receive(bytes('sabcd002op00000001x'));
  const [seen, sending] = [reading(calls[0][0]), watch(calls[0][0].send(new ReadableStream()))];
  ws.end(1006);
  await settled();
  assert.deepEqual(seen.parts, ['x']);
  assert.match(seen.end.message, /1006/);
  assert.equal(sending.error, seen.end);
}));

test('the empty name is the fallback for streams, after the names of either kind', conforms('fallback', () => {
  const handlers = gotalk.Handlers();
  const [stream, fallback, single] = [() => 1, () => 2, () => 3];
  handlers.handleStreamRequest('a', stream);
  handlers.handleStreamRequest('', fallback);
  handlers.handleBufferRequest('b', single);
  handlers.handleBufferRequest('', single);
  assert.deepEqual(['a', 'b', 'c', '$gotalk/x'].map((op) => handlers.findStreamRequestHandler(op)), [stream, null, fallback, null]);
  assert.deepEqual(['a', 'b', 'c'].map((op) => handlers.findRequestHandler(op)), [null, single, single]);
}));

test('an operation is of one kind: the last one registered', () => {
  const handlers = gotalk.Handlers();
  const [stream, single] = [() => 1, () => 3];
  handlers.handleBufferRequest('a', single);
  handlers.handleStreamRequest('a', stream);
  assert.deepEqual([handlers.findRequestHandler('a'), handlers.findStreamRequestHandler('a')], [null, stream]);
  handlers.handleBufferRequest('a', single);
  assert.deepEqual([handlers.findRequestHandler('a'), handlers.findStreamRequestHandler('a')], [single, null]);
  handlers.handleBufferRequest('a', null);
  assert.equal(handlers.findRequestHandler('a'), null);
});
