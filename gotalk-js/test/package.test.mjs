import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { after, before, test } from 'node:test';
import { EchoServer } from './support/echo-server.mjs';
import { PackedProject } from './support/packed-project.mjs';

const CONSUMER = `
  import { connection } from '@gotalk/client';
  const sock = connection(process.argv[2]);
  console.log(await sock.request('echo', 'hello'));
  sock.end();
`;

const project = new PackedProject();
const server = new EchoServer();

before(async () => {
  await server.listen();
  await project.install();
  project.write('consumer.js', CONSUMER);
});

after(async () => {
  await server.close();
  project.remove();
});

test('the package holds dist, what npm adds, and nothing else', () => {
  const names = project.packed.files.map(({ path }) => path).sort();
  const dist = ['gotalk.d.mts', 'gotalk.d.ts', 'gotalk.js', 'gotalk.js.map', 'gotalk.mjs', 'gotalk.mjs.map'];
  assert.deepEqual(names, ['LICENSE', 'README.md', ...dist.map((name) => `dist/${name}`), 'package.json']);
});

test('a program in Node imports the package and talks to a server', async () => {
  assert.equal(await project.run('consumer.js', server.address), 'hello');
});

test('a program that a bundler made of it talks to a server', async () => {
  await build({
    absWorkingDir: project.folder,
    entryPoints: ['consumer.js'],
    outfile: 'bundle.js',
    bundle: true,
    minify: true,
    format: 'esm',
  });
  project.uninstall();
  assert.equal(await project.run('bundle.js', server.address), 'hello');
});
