import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { conforms } from './support/conformance.mjs';
import { FakeClock } from './support/fake-clock.mjs';
import { useFakeWebSocket } from './support/fake-websocket.mjs';
import { ADDRESS, ascii, FakeWebSocket, gotalk, HELLO, NO_SESSIONS, settled } from './support/peer.mjs';
import { cases } from './support/tables.mjs';

let clock;
beforeEach(() => (clock = new FakeClock().install()));
afterEach(() => clock.uninstall());

// The engine's tables, with gotalk.js as the side that answers. It has no limit of names, and takes a protocol
// error without a meaning for an invalid message, so that it closes with 4002.
const taken = cases().filter((row) => !('max name' in row) && !row.rule.includes('error without a meaning'));

for (const row of taken) {
  for (const [how, pieces] of [['at once', [row.in]], ['byte by byte', Array.from(row.in, (byte) => Uint8Array.of(byte))]]) {
    test(`${row.rule}: ${how}`, conforms(row.conforms, () => answersAsTheTableSays(row, pieces), row.source));
  }
}

async function answersAsTheTableSays(row, pieces) {
  useFakeWebSocket();
  const sock = gotalk.Sock(gotalk.Handlers());
  sock.handlers.handleBufferRequest('echo', (payload) => payload);
  sock.handlers.handleBufferNotification('note', (payload) => sock.bufferNotify('noted', payload));
  sock.handlers.handleStreamRequest('parts', async (stream) => {
    for await (const part of stream) stream.write(part);
  });
  sock.heartbeatInterval = 0;
  sock.maxPayload = Number(row['max payload'] ?? 1 << 20);
  sock.maxStreams = Number(row['max streams'] ?? 16);
  sock.open(ADDRESS);
  const ws = FakeWebSocket.last;
  ws.accept('gotalk.v1');
  const said = [];
  for (const piece of pieces) {
    const rest = said.length < 2 ? sayVersion(ws, piece, said) : piece;
    if (rest.length > 0) ws.receive(rest);
  }
  await settled();
  assertAnswered(ws.stream.replace(HELLO, ''), inTheWordsOfTheScript(ascii(row.out)), row.end);
  assert.equal(ws.closedWith, row.end);
}

/** No session follows a version. @returns what is left of the piece */
function sayVersion(ws, piece, said) {
  const version = piece.subarray(0, 2 - said.length);
  ws.receive(version);
  said.push(...version);
  if (said.length === 2) ws.receive(NO_SESSIONS);
  return piece.subarray(version.length);
}

/** Where the conversation ends, how much was answered before is a matter of speed. */
function assertAnswered(stream, out, end) {
  if (end) assert.ok(stream.startsWith('01') && stream.endsWith(out), `${stream} does not end with ${out}`);
  else assert.equal(stream, `01${out}`);
}

/** The same refusals, as the reference's library puts them, with the codes that peers of ours get. */
function inTheWordsOfTheScript(out) {
  return out
    .replace(/E(.{4})[0-9a-f]{8}unknown operation ("[^"]*")/gs, (all, id, name) => error(id, `no such operation ${name}`, 'unknown-operation'))
    .replace(/E(.{4})[0-9a-f]{8}payload of (".*?") has (\d+) bytes, the limit is (\d+)/gs, (all, id, name, size, limit) =>
      error(id, `the payload of ${name} has ${size} bytes; the limit is ${limit}`, 'too-large'),
    )
    .replace(/E(.{4})[0-9a-f]{8}(stream requests not supported|operation "[^"]*" takes no stream; request it as a whole)/gs, (all, id, text) =>
      error(id, text, 'unsupported'),
    );
}

function error(id, message, code) {
  const text = `${message}\x1f{"code":"${code}"}`;
  return `E${id}${text.length.toString(16).padStart(8, '0')}${text}`;
}
