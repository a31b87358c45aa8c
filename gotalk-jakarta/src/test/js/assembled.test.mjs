import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import vm from 'node:vm';
import { bytes, FakeWebSocket } from './support/fake-websocket.mjs';

const SCRIPT = new URL('../../../target/script/', import.meta.url);
const read = (name) => readFileSync(new URL(name, SCRIPT), 'utf8');

/** Runs the classic script as a page would that loaded it from `src`. */
function page(src) {
  const globals = { URL, TextEncoder, TextDecoder, performance, setTimeout, clearTimeout, queueMicrotask, console };
  const window = vm.createContext({ ...globals, Uint8Array, ArrayBuffer, WebSocket: FakeWebSocket });
  window.document = { currentScript: { src } };
  vm.runInContext(read('gotalk.js'), window);
  return window.gotalk;
}

test('the assembled script defines gotalk, knows its server, and talks', async () => {
  const gotalk = page('https://chat.example:8443/app/gotalk/gotalk.js?v=1');
  assert.equal(gotalk.defaultResponderAddress, 'wss://chat.example:8443/app/gotalk/');
  assert.match(gotalk.version, /^\d+\.\d+\.\d+/);
  const sock = gotalk.open();
  const answer = sock.request('echo', 'hello');
  const ws = FakeWebSocket.last;
  assert.equal(ws.url, 'wss://chat.example:8443/app/gotalk/');
  ws.accept('gotalk.v1');
  await null;
  assert.equal(ws.stream, '01r0000004echo00000007"hello"');
  ws.receive(bytes('01R000000000007"hello"'));
  assert.equal(await answer, 'hello');
  sock.end();
  ws.end();
});

test('the script defines nothing but gotalk', () => {
  const window = vm.createContext({ URL, TextEncoder, TextDecoder });
  const before = Object.keys(window);
  vm.runInContext(read('gotalk.js'), window);
  assert.deepEqual(Object.keys(window).filter((name) => !before.includes(name)), ['gotalk']);
});

test('the module exports what the script defines', async () => {
  const module = await import(new URL('gotalk.mjs', SCRIPT));
  const { gotalk } = vm.runInNewContext(`${read('gotalk.js')}; globalThis`, { URL, TextEncoder, TextDecoder });
  assert.deepEqual(Object.keys(module.default).sort(), Object.keys(gotalk).sort());
  for (const [name, value] of Object.entries(module)) {
    assert.equal(value, name === 'default' ? module.default : module.default[name], name);
  }
});

test('nothing of the module system and no comment but the licence is left in the script', () => {
  const lines = read('gotalk.js').split('\n');
  assert.match(lines[0], /^\/\*! gotalk\.js \S+, MIT licence \*\/$/);
  assert.deepEqual(lines.slice(1).filter((line) => /^\s*(import |export |\/\/|\/?\*)/.test(line)), []);
});
