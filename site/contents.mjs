// The table of contents. Pages are the Markdown files of the repository; one that is not listed fails the build.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const CHAPTERS = {
  'Begin': ['README.md', 'docs/tutorial.md', 'examples/README.md', 'docs/comparison.md', 'docs/from-gotalk.md'],
  'Write': ['docs/cdi.md', 'docs/rooms.md', 'docs/browser.md', 'docs/bundlers.md', 'docs/network.md', 'docs/testing.md'],
  'Run': ['docs/servers.md', ...below('docs/servers'), 'docs/configuration.md', 'docs/operations.md', 'docs/reach.md', 'docs/packaging.md'],
  'Know': ['docs/concurrency.md', 'docs/protocol.md', 'docs/conformance.md', 'docs/performance.md'],
  'Take part': ['CONTRIBUTING.md', 'docs/releasing.md', 'CHANGELOG.md'],
  'Decisions': below('docs/adr').filter((page) => !page.endsWith('0000-template.md')),
};
const COLLAPSED = new Set(['Decisions']);

/** All pages, as paths from the root of the repository. */
export const pages = new Set(Object.values(CHAPTERS).flat());

export function contents() {
  const missing = below('docs').filter((page) => !pages.has(page));
  if (missing.length > 0) {
    throw new Error(`Not in the table of contents, site/contents.mjs: ${missing.join(', ')}`);
  }
  return Object.entries(CHAPTERS).map(([text, files]) => ({
    text,
    collapsed: COLLAPSED.has(text),
    items: files.map((file) => ({ text: title(file), link: address(file) })),
  }));
}

/** Where a page is in the site. */
export function address(page) {
  return page === 'README.md' ? '/' : `/${page.replace(/\.md$/, '.html')}`;
}

function below(folder) {
  return readdirSync(root + folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => `${folder}/${name}`);
}

function title(page) {
  const [, heading] = readFileSync(root + page, 'utf8').match(/^# (.*)$/m);
  return heading.replaceAll('`', '');
}
