// Links of the documentation to files that are no pages: the site has copies of these, as text.
import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { address, pages, root } from './contents.mjs';

const linked = new Set();

/** Rewrites links while pages are rendered. Links between pages are VitePress's own, which fails for dead ones. */
export function linkSources(markdown, base) {
  markdown.core.ruler.push('sources', ({ tokens, env }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      if (token.type === 'link_open') {
        rewrite(token, env.realPath ?? env.path, base);
      }
    }
  });
}

function rewrite(token, page, base) {
  const [path, anchor] = token.attrGet('href').split('#');
  if (path === '' || /^[a-z]+:/.test(path)) {
    return;
  }
  const from = posix.dirname(page.slice(root.length));
  const target = posix.normalize(posix.join(from, decodeURI(path))).replace(/\/$/, '');
  const readme = `${target}/README.md`;
  const found = [target, readme].find((candidate) => pages.has(candidate));
  if (found) {
    token.attrSet('href', address(found) + (anchor ? `#${anchor}` : ''));
  } else {
    if (!existsSync(root + target)) {
      throw new Error(`${page}: ${path} is not there`);
    }
    linked.add(target);
    token.attrSet('href', `${base}source/${target}.txt`);
    token.attrSet('target', '_blank');
  }
}

export function copySources(site) {
  for (const path of linked) {
    const copy = `${site}/source/${path}.txt`;
    mkdirSync(dirname(copy), { recursive: true });
    if (statSync(root + path).isDirectory()) {
      writeFileSync(copy, readdirSync(root + path).join('\n'));
    } else {
      copyFileSync(root + path, copy);
    }
  }
}
