import { GROUPS, HIDDEN_AT_FIRST } from './kinds.js';

/** Which frames are shown: those of a chosen kind in which the text occurs. */
export class Filter {
  text = '';
  groups = new Set(GROUPS.filter((group) => group !== HIDDEN_AT_FIRST));

  toggle(group) {
    if (!this.groups.delete(group)) {
      this.groups.add(group);
    }
  }

  accepts(frame) {
    if (!this.groups.has(frame.kind.group)) return false;
    const wanted = this.text.trim().toLowerCase();
    return [frame.name, frame.answers, frame.id, frame.kind.label, frame.payload.text].some((part) =>
      part?.toLowerCase().includes(wanted),
    );
  }
}
