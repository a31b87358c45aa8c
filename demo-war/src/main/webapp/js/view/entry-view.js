import { bdi, el } from '../dom.js';
import { timeOf } from '../format.js';
import { avatar } from './avatar.js';
import { linkedText } from './linked-text.js';

const TOGETHER = 3 * 60 * 1000;

const LINES = {
  joined: ({ who }) => [bdi(who), ' joined'],
  left: ({ who }) => [bdi(who), ' left'],
  renamed: ({ was, who }) => [bdi(was), ' is now ', bdi(who)],
  note: ({ text }) => [text],
};

/** One entry of a room, as it looks below the entry before it. */
export function entryView(entry, before, isOwn) {
  return entry.kind === 'message' ? messageView(entry, before, isOwn) : lineView(entry);
}

/** A message that is not confirmed, with what can be done about it. */
export function pendingView(entry, { again, discard }) {
  const failed = entry.state === 'failed';
  const note = failed
    ? el(
        'p',
        { className: 'not-sent', role: 'alert' },
        el('strong', {}, 'Not sent. '),
        `${entry.error} `,
        el('button', { type: 'button', className: 'link', onclick: again }, 'Send again'),
        ' ',
        el('button', { type: 'button', className: 'link', onclick: discard }, 'Discard'),
      )
    : el('p', { className: 'sending' }, 'sending…');
  return el(
    'li',
    { className: 'message own', data: { state: entry.state } },
    el('div', { className: 'bubble' }, el('p', { className: 'text' }, ...linkedText(entry.text))),
    note,
  );
}

function messageView(message, before, isOwn) {
  const follows =
    before?.kind === 'message' &&
    before.from === message.from &&
    new Date(message.time) - new Date(before.time) < TOGETHER;
  const time = new Date(message.time);
  const head = el(
    'p',
    { className: 'by' },
    bdi(message.from, { className: 'from' }),
    ' ',
    el('time', { dateTime: message.time }, timeOf(time)),
  );
  return el(
    'li',
    { className: `message${isOwn ? ' own' : ''}${follows ? ' follows' : ''}`, data: { id: message.id } },
    isOwn ? null : avatar(message.from),
    el('div', { className: 'bubble' }, head, el('p', { className: 'text' }, ...linkedText(message.text))),
  );
}

function lineView(entry) {
  const time = entry.time ? [' · ', el('time', { dateTime: entry.time }, timeOf(new Date(entry.time)))] : [];
  return el('li', { className: `line ${entry.kind}` }, el('span', {}, ...LINES[entry.kind](entry), ...time));
}
