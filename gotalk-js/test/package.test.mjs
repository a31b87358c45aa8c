import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { EchoServer } from './support/echo-server.mjs';

// The package as `npm pack` makes it, installed in a project of its own.

const PACKAGE = fileURLToPath(new URL('..', import.meta.url));
const CONSUMER = `
  import { connection } from '@gotalk/client';
  const sock = connection(process.argv[2]);
  console.log(await sock.request('echo', 'hello'));
  sock.end();
`;
// Node has WebSocket from version 22 on; the package asks for that. Node 20 has it behind this option.
const WEB_SOCKET = typeof WebSocket === 'function' ? [] : ['--experimental-websocket'];

const execute = promisify(execFile);
const npm = (...args) => execute('npm', args, { cwd: PACKAGE, shell: process.platform === 'win32' });
const project = mkdtempSync(join(tmpdir(), 'gotalk-client-'));
const server = new EchoServer();
let packed;

before(async () => {
  await server.listen();
  [packed] = JSON.parse((await npm('pack', '--json', '--pack-destination', project)).stdout);
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }');
  writeFileSync(join(project, 'consumer.js'), CONSUMER);
  const tarball = join(project, packed.filename);
  await npm('install', '--prefix', project, '--offline', '--no-audit', '--no-fund', tarball);
});

after(async () => {
  await server.close();
  rmSync(project, { recursive: true });
});

async function run(file) {
  const { stdout } = await execute(process.execPath, [...WEB_SOCKET, '--no-warnings', join(project, file), server.address]);
  return stdout.trim();
}

test('the package holds dist, what npm adds, and nothing else', () => {
  const names = packed.files.map(({ path }) => path).sort();
  const dist = ['gotalk.d.mts', 'gotalk.d.ts', 'gotalk.js', 'gotalk.js.map', 'gotalk.mjs', 'gotalk.mjs.map'];
  assert.deepEqual(names, ['LICENSE', 'README.md', ...dist.map((name) => `dist/${name}`), 'package.json']);
});

test('a program in Node imports the package and talks to a server', async () => {
  assert.equal(await run('consumer.js'), 'hello');
});

test('a program that a bundler made of it talks to a server', async () => {
  await build({
    absWorkingDir: project,
    entryPoints: ['consumer.js'],
    outfile: 'bundle.js',
    bundle: true,
    minify: true,
    format: 'esm',
  });
  rmSync(join(project, 'node_modules'), { recursive: true });
  assert.equal(await run('bundle.js'), 'hello');
});
