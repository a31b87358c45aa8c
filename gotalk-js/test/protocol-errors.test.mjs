import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { conforms } from './support/conformance.mjs';
import { FakeClock } from './support/fake-clock.mjs';
import { useFakeWebSocket } from './support/fake-websocket.mjs';
import { ADDRESS, bytes, connected, FakeWebSocket, gotalk, HELLO, settled, watch } from './support/peer.mjs';

let clock;
beforeEach(() => (clock = new FakeClock().install()));
afterEach(() => clock.uninstall());

const CONSTANTS = [gotalk.ErrAbnormal, gotalk.ErrUnsupported, gotalk.ErrInvalidMsg, gotalk.ErrTimeout];

test('the errors of the protocol have their codes', () => {
  CONSTANTS.forEach((error, code) => {
    assert.equal(error.isGotalkProtocolError, true);
    assert.equal(error.code, code);
  });
});

for (const framing of ['packed', 'split', 'text']) {
  test(`${framing}: a malformed message is told as f00000002 and closes with 4002`, conforms('bad-type close-codes', async () => {
    const { sock, ws } = await connected({ framing });
    const closed = [];
    sock.on('close', (error) => closed.push(error));
    const pending = watch(sock.request('a'));
    await settled();
    ws.sent = [];
    ws.receive(bytes('x'));
    assert.equal(ws.stream, 'f00000002');
    assert.equal(ws.closedWith, 4002);
    ws.end();
    await settled();
    assert.deepEqual(closed, [gotalk.ErrInvalidMsg]);
    assert.equal(pending.error.isGotalkProtocolError, true);
    assert.equal(pending.error.code, 2);
    assert.equal(pending.error.cause, gotalk.ErrInvalidMsg);
    assert.equal(pending.error.mayHaveRun, true);
  }));
}

test('another version than 1 is told as f00000001 and closes with 4001', conforms('bad-version version-before-error close-codes', () => {
  useFakeWebSocket();
  const closed = [];
  gotalk.open(ADDRESS).on('close', (error) => closed.push(error));
  const ws = FakeWebSocket.last;
  ws.accept('gotalk.v1');
  ws.receive(bytes('02r0001001x00000000'));
  assert.equal(ws.stream, `01${HELLO}f00000001`);
  assert.equal(ws.closedWith, 4001);
  ws.end();
  assert.deepEqual(closed, [gotalk.ErrUnsupported]);
}));

test('a protocol error of the peer closes with its code; one that does not exist is an invalid message', conforms('protocol-error close-codes', async () => {
  for (const [code, expected] of [[0, 0], [1, 1], [2, 2], [3, 3], [4, 2], [0xffffffff, 2]]) {
    const { sock, ws } = await connected();
    const closed = [];
    sock.on('close', (error) => closed.push(error));
    ws.receive(bytes(`f${code.toString(16).padStart(8, '0')}n001x00000000`));
    assert.equal(ws.closedWith, 4000 + expected);
    assert.equal(ws.stream, '');
    ws.end();
    assert.deepEqual(closed, [CONSTANTS[expected]]);
  }
}));

test('the close event knows protocol errors by the status, and says what other statuses mean', conforms('close-codes', async () => {
  const expected = [[1000, null], [4000, CONSTANTS[0]], [4003, CONSTANTS[3]]];
  for (const [status, error] of expected) {
    const { sock, ws } = await connected();
    const closed = watch(new Promise((resolve) => sock.on('close', resolve)));
    ws.end(status);
    await settled();
    assert.equal(closed.value, error);
  }
  for (const [status, message] of [[1006, '#1006 (abnormal)'], [4567, '#4567'], [1005, '#1005 (no status)']]) {
    const { sock, ws } = await connected();
    const closed = watch(new Promise((resolve) => sock.on('close', resolve)));
    ws.end(status);
    await settled();
    assert.equal(closed.value.message, `websocket closed: ${message}`);
  }
}));

test('closeError tells the peer and closes', conforms('protocol-error', async () => {
  const { sock, ws } = await connected();
  sock.closeError(gotalk.protocol.ErrorTimeout);
  assert.equal(ws.stream, 'f00000003');
  assert.equal(ws.closedWith, 4003);
}));

test('a request over maxPayload is refused with size and limit, and the connection lives', conforms('oversize', async () => {
  const { sock, ws } = await connected({ configure: (sock) => (sock.maxPayload = 10) });
  ws.receive(bytes('rabcd003big0000000b01234567890'), bytes('n001a00000000'));
  await settled();
  assert.equal(ws.stream, 'Eabcd00000047the payload of "big" has 11 bytes; the limit is 10\x1f{"code":"too-large"}');
  assert.equal(sock.ws, ws);
}));

test('any other payload over maxPayload is an invalid message', conforms('oversize', async () => {
  const { ws } = await connected({ configure: (sock) => (sock.maxPayload = 10) });
  ws.receive(bytes('n001a0000000b01234567890'));
  assert.equal(ws.closedWith, 4002);
}));

test('a stream request for nobody is refused, its parts for nobody are dropped, and an unknown answer is dropped', async () => {
  const { ws } = await connected();
  ws.receive(bytes('sabcd001x00000001apabcd00000001bpabcd00000000R999900000000S999900000001xe99990000000100000000'));
  await settled();
  assert.equal(ws.stream, 'Eabcd00000032no such operation "x"\x1f{"code":"unknown-operation"}');
  assert.equal(ws.readyState, 1);
});
