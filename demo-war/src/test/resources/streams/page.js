'use strict';

// Each check throws where something is not as it should be.

const handlers = gotalk.Handlers();
handlers.handleStreamRequest('upper', async function* (stream) {
  for await (const part of stream) yield new TextEncoder().encode(decoded(part).toUpperCase());
});

const sock = gotalk.Sock(handlers);
const framed = location.hash === '#no-subprotocol';
if (framed) sock.subprotocol = '';
sock.open();

const MIB = 1024 * 1024;
const decoded = (part) => new TextDecoder().decode(part);

function same(actual, expected) {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new Error(`${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
  }
}

async function textsOf(parts) {
  const texts = [];
  for await (const part of parts) texts.push(decoded(part));
  return texts;
}

const checks = {
  async 'parts come back as they are'() {
    const stream = sock.streamRequest('echo');
    ['one', 'zwölf', '😀'].forEach((part) => stream.write(part));
    stream.end();
    same(await textsOf(stream), ['one', 'zwölf', '😀']);
  },
  async 'events tell of parts and of the end'() {
    const heard = [];
    await new Promise((resolve) => {
      const stream = sock.streamRequest('echo');
      stream.on('data', (part) => heard.push(decoded(part)));
      stream.on('end', (error) => resolve(heard.push(error)));
      stream.write('x');
      stream.end();
    });
    same(heard, ['x', null]);
  },
  async 'an empty stream has an empty answer'() {
    const stream = sock.streamRequest('echo');
    stream.end();
    same(await textsOf(stream), []);
  },
  async 'a file of 20 MiB arrives, with progress, while small requests are answered'() {
    const file = new File([new Uint8Array(20 * MIB)], 'zeros');
    const stream = sock.streamRequest('count', { timeout: 60_000 });
    let last = 0;
    const sending = stream.send(file, { progress: (sent) => (last = sent) });
    same(await sock.request('numbers'), 1);
    await sending;
    stream.end();
    same([last, await stream.json()], [20 * MIB, 20 * MIB]);
  },
  async 'a readable stream is a source'() {
    const stream = sock.streamRequest('count');
    await stream.send(new Blob(['x'.repeat(MIB)]).stream());
    stream.end();
    same(await stream.json(), MIB);
  },
  async 'the early end of an answer ends the request'() {
    const stream = sock.streamRequest('first part');
    stream.write('first');
    same(decoded(await stream.result), 'first');
    same(await stream.ready.catch((error) => error.name), 'StreamEndedError');
  },
  async 'an error midway comes after the parts before'() {
    const stream = sock.streamRequest('fail midway');
    stream.write('a');
    const parts = [];
    try {
      for await (const part of stream) parts.push(decoded(part));
    } catch (error) {
      parts.push(error.message);
    }
    same(parts, ['a', 'no more, 😀']);
  },
  async 'a single request may be answered in parts'() {
    const numbers = [];
    for await (const number of sock.requestParts('numbers').values()) numbers.push(number);
    same(numbers, [1, 2, 3]);
    same(await sock.request('numbers'), 1);
  },
  async 'ten MiB come down in parts'() {
    let size = 0;
    for await (const part of sock.requestParts('much')) size += part.length;
    same(size, 10 * MIB);
  },
  async 'who stops reading is left in peace'() {
    for await (const part of sock.requestParts('much')) {
      same(part.length, 65_536);
      break;
    }
    same(await sock.request('numbers'), 1);
  },
  async 'an operation that does not exist says so'() {
    const stream = sock.streamRequest('nothing');
    stream.write('x');
    same(/nothing/.test(await stream.result.catch((error) => error.message)), true);
  },
  async 'the server may send the page a stream'() {
    if (!framed) same(await sock.request('ask the page', 'one zwölf'), 'ONEZWÖLF');
  },
};

/** What is wrong. */
async function problems() {
  const found = [];
  for (const [name, check] of Object.entries(checks)) {
    await check().catch((error) => found.push(`${name}: ${error.message}`));
  }
  return found;
}
