import { el } from '../dom.js';
import { count, exactTime, sizeOf } from '../format.js';
import { headerParts } from './header-parts.js';
import { jsonNodes } from './json-view.js';

const PREVIEW = 160;
const ARROWS = { out: ['↑', 'sent'], in: ['↓', 'received'] };

/** One frame: a row of two lines that opens to show all of it. */
export function frameRow(frame, isRaw) {
  const details = el('details', {}, el('summary', { tabIndex: -1 }, ...(isRaw ? rawLine(frame) : prettyLines(frame))));
  // Most rows are never opened, so what is in them is made when they are.
  details.addEventListener('toggle', () => details.append(detail(frame)), { once: true });
  return el('li', { className: `frame ${frame.direction}`, data: { group: frame.kind.group, type: frame.type } }, details);
}

function prettyLines(frame) {
  const name = frame.name ?? frame.answers;
  return [
    el('span', { className: 'frame-time' }, exactTime(frame.time)),
    arrow(frame),
    el('span', { className: 'frame-kind' }, frame.kind.label),
    frame.id === undefined ? null : el('span', { className: 'frame-id', title: 'request id' }, frame.id),
    name === undefined ? null : el('span', { className: frame.name ? 'frame-name' : 'frame-name answered', title: name }, name),
    el('span', { className: 'frame-content' }, el('span', { className: 'frame-preview' }, ...preview(frame)), measureView(frame)),
  ];
}

function rawLine(frame) {
  const parts = headerParts(frame).map(([what, text]) =>
    el('span', { className: 'part', title: what, data: { part: what } }, text),
  );
  const payload = el('span', { className: 'part', title: 'payload', data: { part: 'payload' } }, frame.payload.preview(PREVIEW));
  return [arrow(frame), el('span', { className: 'frame-raw' }, ...parts, payload)];
}

function arrow({ direction }) {
  const [sign, words] = ARROWS[direction];
  return el(
    'span',
    { className: 'frame-arrow', title: words },
    el('span', { aria: { hidden: 'true' } }, sign),
    el('span', { className: 'visually-hidden' }, words),
  );
}

function measureView(frame) {
  return el('span', { className: 'frame-measure' }, ...measure(frame));
}

function measure({ took, size, load, code, type }) {
  if (load !== undefined) return [`load ${Math.round((load / 0xffff) * 100)} %`];
  if (code !== undefined) return [`code ${code}`];
  if (type === 'version') return [];
  const bytes = el('span', { className: 'frame-size' }, sizeOf(size));
  return took === undefined ? [bytes] : [`${took} ms`, bytes];
}

function preview(frame) {
  if (frame.type === 'version') return [`protocol version ${Number.parseInt(frame.header, 16)}`];
  if (frame.sentAt) return [`sent at ${exactTime(frame.sentAt.getTime())}`];
  if (frame.payload.isEmpty) return [el('span', { className: 'nothing' }, emptiness(frame))];
  return payloadNodes(frame.payload, frame.payload.preview(PREVIEW));
}

function payloadNodes({ isJson }, text) {
  return isJson ? jsonNodes(text) : [text];
}

function emptiness({ leftOut }) {
  return leftOut > 0 ? `the end; ${count(leftOut, 'part')} before it not shown` : 'no payload';
}

function detail(frame) {
  const header = headerParts(frame).flatMap(([what, text]) => [
    el('dt', {}, what),
    el('dd', {}, el('code', { className: 'part', data: { part: what } }, text)),
  ]);
  const payload = frame.payload.isEmpty ? null : el('pre', { className: 'payload' }, ...payloadNodes(frame.payload, frame.payload.pretty()));
  return el('div', { className: 'frame-detail' }, el('dl', { className: 'header-parts' }, ...header), payload);
}
