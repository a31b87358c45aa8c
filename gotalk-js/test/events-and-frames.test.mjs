import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { FakeClock } from './support/fake-clock.mjs';
import { useFakeWebSocket } from './support/fake-websocket.mjs';
import { ADDRESS, bytes, connected, FakeWebSocket, gotalk, HELLO, settled } from './support/peer.mjs';

let clock;
beforeEach(() => (clock = new FakeClock().install()));
afterEach(() => clock.uninstall());

test('listeners are called in order, with the arguments and the sock as this', () => {
  const sock = gotalk.Sock();
  const calls = [];
  sock.on('x', function (...args) { calls.push([1, this === sock, ...args]); });
  sock.addListener('x', (...args) => calls.push([2, ...args]));
  sock.once('x', (...args) => calls.push([3, ...args]));
  assert.equal(sock.emit('x', 'a', 'b'), true);
  sock.emit('x', 'c');
  assert.deepEqual(calls, [[1, true, 'a', 'b'], [2, 'a', 'b'], [3, 'a', 'b'], [1, true, 'c'], [2, 'c']]);
  assert.equal(sock.emit('nobody listens'), false);
});

test('listeners are removed one by one, by event, or all', () => {
  const sock = gotalk.Sock();
  const never = () => assert.fail('was removed');
  sock.on('x', never).once('x', never).on('y', never).on('z', never);
  sock.removeListener('x', never).removeAllListeners('y');
  assert.deepEqual([sock.listeners('x'), sock.listeners('z')], [[], [never]]);
  sock.removeAllListeners();
  ['x', 'y', 'z', '__proto__'].forEach((type) => assert.equal(sock.emit(type), false));
  assert.throws(() => sock.on('x', 'not a function'), /a listener must be a function/);
  assert.throws(() => sock.once('x'), /a listener must be a function/);
});

test('a listener that throws is reported, and the others are called', (t) => {
  const reported = [];
  globalThis.reportError = (error) => reported.push(error.message);
  t.after(() => delete globalThis.reportError);
  const sock = gotalk.Sock().on('x', () => { throw new Error('mine'); });
  let called = false;
  sock.on('x', () => (called = true)).emit('x');
  assert.equal(called, true);
  assert.deepEqual(reported, ['mine']);
});

test('a callback that throws is reported and called once', async (t) => {
  const reported = [];
  globalThis.reportError = (error) => reported.push(error.message);
  t.after(() => delete globalThis.reportError);
  const { sock, ws } = await connected();
  sock.request('a', 1, () => { throw new Error('mine'); });
  ws.receive(bytes('R000000000000'));
  await settled();
  assert.deepEqual(reported, ['mine']);
});

test('a frame event tells each message as it passes, in both directions', async () => {
  useFakeWebSocket();
  const handlers = gotalk.Handlers();
  handlers.handleRequest('op', (params) => 7);
  const sock = gotalk.Sock(handlers);
  sock.heartbeatInterval = 0;
  const frames = [];
  sock.on('frame', (frame) => frames.push(frame));
  sock.open(ADDRESS);
  FakeWebSocket.last.accept('gotalk.v1');
  FakeWebSocket.last.receive(bytes('01h0002fffffffer\0\0\x80\xff002op000000011e99990000000200000000f00000003'));
  await settled();
  const time = Date.now();
  const part = (direction, type, header, rest) => ({ direction, time, type, header, size: 0, payload: undefined, ...rest });
  const id = '\0\0\x80\xff';
  assert.deepEqual(frames, [
    part('out', 'version', '01'),
    part('out', 'r', HELLO.slice(0, -18), { id: '$hlo', name: '$gotalk/hello', size: 18, payload: HELLO.slice(-18) }),
    part('in', 'version', '01'),
    part('in', 'h', 'h0002fffffffe', { load: 2, sentAt: new Date(0xfffffffe * 1000) }),
    part('in', 'r', 'r\0\0\ufffd\ufffd002op00000001', { id, name: 'op', size: 1, payload: bytes('1') }),
    part('out', 'R', 'R\0\0\ufffd\ufffd00000001', { id, name: undefined, size: 1, payload: '7' }),
    part('in', 'e', 'e99990000000200000000', { id: '9999', wait: 2 }),
    part('in', 'f', 'f00000003', { code: 3 }),
  ]);
});

test('a frame that is text on the wire is told the same way', async () => {
  const { sock, ws } = await connected({ framing: 'text' });
  const frames = [];
  sock.on('frame', ({ direction, header, payload }) => frames.push([direction, header, payload]));
  sock.notify('é', 1);
  ws.receive('n001a00000001', '2');
  assert.deepEqual(frames, [['out', 'n002é00000001', '1'], ['in', 'n001a00000001', '2']]);
});

test('warnings go to the console in development mode only', async (t) => {
  const warn = t.mock.method(console, 'warn', () => {});
  t.after(() => (gotalk.developmentMode = false));
  for (const mode of [false, true]) {
    gotalk.developmentMode = mode;
    const handlers = gotalk.Handlers();
    handlers.handleRequest('op', (params) => { throw new Error('mine'); });
    const { ws } = await connected({ handlers });
    ws.receive(bytes('rabcd002op00000000'));
    assert.equal(warn.mock.callCount(), mode ? 1 : 0);
  }
  assert.match(warn.mock.calls[0].arguments.join(' '), /\[gotalk\] the handler of request "op" failed: Error: mine/);
});
