import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import { bytes, FakeWebSocket } from './support/fake-websocket.mjs';

const DIST = new URL('../dist/', import.meta.url);
const read = (name) => readFileSync(new URL(name, DIST), 'utf8');

/** docs/browser.md states the size. To grow past this takes a decision. */
const HELLO = 'r$hlo00d$gotalk/hello00000012{"can":["resume"]}';
const MOST_KIB = 18;

test(`gotalk.js has at most ${MOST_KIB} KiB, compressed`, () => {
  const size = gzipSync(read('gotalk.js'), { level: 9 }).length / 1024;
  assert.ok(size <= MOST_KIB, `${size.toFixed(2)} KiB`);
});

/** Runs the classic script as a page would that loaded it from `src`. */
function page(src) {
  const globals = { URL, TextEncoder, TextDecoder, performance, setTimeout, clearTimeout, queueMicrotask, console };
  const window = vm.createContext({ ...globals, Uint8Array, ArrayBuffer, WebSocket: FakeWebSocket });
  window.document = { currentScript: { src } };
  vm.runInContext(read('gotalk.js'), window);
  return window.gotalk;
}

test('the script defines gotalk, knows its server, and talks', async () => {
  const gotalk = page('https://chat.example:8443/app/gotalk/gotalk.js?v=1');
  assert.equal(gotalk.defaultResponderAddress, 'wss://chat.example:8443/app/gotalk/');
  const sock = gotalk.open();
  const result = sock.request('echo', 'hello');
  const ws = FakeWebSocket.last;
  assert.equal(ws.url, 'wss://chat.example:8443/app/gotalk/');
  ws.accept('gotalk.v1');
  await null;
  assert.equal(ws.stream, `01${HELLO}r0000004echo00000007"hello"`);
  ws.receive(bytes('01E$hlo00000007unknownR000000000007"hello"'));
  assert.equal(await result, 'hello');
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
  const module = await import(new URL('gotalk.mjs', DIST));
  const { gotalk } = vm.runInNewContext(`${read('gotalk.js')}; globalThis`, { URL, TextEncoder, TextDecoder });
  assert.deepEqual(Object.keys(module.default).sort(), Object.keys(gotalk).sort());
  for (const [name, value] of Object.entries(module)) {
    assert.equal(value, name === 'default' ? module.default : module.default[name], name);
  }
});

test('the version is that of the Maven project and of the package', () => {
  const [, version] = /<artifactId>gotalk-parent<\/artifactId>\s*<version>([\d.]+)/.exec(read('../pom.xml'));
  assert.equal(JSON.parse(read('../package.json')).version, version);
  assert.equal(page('').version, version);
});

for (const name of ['gotalk.js', 'gotalk.mjs']) {
  test(`${name} names a source map that holds the sources`, () => {
    assert.match(read(name), new RegExp(`\\n//# sourceMappingURL=${name}\\.map\\n$`));
    const { sources, sourcesContent } = JSON.parse(read(`${name}.map`));
    assert.ok(sources.includes('../src/wire/decoder.ts'));
    sources.forEach((source, i) => assert.equal(sourcesContent[i], read(source)));
  });
}
