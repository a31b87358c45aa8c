import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import { conforms } from './support/conformance.mjs';
import { FakeClock } from './support/fake-clock.mjs';
import { ascii, bytes, connected, gotalk, settled } from './support/peer.mjs';

// What the reference's browser library and Go server said to each other in streams. Ours takes the client's part; its
// ids are its own, and once the answer has ended it sends nothing more: the Go server would close the connection.
const VECTORS = new URL('../../gotalk-core/src/test/resources/vectors/', import.meta.url);
const vectors = readdirSync(VECTORS).filter((name) => /^js-(binary|text)-.*stream/.test(name));
const { parseMsg } = gotalk.protocol.binary;

let clock;
beforeEach(() => (clock = new FakeClock().install()));
afterEach(() => clock.uninstall());

for (const file of vectors) {
  test(`${file} goes as recorded`, conforms('recorded', async () => {
    const vector = JSON.parse(readFileSync(new URL(file, VECTORS), 'utf8'));
    const { sock, ws } = await connected({ framing: file.startsWith('js-text') ? 'text' : 'binary' });
    const replay = { sock, ws, heard: [], expected: [], ids: new Map() };
    for (const message of messages(vector.steps)) {
      await (message.from === 'client' ? clientSays(replay, message) : serverSays(replay, message));
    }
    assert.deepEqual(replay.heard, replay.expected);
  }));
}

/** Headers with their payloads, in the order of the headers; a payload is the next frame of the same side. */
function messages(steps) {
  const frames = steps.filter(({ opcode }) => opcode && opcode !== 'close').map((step) => ({ ...step, data: Buffer.from(step.hex, 'hex') }));
  const found = [];
  for (let frame; (frame = frames.shift()); ) {
    if (frame.data.length === 2 && ascii(frame.data) === '01') continue;
    const header = parseMsg(frame.data);
    const at = header.size > 0 ? frames.findIndex(({ from }) => from === frame.from) : -1;
    found.push({ from: frame.from, opcode: frame.opcode, header, payload: at < 0 ? undefined : frames.splice(at, 1)[0] });
  }
  return found;
}

async function clientSays(replay, { header, opcode, payload }) {
  const { sock, ws, heard, ids } = replay;
  const letter = String.fromCharCode(header.t);
  const data = payload && (payload.opcode === 'text' ? payload.data.toString() : payload.data);
  const isOver = letter === 'p' && replay.expected.some((line) => /^end|^E/.test(line));
  if (letter === 's') {
    replay.stream = sock.streamRequest(header.name);
    replay.stream.on('data', (part) => heard.push(`S ${ascii(part)}`));
    replay.stream.on('end', (error) => heard.push(error ? `E ${error.message}` : 'end'));
    replay.stream.write(data);
  } else if (letter === 'p') {
    if (data === undefined) replay.stream.end();
    else replay.stream.write(data);
  } else {
    sock.bufferRequest(header.name, data, (error, result) => heard.push(`R ${ascii(result)}`));
  }
  await settled();
  const sent = ws.sent.splice(0);
  if (isOver) {
    assert.deepEqual(sent, []);
    return;
  }
  assert.equal(typeof sent[0] === 'string' ? 'text' : 'binary', opcode);
  const head = ascii(sent.shift());
  if (letter !== 'p') ids.set(ascii(header.id), head.slice(1, 5));
  const ours = ids.get(ascii(header.id));
  assert.equal(head, ascii(gotalk.protocol.binary.makeMsg(header.t, ours, header.name ?? null, 0, payload?.data.length ?? 0)));
  assert.deepEqual(sent.map((part) => [typeof part === 'string' ? 'text' : 'binary', ascii(part)]), payload ? [[payload.opcode, ascii(payload.data)]] : []);
}

async function serverSays({ ws, expected, ids }, { header, payload }) {
  const letter = String.fromCharCode(header.t);
  const isOver = expected.some((line) => line.startsWith('E'));
  if (payload) expected.push(`${letter} ${payload.data}`);
  else if (!isOver) expected.push('end');
  const ours = ids.get(ascii(header.id));
  ws.receive(gotalk.protocol.binary.makeMsg(header.t, ours, null, 0, header.size), ...(payload ? [bytes(ascii(payload.data))] : []));
  await settled();
}
