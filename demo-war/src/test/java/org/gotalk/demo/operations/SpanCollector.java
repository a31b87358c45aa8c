package org.gotalk.demo.operations;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

/** Collects the spans that servers export, in the format of Zipkin: unlike what they log, it has the parents. */
final class SpanCollector {

    private static final long LONGEST_SECONDS = 60;

    private final BlockingQueue<ExportedSpan> arrived = new LinkedBlockingQueue<>();
    private final Jsonb jsonb = JsonbBuilder.create();
    private final HttpServer server;

    SpanCollector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::collect);
        server.start();
    }

    /** Where servers are to export to. */
    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/api/v2/spans";
    }

    /** The spans of a trace, in the order in which they came; waits until there are so many. */
    List<ExportedSpan> await(String traceId, int count) throws InterruptedException {
        List<ExportedSpan> spans = new ArrayList<>();
        while (spans.size() < count) {
            ExportedSpan span = arrived.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (span == null) {
                throw new AssertionError("no further span came; there are " + spans);
            }
            if (span.traceId().equals(traceId)) {
                spans.add(span);
            }
        }
        return spans;
    }

    void stop() {
        server.stop(0);
    }

    private void collect(HttpExchange exchange) throws IOException {
        try (exchange;
                InputStream body = body(exchange)) {
            for (JsonSpan span : jsonb.fromJson(body, JsonSpan[].class)) {
                arrived.add(span.exported());
            }
            exchange.sendResponseHeaders(202, -1);
        }
    }

    private static InputStream body(HttpExchange exchange) throws IOException {
        boolean isPacked = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return isPacked ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
    }

    /**
     * A span of a server.
     *
     * @param parentId empty for the first span of a trace
     */
    record ExportedSpan(String traceId, String parentId, String id, String service, String name, String kind) {}

    /** What is read of a span. */
    public static final class JsonSpan {
        public String traceId = "";
        public String parentId = "";
        public String id = "";
        public String name = "";
        public String kind = "";
        public Map<String, Object> localEndpoint = Map.of();

        ExportedSpan exported() {
            return new ExportedSpan(
                    traceId, parentId, id, String.valueOf(localEndpoint.get("serviceName")), name, kind);
        }
    }
}
