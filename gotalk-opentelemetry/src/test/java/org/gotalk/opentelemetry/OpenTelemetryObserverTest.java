package org.gotalk.opentelemetry;

import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.equalTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gotalk.Handlers;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.net.Gotalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an application with OpenTelemetry reports of two peers that talk. */
class OpenTelemetryObserverTest {

    @RegisterExtension
    static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

    private static final long LONGEST_SECONDS = 10;

    private final BlockingQueue<String> handled = new LinkedBlockingQueue<>();
    private final Handlers handlers = Handlers.create()
            .handle("echo", String.class, text -> text)
            .handle(
                    "trace",
                    String.class,
                    text -> Span.current().getSpanContext().getTraceId())
            .handleBuffer(
                    "later",
                    (peer, name, payload) ->
                            new CompletableFuture<byte[]>().completeOnTimeout(payload, 1, TimeUnit.MILLISECONDS))
            .handle("deny", String.class, text -> {
                throw new OperationException("too-late", "as the test wants it");
            })
            .handleNotification(
                    "said",
                    String.class,
                    text -> handled.add(Span.current().getSpanContext().getTraceId()))
            .handleFallback((peer, name, payload) -> CompletableFuture.completedFuture(payload));
    private Gotalk server;
    private Gotalk client;
    private Sock sock;

    /** The extension forgets what was made before each test. */
    @BeforeEach
    void connect() {
        server = Gotalk.builder()
                .handlers(handlers)
                .observer(new OpenTelemetryObserver(TELEMETRY.getOpenTelemetry()))
                .build();
        client = Gotalk.builder()
                .observer(new OpenTelemetryObserver(TELEMETRY.getOpenTelemetry()))
                .build();
        sock = client.pipe(server);
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private List<SpanData> spans(int count) {
        return AwaitedSpans.await(TELEMETRY, count).stream()
                .sorted(Comparator.comparing(span -> span.getKind()))
                .toList();
    }

    private MetricData metric(String name) {
        return TELEMETRY.getMetrics().stream()
                .filter(metric -> metric.getName().equals(name))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("no metric " + name));
    }

