import { encodeJson } from './json.js';
import { encodeUtf8 } from './text.js';

export const isBlob = (value) => typeof Blob === 'function' && value instanceof Blob;

/** A payload as it is handed to a framing: a string, a Uint8Array or a Blob; undefined for an empty one. */
export function normalPayload(value) {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'string') return value;
  if (isBlob(value)) return value.size === 0 ? undefined : value;
  if (ArrayBuffer.isView(value)) {
    return value.byteLength === 0 ? undefined : new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  }
  if (value instanceof ArrayBuffer) {
    return value.byteLength === 0 ? undefined : new Uint8Array(value);
  }
  throw new TypeError(`a payload must be a string, ArrayBuffer, typed array or Blob, got ${typeof value}`);
}

/** Bytes on the wire: UTF-8 for a string, whatever the framing. */
export function payloadSize(payload) {
  if (payload === undefined) return 0;
  if (typeof payload === 'string') return encodeUtf8(payload).length;
  return payload.size ?? payload.length;
}

/** A payload that has to wait, or may be sent again, must not change with the caller's buffer. */
export function keptPayload(payload) {
  return payload instanceof Uint8Array ? payload.slice() : payload;
}

/** Bytes as they are, any other value as JSON. */
export function encodeValue(value, what) {
  const isBytes = isBlob(value) || value instanceof ArrayBuffer || ArrayBuffer.isView(value);
  return normalPayload(isBytes ? value : encodeJson(value, what));
}
