/** `value` in exactly `digits` lower-case hex digits. */
export function hexDigits(value: number, digits: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 16 ** digits) {
    throw new RangeError(`${value} does not fit into ${digits} hex digits`);
  }
  return value.toString(16).padStart(digits, '0');
}

/** The unsigned number whose hex digits, in either case, are `bytes[start..end)`; up to 32 bits without a sign. */
export function readHex(bytes: Uint8Array, start: number, end: number, what: string): number {
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = hexValue(bytes[i]);
    if (digit < 0) {
      throw new Error(`${what} must be ${end - start} hex digits`);
    }
    value = value * 16 + digit;
  }
  return value;
}

function hexValue(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}
