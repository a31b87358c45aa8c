import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { FakeClock } from './support/fake-clock.mjs';
import { reading } from './support/reading.mjs';
import { bytes, connected, gotalk, settled, watch } from './support/peer.mjs';

const cancel = (id) => `n00e$gotalk/cancel00000004${id}`;

let clock;
beforeEach(() => (clock = new FakeClock().install()));
afterEach(() => clock.uninstall());

/** A connection whose page asks for `slow`, and what it has sent behind that. */
async function asking(options, framing = 'packed') {
  const { sock, ws } = await connected({ framing });
  const outcome = watch(sock.request('slow', 1, options));
  await settled();
  ws.sent = [];
  return { sock, ws, outcome };
}

test('a request past its deadline is cancelled', async () => {
  const { ws, outcome } = await asking({ timeout: 10 });
  clock.pass(10);
  await settled();
  assert.equal(outcome.error.name, 'TimeoutError');
  assert.equal(ws.stream, cancel('0000'));
});

test('an aborted request is cancelled', async () => {
  const controller = new AbortController();
  const { ws } = await asking({ signal: controller.signal });
  controller.abort();
  await settled();
  assert.equal(ws.stream, cancel('0000'));
});

test('a request that was answered is not cancelled any more', async () => {
  const controller = new AbortController();
  const { ws, outcome } = await asking({ signal: controller.signal, timeout: 10 });
  ws.receive(bytes('R0000000000012'));
  await settled();
  controller.abort();
  clock.pass(10);
  await settled();
  assert.equal(outcome.value, 2);
  assert.equal(ws.stream, '');
});

test('a request that waits for its next attempt is given up without a word', async () => {
  const controller = new AbortController();
  const { ws } = await asking({ signal: controller.signal });
  ws.receive(bytes('e0000000000ff00000004busy'));
  controller.abort();
  clock.pass(1000);
  await settled();
  assert.equal(ws.stream, '');
});

test('a peer of another make is told nothing', async () => {
  for (const framing of ['binary', 'text']) {
    const { ws } = await asking({ timeout: 10 }, framing);
    clock.pass(10);
    await settled();
    assert.equal(ws.stream, '', framing);
  }
});

test('the result of a cancelled request is dropped, and its id is free', async () => {
  const { sock, ws } = await asking({ timeout: 10 });
  clock.pass(10);
  ws.receive(bytes('R0000000000015'));
  await settled();
  assert.equal(ws.readyState, 1);
  for (let i = 1; i <= 3; i++) sock.request('next', 1).catch(() => {});
  await settled();
  assert.match(ws.stream, /r0003004next000000011$/);
});

test('a result in parts that is given up is cancelled', async () => {
  const { sock, ws } = await connected();
  const parts = sock.requestParts('rows');
  ws.receive(bytes('S000000000003oneS000000000003two'));
  for await (const part of parts) if (part) break;
  await settled();
  assert.equal(ws.stream, `r0000004rows00000000${cancel('0000')}`);
});

test('a result in parts that is not read in time is cancelled', async () => {
  const { sock, ws } = await connected({ configure: (sock) => (sock.maxStreamBuffer = 4) });
  sock.requestParts('rows');
  ws.receive(bytes('S000000000003oneS000000000003two'));
  await settled();
  assert.equal(ws.stream, `r0000004rows00000000${cancel('0000')}`);
});

test('a stream request that is closed is cancelled instead of ended', async () => {
  const { sock, ws } = await connected();
  const stream = sock.streamRequest('up');
  stream.write('x');
  stream.close();
  await settled();
  assert.equal(ws.stream, `s0000002up00000001x${cancel('0000')}`);
  ws.receive(bytes('S000000000005threeS000000000000'));
  assert.equal(ws.readyState, 1);
});

test('a stream whose request has ended is cancelled, too, and one that is over is not', async () => {
  const { sock, ws } = await connected();
  const [first, second] = ['a', 'b'].map((op) => sock.streamRequest(op));
  [first, second].forEach((stream) => stream.end());
  await settled();
  ws.receive(bytes('R000100000000'));
  ws.sent = [];
  first.close();
  second.close();
  await settled();
  assert.equal(ws.stream, cancel('0000'));
});

