const encoder = new TextEncoder();
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
const strict = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/** Text for people and for JSON: broken sequences become U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): string {
  return lenient.decode(bytes);
}

/** Names decide which code runs, so a broken one is refused rather than repaired. */
export function decodeName(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    throw new Error('a name is not valid UTF-8');
  }
}

/** The text of a payload; empty where there is none. */
export function textOf(payload: Uint8Array | string | null | undefined): string {
  return payload instanceof Uint8Array ? decodeUtf8(payload) : payload || '';
}

/** One character a byte: request ids are opaque bytes, and strings are what maps and people can handle. */
export function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

export function latin1Bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

export function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}
