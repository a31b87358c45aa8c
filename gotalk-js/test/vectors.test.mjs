import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import { conforms } from './support/conformance.mjs';
import { FakeClock } from './support/fake-clock.mjs';
import { useFakeWebSocket } from './support/fake-websocket.mjs';
import { ADDRESS, ascii, FakeWebSocket, gotalk, settled } from './support/peer.mjs';

// What the reference's browser library and Go server said to each other, byte for byte. Ours takes the client's part:
// it says the same, but for what the reference gets wrong, which is set right in `asOurs`.
const VECTORS = new URL('../../gotalk-core/src/test/resources/vectors/', import.meta.url);
const vectors = readdirSync(VECTORS).filter((name) => /^js-(binary|text)-(?!.*stream)/.test(name));
const { parseMsg, makeMsg } = gotalk.protocol.binary;

let clock;
beforeEach(() => {
  clock = new FakeClock().install();
  useFakeWebSocket();
});
afterEach(() => clock.uninstall());

for (const file of vectors) {
  test(`${file} goes as recorded`, conforms('recorded', async () => {
    const vector = JSON.parse(readFileSync(new URL(file, VECTORS), 'utf8'));
    await new Replay(vector).run();
  }));
}

class Replay {
  #steps;
  #sock;
  #ws;
  #expectedAnswers = [];
  #answers = [];
  #lastId;
  #toldToRetry = false;

  constructor({ name, steps }) {
    this.#steps = steps.filter((step) => step.opcode).map((step) => ({ ...step, bytes: Buffer.from(step.hex, 'hex') }));
    const codec = name.startsWith('js-text') ? gotalk.protocol.text : gotalk.protocol.binary;
    this.#sock = gotalk.Sock(clientHandlers(), codec);
    this.#sock.heartbeatInterval = 0;
    this.#sock.subprotocol = '';
  }

  async run() {
    this.#sock.open(ADDRESS);
    this.#ws = FakeWebSocket.last;
    this.#ws.accept();
    while (this.#steps.length > 0 && !this.#toldToRetry) {
      const step = this.#steps.shift();
      await (step.from === 'client' ? this.#client(step) : this.#server(step));
    }
    assert.deepEqual(this.#answers, this.#expectedAnswers);
    assert.deepEqual(this.#ws.sent, [], 'something else was sent');
    // Where the reference gives up the connection, ours waits as told.
    if (this.#toldToRetry) assert.equal(this.#ws.readyState, 1);
  }

  async #client(step) {
    if (step.opcode === 'close') {
      this.#sock.end();
      assert.equal(this.#ws.closedWith, step.bytes.readUInt16BE());
      return;
    }
    const payload = hasPayload(step) ? this.#steps.shift() : undefined;
    this.#act(step, payload);
    await settled();
    const expected = step.bytes.length === 2 ? step : this.#asOurs(step, payload);
    this.#assertSent(expected);
    if (payload) this.#assertSent(payload);
  }

  /** Where the client speaks first, the program makes it. */
  #act(step, payload) {
    const letter = ascii(step.bytes)[0];
    const data = payload && (payload.opcode === 'text' ? payload.bytes.toString() : new Uint8Array(payload.bytes));
    if (letter === 'r') {
      const heard = (error, result) => this.#answers.push(error ? `E ${error.message}` : `R ${result ? ascii(result) : ''}`);
      this.#sock.bufferRequest(parseMsg(step.bytes).name, data, heard);
    } else if (letter === 'n') {
      this.#sock.bufferNotify(parseMsg(step.bytes).name, data);
    } else if (letter === 'h') {
      Date.now = () => parseMsg(step.bytes).size * 1000;
      this.#sock.sendHeartbeat(parseMsg(step.bytes).wait / 0xffff);
    }
  }

  async #server(step) {
    if (step.opcode === 'close') {
      this.#ws.end(step.bytes.length > 0 ? step.bytes.readUInt16BE() : 1005);
      return;
    }
    const payload = hasPayload(step) ? this.#steps.shift() : undefined;
    const letter = ascii(step.bytes)[0];
    this.#lastId = letter === 'r' ? step.bytes.subarray(1, 5) : this.#lastId;
    if ('RE'.includes(letter)) this.#expectedAnswers.push(`${letter} ${payload ? ascii(payload.bytes) : ''}`);
    this.#toldToRetry = letter === 'e';
    this.#ws.receive(new Uint8Array(step.bytes));
    if (payload) this.#ws.receive(new Uint8Array(payload.bytes));
    await settled();
  }

  /** The reference counts UTF-16 units or worse, and cannot repeat the id of a binary request in text mode. */
  #asOurs(step, payload) {
    const { t, id, name, wait, size } = parseMsg(Buffer.from(step.bytes.toString('latin1').replace('0,0,0,0', '\0\0\0\0'), 'latin1'));
    if (t === gotalk.protocol.MsgTypeHeartbeat) return step;
    assert.equal(payload === undefined, size === 0);
    return { ...step, bytes: makeMsg(t, 'RE'.includes(ascii(step.bytes)[0]) ? this.#lastId : id, name, wait, payload?.bytes.length ?? 0) };
  }

  #assertSent({ opcode, bytes }) {
    const sent = this.#ws.sent.shift();
    assert.deepEqual([typeof sent === 'string' ? 'text' : 'binary', sent && ascii(sent)], [opcode, ascii(bytes)]);
  }
}

function hasPayload({ bytes, opcode }) {
  const text = ascii(bytes);
  return opcode !== 'close' && bytes.length > 2 && !/^[hf]/.test(text) && !text.endsWith('00000000');
}

/** The client that the recordings were made with. */
function clientHandlers() {
  const handlers = gotalk.Handlers();
  handlers.handleBufferRequest('client-upper', (payload, result) => {
    result(payload && new TextDecoder().decode(payload).toUpperCase());
  });
  handlers.handleBufferRequest('client-fail', (payload, result) => result.error(new Error('client says no')));
  return handlers;
}
