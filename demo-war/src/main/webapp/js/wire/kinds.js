/** What a frame's type letter means, in words; `group` is what can be filtered together. */
export const KINDS = {
  r: { label: 'request', group: 'requests' },
  s: { label: 'stream request', group: 'requests' },
  p: { label: 'stream part', group: 'requests' },
  R: { label: 'result', group: 'results' },
  S: { label: 'stream result', group: 'results' },
  n: { label: 'notification', group: 'notifications' },
  E: { label: 'error', group: 'errors' },
  e: { label: 'retry', group: 'errors' },
  f: { label: 'protocol error', group: 'errors' },
  h: { label: 'heartbeat', group: 'upkeep' },
  version: { label: 'version', group: 'upkeep' },
};

export const GROUPS = ['requests', 'results', 'notifications', 'errors', 'upkeep'];
