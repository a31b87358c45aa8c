import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gotalk } from './support/peer.mjs';

const GUIDE = readFileSync(new URL('../../docs/browser.md', import.meta.url), 'utf8');
const UNITS = { '': 1, s: 1000, MiB: 1 << 20 };

test('the limits in docs/browser.md are those of a Sock, with their defaults', () => {
  const rows = GUIDE.slice(GUIDE.indexOf('## Limits')).matchAll(/^\| `(\w+)`(?: ⁺)? \| (\d+) ?(\w*) \|/gm);
  const documented = Object.fromEntries([...rows].map(([, name, value, unit]) => [name, value * UNITS[unit]]));
  const { options } = gotalk.Sock();
  const actual = { heartbeatInterval: options.heartbeatInterval };
  for (const [name, value] of Object.entries(options)) if (typeof value === 'number') actual[name] = value;
  assert.deepEqual(documented, actual);
});

test('what docs/browser.md shows of gotalk and its socks exists', () => {
  const sock = gotalk.Sock();
  const code = GUIDE.match(/```js[^]*?```|`[^`\n]+`/g).join('\n');
  const missing = [...code.matchAll(/\b(gotalk|sock)\.(\w+)/g)].filter(([, object, name]) => !(name in (object === 'sock' ? sock : gotalk)));
  const files = ['js', 'mjs', 'd', 'v1'];
  assert.deepEqual(missing.map(([all, , name]) => (files.includes(name) ? '' : all)).filter(Boolean), []);
});
