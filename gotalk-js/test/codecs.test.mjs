import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ascii, bytes, gotalk } from './support/peer.mjs';

const { protocol } = gotalk;
const { binary, text } = protocol;

test('the constants are those of the protocol', () => {
  const letters = { SingleReq: 'r', StreamReq: 's', StreamReqPart: 'p', SingleRes: 'R', StreamRes: 'S', ErrorRes: 'E' };
  Object.assign(letters, { RetryRes: 'e', Notification: 'n', Heartbeat: 'h', ProtocolError: 'f' });
  for (const [name, letter] of Object.entries(letters)) {
    assert.equal(protocol[`MsgType${name}`], letter.charCodeAt(0));
  }
  assert.deepEqual(
    [protocol.ErrorAbnormal, protocol.ErrorUnsupported, protocol.ErrorInvalidMsg, protocol.ErrorTimeout],
    [0, 1, 2, 3],
  );
  assert.equal(protocol.Version, 1);
  assert.equal(protocol.HeartbeatMsgMaxLoad, 0xffff);
});

const HEADERS = [
  ['r', 'abcd', 'écho', 0, 5, 'rabcd005\xc3\xa9cho00000005'],
  ['n', null, 'x', 0, 0, 'n001x00000000'],
  ['R', '0001', null, 0, 0xffffffff, 'R0001ffffffff'],
  ['e', '0001', null, 0x80000000, 3, 'e00018000000000000003'],
  ['f', null, null, 0, 2, 'f00000002'],
];

test('both codecs write the same bytes, and read what they write', () => {
  for (const [letter, id, name, wait, size, expected] of HEADERS) {
    const t = letter.charCodeAt(0);
    const header = { t, id: id ?? undefined, name: name ?? undefined, wait, size };
    assert.equal(ascii(binary.makeMsg(t, id, name, wait, size)), expected);
    assert.equal(ascii(text.makeMsg(t, id, name, wait, size)), expected);
    assert.deepEqual(text.parseMsg(text.makeMsg(t, id, name, wait, size)), header);
    const read = binary.parseMsg(binary.makeMsg(t, id, name, wait, size));
    assert.deepEqual({ ...read, id: read.id && ascii(read.id) }, header);
  }
});

test('the binary codec takes any four bytes as an id', () => {
  const header = binary.makeMsg(protocol.MsgTypeSingleRes, Uint8Array.of(0, 127, 128, 255), null, 0, 0);
  assert.equal(ascii(header), 'R\x00\x7f\x80\xff00000000');
  assert.deepEqual(binary.parseMsg(header).id, Uint8Array.of(0, 127, 128, 255));
});

test('fixed numbers have leading zeros, and one that does not fit is refused', () => {
  assert.equal(text.makeFixnum(0xab, 4), '00ab');
  assert.deepEqual(binary.makeFixnum(1, 2), bytes('01'));
  assert.throws(() => text.makeFixnum(16, 1), /16 does not fit into 1 hex digits/);
  assert.throws(() => text.makeFixnum(-1, 8), RangeError);
});

test('versions are two hex digits', () => {
  assert.equal(text.versionBuf, '01');
  assert.deepEqual(binary.versionBuf, bytes('01'));
  assert.equal(text.parseVersion('0f'), 15);
  assert.equal(binary.parseVersion(bytes('FF')), 255);
  assert.throws(() => binary.parseVersion(bytes('0x')), /version/);
});

test('a header that is cut or wrong is refused', () => {
  assert.throws(() => binary.parseMsg(bytes('R0001000')), /13 bytes has only 8/);
  assert.throws(() => text.parseMsg('x'), /unknown message type/);
});

test('a heartbeat has its load within bounds and an unsigned time', (t) => {
  t.mock.method(Date, 'now', () => 3_000_000_000_000);
  assert.equal(text.makeHeartbeatMsg(2), 'h0002b2d05e00');
  assert.equal(ascii(binary.makeHeartbeatMsg(1e9)), 'hffffb2d05e00');
  assert.equal(text.parseMsg('h0002b2d05e00').size, 3_000_000_000);
  t.mock.method(Date, 'now', () => (2 ** 32 + 1) * 1000);
  assert.equal(text.makeHeartbeatMsg(0), 'h000000000001');
});

test('Buf is a Uint8Array of a size, a buffer or itself', () => {
  assert.deepEqual(gotalk.Buf(2), new Uint8Array(2));
  const buffer = bytes('ab').buffer;
  assert.equal(gotalk.Buf(buffer).buffer, buffer);
  const view = bytes('ab');
  assert.equal(gotalk.Buf(view), view);
});
