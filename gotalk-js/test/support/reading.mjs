export const decoded = (part) => (part instanceof Uint8Array ? new TextDecoder().decode(part) : part);

/** All parts of something that is read in parts, bytes as text, and how it ended: with 'end' or an error. */
export function reading(parts) {
  const seen = { parts: [] };
  const read = async () => {
    for await (const part of parts) seen.parts.push(decoded(part));
  };
  read().then(
    () => (seen.end = 'end'),
    (error) => (seen.end = error),
  );
  return seen;
}