/** A connection whose page serves `op`, and what the handler was given. */
async function serving(handler, register = 'handleRequest') {
  const handlers = gotalk.Handlers();
  const calls = [];
  handlers[register]('op', (params, result) => {
    calls.push(typeof result === 'function' ? result : params);
    return handler(params, result);
  });
  return { ...(await connected({ handlers, configure: (sock) => (sock.maxConcurrentRequests = 1) })), calls };
}

const REQUEST = 'rabcd002op000000011';

test('a handler has a signal, which aborts when the peer gives up', async () => {
  const { ws, calls } = await serving((params, { signal }) => new Promise((resolve, reject) => (signal.onabort = reject)));
  ws.receive(bytes(REQUEST));
  const { signal } = calls[0];
  assert.equal(signal.aborted, false);
  ws.receive(bytes(cancel('abcd')));
  await settled();
  assert.equal(signal.aborted, true);
  assert.equal(signal.reason.name, 'AbortError');
  assert.equal(ws.stream, '');
});

test('the result of a request that was cancelled is not sent', async () => {
  const { ws, calls } = await serving((params, result) => {});
  ws.receive(bytes(REQUEST + cancel('abcd')));
  calls[0]('late');
  calls[0].error('later');
  await settled();
  assert.equal(ws.stream, '');
});

test('a cancelled request has its permit until its handler is over', async () => {
  let finish;
  const { ws } = await serving(() => new Promise((resolve) => (finish = resolve)));
  ws.receive(bytes(REQUEST + cancel('abcd') + REQUEST));
  await settled();
  assert.match(ws.stream, /^eabcd.*1 requests run already$/);
  ws.sent = [];
  finish(1);
  await settled();
  ws.receive(bytes(REQUEST));
  finish(2);
  await settled();
  assert.equal(ws.stream, 'Rabcd000000012');
});

test('a handler without a promise need not answer what was cancelled', async () => {
  const { ws, calls } = await serving((params, result) => {});
  ws.receive(bytes(REQUEST + cancel('abcd') + REQUEST));
  calls[1]('next');
  await settled();
  assert.equal(ws.stream, 'Rabcd00000006"next"');
});

test('the signal aborts at the end of the connection', async () => {
  const { ws, calls } = await serving((params, result) => {});
  ws.receive(bytes(REQUEST));
  ws.end(1006);
  assert.equal(calls[0].signal.aborted, true);
  assert.match(calls[0].signal.reason.message, /websocket closed/);
});

test('a cancel that comes late, or is none, does nothing', async () => {
  const { ws, calls } = await serving(async (params) => params);
  ws.receive(bytes(REQUEST));
  await settled();
  ws.receive(bytes(cancel('abcd') + cancel('none') + 'n00e$gotalk/cancel00000000'));
  await settled();
  assert.equal(ws.stream, 'Rabcd000000011');
  assert.equal(calls.length, 1);
  assert.equal(ws.readyState, 1);
});

test('no handler of notifications hears a cancel', async () => {
  const { ws, handlers } = await connected();
  handlers.handleBufferNotification('', () => assert.fail());
  ws.receive(bytes(cancel('abcd')));
});

test('both halves of a cancelled stream end, and its id is free', async () => {
  let read, written;
  const { ws, calls } = await serving(async (stream) => {
    read = reading(stream);
    await new Promise((resolve) => stream.signal.addEventListener('abort', resolve));
    written = stream.write('x');
  }, 'handleStreamRequest');
  ws.receive(bytes('sabcd002op00000003one'));
  await settled();
  assert.equal(calls[0].signal.aborted, false);
  ws.receive(bytes(`${cancel('abcd')}pabcd00000003two`));
  await settled();
  assert.equal(read.end.name, 'AbortError');
  assert.equal(written, false);
  assert.equal(ws.stream, '');
  ws.receive(bytes('sabcd002op00000003one'));
  await settled();
  assert.equal(calls.length, 2);
});

test('a generator whose parts nobody wants is ended', async () => {
  let isEnded = false;
  const { ws } = await serving(async function* (stream) {
    try {
      for (let i = 0; ; i++) {
        yield i;
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    } finally {
      isEnded = true;
    }
  }, 'handleStreamRequest');
  ws.receive(bytes('rabcd002op00000000'));
  await settled();
  assert.equal(ws.stream, 'Sabcd000000010');
  ws.receive(bytes(cancel('abcd')));
  clock.pass(5);
  await settled();
  assert.equal(isEnded, true);
  assert.equal(ws.stream, 'Sabcd000000010');
});
