import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { WebSocket } from 'ws';
import { EchoServer } from './support/echo-server.mjs';
import { PackedProject } from './support/packed-project.mjs';

// What others make of the package: with TypeScript, and with Vite, built and in its development server.

const [major, minor] = process.versions.node.split('.').map(Number);
const skip = major === 20 && minor < 19 ? 'Vite needs Node 20.19 or newer' : false;
const project = new PackedProject();
before(() => project.install());
after(() => project.remove());

const RESOLUTIONS = [
  ['--module', 'nodenext'],
  ['--module', 'esnext', '--moduleResolution', 'bundler'],
  ['--module', 'esnext', '--moduleResolution', 'node10'],
];

for (const resolution of RESOLUTIONS) {
  test(`types are imported by name, and tsc --strict takes them, ${resolution.join(' ')}`, async () => {
    project.write('consumer.ts', readFileSync(new URL('types/consumer.ts', import.meta.url)));
    const options = ['--strict', '--noEmit', '--exactOptionalPropertyTypes', '--target', 'es2022'];
    const lib = ['--lib', 'es2022,dom,dom.iterable'];
    assert.equal(await project.tool('typescript/bin/tsc', ...options, ...lib, ...resolution, 'consumer.ts'), '');
  });
}

/** Runs a module as the page at https://host.example/app/index.html would, which got it from /app/assets/. */
const PAGE = `
  import { readFileSync } from 'node:fs';
  import vm from 'node:vm';
  const globals = { URL, TextEncoder, TextDecoder, performance, setTimeout, clearTimeout, queueMicrotask, console };
  const href = 'https://host.example/app/index.html';
  const context = vm.createContext({ ...globals, document: { baseURI: href, querySelector: () => null }, location: { href } });
  context.WebSocket = class { constructor(address) { console.log(address); } };
  const module = new vm.SourceTextModule(readFileSync(process.argv[2], 'utf8'), {
    context,
    initializeImportMeta: (meta) => (meta.url = 'https://host.example/app/assets/index.js'),
  });
  await module.link(() => {});
  await module.evaluate();
  process.exit();
`;

test('what Vite builds of it connects to gotalk/ beside the page, not to /assets/', { skip }, async () => {
  const { build } = await import('vite');
  project.write('index.html', '<script type="module" src="/main.js"></script>');
  project.write('main.js', `import { connection } from '@gotalk/client'; connection();`);
  project.write('page.mjs', PAGE);
  const polyfill = { modulePreload: { polyfill: false } };
  await build({ root: project.folder, configFile: false, logLevel: 'error', base: './', build: polyfill });
  const [bundle] = readdirSync(project.path('dist/assets'));
  assert.equal(await project.run('page.mjs', `dist/assets/${bundle}`), 'wss://host.example/app/gotalk/');
});

test("Vite's development server hands the connection on, as from the server's own page", { skip }, async (t) => {
  const { createServer } = await import('vite');
  const server = new EchoServer();
  await server.listen();
  t.after(() => server.close());
  const proxy = { '/gotalk': { target: server.address.replace('ws', 'http'), ws: true } };
  const vite = await createServer({
    root: project.folder,
    configFile: false,
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true },
    server: { port: 0, host: '127.0.0.1', proxy, watch: null },
  });
  t.after(() => vite.close());
  await vite.listen();
  const host = `127.0.0.1:${vite.httpServer.address().port}`;
  const ws = new WebSocket(`ws://${host}/gotalk/`, 'gotalk.v1', { origin: `http://${host}` });
  await once(ws, 'open');
  ws.send(Buffer.from('01r0000004echo00000002hi'));
  const answer = await new Promise((resolve) => {
    let all = '';
    ws.on('message', (data) => ((all += data), all.length === 17 && resolve(all)));
  });
  assert.equal(answer, '01R000000000002hi');
  assert.equal(server.handshake.host, host);
  assert.equal(server.handshake.origin, `http://${host}`);
  ws.close();
  await once(ws, 'close');
});
