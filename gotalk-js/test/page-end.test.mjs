import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { connected, settled } from './support/peer.mjs';

let page;
beforeEach(() => {
  page = new EventTarget();
  globalThis.addEventListener = page.addEventListener.bind(page);
  globalThis.removeEventListener = page.removeEventListener.bind(page);
});
afterEach(() => {
  delete globalThis.addEventListener;
  delete globalThis.removeEventListener;
});

const hide = (persisted) => page.dispatchEvent(Object.assign(new Event('pagehide'), { persisted }));

test('a page that goes away sends what it has and closes its connection', async () => {
  const { sock, ws } = await connected();
  sock.notify('bye');
  hide(false);
  assert.equal(ws.stream, 'n003bye00000000');
  assert.equal(ws.closedWith, 1000);
});

test('a page that the browser may show again leaves its connection to it', async () => {
  const { ws } = await connected();
  hide(true);
  assert.equal(ws.closedWith, undefined);
});

test('a connection that has ended is not closed with the page', async () => {
  const { ws } = await connected();
  ws.end(1006);
  hide(false);
  assert.equal(ws.closedWith, undefined);
});

test('connections without gotalk.v1 end with the page as they ever did', async () => {
  const { ws } = await connected({ framing: 'split' });
  hide(false);
  await settled();
  assert.equal(ws.closedWith, undefined);
});
