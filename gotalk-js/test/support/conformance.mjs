import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';

// What docs/conformance.md says of gotalk.js. The rules, and how outcomes are written down, are those of the engine's tests.
export const TABLES = new URL('../../../gotalk-core/src/test/resources/conformance/', import.meta.url);

const { GOTALK_CONFORMANCE_FOLDER: folder, GOTALK_CONFORMANCE_BUILD: build } = process.env;
const known = new Set(readFileSync(new URL('rules.txt', TABLES), 'utf8').match(/(?<=^rule: ).*/gm));
const testFile = basename(process.argv[1]);
let begun = false;

/**
 * The body of a test that shows that rules hold: `test('…', conforms('rule another-rule', async () => { … }))`.
 *
 * @param rules their ids, with blanks between
 * @param source the file that the page shows, from the root of the project
 */
export function conforms(rules, body, source = `gotalk-js/test/${testFile}`) {
  const ids = rules.split(' ').filter((id) => id !== '');
  const unknown = ids.find((id) => !known.has(id));
  if (unknown) throw new Error(`no rule "${unknown}" in conformance/rules.txt`);
  return async (t) => {
    let outcome = 'fail';
    try {
      await body(t);
      outcome = 'pass';
    } finally {
      ids.forEach((id) => record(`${id}\t${source}\t${outcome}\n`));
    }
  };
}

/** Nothing is written outside builds. */
function record(line) {
  if (!folder) return;
  const file = `${folder}/${testFile}.tsv`;
  if (!begun) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, `build ${build}\n`);
    begun = true;
  }
  appendFileSync(file, line);
}
