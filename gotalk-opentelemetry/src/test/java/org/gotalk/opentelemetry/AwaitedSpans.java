package org.gotalk.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Waits for spans: a result reaches its caller before the span of its handler has ended. */
final class AwaitedSpans {

    private static final long LONGEST = TimeUnit.SECONDS.toNanos(10);

    private AwaitedSpans() {}

    static List<SpanData> await(OpenTelemetryExtension telemetry, int count) {
        long end = System.nanoTime() + LONGEST;
        while (telemetry.getSpans().size() < count && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(telemetry.getSpans()).hasSize(count);
        return telemetry.getSpans();
    }
}
