import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, beforeEach, test } from 'node:test';
import { WebSocket } from 'ws';
import { EchoServer } from './support/echo-server.mjs';
import { FakeWebSocket } from './support/fake-websocket.mjs';
import { ADDRESS, gotalk } from './support/peer.mjs';

// Node with the WebSocket of the package "ws", whose errors end the process where nothing handles them, and without any.
const original = globalThis.WebSocket;
beforeEach(() => (globalThis.WebSocket = WebSocket));
afterEach(() => (globalThis.WebSocket = original));

const made = () => gotalk.Sock(gotalk.Handlers());

/** An address where nobody listens. */
async function deserted() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return `ws://127.0.0.1:${port}/`;
}

async function serving(t) {
  const server = new EchoServer();
  await server.listen();
  t.after(() => server.close());
  return server;
}

test('with "ws" a failed connect is an error with its cause, and keep-alive goes on', async () => {
  const address = await deserted();
  const error = await new Promise((resolve) => made().open(address, resolve));
  assert.equal(error.message, 'connection failed: #1006 (abnormal)');
  assert.equal(error.cause.code, 'ECONNREFUSED');

  const sock = made().openKeepAlive(address);
  const waiting = await new Promise((resolve) => sock.once('waiting', resolve));
  assert.equal(waiting.error.cause.code, 'ECONNREFUSED');
  assert.equal(sock.keepalive.isEnabled, true);
  sock.end();
});

test('with "ws" a connect that is called off ends without a word', async (t) => {
  const server = await serving(t);
  const sock = made().openKeepAlive(server.address);
  sock.end();
  const other = made().open(server.address);
  await new Promise((resolve) => other.once('open', resolve));
  other.end();
  await new Promise((resolve) => other.once('close', resolve));
});

test('with "ws" a connection that breaks off is closed, not an uncaught error', async (t) => {
  const server = await serving(t);
  const sock = made().open(server.address);
  assert.equal(await sock.request('echo', 'hello'), 'hello');
  const closed = new Promise((resolve) => sock.once('close', resolve));
  server.breakOff(Buffer.of(0xff, 0xff));
  assert.match((await closed).message, /^websocket closed: #1006/);
});

test('an adopted WebSocket has its errors handled', () => {
  const ws = new FakeWebSocket(ADDRESS);
  ws.onerror = null;
  ws.accept('gotalk.v1');
  const sock = made();
  sock.adopt(ws);
  assert.equal(typeof ws.onerror, 'function');
  ws.end();
  assert.equal(typeof ws.onerror, 'function');
});

test('without any WebSocket, connecting says so and is not tried again', () => {
  globalThis.WebSocket = undefined;
  const said = /^Error: there is no WebSocket here\. Node has it from version 22 on; .* package "ws"\.$/;
  const sock = made();
  const told = [];
  for (const event of ['connecting', 'waiting', 'close']) sock.on(event, () => told.push(event));
  assert.throws(() => sock.openKeepAlive(ADDRESS), said);
  assert.equal(sock.keepalive, null);
  assert.throws(() => sock.open(ADDRESS), said);
  assert.throws(() => gotalk.connection(ADDRESS), said);
  assert.deepEqual(told, []);
});

test('an address that no WebSocket takes is not tried again, and nothing waits for it', async () => {
  globalThis.WebSocket = FakeWebSocket;
  const sock = made();
  const told = [];
  sock.on('close', (error) => told.push(error.message)).on('waiting', () => told.push('waiting'));
  sock.openKeepAlive('ws:');
  assert.deepEqual(told, ['bad address ws:']);
  assert.equal(sock.keepalive.isEnabled, false);
  await assert.rejects(sock.request('a'), { message: 'socket is closed: bad address ws:', mayHaveRun: false });
  assert.throws(() => sock.notify('a'), /socket is closed: bad address ws:/);
  sock.open(ADDRESS);
  sock.notify('a');
  sock.end();
});
