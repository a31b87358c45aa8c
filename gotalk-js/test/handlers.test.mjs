import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conforms } from './support/conformance.mjs';
import { bytes, connected, gotalk, HELLO, settled } from './support/peer.mjs';

/** What the peer reads after requesting `op`. */
async function answerTo(handlers, op = 'op', payload = '1') {
  const { ws } = await connected({ handlers });
  const digits = (n, count) => n.toString(16).padStart(count, '0');
  ws.receive(bytes(`rabcd${digits(op.length, 3)}${op}${digits(payload.length, 8)}${payload}`));
  await settled();
  await new Promise((resolve) => setImmediate(resolve));
  return ws.stream;
}

function handling(handler, op = 'op') {
  const handlers = gotalk.Handlers();
  handlers.handleRequest(op, handler);
  return handlers;
}

test('a handler answers through result, with the params, result and op it is given', conforms('both-ways', async () => {
  const handlers = handling((params, result, op) => result([params, op]));
  assert.equal(await answerTo(handlers, 'op', '{"a":1}'), 'Rabcd0000000e[{"a":1},"op"]');
}));

test('a handler answers later through result', async () => {
  assert.equal(await answerTo(handling((params, result) => setImmediate(() => result(2)))), 'Rabcd000000012');
});

test('a handler answers by the value or promise it returns', async () => {
  assert.equal(await answerTo(handling((params) => params + 1)), 'Rabcd000000012');
  assert.equal(await answerTo(handling(() => 3)), 'Rabcd000000013');
  assert.equal(await answerTo(handling(async (params) => params + 1)), 'Rabcd000000012');
  assert.equal(await answerTo(handling(async (params, result, op) => op)), 'Rabcd00000004"op"');
});

test('a handler that can no longer answer otherwise answers with nothing', async () => {
  assert.equal(await answerTo(handling((params) => {})), 'Rabcd00000000');
  assert.equal(await answerTo(handling(async () => {})), 'Rabcd00000000');
});

test('what a handler that takes result happens to return is not an answer', async () => {
  assert.equal(await answerTo(handling((params, result) => void result('x') || 5)), 'Rabcd00000003"x"');
  assert.equal(await answerTo(handling((params, result) => 5)), '');
  assert.equal(await answerTo(handling(async (params, result) => {})), '');
});

test('only the first answer counts', async () => {
  const handlers = handling((params, result) => {
    result(1);
    result(2);
    result.error(new Error('late'));
    throw new Error('later still');
  });
  assert.equal(await answerTo(handlers), 'Rabcd000000011');
});

test('the peer reads the message of an error, never its stack', conforms('failing-handler', async () => {
  const failures = [
    (params, result) => result.error(new Error('no')),
    (params, result) => result.error('no'),
    () => { throw new Error('no'); },
    () => { throw 'no'; },
    async () => { throw new Error('no'); },
    (params, result) => Promise.reject(new Error('no')),
  ];
  for (const failure of failures) {
    assert.equal(await answerTo(handling(failure)), 'Eabcd00000002no', String(failure));
  }
}));

test('a result that cannot be written as JSON is an error', async () => {
  const cycle = {};
  cycle.cycle = cycle;
  assert.match(await answerTo(handling((params) => cycle)), /^Eabcd.{8}the result of "op" cannot be written as JSON/);
});

test('parameters that are not JSON are refused without calling the handler', conforms('json-payload', async () => {
  let called = false;
  assert.equal(await answerTo(handling((params) => (called = true)), 'op', '{'), 'Eabcd0000003ethe parameters of "op" must be JSON\x1f{"code":"invalid-payload"}');
  assert.equal(called, false);
}));

test('an operation without a handler is refused by name', conforms('unknown-operation', async () => {
  assert.equal(await answerTo(gotalk.Handlers(), 'x'), 'Eabcd00000032no such operation "x"\x1f{"code":"unknown-operation"}');
}));

test('the handler of the empty name is the fallback for all others, but not for reserved names', conforms('fallback', async () => {
  const handlers = handling((params, result, op) => result(op), '');
  handlers.handleRequest('known', (params) => 'mine');
  assert.equal(await answerTo(handlers, 'anything'), 'Rabcd0000000a"anything"');
  assert.equal(await answerTo(handlers, 'known'), 'Rabcd00000006"mine"');
  assert.match(await answerTo(handlers, '$gotalk/x'), /^Eabcd.*no such operation/);
}));