    @Test
    void aRequestHasASpanOnEachSideOfOneTrace() {
        sock.request("echo", "hi", String.class);
        List<SpanData> spans = spans(2);
        SpanData served = spans.get(0);
        SpanData called = spans.get(1);
        assertThat(served.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(called.getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(served.getName()).isEqualTo("echo");
        assertThat(served.getTraceId()).isEqualTo(called.getTraceId());
        assertThat(served.getParentSpanId()).isEqualTo(called.getSpanId());
        OpenTelemetryAssertions.assertThat(called)
                .hasAttribute(equalTo(AttributeNames.RPC_SYSTEM, "gotalk"))
                .hasAttribute(equalTo(AttributeNames.RPC_METHOD, "echo"));
    }

    @Test
    void theSpanIsCurrentWhileTheHandlerRuns() {
        String trace = sock.request("trace", "hi", String.class);
        assertThat(spans(2)).extracting(SpanData::getTraceId).containsOnly(trace);
    }

    @Test
    void aCallBelongsToTheTraceOfTheCaller() {
        Span caller = TELEMETRY
                .getOpenTelemetry()
                .getTracer("test")
                .spanBuilder("outer")
                .startSpan();
        try (Scope scope = caller.makeCurrent()) {
            assertThat(scope).isNotNull();
            sock.request("later", "hi", String.class);
        }
        caller.end();
        assertThat(spans(3))
                .extracting(SpanData::getTraceId)
                .containsOnly(caller.getSpanContext().getTraceId());
    }

    @Test
    void aNotificationIsProcessedInTheTraceOfItsSender() throws InterruptedException {
        Span sender = TELEMETRY
                .getOpenTelemetry()
                .getTracer("test")
                .spanBuilder("outer")
                .startSpan();
        try (Scope scope = sender.makeCurrent()) {
            assertThat(scope).isNotNull();
            sock.notify("said", "hi");
        }
        assertThat(handled.poll(LONGEST_SECONDS, TimeUnit.SECONDS))
                .isEqualTo(sender.getSpanContext().getTraceId());
        SpanData processed = spans(1).get(0);
        assertThat(processed.getName()).isEqualTo("process said");
        assertThat(processed.getKind()).isEqualTo(SpanKind.CONSUMER);
    }

    @Test
    void aFailureHasItsCode() {
        assertThatThrownBy(() -> sock.request("deny", "hi", String.class)).isInstanceOf(OperationException.class);
        List<SpanData> spans = spans(2);
        OpenTelemetryAssertions.assertThat(spans.get(0)).hasAttribute(equalTo(AttributeNames.ERROR, "too-late"));
        OpenTelemetryAssertions.assertThat(spans.get(1)).hasAttribute(equalTo(AttributeNames.ERROR, "_OTHER"));
    }

    @Test
    void durationsHaveTheMethodAndTheSystem() {
        sock.request("echo", "hi", String.class);
        spans(2);
        for (String name : new String[] {"rpc.server.call.duration", "rpc.client.call.duration"}) {
            OpenTelemetryAssertions.assertThat(metric(name))
                    .hasUnit("s")
                    .hasHistogramSatisfying(histogram -> histogram.hasPointsSatisfying(point -> point.hasCount(1)
                            .hasAttribute(equalTo(AttributeNames.RPC_METHOD, "echo"))
                            .hasAttribute(equalTo(AttributeNames.RPC_SYSTEM, "gotalk"))));
        }
    }

    @Test
    void operationsThatPeersMakeUpShareOneLabel() {
        sock.request("made up", "hi", String.class);
        spans(2);
        OpenTelemetryAssertions.assertThat(metric("rpc.server.call.duration"))
                .hasHistogramSatisfying(histogram -> histogram.hasPointsSatisfying(
                        point -> point.hasAttribute(equalTo(AttributeNames.RPC_METHOD, "_OTHER"))));
    }

    @Test
    void nothingIsInFlightWhenAllIsDone() {
        sock.request("echo", "hi", String.class);
        spans(2);
        for (String name : new String[] {"gotalk.server.active_requests", "gotalk.client.active_requests"}) {
            OpenTelemetryAssertions.assertThat(metric(name))
                    .hasLongSumSatisfying(sum -> sum.hasPointsSatisfying(point -> point.hasValue(0)));
        }
    }

    @Test
    void sentNotificationsAreCounted() {
        sock.notify("said", "hi");
        sock.notify("said", "hi");
        OpenTelemetryAssertions.assertThat(metric("messaging.client.sent.messages"))
                .hasLongSumSatisfying(sum -> sum.hasPointsSatisfying(point ->
                        point.hasValue(2).hasAttribute(equalTo(AttributeNames.MESSAGING_DESTINATION, "said"))));
    }

    @Test
    void connectionsAreThereUntilTheEngineHasStopped() throws Exception {
        sock.request("echo", "hi", String.class);
        assertThat(metric("gotalk.connections").getLongSumData().getPoints())
                .extracting(point -> point.getValue())
                .containsExactly(1L, 1L);
        sock.close();
        sock.closed().toCompletableFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);
        client.close();
        server.close();
        assertThat(TELEMETRY.getMetrics()).extracting(MetricData::getName).doesNotContain("gotalk.connections");
        OpenTelemetryAssertions.assertThat(metric("gotalk.closed_connections"))
                .hasLongSumSatisfying(sum -> sum.satisfies(data -> assertThat(data.getPoints())
                        .extracting(point -> point.getAttributes().get(AttributeNames.CLOSE_CODE))
                        .contains("NORMAL")));
    }

    @Test
    void refusalsAreCountedByTheirCode() {
        Sock back = server.pipe(client);
        assertThatThrownBy(() -> back.request("none", "hi", String.class, Duration.ofSeconds(LONGEST_SECONDS)))
                .isInstanceOf(OperationException.class);
        OpenTelemetryAssertions.assertThat(metric("gotalk.server.refused_requests"))
                .hasLongSumSatisfying(sum -> sum.hasPointsSatisfying(
                        point -> point.hasAttribute(equalTo(AttributeNames.ERROR, "unknown-operation"))));
    }
}
