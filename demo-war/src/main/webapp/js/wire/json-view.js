import { el } from '../dom.js';

const TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** JSON text as nodes, with keys, texts and other values told apart. It may be cut anywhere. */
export function jsonNodes(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [whole, string, colon] = match;
    nodes.push(text.slice(end, match.index));
    if (colon) {
      nodes.push(token('key', string), colon);
    } else {
      nodes.push(token(string ? 'string' : 'value', whole));
    }
    end = match.index + whole.length;
  }
  nodes.push(text.slice(end));
  return nodes;
}

function token(kind, text) {
  return el('span', { className: `json-${kind}` }, text);
}
