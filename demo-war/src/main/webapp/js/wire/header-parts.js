const SIZE = 8;
const NAME_LENGTH = 3;

/** A header cut into the parts of the protocol's grammar: a list of `[what it is, its text]`. */
export function headerParts({ type, header, name = '' }) {
  switch (type) {
    case 'version':
      return [['version', header]];
    case 'h':
      return cut(header, ['type', 1], ['load', 4], ['time', SIZE]);
    case 'f':
      return cut(header, ['type', 1], ['code', SIZE]);
    case 'n':
      return cut(header, ['type', 1], ['name length', NAME_LENGTH], ['name', name.length], ['payload size', SIZE]);
    case 'e':
      return cut(header, ['type', 1], ['id', header.length - 1 - 2 * SIZE], ['wait', SIZE], ['payload size', SIZE]);
    case 'r':
    case 's':
      return cut(
        header,
        ['type', 1],
        ['id', header.length - 1 - NAME_LENGTH - name.length - SIZE],
        ['name length', NAME_LENGTH],
        ['operation', name.length],
        ['payload size', SIZE],
      );
    default:
      return cut(header, ['type', 1], ['id', header.length - 1 - SIZE], ['payload size', SIZE]);
  }
}

function cut(header, ...parts) {
  let at = 0;
  return parts.map(([what, length]) => {
    const text = header.slice(at, at + length);
    at += length;
    return [what, text];
  });
}