test('names that every object has are names like any other', async () => {
  for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
    assert.match(await answerTo(gotalk.Handlers(), name), /^Eabcd.*no such operation/);
    assert.equal(await answerTo(handling((params) => 'mine', name), name), 'Rabcd00000006"mine"');
  }
});

test('registering again replaces, null removes, and anything else but a function is refused', async () => {
  const handlers = handling((params) => 1);
  handlers.handleRequest('op', (params) => 2);
  assert.equal(await answerTo(handlers), 'Rabcd000000012');
  handlers.handleRequest('op', null);
  assert.equal(handlers.findRequestHandler('op'), null);
  assert.throws(() => handlers.handleRequest('op', 'x'), /a handler must be a function/);
  assert.throws(() => handlers.handleRequest('$gotalk/x', () => 1), /reserved/);
  assert.throws(() => handlers.handleNotification('é'.repeat(2048), () => 1), /at most 4095/);
});

test('a buffer handler takes and gives bytes or strings', async () => {
  const handlers = gotalk.Handlers();
  handlers.handleBufferRequest('op', (payload, result) => result(payload.map((byte) => byte + 1)));
  assert.equal(await answerTo(handlers, 'op', 'ab'), 'Rabcd00000002bc');
  handlers.handleBufferRequest('op', (payload) => `${payload}é`);
  assert.equal(await answerTo(handlers, 'op', ''), 'Rabcd0000000bundefined\xc3\xa9');
  handlers.handleBufferRequest('op', (payload) => ({}));
  assert.match(await answerTo(handlers), /^Eabcd.*a payload must be a string/);
});

test('a late answer to a connection that is gone goes nowhere', async () => {
  let later;
  const handlers = handling((params, result) => (later = result));
  const { sock, ws } = await connected({ handlers });
  ws.receive(bytes('rabcd002op00000000'));
  ws.end(1000);
  sock.open('ws://server.example/');
  const next = WebSocket.last;
  next.accept('gotalk.v1');
  await settled();
  const frames = [];
  sock.on('frame', (frame) => frames.push(frame));
  later('too late');
  await settled();
  assert.equal(next.stream, `01${HELLO}`);
  assert.deepEqual(frames, []);
  next.end(1000);
});

test('notifications reach their handler, typed or raw, or the fallback', conforms('notification fallback', async () => {
  const got = [];
  const handlers = gotalk.Handlers();
  handlers.handleNotification('typed', (value, name) => got.push([name, value]));
  handlers.handleBufferNotification('raw', (payload, name) => got.push([name, payload]));
  handlers.handleNotification('', (value, name) => got.push(['fallback', name, value]));
  const { ws } = await connected({ handlers });
  ws.receive(bytes('n005typed00000002[]n005typed00000000n003raw00000001xn005other000000017'));
  assert.deepEqual(got, [['typed', []], ['typed', null], ['raw', bytes('x')], ['fallback', 'other', 7]]);
}));

test('a notification handler that fails is reported, and the next message is read', conforms('failing-handler', async (t) => {
  const reported = [];
  globalThis.reportError = (error) => reported.push(error.message);
  t.after(() => delete globalThis.reportError);
  const got = [];
  const handlers = gotalk.Handlers();
  handlers.handleNotification('bad', () => { throw new Error('one'); });
  handlers.handleNotification('worse', async () => { throw new Error('two'); });
  handlers.handleNotification('good', (value) => got.push(value));
  const { ws } = await connected({ handlers });
  ws.receive(bytes('n003bad00000000n005worse00000000n004good00000001{n004good000000017'));
  await settled();
  assert.deepEqual(reported.sort(), ['notification "good" must be JSON', 'one', 'two']);
  assert.deepEqual(got, [7]);
}));

test('the functions of gotalk register on the default handlers, which a Sock has unless it is given others', async () => {
  for (const register of [gotalk.handle, gotalk.handleRequest]) {
    register('default op', (params) => params);
    assert.equal(await answerTo(gotalk.Sock().handlers, 'default op', '5'), 'Rabcd000000015');
    register('default op', null);
  }
});
