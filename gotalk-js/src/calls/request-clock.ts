import { deadline } from '../platform/timer.js';
import type { CallOutbox } from './outbox.js';

/**
 * Runs an action after a time in which the peer could have answered: on a slow network what this side sends is on its way
 * for long, so the time begins anew while what waits in the browser grows less.
 *
 * @returns what stops it
 */
export function laterUnlessSending(outbox: CallOutbox, ms: number, action: () => void): () => void {
  let stop = () => {};
  const begin = () => {
    const seen = outbox.buffered;
    stop = deadline(ms, () => (outbox.buffered > 0 && outbox.buffered < seen ? begin() : action()));
  };
  begin();
  return () => stop();
}
