import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { gotalk } from './support/peer.mjs';

const FOLDER = fileURLToPath(new URL('types/', import.meta.url));
const config = ts.getParsedCommandLineOfConfigFile(`${FOLDER}tsconfig.json`, {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: assert.fail });
const program = ts.createProgram(config.fileNames, config.options);
const checker = program.getTypeChecker();
const declarations = program.getSourceFiles().filter(({ fileName }) => /\/main\/js\/.*\.d\.ts$/.test(fileName));
const namespace = checker.getSymbolAtLocation(declarations[0].statements.find(ts.isModuleDeclaration).name);

test('TypeScript takes programs that use what is declared, and refuses those that use it wrongly', () => {
  const found = [...config.errors, ...ts.getPreEmitDiagnostics(program)];
  assert.deepEqual(found.map((one) => ts.flattenDiagnosticMessageText(one.messageText, '\n')), []);
});

test('the programs use every name that is declared', () => {
  const used = new Set(readdirSync(FOLDER).flatMap((name) => readFileSync(FOLDER + name, 'utf8').match(/\w+/g)));
  const declared = declarations.flatMap((file) => namesIn(file).filter((name) => !used.has(name)));
  assert.deepEqual(declared, []);
});

/** Of types, values and members, but not of parameters. */
function namesIn(node) {
  const isName = ts.isIdentifier(node) && node.parent.name === node && !ts.isParameter(node.parent) && !ts.isTypeParameterDeclaration(node.parent);
  const names = isName ? [node.text] : [];
  ts.forEachChild(node, (child) => void names.push(...namesIn(child)));
  return names;
}

const valuesOf = (symbol) => [...symbol.exports.values()].filter(({ flags }) => flags & ts.SymbolFlags.Value).map(({ name }) => name).sort();

test('every value that is declared exists, and every one that exists is declared', () => {
  assert.deepEqual(valuesOf(namespace), Object.keys(gotalk).sort());
  assert.deepEqual(valuesOf(namespace.exports.get('protocol')), Object.keys(gotalk.protocol).sort());
});

const sock = gotalk.Sock();
const objects = {
  Sock: sock,
  Handlers: gotalk.Handlers(),
  KeepAlive: gotalk.Sock().openKeepAlive('ws://host.example/').keepalive,
  StreamRequest: sock.streamRequest('a', { timeout: 0 }),
  Parts: sock.requestParts('a', undefined, { timeout: 0 }),
};
objects.KeepAlive.disable();

for (const [type, object] of Object.entries(objects)) {
  test(`what is declared of ${type} is what it has`, () => {
    const members = checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(namespace.exports.get(type)));
    const declared = members.map(({ name }) => name.replace(/^__@(\w+)@.*/, 'Symbol.$1'));
    assert.deepEqual(declared.sort(), namesOf(object));
  });
}

for (const codec of ['binary', 'text']) {
  test(`what is declared of a codec is what ${codec} has`, () => {
    const members = checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(namespace.exports.get('Protocol')));
    assert.deepEqual(members.map(({ name }) => name).sort(), namesOf(gotalk.protocol[codec]));
  });
}

/** Names of an object and its classes, but not of Object. */
function namesOf(object) {
  const names = new Set();
  for (let at = object; at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    Reflect.ownKeys(at).forEach((name) => names.add(typeof name === 'symbol' ? name.description : name));
  }
  names.delete('constructor');
  return [...names].sort();
}

test('the declared exports of the module are those that it has', async () => {
  const module = await import(new URL('../../../target/script/gotalk.mjs', import.meta.url));
  const source = program.getSourceFile(config.fileNames.find((name) => name.endsWith('.mts'))).imports?.[0];
  const declared = checker.getExportsOfModule(checker.getSymbolAtLocation(source));
  assert.deepEqual(declared.map(({ name }) => name).sort(), Object.keys(module).sort());
});
