import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import ts from 'typescript';

// The script that browsers get, beside the one that people read: the same program, with other names for what nobody sees.

const SCRIPT = new URL('../../../target/script/', import.meta.url);
const read = (name) => readFileSync(new URL(name, SCRIPT), 'utf8');

/** docs/browser.md states the size. To grow past this takes a decision. */
const MOST_KIB = 12.75;

test(`gotalk.js has at most ${MOST_KIB} KiB, compressed`, () => {
  const size = gzipSync(read('gotalk.js'), { level: 9 }).length / 1024;
  assert.ok(size <= MOST_KIB, `${size.toFixed(2)} KiB`);
});

for (const [compact, readable] of [['gotalk.js', 'gotalk.debug.js'], ['gotalk.mjs', 'gotalk.debug.mjs']]) {
  test(`${compact} and ${readable} are one program, and each name means the same in both`, () => {
    const [ours, theirs] = [meanings(compact), meanings(readable)];
    assert.equal(ours.length, theirs.length);
    for (let i = 0; i < ours.length; i++) {
      assert.deepEqual(ours[i].what, theirs[i].what, `near ${theirs[i].near}`);
    }
  });
}

/** Every leaf of the syntax tree, and for a variable or private member the place of its declaration among the leaves. */
function meanings(name) {
  const file = name.replace('.mjs', '.m.js');
  const host = ts.createCompilerHost({});
  const source = ts.createSourceFile(file, read(name), ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  host.getSourceFile = (asked) => (asked === file ? source : undefined);
  const options = { allowJs: true, noLib: true, noResolve: true, types: [], target: ts.ScriptTarget.Latest };
  const program = ts.createProgram([file], options, host);
  assert.deepEqual(program.getSyntacticDiagnostics(source).map(({ messageText }) => messageText), []);
  const checker = program.getTypeChecker();
  const leaves = [];
  collect(source, leaves, []);
  const places = new Map(leaves.map(({ node }, i) => [node, i]));
  return leaves.map(({ node, path }) => ({
    what: [path, isOfOurs(node) ? declaredAt(checker, node, places) : text(node)],
    near: source.text.slice(node.pos, node.end + 60),
  }));
}

/** In a shorthand the property and the variable are one leaf, which is two where the variable has another name. */
function collect(node, leaves, path) {
  if (ts.isShorthandPropertyAssignment(node)) {
    add(node.name, leaves, [...path, 'property'], true);
    add(node.name, leaves, [...path, 'variable']);
    if (node.objectAssignmentInitializer) collect(node.objectAssignmentInitializer, leaves, path);
  } else if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && ts.isIdentifier(node.initializer)) {
    add(node.name, leaves, [...path, 'property'], true);
    add(node.initializer, leaves, [...path, 'variable']);
  } else if (ts.isBindingElement(node) && ts.isIdentifier(node.name) && ts.isObjectBindingPattern(node.parent) && !node.dotDotDotToken) {
    add(node.propertyName ?? node.name, leaves, [...path, 'property'], true);
    add(node.name, leaves, [...path, 'variable']);
    if (node.initializer) collect(node.initializer, leaves, path);
  } else {
    const children = [];
    ts.forEachChild(node, (child) => void children.push(child));
    const inside = [...path.slice(-2), ts.SyntaxKind[node.kind] + (node.operator ?? '')];
    if (children.length === 0) add(node, leaves, inside);
    else children.forEach((child) => collect(child, leaves, inside));
  }
}

function add(node, leaves, path, isProperty = false) {
  // Two leaves may share a node; places are those of the last, the variable.
  leaves.push({ node: isProperty ? { text: node.text, pos: node.pos, end: node.end } : node, path: path.join(' ') });
}

function isOfOurs(node) {
  if (node.kind === ts.SyntaxKind.PrivateIdentifier) return true;
  if (node.kind !== ts.SyntaxKind.Identifier) return false;
  const { parent } = node;
  const isProperty =
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    ((ts.isPropertyAssignment(parent) || ts.isClassElement(parent) || ts.isObjectLiteralElement(parent)) && parent.name === node && !ts.isShorthandPropertyAssignment(parent));
  return !isProperty;
}

function declaredAt(checker, node, places) {
  const symbol = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
  const declaration = symbol?.declarations?.[0];
  const place = declaration && places.get(declaration.name ?? declaration);
  // What the script does not declare must keep its name.
  return place ?? `global ${node.text}`;
}

function text(node) {
  if (node.text === undefined) return node.kind;
  return node.kind === ts.SyntaxKind.NumericLiteral ? Number(node.text) : node.text;
}
