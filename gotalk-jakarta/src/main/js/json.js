import { decodeUtf8 } from './text.js';

/** The value of a JSON payload; null where there is none. */
export function decodeJson(payload, what) {
  if (payload === undefined || payload === null || payload.length === 0) return null;
  const text = typeof payload === 'string' ? payload : decodeUtf8(payload);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${what} must be JSON`, { cause });
  }
}

/** JSON text; undefined, which JSON has not, stands for no payload. */
export function encodeJson(value, what) {
  try {
    return JSON.stringify(value);
  } catch (cause) {
    throw new TypeError(`${what} cannot be written as JSON: ${cause.message}`, { cause });
  }
}
