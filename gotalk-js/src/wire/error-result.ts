import { errorText, type RequestError } from './errors.js';
import { encodeUtf8, textOf } from './text.js';
import type { Received } from './payload.js';
import { warnDeveloper } from '../platform/reporting.js';

/** Between the text and a JSON object with code and data. */
const SEPARATOR = '\x1f';
const CODE = /^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$/;
const MAX_DETAILS = 65536;

/** An error of this library's own. */
export function codedError(code: string, message: string): RequestError {
  return Object.assign(new Error(message), { code });
}

/**
 * What an error result says. The message, never the stack; to a peer that takes extensions, code and data, too. Data
 * goes with a code alone: other errors may have properties that are not meant for the peer.
 */
export function errorPayload(error: any, extended: boolean): string {
  const text = errorText(error);
  if (!extended) return text;
  const details = isCode(error?.code) ? detailsOf(error) : '{}';
  // The last separator is ours, so that a text with one cannot pass for code and data.
  return details === '{}' && !text.includes(SEPARATOR) ? text : text + SEPARATOR + details;
}

export function receivedError(payload: Received, extended: boolean): RequestError {
  const all = textOf(payload);
  const end = extended ? all.lastIndexOf(SEPARATOR) : -1;
  const details = end < 0 ? null : parsed(all.slice(end + 1));
  if (!details) return new Error(all);
  const error: RequestError = new Error(all.slice(0, end));
  if (isCode(details.code)) error.code = details.code;
  if (details.data !== undefined && details.data !== null) error.data = details.data;
  return error;
}

const isCode = (code: unknown): code is string => typeof code === 'string' && CODE.test(code);

function detailsOf({ code, data }: { code: string; data?: unknown }): string {
  try {
    const json = JSON.stringify({ code, data });
    if (encodeUtf8(json).length <= MAX_DETAILS) return json;
    warnDeveloper(`the data of error "${code}" has more than ${MAX_DETAILS} bytes and is not sent`);
  } catch (error) {
    warnDeveloper(`the data of error "${code}" cannot be written as JSON:`, error);
  }
  return JSON.stringify({ code });
}

function parsed(json: string): { code?: unknown; data?: unknown } | null {
  try {
    const value = JSON.parse(json);
    return value && typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
