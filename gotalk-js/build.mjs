// Makes dist/ of the sources. With --check it writes nothing there and fails where dist/ is not what they make.
import { generateDtsBundle } from 'dts-bundle-generator';
import { build } from 'esbuild';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';

const folder = fileURLToPath(new URL('.', import.meta.url));
const { version } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8'));
/** @returns the contents of the bundle and its source map, by name */
async function bundle(entry, format, name) {
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: [entry],
    outfile: `dist/${name}`,
    bundle: true,
    format,
    minify: true,
    sourcemap: true,
    target: 'es2022',
    charset: 'utf8',
    define: { GOTALK_VERSION: JSON.stringify(version) },
    banner: { js: `/*! gotalk.js ${version}, MIT licence */` },
    write: false,
  });
  return Object.fromEntries(outputFiles.map(({ path, text }) => [basename(path), text]));
}

function declarations() {
  const [module] = generateDtsBundle([{ filePath: `${folder}src/gotalk.mts`, output: { noBanner: true } }], {
    preferredConfigPath: `${folder}tsconfig.json`,
  });
  // tsc has emitted this one; it imports the other.
  const script = readFileSync(`${folder}target/declarations/gotalk.d.ts`, 'utf8');
  return { 'gotalk.d.mts': classesAsTypes(module), 'gotalk.d.ts': script };
}

/** The bundler of declarations takes type exports for values; no class is one. */
function classesAsTypes(module) {
  const names = [...module.matchAll(/^export declare class (\w+)/gm)].map(([, name]) => name);
  return module.replace(/^export declare class/gm, 'declare class') + `export type { ${names.join(', ')} };\n`;
}

async function made() {
  return {
    ...(await bundle('src/gotalk.ts', 'iife', 'gotalk.js')),
    ...(await bundle('src/gotalk.mts', 'esm', 'gotalk.mjs')),
    ...declarations(),
  };
}

function write(files) {
  rmSync(`${folder}dist`, { recursive: true, force: true });
  mkdirSync(`${folder}dist`);
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(`${folder}dist/${name}`, text);
    writeFileSync(`${folder}dist/${name}.gz`, gzipSync(text, { level: 9 }));
  }
}

/** What zlib makes differs between its versions, so only what was compressed is compared. */
function differences(files) {
  const read = (name) => (existsSync(`${folder}dist/${name}`) ? readFileSync(`${folder}dist/${name}`) : undefined);
  const expected = Object.keys(files).flatMap((name) => [name, `${name}.gz`]);
  return [...new Set([...expected, ...readdirSync(`${folder}dist`)])].filter((name) => {
    const text = files[name.replace(/\.gz$/, '')];
    const found = read(name);
    return !found || text === undefined || !(name.endsWith('.gz') ? gunzipSync(found) : found).equals(Buffer.from(text));
  });
}

const files = await made();
if (process.argv.includes('--check')) {
  const wrong = differences(files);
  if (wrong.length > 0) {
    console.error(`dist/ is not what the sources make: ${wrong.join(', ')}. Run "npm run build" and commit dist/.`);
    process.exitCode = 1;
  }
} else {
  write(files);
}
