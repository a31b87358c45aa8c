/** A Uint8Array: `Buf(size)`, or a view of an ArrayBuffer; a Uint8Array is returned as it is. */
export function Buf(source) {
  return source instanceof Uint8Array ? source : new Uint8Array(source);
}
