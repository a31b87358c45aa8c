import { PING } from '../pulse/pulse.js';

const UPKEEP = 'upkeep';

/** What a frame's type letter means, in words; `group` is what can be filtered together. */
const KINDS = {
  r: { label: 'request', group: 'requests' },
  s: { label: 'stream request', group: 'requests' },
  p: { label: 'stream part', group: 'requests' },
  R: { label: 'result', group: 'results' },
  S: { label: 'result part', group: 'results' },
  n: { label: 'notification', group: 'notifications' },
  E: { label: 'error', group: 'errors' },
  e: { label: 'retry', group: 'errors' },
  f: { label: 'protocol error', group: 'errors' },
  h: { label: 'heartbeat', group: UPKEEP },
  version: { label: 'version', group: UPKEEP },
};

export const GROUPS = ['requests', 'results', 'notifications', 'errors', UPKEEP];

/** Pulses would bury everything else, so they are shown only when asked for. */
export const HIDDEN_AT_FIRST = UPKEEP;

/** The kind of a frame; `name` is that of the operation it asks for or answers. */
export function kindOf(type, name) {
  return name === PING ? { ...KINDS[type], group: UPKEEP } : KINDS[type];
}
