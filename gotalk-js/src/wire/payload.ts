import { encodeJson } from './json.js';
import { encodeUtf8 } from './text.js';

/** A payload to send: bytes, or a string for its UTF-8; nothing for an empty one. */
export type Payload = string | ArrayBuffer | ArrayBufferView | Blob | null | undefined;

/**
 * A payload that came: a string where the peer sent it as text (only with the text codec), else bytes; undefined where
 * it is empty.
 */
export type Received = Uint8Array<ArrayBuffer> | string | undefined;

/** A payload as a framing takes it; undefined for an empty one. */
export type NormalPayload = string | Uint8Array | Blob | undefined;

export const isBlob = (value: unknown): value is Blob => typeof Blob === 'function' && value instanceof Blob;

export function normalPayload(value: Payload): NormalPayload {
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
export function payloadSize(payload: NormalPayload): number {
  if (payload === undefined) return 0;
  if (typeof payload === 'string') return encodeUtf8(payload).length;
  return isBlob(payload) ? payload.size : payload.length;
}

/** A payload that has to wait, or may be sent again, must not change with the caller's buffer. */
export function keptPayload(payload: NormalPayload): NormalPayload {
  return payload instanceof Uint8Array ? payload.slice() : payload;
}

/** Bytes as they are, any other value as JSON. */
export function encodeValue(value: unknown, what: string): NormalPayload {
  const isBytes = isBlob(value) || value instanceof ArrayBuffer || ArrayBuffer.isView(value);
  return normalPayload(isBytes ? value : encodeJson(value, what));
}
