import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';
import { contents } from '../contents.mjs';
import { copySources, linkSources } from '../sources.mjs';

const base = process.env.SITE_BASE ?? '/';

/** As forges make anchors, so that a link works there and here. */
function slugify(heading) {
  return heading.trim().toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-');
}

/** Pages are outside this folder, which has the only node_modules. */
const vueOfTheSite = {
  name: 'vue-of-the-site',
  enforce: 'pre',
  resolveId(source, importer, options) {
    return /^vue(\/|$)/.test(source) && importer?.endsWith('.md')
      ? this.resolve(source, fileURLToPath(import.meta.url), { ...options, skipSelf: true })
      : null;
  },
};

export default defineConfig({
  base,
  srcDir: '..',
  outDir: 'dist',
  cacheDir: 'node_modules/.vitepress',
  title: 'Gotalk for Jakarta EE',
  description: 'Browsers and CDI beans call each other over one connection.',
  lang: 'en',
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  lastUpdated: false,
  cleanUrls: false,
  srcExclude: ['**/target/**', '**/src/**', '**/dist/**', 'gotalk-js/**', 'docs/adr/0000-template.md'],
  rewrites: { 'README.md': 'index.md' },
  ignoreDeadLinks: 'localhostLinks',
  markdown: { anchor: { slugify }, config: (markdown) => linkSources(markdown, base) },
  buildEnd: ({ outDir }) => copySources(outDir),
  vite: { plugins: [vueOfTheSite] },
  themeConfig: {
    nav: [
      { text: 'Tutorial', link: '/docs/tutorial' },
      { text: 'Servers', link: '/docs/servers' },
      { text: 'Changes', link: '/CHANGELOG' },
    ],
    sidebar: contents(),
    outline: [2, 3],
    search: { provider: 'local' },
  },
});
