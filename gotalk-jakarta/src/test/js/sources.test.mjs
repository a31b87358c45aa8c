import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const SOURCES = new URL('../../main/js/', import.meta.url);
const PARTS = readFileSync(new URL('modules.txt', SOURCES), 'utf8').trim().split('\n');
const names = readdirSync(SOURCES).filter((name) => name.endsWith('.js'));
const linesOf = (name) => readFileSync(new URL(name, SOURCES), 'utf8').split('\n');

// What the assembly relies on: it joins the modules line by line into one scope.

test('every module is part of the script', () => {
  assert.deepEqual([...PARTS].sort(), [...names].sort());
});

test('an import is one line of names from a neighbour, and an export is a prefix', () => {
  for (const name of names) {
    for (const line of linesOf(name)) {
      if (/^\s*import\b/.test(line)) assert.match(line, /^import \{ [\w, ]+ \} from '\.\/[a-z0-9-]+\.js';$/, name);
      if (/^\s*export\b/.test(line)) assert.match(line, /^export (const|let|class|(async )?function\*?) \w/, name);
    }
  }
});

test('comments have lines of their own, and no code begins like one', () => {
  for (const name of names) {
    let inside = false;
    for (const line of linesOf(name)) {
      const text = line.trim();
      if (text.startsWith('/*')) inside = true;
      assert.equal(/^(\/\*\*|\*)/.test(text), inside, `${name}: ${line}`);
      if (text.endsWith('*/')) inside = false;
    }
  }
});

test('top-level names are unique over all modules', () => {
  const seen = new Map();
  for (const name of names) {
    for (const line of linesOf(name)) {
      const declared = /^(?:export )?(?:const|let|class|(?:async )?function\*?) (\w+)/.exec(line)?.[1];
      if (!declared) continue;
      assert.equal(seen.get(declared), undefined, `${declared} in ${name} and ${seen.get(declared)}`);
      seen.set(declared, name);
    }
  }
});
