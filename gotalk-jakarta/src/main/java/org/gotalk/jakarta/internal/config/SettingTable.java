package org.gotalk.jakarta.internal.config;

import static org.gotalk.jakarta.internal.config.Formats.count;
import static org.gotalk.jakarta.internal.config.Formats.list;
import static org.gotalk.jakarta.internal.config.Formats.size;
import static org.gotalk.jakarta.internal.config.Formats.text;
import static org.gotalk.jakarta.internal.config.Formats.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.gotalk.Limits;
import org.gotalk.jakarta.internal.concurrent.ThreadNames;
import org.gotalk.jakarta.internal.config.SettingRows.Row;
import org.gotalk.jakarta.internal.websocket.OriginPolicy;
import org.gotalk.jakarta.internal.websocket.TrustedProxies;

/**
 * All settings of an application except those of {@link ClientSettingTable}. Parsing, error messages, and the tables of
 * README.md and docs/configuration.md are derived from here.
 */
final class SettingTable {

    static final String PREFIX = "gotalk.";
    static final SettingRows ROWS = new SettingRows();

    /** Each reads one limit and sets it in the builder. */
    private static final List<BiConsumer<SettingsReader, Limits.Builder>> LIMITS = new ArrayList<>();

    static final Setting<String> PATH = ROWS.row("path", text("path", Formats::path), "/gotalk")
            .means("Path of the WebSocket endpoint in the application; the scripts are below it.");
    static final Setting<Map<String, String>> ENDPOINTS = ROWS.row(
                    "endpoints", list(HandlerSetList.ENDPOINTS::parse), Map.<String, String>of())
            .means("Further endpoints with handler sets of their own: `/admin=admin, /public=public`.");
    static final Setting<Map<String, String>> LISTEN = ROWS.row(
                    "listen", list(HandlerSetList.LISTEN::parse), Map.<String, String>of())
            .means("Addresses for connections besides WebSockets: `tcp://0.0.0.0:4001, unix:/run/gotalk.sock`.");
    static final Setting<String> LISTEN_CERTIFICATE = ROWS.row("listen-certificate", text("PEM file"), "")
            .means("Certificate for `tls:` addresses, with its chain; required there.");
    static final Setting<String> LISTEN_KEY = ROWS.row("listen-key", text("PEM file"), "")
            .means("Private key of the certificate, in PKCS#8 without a password; by default in the same file.");
    static final Setting<String> LISTEN_TRUST = ROWS.row("listen-trust", text("PEM file"), "")
            .means(
                    "Issuers of the certificates that peers must present at `tls:` addresses; by default none is required.");
    static final Setting<Boolean> LISTEN_ANONYMOUS = ROWS.row("listen-anonymous", Formats.FLAG, false)
            .means("Whether `listen` offers the default handler set to unauthenticated peers, at `tcp:` and `tls:`.");
    static final Setting<Set<String>> AUTHENTICATED = ROWS.row("authenticated", list(Formats::names), Set.<String>of())
            .means("Endpoints and `listen` addresses only for authenticated peers: `/admin, tcp://0.0.0.0:4001`.");
    static final Setting<OriginPolicy> ALLOWED_ORIGINS = ROWS.row(
                    "allowed-origins", list(OriginPolicy::parse), OriginPolicy.parse(""))
            .means("Origins whose pages may connect, with `https://*.example.org` for subdomains and `*` for all;"
                    + " by default those of the same host and port.");
    static final Setting<TrustedProxies> TRUSTED_PROXIES = ROWS.row(
                    "trusted-proxies", list(TrustedProxies::parse), TrustedProxies.parse(""))
            .means("Addresses of proxies whose `X-Forwarded-…` or `Forwarded` headers count: `127.0.0.1, 10.0.0.0/8`.");
    static final Setting<Set<String>> HANDSHAKE_HEADERS = ROWS.row(
                    "handshake-headers", list(Formats::names), Set.<String>of())
            .means("Headers of the handshake that `sock.peer().handshake()` has: `User-Agent, Accept-Language`.");
    static final Setting<Set<String>> HANDSHAKE_COOKIES = ROWS.row(
                    "handshake-cookies", list(Formats::names), Set.<String>of())
            .means("Cookies of the handshake that it has.");
    static final Setting<Set<String>> SESSION_ATTRIBUTES = ROWS.row(
                    "session-attributes", list(Formats::names), Set.<String>of())
            .means("Attributes of the HTTP session that it has, as they were at the handshake.");
    static final Setting<String> EXECUTOR = ROWS.row("executor", text("JNDI name"), ThreadNames.DEFAULT.executor())
            .means("Managed executor that runs handlers; `virtual` for virtual threads, on servers without Jakarta"
                    + " Concurrency and with Java 21.");
    static final Setting<String> SCHEDULER = ROWS.row("scheduler", text("JNDI name"), ThreadNames.DEFAULT.scheduler())
            .means("Managed scheduled executor for timers, whose tasks are short.");
    static final Setting<String> THREAD_FACTORY = ROWS.row(
                    "thread-factory", text("JNDI name"), ThreadNames.DEFAULT.factory())
            .means("Managed thread factory for the threads that serve sockets (up to 4) and close sessions (up to 9).");
    static final Setting<Integer> MAX_RUNNING = ROWS.row("max-running", count(1), 256)
            .means(
                    "Maximum threads of the executor that run handlers at once, over all connections; as many more may wait"
                            + " for peers.");
    static final Setting<Integer> MAX_WEBSOCKET_MESSAGE = ROWS.row("max-websocket-message", size(1024), 4 << 20)
            .means("Largest WebSocket frame in bytes, and longest text message in characters.");
    static final Setting<Integer> DIRECT_SENDS = ROWS.row("direct-sends", count(0), 16)
            .means("Maximum threads that send to WebSocket peers at once and may block on slow ones; `0` for none.");
    static final Setting<Duration> CLOSE_TIMEOUT = ROWS.row("close-timeout", time(1), Duration.ofSeconds(2))
            .means("Time for a WebSocket peer to take the close frame; then the connection is cut.");
    static final Setting<Duration> DRAIN_GRACE = ROWS.row("drain-grace", time(0), Duration.ofSeconds(10))
            .means("Time for requests in progress when the application stops; `0s` closes at once.");
    static final Setting<Duration> MAX_EXECUTOR_DELAY = ROWS.row("max-executor-delay", time(1), Duration.ofSeconds(10))
            .means(
                    "Time that a task may wait for the executor; then MicroProfile Health reports that it is not ready.");

