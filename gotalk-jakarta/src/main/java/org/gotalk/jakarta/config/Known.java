package org.gotalk.jakarta.config;

import java.time.Duration;
import java.util.List;
import org.gotalk.Limits;
import org.gotalk.jakarta.websocket.OriginPolicy;

/** All settings there are. Their meaning is written in {@code docs/configuration.md}. */
final class Known {

    private static final Duration NONE = Duration.ZERO;
    private static final Duration SOME = Duration.ofMillis(1);

    static final Setting<String> PATH = new Setting<>("gotalk.path", "/gotalk", Formats::path);
    static final Setting<OriginPolicy> ALLOWED_ORIGINS =
            new Setting<>("gotalk.allowed-origins", "", OriginPolicy::parse);
    static final Setting<String> EXECUTOR = name("gotalk.executor", "java:comp/DefaultManagedExecutorService");
    static final Setting<String> SCHEDULER =
            name("gotalk.scheduler", "java:comp/DefaultManagedScheduledExecutorService");
    static final Setting<Integer> MAX_RUNNING = Setting.count("gotalk.max-running", 1, 256);
    static final Setting<Integer> MAX_QUEUED = Setting.count("gotalk.max-queued", 0, 1024);
    static final Setting<Integer> MAX_PAYLOAD = Setting.size("gotalk.max-payload", 1, "1MiB");
    static final Setting<Integer> MAX_NAME =
            new Setting<>("gotalk.max-name", "4095", Formats.size(1, Limits.PROTOCOL_MAX_NAME));
    static final Setting<Integer> MAX_OUTBOUND = Setting.size("gotalk.max-outbound", 1, "4MiB");
    static final Setting<Integer> MAX_CONCURRENT_REQUESTS = Setting.count("gotalk.max-concurrent-requests", 1, 64);
    static final Setting<Integer> MAX_WAITING_REQUESTS = Setting.count("gotalk.max-waiting-requests", 0, 1024);
    static final Setting<Integer> MAX_WAITING_BYTES = Setting.size("gotalk.max-waiting-bytes", 0, "4MiB");
    static final Setting<Integer> MAX_PENDING_REQUESTS = Setting.count("gotalk.max-pending-requests", 1, 65_536);
    static final Setting<Integer> MAX_WEBSOCKET_MESSAGE = Setting.size("gotalk.max-websocket-message", 1024, "4MiB");
    static final Setting<Duration> READ_PAUSE = Setting.time("gotalk.read-pause", NONE, "PT2S");
    static final Setting<Duration> HANDSHAKE_TIMEOUT = Setting.time("gotalk.handshake-timeout", SOME, "PT10S");
    static final Setting<Duration> READ_TIMEOUT = Setting.time("gotalk.read-timeout", SOME, "PT30S");
    static final Setting<Duration> WRITE_TIMEOUT = Setting.time("gotalk.write-timeout", SOME, "PT10S");
    static final Setting<Duration> HEARTBEAT_INTERVAL = Setting.time("gotalk.heartbeat-interval", NONE, "PT20S");
    static final Setting<Duration> REQUEST_TIMEOUT = Setting.time("gotalk.request-timeout", SOME, "PT30S");

    static final List<Setting<?>> ALL = List.of(
            PATH,
            ALLOWED_ORIGINS,
            EXECUTOR,
            SCHEDULER,
            MAX_RUNNING,
            MAX_QUEUED,
            MAX_PAYLOAD,
            MAX_NAME,
            MAX_OUTBOUND,
            MAX_CONCURRENT_REQUESTS,
            MAX_WAITING_REQUESTS,
            MAX_WAITING_BYTES,
            MAX_PENDING_REQUESTS,
            MAX_WEBSOCKET_MESSAGE,
            READ_PAUSE,
            HANDSHAKE_TIMEOUT,
            READ_TIMEOUT,
            WRITE_TIMEOUT,
            HEARTBEAT_INTERVAL,
            REQUEST_TIMEOUT);

    private Known() {}

    private static Setting<String> name(String key, String byDefault) {
        return new Setting<>(key, byDefault, text -> text);
    }
}
