import { bdi, el } from '../dom.js';
import { timeOf } from '../format.js';
import { avatar } from './avatar.js';
import { fileView } from './file-view.js';
import { linkedText } from './linked-text.js';

const TOGETHER = 3 * 60 * 1000;

const LINES = {
  joined: ({ who }) => [bdi(who), ' joined'],
  left: ({ who }) => [bdi(who), ' left'],
  renamed: ({ was, who }) => [bdi(was), ' is now ', bdi(who)],
  note: ({ text }) => [text],
};

const PENDING_NOTES = {
  waiting: (entry, { discard }) => el('p', { className: 'sending' }, 'waiting to be sent · ', link('Discard', discard)),
  sending: () => el('p', { className: 'sending' }, 'sending…'),
  failed: ({ error }, { again, discard }) =>
    el(
      'p',
      { className: 'not-sent', role: 'alert' },
      el('strong', {}, 'Not sent. '),
      `${error} `,
      link('Send again', again),
      ' ',
      link('Discard', discard),
    ),
};

/** One entry of a room, as it looks below the entry before it. */
export function entryView(entry, before, isOwn, downloads) {
  return entry.kind === 'message' ? messageView(entry, before, isOwn, downloads) : lineView(entry);
}

/** A message that is not confirmed, with what can be done about it. */
export function pendingView(entry, actions) {
  return el(
    'li',
    { className: 'message own', data: { state: entry.state } },
    el('div', { className: 'bubble' }, textView(entry)),
    PENDING_NOTES[entry.state](entry, actions),
  );
}

function messageView(message, before, isOwn, downloads) {
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
    el('div', { className: 'bubble' }, head, message.file ? fileView(message.file, downloads) : textView(message)),
  );
}

function textView({ text }) {
  return el('p', { className: 'text' }, ...linkedText(text));
}

function lineView(entry) {
  const time = entry.time ? [' · ', el('time', { dateTime: entry.time }, timeOf(new Date(entry.time)))] : [];
  return el('li', { className: `line ${entry.kind}` }, el('span', {}, ...LINES[entry.kind](entry), ...time));
}

function link(text, onclick) {
  return el('button', { type: 'button', className: 'link', onclick }, text);
}
