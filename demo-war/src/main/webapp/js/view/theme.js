import { browserMemory } from '../storage.js';
import { byId } from '../dom.js';

const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

/** A button that switches between light and dark. Until it is used, the system's choice holds. */
export function themeButton() {
  const button = byId('theme');
  const root = document.documentElement;
  const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : systemIsDark.matches);

  function show() {
    button.textContent = isDark() ? '☀' : '☾';
    const label = isDark() ? 'Light colours' : 'Dark colours';
    button.setAttribute('aria-label', label);
    button.title = `${label} (t)`;
  }

  function toggle() {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    browserMemory.write('theme', root.dataset.theme);
    show();
  }

  button.addEventListener('click', toggle);
  systemIsDark.addEventListener('change', show);
  show();
  return { toggle };
}