    static {
        limit("max-payload", size(1), Limits::maxPayload, Limits.Builder::maxPayload)
                .means("Largest payload of a message; a larger request is answered with an error and skipped unread.");
        limit("max-name", size(1, Limits.PROTOCOL_MAX_NAME), Limits::maxName, Limits.Builder::maxName)
                .means("Longest name of an operation or notification, in bytes of UTF-8.");
        limit("max-outbound", size(1), Limits::maxOutbound, Limits.Builder::maxOutbound)
                .means("Maximum bytes that wait to be sent.");
        limit("max-concurrent-requests", count(1), Limits::maxConcurrentRequests, Limits.Builder::maxConcurrentRequests)
                .means("Maximum requests of the peer that run at once.");
        limit("max-waiting-requests", count(0), Limits::maxWaitingRequests, Limits.Builder::maxWaitingRequests)
                .means("Maximum further messages of the peer that wait.");
        limit("max-waiting-bytes", size(0), Limits::maxWaitingBytes, Limits.Builder::maxWaitingBytes)
                .means("Maximum payload bytes of those messages.");
        limit("max-pending-requests", count(1), Limits::maxPendingRequests, Limits.Builder::maxPendingRequests)
                .means("Maximum requests of the server that wait for results; further requests fail at once.");
        limit("read-pause", time(0), Limits::readPause, Limits.Builder::readPause)
                .means("Maximum time that reading pauses when too much waits; then requests are refused.");
        limit("handshake-timeout", time(1), Limits::handshakeTimeout, Limits.Builder::handshakeTimeout)
                .means("Time for the peer to send its protocol version.");
        limit("read-timeout", time(1), Limits::readTimeout, Limits.Builder::readTimeout)
                .means("Time without anything read; then the connection is closed.");
        limit("write-timeout", time(1), Limits::writeTimeout, Limits.Builder::writeTimeout)
                .means("Time without progress of what is sent; then the connection is closed.");
        limit("heartbeat-interval", time(0), Limits::heartbeatInterval, Limits.Builder::heartbeatInterval)
                .means("Time between heartbeats of the server, below the read timeout of the peers; `0s` for none.");
        limit("request-timeout", time(0), Limits::requestTimeout, Limits.Builder::requestTimeout)
                .means("Time for a result if the request sets none; `0s` for no limit.");
        limit("max-streams", count(0), Limits::maxStreams, Limits.Builder::maxStreams)
                .means(
                        "Maximum stream requests of the peer at once; further ones are asked to retry; `0` refuses all.");
        limit("max-stream-buffer", size(1), Limits::maxStreamBuffer, Limits.Builder::maxStreamBuffer)
                .means("Maximum bytes of one stream that wait to be read, and as many that wait to be sent.");
        limit("stream-timeout", time(0), Limits::streamTimeout, Limits.Builder::streamTimeout)
                .means("Maximum wait for the next part of a stream, or for room for one; `0s` for no limit.");
        limit("recheck-interval", time(0), Limits::recheckInterval, Limits.Builder::recheckInterval)
                .means("Time between two checks of a connection's credential by the application; `0s` for none.");
        limit("max-attempts", count(1), Limits::maxAttempts, Limits.Builder::maxAttempts)
                .means("Maximum attempts for a request of the server when the peer asks to retry; `1` for no retry.");
        limit("max-sign-in-failures", count(1), Limits::maxSignInFailures, Limits.Builder::maxSignInFailures)
                .means("Maximum refused tokens of a peer, for signing in or renewal; then the connection is closed.");
    }

    static final Setting<Duration> MIN_RETRY_WAIT = limit(
                    "min-retry-wait", time(0), Limits::minRetryWait, Limits.Builder::minRetryWait)
            .means("Minimum delay that a refused peer is asked to wait.");
    static final Setting<Duration> MAX_RETRY_WAIT = limit(
                    "max-retry-wait", time(0), Limits::maxRetryWait, Limits.Builder::maxRetryWait)
            .means("Maximum such delay; each refusal chooses one between the two at random.");

    static final ReachRows REACH = new ReachRows(ROWS);

    static final TlsFiles LISTEN_TLS = new TlsFiles(LISTEN_TRUST, LISTEN_CERTIFICATE, LISTEN_KEY);

    private SettingTable() {}

    /** Reads all limits, without checks that involve more than one of them. */
    static Limits.Builder readLimits(SettingsReader reader) {
        Limits.Builder limits = Limits.builder();
        LIMITS.forEach(limit -> limit.accept(reader, limits));
        return limits;
    }

    /** A setting that is one of the {@link Limits}, which define its default. */
    private static <T> Row<T> limit(
            String key, Format<T> format, Function<Limits, T> value, BiConsumer<Limits.Builder, T> setter) {
        return text -> {
            Setting<T> setting =
                    ROWS.row(key, format, value.apply(Limits.defaults())).means(text);
            LIMITS.add((reader, limits) -> setter.accept(limits, reader.read(setting)));
            return setting;
        };
    }
}
