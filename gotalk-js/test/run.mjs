// Runs all tests, and those that need no module of their own again with the script that browsers get.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Node 20 knows no TypeScript. The two entries are tested in dist/. */
async function transpile() {
  const names = readdirSync(here('../src'), { recursive: true }).filter((name) => name.endsWith('.ts') && name !== 'gotalk.ts');
  await build({
    entryPoints: names.map((name) => here(`../src/${name}`)),
    outbase: here('../src'),
    outdir: here('../target/modules'),
    target: 'es2022',
    sourcemap: 'inline',
    define: { GOTALK_VERSION: '"0.0.0-test"' },
  });
}

function run(files, reporter, env) {
  const { status } = spawnSync(process.execPath, ['--enable-source-maps', '--test', `--test-reporter=${reporter}`, ...files], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (status !== 0) process.exit(1);
}

await transpile();
// Each file by its name: what a folder or a pattern means to the runner depends on its version.
const files = readdirSync(here('.')).filter((name) => name.endsWith('.test.mjs')).map((name) => here(name));
const throughApi = files.filter((file) => {
  const text = readFileSync(file, 'utf8');
  return text.includes('support/peer.mjs') && !text.includes('target/modules');
});
run(files, 'spec');
run(throughApi, 'dot', { GOTALK_SCRIPT: 'gotalk.mjs', GOTALK_CONFORMANCE_FOLDER: '' });
