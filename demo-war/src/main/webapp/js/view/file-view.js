import { bdi, el } from '../dom.js';
import { mayPreview, paint } from '../files/preview.js';
import { Rate } from '../files/rate.js';
import { save } from '../files/downloads.js';
import { sentenceOf, sizeOf } from '../format.js';
import { transferBar } from './transfer-bar.js';

/** A file that was sent: a look at it if it is a small image, and a button to have it. */
export function fileView(file, downloads) {
  const error = el('p', { className: 'field-error', role: 'alert' });
  const button = el('button', { type: 'button', className: 'quiet' }, 'Download');
  button.setAttribute('aria-label', `Download ${file.name}`);
  const line = el(
    'div',
    { className: 'file-line' },
    el('span', { className: 'file-kind', aria: { hidden: 'true' } }, endingOf(file.name)),
    el('span', { className: 'file-name' }, bdi(file.name), el('span', { className: 'file-size' }, sizeOf(file.size))),
    button,
  );
  const view = el('div', { className: 'file' }, mayPreview(file) ? preview(file, downloads) : null, line, error);
  button.addEventListener('click', async () => {
    button.disabled = true;
    error.textContent = '';
    try {
      await download(file, downloads, view);
    } catch (failure) {
      error.textContent = failure.name === 'AbortError' ? '' : `Not downloaded. ${sentenceOf(failure.message)}`;
    }
    button.disabled = false;
  });
  return view;
}

async function download(file, downloads, view) {
  const cancel = new AbortController();
  const button = el('button', { type: 'button', className: 'link', onclick: () => cancel.abort() }, 'Cancel');
  const { element, show } = transferBar(`Downloading ${file.name}`, file.size, button);
  const rate = new Rate();
  view.append(element);
  try {
    const progress = (received) => {
      rate.add(received);
      show(received, rate.perSecond);
    };
    save(await downloads.fetch(file, { progress, signal: cancel.signal }), file.name);
  } finally {
    element.remove();
  }
}

/** Fetched when somebody scrolls to it. What turns out to be no image stays a file like any other. */
function preview(file, downloads) {
  const canvas = el('canvas', { className: 'preview', width: 0, height: 0, role: 'img' });
  canvas.setAttribute('aria-label', `Preview of ${file.name}`);
  const seen = new IntersectionObserver(async (entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    seen.disconnect();
    try {
      await paint(canvas, await downloads.fetchToKeep(file));
    } catch {
      canvas.remove();
    }
  });
  seen.observe(canvas);
  return canvas;
}

function endingOf(name) {
  return /\.([a-z0-9]{1,4})$/i.exec(name)?.[1].toUpperCase() ?? 'FILE';
}
