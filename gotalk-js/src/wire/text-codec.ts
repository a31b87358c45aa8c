import type { Protocol } from './codec.js';
import * as MsgType from './msg-type.js';
import { HEARTBEAT_MAX_LOAD, VERSION } from './protocol.js';
import { hexDigits, readHex } from './hex.js';
import { readHeader } from './header.js';
import { encodeUtf8, latin1 } from './text.js';

/** Messages without their payloads, as strings. `gotalk.protocol.text` */
export const textCodec: Protocol<string> = Object.freeze({
  makeFixnum: hexDigits,

  versionBuf: hexDigits(VERSION, 2),

  parseVersion(text: string) {
    return readHex(encodeUtf8(text), 0, 2, 'a version');
  },

  parseMsg(text: string) {
    return readHeader(encodeUtf8(text));
  },

  makeMsg(t: number, id: string | Uint8Array | null, name: string | null, wait: number, size: number) {
    const named = name ? hexDigits(encodeUtf8(name).length, 3) + name : '';
    const waiting = t === MsgType.RetryRes ? hexDigits(wait, 8) : '';
    const idText = id && typeof id !== 'string' ? latin1(id) : id || '';
    return String.fromCharCode(t) + idText + named + waiting + hexDigits(size, 8);
  },

  makeHeartbeatMsg: heartbeatHeader,
});

/** Heartbeat times are unsigned 32 bits of seconds and start again at 0 in the year 2106. */
export function heartbeatHeader(load: number): string {
  const bounded = Math.min(Math.max(Math.round(load), 0), HEARTBEAT_MAX_LOAD);
  const seconds = Math.round(Date.now() / 1000) % 2 ** 32;
  return `h${hexDigits(bounded, 4)}${hexDigits(seconds, 8)}`;
}
