import { HEARTBEAT_MAX_LOAD, MsgType, VERSION } from './protocol.js';
import { hexDigits, readHex } from './hex.js';
import { readHeader } from './header.js';
import { encodeUtf8, latin1 } from './text.js';

/** Messages without their payloads, as strings. `gotalk.protocol.text` */
export const textCodec = Object.freeze({
  makeFixnum: hexDigits,

  versionBuf: hexDigits(VERSION, 2),

  parseVersion(text) {
    return readHex(encodeUtf8(text), 0, 2, 'a version');
  },

  parseMsg(text) {
    return readHeader(encodeUtf8(text));
  },

  makeMsg(t, id, name, wait, size) {
    const named = name ? hexDigits(encodeUtf8(name).length, 3) + name : '';
    const waiting = t === MsgType.RetryRes ? hexDigits(wait, 8) : '';
    const idText = id && typeof id !== 'string' ? latin1(id) : id || '';
    return String.fromCharCode(t) + idText + named + waiting + hexDigits(size, 8);
  },

  makeHeartbeatMsg(load) {
    return heartbeatHeader(load);
  },
});

/** Heartbeat times are unsigned 32 bits of seconds and start again at 0 in the year 2106. */
export function heartbeatHeader(load) {
  const bounded = Math.min(Math.max(Math.round(load), 0), HEARTBEAT_MAX_LOAD);
  const seconds = Math.round(Date.now() / 1000) % 2 ** 32;
  return `h${hexDigits(bounded, 4)}${hexDigits(seconds, 8)}`;
}
