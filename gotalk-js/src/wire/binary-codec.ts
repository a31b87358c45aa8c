import type { BinaryProtocol } from './codec.js';
import * as MsgType from './msg-type.js';
import { VERSION } from './protocol.js';
import { hexDigits, readHex } from './hex.js';
import { readHeader } from './header.js';
import { heartbeatHeader } from './text-codec.js';
import { encodeUtf8, latin1Bytes } from './text.js';

/** Messages without their payloads, as bytes. `gotalk.protocol.binary` */
export const binaryCodec: BinaryProtocol = Object.freeze({
  makeFixnum(value: number, digits: number) {
    return encodeUtf8(hexDigits(value, digits));
  },

  versionBuf: encodeUtf8(hexDigits(VERSION, 2)),

  parseVersion(bytes: Uint8Array) {
    return readHex(bytes, 0, 2, 'a version');
  },

  parseMsg(bytes: Uint8Array) {
    const header = readHeader(bytes);
    return { ...header, id: header.id === undefined ? undefined : latin1Bytes(header.id) };
  },

  makeMsg(t: number, id: string | Uint8Array | null, name: string | null, wait: number, size: number) {
    const idBytes = typeof id === 'string' ? latin1Bytes(id) : id || [];
    const nameBytes = name ? encodeUtf8(name) : [];
    const named = name ? hexDigits(nameBytes.length, 3) : '';
    const tail = (t === MsgType.RetryRes ? hexDigits(wait, 8) : '') + hexDigits(size, 8);
    return Uint8Array.of(t, ...idBytes, ...encodeUtf8(named), ...nameBytes, ...encodeUtf8(tail));
  },

  makeHeartbeatMsg(load: number) {
    return encodeUtf8(heartbeatHeader(load));
  },
});
