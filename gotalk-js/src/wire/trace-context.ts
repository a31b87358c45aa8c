/**
 * Where a message belongs in a distributed trace: a W3C `traceparent`, or an object with that and maybe a `tracestate`,
 * as OpenTelemetry's `propagation.inject` fills it. Without a `traceparent` it is none. Ours.
 */
export type TraceContext = string | { traceparent?: string; tracestate?: string };

/** As servers of ours read it. */
const TEXT = /^(?!ff)[\da-f]{2}-(?!0{32})[\da-f]{32}-(?!0{16})[\da-f]{16}-[\da-f]{2}(-[!-~]{1,64})?(\n[ -~]{1,512})?$/;

/** What is sent of a context: its values in a line each; empty for none. */
export function traceText(context?: TraceContext | null): string {
  const { traceparent = '', tracestate } =
    typeof context === 'object' ? (context ?? {}) : { traceparent: context, tracestate: '' };
  const text = tracestate ? `${traceparent}\n${tracestate}` : traceparent;
  if (traceparent !== '' && !TEXT.test(text)) {
    throw new TypeError(`not a W3C trace context, such as 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01: ${text}`);
  }
  return traceparent && text;
}
