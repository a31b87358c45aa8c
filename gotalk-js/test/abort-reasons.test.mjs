import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytes, connected, settled, watch } from './support/peer.mjs';

// A signal may abort with anything as its reason, also with what says elsewhere that nothing has failed.

for (const reason of [null, 0, '', false]) {
  const shown = JSON.stringify(reason);

  /** What `ask` has asked for with a signal, when that has aborted with the reason after the first part of a result. */
  async function aborted(ask) {
    const { sock, ws } = await connected({ framing: 'binary' });
    const controller = new AbortController();
    const asked = ask(sock, { signal: controller.signal, timeout: 0 });
    await settled();
    ws.receive(bytes('S000000000003one'));
    ws.sent = [];
    controller.abort(reason);
    await settled();
    return { asked, ws };
  }

  /** The same for a request of which nothing has come. */
  async function abortedAtOnce(ask) {
    const { sock } = await connected();
    const controller = new AbortController();
    const asked = ask(sock, { signal: controller.signal });
    await settled();
    controller.abort(reason);
    await settled();
    return { asked, sock, signal: controller.signal };
  }

  test(`a request that is aborted with ${shown} fails with it, as fetch does`, async () => {
    const { asked, sock, signal } = await abortedAtOnce((sock, options) => [
      watch(sock.request('slow', 1, options)),
      watch(sock.bufferRequest('slow', 'x', options)),
    ]);
    asked.push(watch(sock.request('aborted before', 1, { signal })));
    await settled();
    for (const outcome of asked) assert.deepEqual(outcome, { state: 'rejected', error: reason });
  });

  test(`a callback hears an AbortError of an abort with ${shown}`, async () => {
    const heard = [];
    const { sock, signal } = await abortedAtOnce((sock, options) => {
      sock.request('slow', 1, (...args) => heard.push(args), options);
      sock.bufferRequest('slow', 'x', (...args) => heard.push(args), options);
    });
    sock.request('aborted before', 1, (...args) => heard.push(args), { signal });
    await settled();
    assert.equal(heard.length, 3);
    for (const [error, ...results] of heard) {
      assert.equal(error.name, 'AbortError');
      assert.deepEqual(results, []);
    }
  });

  for (const [what, ask] of [
    ['a result in parts', (sock, options) => sock.requestParts('rows', 1, options)],
    ['a stream', (sock, options) => sock.streamRequest('up', options)],
  ]) {
    test(`${what} that is aborted with ${shown} is not taken for a whole one`, async () => {
      const heard = [];
      const { asked } = await aborted((sock, options) => {
        const parts = ask(sock, options);
        parts.write?.('x');
        parts.on('end', (error) => heard.push(error));
        return watch(parts.bytes());
      });
      assert.deepEqual(asked, { state: 'rejected', error: reason });
      assert.deepEqual(heard.map((error) => error?.name), ['AbortError']);
    });
  }

  test(`nothing is written to a stream that was aborted with ${shown}`, async () => {
    const { asked, ws } = await aborted((sock, options) => {
      const stream = sock.streamRequest('up', options);
      stream.write('x');
      const endless = (async function* () {
        await new Promise(() => {});
      })();
      return { stream, sent: watch(stream.send(endless)) };
    });
    assert.equal(ws.stream, 'p000000000000');
    assert.equal(asked.stream.write('y'), false);
    const ready = watch(asked.stream.ready);
    await settled();
    assert.equal(ws.stream, 'p000000000000');
    for (const outcome of [asked.sent, ready]) assert.deepEqual(outcome, { state: 'rejected', error: reason });
  });
}
