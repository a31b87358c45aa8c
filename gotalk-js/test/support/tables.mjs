import { readFileSync } from 'node:fs';
import { TABLES } from './conformance.mjs';

const STREAMS = ['handshake', 'requests', 'results', 'notifications', 'heartbeats', 'protocol-errors', 'ids', 'limits', 'streams'];

/** The cases of the tables that hold however bytes are cut; their README says how they are written. */
export function cases() {
  return STREAMS.flatMap((table) => {
    const source = `gotalk-core/src/test/resources/conformance/${table}.txt`;
    const text = readFileSync(new URL(`${table}.txt`, TABLES), 'utf8');
    return text.split(/^(?=rule:)/m).filter((block) => block.startsWith('rule:')).map((block) => parsed(block, source));
  });
}

function parsed(block, source) {
  const found = { source, conforms: '', in: [], out: [], end: undefined };
  for (const line of block.split('\n').filter((line) => line !== '' && !line.startsWith('#'))) {
    const [, key, value] = /^([^:]+): *(.*)$/.exec(line);
    if (key === 'in') found.in.push(...bytesOf(value));
    else if (key === 'out') found.out.push(...bytesOf(value));
    else if (key === 'end') found.end = Number(value);
    else found[key] = value;
  }
  return { ...found, in: Uint8Array.from(found.in), out: Uint8Array.from(found.out) };
}

/** Blanks mean nothing, `\hh` is a byte, `{n*b}` is b, n times, and anything else its own UTF-8. */
function bytesOf(text) {
  const bytes = [];
  for (const [all, hex, count, repeated] of text.matchAll(/ |\\([0-9a-f]{2})|\{(\d+)\*([^}]*)\}|./gu)) {
    if (hex) bytes.push(parseInt(hex, 16));
    else if (count) for (let i = 0; i < Number(count); i++) bytes.push(...bytesOf(repeated));
    else if (all !== ' ') bytes.push(...Buffer.from(all));
  }
  return bytes;
}
