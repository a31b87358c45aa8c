import { textOf } from './text.js';
import type { Received } from './payload.js';

/** The value of a JSON payload; null where there is none. */
export function decodeJson(payload: Received, what: string): any {
  const text = textOf(payload);
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw Object.assign(new Error(`${what} must be JSON`, { cause }), { code: 'invalid-payload' });
  }
}

/** JSON text; undefined, which JSON has not, stands for no payload. */
export function encodeJson(value: unknown, what: string): string | undefined {
  try {
    return JSON.stringify(value);
  } catch (cause) {
    throw new TypeError(`${what} cannot be written as JSON: ${(cause as Error).message}`, { cause });
  }
}
