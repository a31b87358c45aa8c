import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { absoluteAddress, setScriptUrl, isLoopback } from '../target/modules/connection/address.js';
import { gotalk } from './support/peer.mjs';

afterEach(() => setScriptUrl(undefined));

test('the default address is the folder of the script, with ws for http and wss for https', () => {
  const expected = [
    ['http://host/gotalk/gotalk.js', 'ws://host/gotalk/'],
    ['https://host:8443/app/gotalk/gotalk.js?v=/1#/x', 'wss://host:8443/app/gotalk/'],
    ['https://user:secret@[::1]:9/gotalk.mjs', 'wss://user:secret@[::1]:9/'],
    ['file:///home/gotalk.js', ''],
    ['https://host/assets/index-abc.js', ''],
    ['https://host/assets/gotalk-abc.js', ''],
    ['', ''],
    [undefined, ''],
  ];
  for (const [script, address] of expected) {
    setScriptUrl(script);
    assert.equal(gotalk.defaultResponderAddress, address, script);
  }
});

test('in a bundle the default address is gotalk/ beside the page', (t) => {
  t.after(() => delete globalThis.document);
  const expected = [
    ['https://host/app/index.html?x#y', 'wss://host/app/gotalk/'],
    ['http://localhost:5173/', 'ws://localhost:5173/gotalk/'],
    ['file:///home/index.html', ''],
    ['about:blank', ''],
  ];
  for (const [baseURI, address] of expected) {
    globalThis.document = { baseURI };
    for (const bundle of ['https://cdn.example/assets/index-abc.js', 'https://host/gotalk.js/index.js', undefined]) {
      setScriptUrl(bundle);
      assert.equal(gotalk.defaultResponderAddress, address, `${baseURI} ${bundle}`);
    }
  }
  globalThis.document = { baseURI: 'https://host/app/' };
  setScriptUrl('https://other/chat/gotalk.mjs?v=1');
  assert.equal(gotalk.defaultResponderAddress, 'wss://other/chat/');
});

test('in a bundle a path belongs to the page', (t) => {
  t.after(() => delete globalThis.location);
  globalThis.location = { href: 'https://page.example/deep/index.html' };
  setScriptUrl('https://cdn.example/assets/index-abc.js');
  assert.equal(absoluteAddress('/gotalk'), 'wss://page.example/gotalk');
  assert.equal(gotalk.developmentMode, false);
});

test('development mode is on for scripts from this machine and its neighbours', () => {
  const local = ['http://localhost:9080/g.js', 'https://127.0.0.1/g.js', 'http://my-mac.local/g.js'];
  const remote = ['https://example.com/g.js', 'http://local/g.js', 'http://localhost.example.com/g.js', undefined];
  for (const script of [...local, ...remote]) {
    setScriptUrl(script);
    assert.equal(gotalk.developmentMode, local.includes(script), script);
  }
});

test('an address may be absolute, or leave out what the script tells', () => {
  setScriptUrl('https://host:1/app/gotalk/gotalk.js');
  const expected = {
    '': 'wss://host:1/app/gotalk/',
    'ws://other/x': 'ws://other/x',
    'WSS://other/x': 'WSS://other/x',
    'http://other/x?y=1': 'ws://other/x?y=1',
    'https://other/x#part': 'wss://other/x',
    '//other/x': 'wss://other/x',
    '/x?y': 'wss://host:1/x?y',
    'x/y': 'wss://host:1/x/y',
  };
  for (const [given, address] of Object.entries(expected)) {
    assert.equal(absoluteAddress(given), address, given);
  }
});

test('where the script is not known, a path belongs to the page', (t) => {
  globalThis.location = { href: 'http://page.example/deep/index.html' };
  t.after(() => delete globalThis.location);
  assert.equal(absoluteAddress('/gotalk'), 'ws://page.example/gotalk');
});

test('an address that cannot be completed is refused with the remedy', () => {
  assert.throws(() => absoluteAddress(undefined), /address not specified: pass one, or set gotalk\.defaultResponderAddress/);
  assert.throws(() => absoluteAddress('/x'), /address "\/x" must begin with ws:\/\/ or wss:\/\//);
  assert.throws(() => gotalk.connection(), /address not specified/);
});

test('loopback is reachable whatever the network', () => {
  const loopback = ['ws://localhost/', 'ws://127.1.2.3:9/x', 'wss://[::1]/'];
  const others = ['ws://example.com/', 'ws://localhost.example.com/', 'nonsense'];
  assert.deepEqual([...loopback, ...others].filter(isLoopback), loopback);
});
