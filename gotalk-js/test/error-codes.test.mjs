import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { FakeClock } from './support/fake-clock.mjs';
import { bytes, connected, gotalk, settled } from './support/peer.mjs';

const SEPARATOR = '\x1f';
let clock;
beforeEach(() => (clock = new FakeClock().install()));
afterEach(() => clock.uninstall());

const payloadOf = (message) => message.slice(13);
const message = (header, payload) => bytes(`${header}${payload.length.toString(16).padStart(8, '0')}${payload}`);

/** How a request fails that is answered with this payload. */
async function failure(payload, options) {
  const { sock, ws } = await connected(options);
  const answer = sock.request('bid', 1);
  await settled();
  ws.receive(message('E0000', payload));
  return answer.then(() => assert.fail('answered'), (error) => error);
}

/** What a peer reads whose request is served by this handler. */
async function served(handler, options, kind = 'handleRequest') {
  const { ws } = await connected({ ...options, handlers: handlersWith(kind, handler) });
  ws.receive(bytes('r0001001x00000000'));
  await settled();
  assert.ok(ws.stream.startsWith('E0001'), ws.stream);
  return payloadOf(ws.stream);
}

function handlersWith(kind, handler) {
  const handlers = gotalk.Handlers();
  handlers[kind]('x', handler);
  return handlers;
}

const tooLow = () => Object.assign(new Error('too low'), { code: 'bid-too-low', data: { least: 50 } });
const throws = (error) => () => {
  throw error;
};

test('code and data of an error are properties, its text is the message', async () => {
  const error = await failure(`too low${SEPARATOR}{"code":"bid-too-low","data":{"least":50}}`);
  assert.equal(error.message, 'too low');
  assert.equal(error.code, 'bid-too-low');
  assert.deepEqual(error.data, { least: 50 });
});

test('an error without them has the text alone', async () => {
  const error = await failure('too low');
  assert.equal(error.message, 'too low');
  assert.ok(!('code' in error) && !('data' in error));
});

test('the error of a peer of another make is text whole', async () => {
  const text = `too low${SEPARATOR}{"code":"bid-too-low"}`;
  const error = await failure(text, { framing: 'split' });
  assert.equal(error.message, text);
  assert.ok(!('code' in error));
});

test('what only looks like code and data is text', async () => {
  for (const tail of ['', 'x', '[]', 'null', '"code"', '{"code":}']) {
    assert.equal((await failure(`a${SEPARATOR}${tail}`)).message, `a${SEPARATOR}${tail}`);
  }
  const error = await failure(`a${SEPARATOR}{"code":5,"data":null,"later":1}`);
  assert.equal(error.message, 'a');
  assert.ok(!('code' in error) && !('data' in error));
});

test('the last separator counts, so that a text cannot forge a code', async () => {
  const error = await failure(`a${SEPARATOR}{"code":"forged"}${SEPARATOR}{}`);
  assert.equal(error.message, `a${SEPARATOR}{"code":"forged"}`);
  assert.ok(!('code' in error));
  assert.equal(await served(throws(new Error(`a${SEPARATOR}{"code":"forged"}`))), `a${SEPARATOR}{"code":"forged"}${SEPARATOR}{}`);
});

test('a stream request fails with code and data, too', async () => {
  const { sock, ws } = await connected();
  const stream = sock.streamRequest('up');
  let failed;
  stream.on('end', (error) => (failed = error));
  stream.write('x');
  await settled();
  ws.receive(message('E0000', `too low${SEPARATOR}{"code":"bid-too-low","data":[1]}`));
  assert.equal(failed.message, 'too low');
  assert.equal(failed.code, 'bid-too-low');
  assert.deepEqual(failed.data, [1]);
});

test('a handler gives code and data with the error it throws, rejects with or refuses by', async () => {
  const expected = `too low${SEPARATOR}{"code":"bid-too-low","data":{"least":50}}`;
  assert.equal(await served(throws(tooLow())), expected);
  assert.equal(await served(async () => Promise.reject(tooLow())), expected);
  assert.equal(await served((value, result) => result.error(tooLow())), expected);
  assert.equal(await served(throws(tooLow()), {}, 'handleBufferRequest'), expected);
  assert.equal(await served(async () => Promise.reject(tooLow()), {}, 'handleStreamRequest'), expected);
});

test('a peer of another make gets the text alone', async () => {
  assert.equal(await served(throws(tooLow()), { framing: 'split' }), 'too low');
});

test('a code that is no word is not sent, nor is data without a code', async () => {
  for (const code of ['ENOENT', 'a b', '', 5, undefined, 'a'.repeat(65), 'a\n']) {
    assert.equal(await served(throws(Object.assign(new Error('x'), { code, data: 'secret' }))), 'x');
  }
});

test('data that is no JSON, or too large, is left out', async () => {
  const circular = {};
  circular.self = circular;
  for (const data of [circular, 1n, 'é'.repeat(32768)]) {
    assert.equal(await served(throws(Object.assign(new Error('x'), { code: 'c', data }))), `x${SEPARATOR}{"code":"c"}`);
  }
});

test("the library's own errors have codes", async () => {
  const { sock, ws } = await connected({ handlers: handlersWith('handleRequest', (value) => value), configure: (it) => (it.maxPayload = 8) });
  const expectCode = async (sent, code) => {
    ws.sent = [];
    ws.receive(bytes(sent));
    await settled();
    assert.ok(ws.stream.endsWith(`${SEPARATOR}{"code":"${code}"}`), ws.stream);
  };
  await expectCode('r0001001y00000000', 'unknown-operation');
  await expectCode('r0001001x00000001{', 'invalid-payload');
  await expectCode('r0001001x00000009123456789', 'too-large');
  await expectCode('s0001001x000000011', 'unsupported');
  ws.sent = [];
  const late = sock.request('slow', 1, { timeout: 1000 }).catch((error) => error);
  clock.pass(1000);
  assert.equal((await late).code, 'timeout');
  sock.maxAttempts = 1;
  const refused = sock.request('busy', 1).catch((error) => error);
  await settled();
  ws.receive(bytes('e0001000000000000000x'.replace('0000000x', '00000001x')));
  assert.equal((await refused).code, 'busy');
});

test('a protocol error keeps its number as the code', async () => {
  const { sock, ws } = await connected();
  const answer = sock.request('x', 1).catch((error) => error);
  await settled();
  ws.receive(bytes('f00000003'));
  ws.end(4003);
  const error = await answer;
  assert.equal(error.isGotalkProtocolError, true);
  assert.equal(error.code, gotalk.protocol.ErrorTimeout);
});
