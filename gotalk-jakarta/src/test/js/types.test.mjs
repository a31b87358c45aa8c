import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gotalk } from './support/peer.mjs';

const read = (name) => readFileSync(new URL(`../../main/js/${name}`, import.meta.url), 'utf8');
const declarations = read('gotalk.d.ts').replace(/\/\*\*[^]*?\*\//g, '');

/** The lines of a block, without those nested deeper. */
function members(opening, indent) {
  const start = declarations.indexOf(opening);
  assert.notEqual(start, -1, opening);
  const body = declarations.slice(start + opening.length, declarations.indexOf(`\n${' '.repeat(indent - 2)}}`, start));
  return body.split('\n').filter((line) => line.startsWith(' '.repeat(indent)) && line[indent] !== ' ').map((line) => line.trim());
}

const valuesOf = (lines) => [...new Set(lines.map((line) => /^(?:const|let|function|namespace) (\w+)/.exec(line)?.[1]).filter(Boolean))];
const membersOf = (lines) => [...new Set(lines.map((line) => /^(?:readonly )?(\w+)[?:(<]/.exec(line)?.[1]).filter(Boolean))];

test('every value that is declared exists, and every one that exists is declared', () => {
  const declared = valuesOf(members('declare namespace gotalk {', 2));
  assert.deepEqual(declared.sort(), Object.keys(gotalk).sort());
});

test('every constant and codec of the protocol is declared', () => {
  assert.deepEqual(valuesOf(members('namespace protocol {', 4)).sort(), Object.keys(gotalk.protocol).sort());
  for (const codec of [gotalk.protocol.binary, gotalk.protocol.text]) {
    assert.deepEqual(membersOf(members('interface Protocol<T = any> {', 4)).sort(), Object.keys(codec).sort());
  }
});

/** Names of an object and its classes, but not of Object. */
function namesOf(object) {
  const names = new Set();
  for (let at = object; at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    Object.getOwnPropertyNames(at).forEach((name) => names.add(name));
  }
  names.delete('constructor');
  return [...names].sort();
}

test('what is declared of a Sock, its events and Handlers is what they have', () => {
  const events = membersOf(members('interface EventEmitter<Events> {', 4));
  const sock = membersOf(members('interface Sock extends EventEmitter<SockEventMap> {', 4));
  assert.deepEqual([...events, ...sock].sort(), namesOf(gotalk.Sock()));
  assert.deepEqual(membersOf(members('interface Handlers {', 4)).sort(), namesOf(gotalk.Handlers()));
});

test('the declared exports of the module are those that it has', async () => {
  const exported = [...read('gotalk.d.mts').matchAll(/^export import (\w+) = gotalk\.(\w+);$/gm)];
  exported.forEach(([, as, name]) => assert.equal(as, name));
  const module = await import(new URL('../../../target/script/gotalk.mjs', import.meta.url));
  const names = Object.keys(module).filter((name) => name !== 'default');
  assert.deepEqual(exported.map(([, name]) => name).sort(), names.sort());
});
