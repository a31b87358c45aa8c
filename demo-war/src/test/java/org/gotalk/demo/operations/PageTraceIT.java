package org.gotalk.demo.operations;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gotalk.demo.browser.BrowserTest;
import org.gotalk.demo.operations.SpanCollector.ExportedSpan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A trace that a page begins goes on in the server that it asks, and in the one that this asks. */
@BrowserTest
class PageTraceIT {

    private static final Path OPERATIONS = Path.of("..", "docs", "operations.md");
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";
    private static final int SPANS_OF_SERVERS = 5;

    private static SpanCollector collector;
    private static TracedServers servers;

    @BeforeAll
    static void startServers() throws Exception {
        collector = new SpanCollector();
        servers = TracedServers.start("page-trace", """
                otel.traces.exporter=zipkin
                otel.metrics.exporter=none
                otel.exporter.zipkin.endpoint=%s
                otel.bsp.schedule.delay=200
                """.formatted(collector.address()));
    }

    @AfterAll
    static void stopServers() throws Exception {
        try {
            if (servers != null) {
                servers.stop();
            }
        } finally {
            collector.stop();
        }
    }

    @Test
    void aTraceOfAPageGoesOnThroughTwoServers(Page page) throws Exception {
        page.navigate(servers.broker().address().resolve("quotes.html").toString());
        Object told =
                page.evaluate("trace => sock.request('quote', 'ACME', { trace })", "00-" + TRACE + "-" + SPAN + "-01");

        assertThat(told).isEqualTo("ACME is at 4 EUR");
        String shown = "page, trace " + TRACE + "\n" + below(SPAN, 1, collector.await(TRACE, SPANS_OF_SERVERS));
        assertThat(Files.readString(OPERATIONS)).contains("\n\n" + shown.indent(4) + "\n");
    }

    /** What is below a span, each as deep as it is nested. */
    private static String below(String parent, int depth, List<ExportedSpan> spans) {
        return spans.stream()
                .filter(span -> span.parentId().equals(parent))
                .map(span -> "%s%s %s %s\n%s"
                        .formatted(
                                "  ".repeat(depth),
                                span.service(),
                                span.kind(),
                                span.name(),
                                below(span.id(), depth + 1, spans)))
                .collect(joining());
    }
}
