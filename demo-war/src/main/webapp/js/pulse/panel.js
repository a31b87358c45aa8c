import { byId } from '../dom.js';
import { count, durationOf, shareOf } from '../format.js';
import { Plot, roundUp } from './plot.js';
import { SPAN } from './pulse.js';

const LEAST_TOP = 5;

/** Shows the pulse: two plots over the same minutes, the current values as text, and a summary for readers. */
export function showPulse(pulse) {
  const pane = byId('pulse');
  const roundTrips = new Plot(byId('pulse-round-trips'), { span: SPAN, label: (value) => durationOf(value) });
  const loads = new Plot(byId('pulse-loads'), { span: SPAN, label: shareOf });

  function show() {
    // On a phone it may lie on a view that is not shown.
    if (pane.offsetParent === null) return;
    const now = performance.now();
    const view = { gaps: pulse.gaps(now), now };
    const { samples, most } = pulse.roundTrips;
    roundTrips.draw(pulse.roundTrips, { ...view, top: samples.length ? roundUp(Math.max(most, LEAST_TOP)) : LEAST_TOP });
    loads.draw(pulse.loads, { ...view, top: 1 });
    byId('pulse-round-trip').textContent = currentOf(pulse, pulse.roundTrips, durationOf);
    byId('pulse-load').textContent = currentOf(pulse, pulse.loads, shareOf);
    byId('pulse-summary').textContent = summaryOf(pulse, view.gaps);
  }

  pulse.addEventListener('change', show);
  new ResizeObserver(show).observe(pane);
}

function currentOf({ isConnected }, series, words) {
  return isConnected && series.last !== undefined ? words(series.last) : '–';
}

function summaryOf(pulse, gaps) {
  return [
    `In the last ${SPAN / 60_000} minutes:`,
    rangeOf('a round trip took', pulse.roundTrips, durationOf),
    rangeOf('the server’s load was', pulse.loads, shareOf),
    gaps.length > 0 ? `without a connection ${count(gaps.length, 'time')}.` : 'always connected.',
  ].join(' ');
}

function rangeOf(what, { samples, least, most }, words) {
  return samples.length === 0 ? `${what} not measured;` : `${what} ${words(least)} to ${words(most)};`;
}
