import { MsgType, VERSION } from './protocol.js';
import { hexDigits, readHex } from './hex.js';
import { readHeader } from './header.js';
import { heartbeatHeader } from './codec-text.js';
import { encodeUtf8, latin1Bytes } from './text.js';

/** Messages without their payloads, as bytes. `gotalk.protocol.binary` */
export const binaryCodec = Object.freeze({
  makeFixnum(value, digits) {
    return encodeUtf8(hexDigits(value, digits));
  },

  versionBuf: encodeUtf8(hexDigits(VERSION, 2)),

  parseVersion(bytes) {
    return readHex(bytes, 0, 2, 'a version');
  },

  parseMsg(bytes) {
    const header = readHeader(bytes);
    return header.id === undefined ? header : { ...header, id: latin1Bytes(header.id) };
  },

  makeMsg(t, id, name, wait, size) {
    const idBytes = typeof id === 'string' ? latin1Bytes(id) : id || [];
    const nameBytes = name ? encodeUtf8(name) : [];
    const named = name ? hexDigits(nameBytes.length, 3) : '';
    const tail = (t === MsgType.RetryRes ? hexDigits(wait, 8) : '') + hexDigits(size, 8);
    return Uint8Array.of(t, ...idBytes, ...encodeUtf8(named), ...nameBytes, ...encodeUtf8(tail));
  },

  makeHeartbeatMsg(load) {
    return encodeUtf8(heartbeatHeader(load));
  },
});
