import { el } from '../dom.js';
import { hueOf, initialsOf } from '../format.js';

/** A person's sign: initials on a colour of their own. The name stands beside it, so it is hidden from readers. */
export function avatar(name) {
  const sign = el('span', { className: 'avatar', aria: { hidden: 'true' } }, initialsOf(name));
  sign.style.setProperty('--hue', hueOf(name));
  return sign;
}
