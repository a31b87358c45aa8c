package org.gotalk.jakarta.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gotalk.Limits;
import org.gotalk.jakarta.websocket.OriginPolicy;

/** All settings there are. Their meaning is written in {@code docs/configuration.md}. */
final class Known {

    private static final Duration NONE = Duration.ZERO;
    private static final Duration SOME = Duration.ofMillis(1);

    static final Setting<String> PATH = new Setting<>("gotalk.path", "/gotalk", Formats::path);
    static final Setting<Map<String, String>> ENDPOINTS = new Setting<>("gotalk.endpoints", "", EndpointList::parse);
    static final Setting<Map<String, String>> LISTEN = new Setting<>("gotalk.listen", "", ListenList::parse);
    static final Setting<String> LISTEN_CERTIFICATE = name("gotalk.listen-certificate", "");
    static final Setting<String> LISTEN_KEY = name("gotalk.listen-key", "");
    static final Setting<String> LISTEN_TRUST = name("gotalk.listen-trust", "");
    static final Setting<OriginPolicy> ALLOWED_ORIGINS =
            new Setting<>("gotalk.allowed-origins", "", OriginPolicy::parse);
    static final Setting<String> EXECUTOR = name("gotalk.executor", "java:comp/DefaultManagedExecutorService");
    static final Setting<String> SCHEDULER =
            name("gotalk.scheduler", "java:comp/DefaultManagedScheduledExecutorService");
    static final Setting<String> THREAD_FACTORY =
            name("gotalk.thread-factory", "java:comp/DefaultManagedThreadFactory");
    static final Setting<Integer> MAX_RUNNING = Setting.count("gotalk.max-running", 1, 256);
    static final Setting<Integer> MAX_PAYLOAD = Setting.size("gotalk.max-payload", 1, "1MiB");
    static final Setting<Integer> MAX_NAME =
            new Setting<>("gotalk.max-name", "4095", Formats.size(1, Limits.PROTOCOL_MAX_NAME));
    static final Setting<Integer> MAX_OUTBOUND = Setting.size("gotalk.max-outbound", 1, "4MiB");
    static final Setting<Integer> MAX_CONCURRENT_REQUESTS = Setting.count("gotalk.max-concurrent-requests", 1, 64);
    static final Setting<Integer> MAX_WAITING_REQUESTS = Setting.count("gotalk.max-waiting-requests", 0, 1024);
    static final Setting<Integer> MAX_WAITING_BYTES = Setting.size("gotalk.max-waiting-bytes", 0, "4MiB");
    static final Setting<Integer> MAX_PENDING_REQUESTS = Setting.count("gotalk.max-pending-requests", 1, 65_536);
    static final Setting<Integer> MAX_WEBSOCKET_MESSAGE = Setting.size("gotalk.max-websocket-message", 1024, "4MiB");
    static final Setting<Integer> DIRECT_SENDS = Setting.count("gotalk.direct-sends", 0, 16);
    static final Setting<Duration> READ_PAUSE = Setting.time("gotalk.read-pause", NONE, "PT2S");
    static final Setting<Duration> HANDSHAKE_TIMEOUT = Setting.time("gotalk.handshake-timeout", SOME, "PT10S");
    static final Setting<Duration> READ_TIMEOUT = Setting.time("gotalk.read-timeout", SOME, "PT30S");
    static final Setting<Duration> WRITE_TIMEOUT = Setting.time("gotalk.write-timeout", SOME, "PT10S");
    static final Setting<Duration> CLOSE_TIMEOUT = Setting.time("gotalk.close-timeout", SOME, "PT2S");
    static final Setting<Duration> HEARTBEAT_INTERVAL = Setting.time("gotalk.heartbeat-interval", NONE, "PT20S");
    static final Setting<Duration> REQUEST_TIMEOUT = Setting.time("gotalk.request-timeout", NONE, "PT30S");
    static final Setting<Integer> MAX_STREAMS = Setting.count("gotalk.max-streams", 0, 16);
    static final Setting<Integer> MAX_STREAM_BUFFER = Setting.size("gotalk.max-stream-buffer", 1, "256KiB");
    static final Setting<Duration> STREAM_TIMEOUT = Setting.time("gotalk.stream-timeout", NONE, "PT30S");
    static final Setting<Duration> MIN_RETRY_WAIT = Setting.time("gotalk.min-retry-wait", NONE, "500ms");
    static final Setting<Duration> MAX_RETRY_WAIT = Setting.time("gotalk.max-retry-wait", NONE, "PT5S");
    static final Setting<Integer> MAX_ATTEMPTS = Setting.count("gotalk.max-attempts", 1, 5);

    static final Setting<Duration> DRAIN_GRACE = Setting.time("gotalk.drain-grace", NONE, "PT10S");

    static final List<Setting<?>> ALL = List.of(
            PATH,
            ENDPOINTS,
            LISTEN,
            LISTEN_CERTIFICATE,
            LISTEN_KEY,
            LISTEN_TRUST,
            ALLOWED_ORIGINS,
            EXECUTOR,
            SCHEDULER,
            THREAD_FACTORY,
            MAX_RUNNING,
            MAX_PAYLOAD,
            MAX_NAME,
            MAX_OUTBOUND,
            MAX_CONCURRENT_REQUESTS,
            MAX_WAITING_REQUESTS,
            MAX_WAITING_BYTES,
            MAX_PENDING_REQUESTS,
            MAX_WEBSOCKET_MESSAGE,
            DIRECT_SENDS,
            READ_PAUSE,
            HANDSHAKE_TIMEOUT,
            READ_TIMEOUT,
            WRITE_TIMEOUT,
            CLOSE_TIMEOUT,
            HEARTBEAT_INTERVAL,
            REQUEST_TIMEOUT,
            MAX_STREAMS,
            MAX_STREAM_BUFFER,
            STREAM_TIMEOUT,
            MIN_RETRY_WAIT,
            MAX_RETRY_WAIT,
            MAX_ATTEMPTS,
            DRAIN_GRACE);

    static final TlsFiles LISTEN_TLS = new TlsFiles(LISTEN_TRUST, LISTEN_CERTIFICATE, LISTEN_KEY);

    private Known() {}

    private static Setting<String> name(String key, String byDefault) {
        return new Setting<>(key, byDefault, text -> text);
    }
}
