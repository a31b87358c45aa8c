import { el } from '../dom.js';

const ADDRESS = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]}]/g;

/** A text whose web addresses can be followed. Nothing is fetched before somebody does. */
export function linkedText(text) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    parts.push(text.slice(end, match.index), link(match[0]));
    end = match.index + match[0].length;
  }
  parts.push(text.slice(end));
  return parts;
}

function link(address) {
  return el('a', { href: address, target: '_blank', rel: 'noopener noreferrer nofollow' }, address);
}
