import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { test } from 'node:test';

const SOURCES = new URL('../src/', import.meta.url);
const LAYERS = ['globals', 'platform', 'wire', 'framing', 'connection', 'calls', 'resume', 'streams', 'serving', 'options', 'caller', 'rooms', 'resumer', 'setup-run', 'session', 'sock', 'api', 'gotalk'];
const names = readdirSync(SOURCES, { recursive: true }).map((name) => name.replaceAll('\\', '/')).filter((name) => /\.m?ts$/.test(name));
const layerOf = (name) => LAYERS.indexOf(name.split('/')[0].replace(/\.\w+$/, ''));

/** What each source imports, by its path in src; types apart. */
function imports(name) {
  const statements = readFileSync(new URL(name, SOURCES), 'utf8').matchAll(/^import (type )?[^;]*? from '([^']+)';/gm);
  return [...statements].map(([, type, path]) => ({ isType: Boolean(type), to: posix.join(posix.dirname(name), path) }));
}

test('imports run downwards only', () => {
  assert.ok(names.length > 40);
  for (const name of names) {
    assert.notEqual(layerOf(name), -1, name);
    for (const { isType, to } of imports(name)) assert.ok(isType || layerOf(to) <= layerOf(name), `${name} imports ${to}`);
  }
});

test('no module below the API knows the Sock', () => {
  const knowing = names.filter((name) => imports(name).some(({ to }) => to === 'sock.js'));
  assert.deepEqual(knowing.sort(), ['api.ts', 'gotalk.mts']);
});
