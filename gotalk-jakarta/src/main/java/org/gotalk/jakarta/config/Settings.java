package org.gotalk.jakarta.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gotalk.Limits;
import org.gotalk.jakarta.websocket.OriginPolicy;
import org.gotalk.net.Address;
import org.gotalk.net.Tls;

/**
 * What an application is served with.
 *
 * @param path where the WebSocket endpoint is, relative to the web application; the scripts are one level below
 * @param endpoints further endpoints: paths, and the names of the handler sets that they serve
 * @param listen addresses where connections are accepted besides WebSockets, and the names of the handler sets that they
 *     serve, empty for the default one
 * @param listenTls what this side shows and trusts there, at {@code tls:} addresses
 * @param origins which pages may connect
 * @param executor JNDI name of the managed executor that runs handlers
 * @param scheduler JNDI name of the managed scheduled executor that keeps time
 * @param threadFactory JNDI name of the managed thread factory for the threads that wait for sockets
 * @param maxRunning threads of the executor that the application uses at once
 * @param maxWebSocketMessage largest frame and longest text message that is accepted, in bytes
 * @param directSends threads that may be sending at once, and may be held up by slow peers
 * @param closeTimeout time for a peer to take a close frame
 * @param drainGrace time for the work of open connections when the application stops; zero for none
 * @param limits what one connection may cost
 * @param clients where remote peers are, and how they are connected to
 */
public record Settings(
        String path,
        Map<String, String> endpoints,
        Map<String, String> listen,
        Tls listenTls,
        OriginPolicy origins,
        String executor,
        String scheduler,
        String threadFactory,
        int maxRunning,
        int maxWebSocketMessage,
        int directSends,
        Duration closeTimeout,
        Duration drainGrace,
        Limits limits,
        Clients clients) {

    /**
     * Reads all settings.
     *
     * @throws InvalidSettings when there are wrong ones; it names all of them
     */
    public static Settings from(Sources sources) {
        SettingsReader reader = new SettingsReader(sources);
        Map<String, String> listen = reader.read(Known.LISTEN);
        Settings settings = new Settings(
                reader.read(Known.PATH),
                reader.read(Known.ENDPOINTS),
                listen,
                listenTls(reader, listen),
                reader.read(Known.ALLOWED_ORIGINS),
                reader.read(Known.EXECUTOR),
                reader.read(Known.SCHEDULER),
                reader.read(Known.THREAD_FACTORY),
                reader.read(Known.MAX_RUNNING),
                reader.read(Known.MAX_WEBSOCKET_MESSAGE),
                reader.read(Known.DIRECT_SENDS),
                reader.read(Known.CLOSE_TIMEOUT),
                reader.read(Known.DRAIN_GRACE),
                limits(reader),
                new Clients(sources));
        PathClashes.of(settings).forEach(reader::problem);
        reader.lookForUnknownKeys();
        reader.complain();
        return settings;
    }

    /** The paths of all endpoints, that of the default handlers first. */
    public List<String> paths() {
        return Stream.concat(Stream.of(path), endpoints.keySet().stream()).toList();
    }

    /** Who is trusted there has to show it: nothing else could be the use of saying whom. */
    private static Tls listenTls(SettingsReader reader, Map<String, String> listen) {
        Tls tls = Known.LISTEN_TLS.read(reader);
        boolean isNeeded = listen.keySet().stream()
                .anyMatch(address -> Address.of(address).scheme().isSecure());
        if (isNeeded && !reader.isSet(Known.LISTEN_CERTIFICATE)) {
            reader.problem("gotalk.listen has a tls: address, but gotalk.listen-certificate is not set: it must name a"
                    + " PEM file with the certificate to show, and gotalk.listen-key one with its key");
        }
        return reader.isSet(Known.LISTEN_TRUST) ? tls.clientCertificates(Tls.ClientCertificates.REQUIRED) : tls;
    }

    private static Limits limits(SettingsReader reader) {
        Duration minRetryWait = reader.read(Known.MIN_RETRY_WAIT);
        return Limits.builder()
                .maxPayload(reader.read(Known.MAX_PAYLOAD))
                .maxName(reader.read(Known.MAX_NAME))
                .maxOutbound(reader.read(Known.MAX_OUTBOUND))
                .maxConcurrentRequests(reader.read(Known.MAX_CONCURRENT_REQUESTS))
                .maxWaitingRequests(reader.read(Known.MAX_WAITING_REQUESTS))
                .maxWaitingBytes(reader.read(Known.MAX_WAITING_BYTES))
                .maxPendingRequests(reader.read(Known.MAX_PENDING_REQUESTS))
                .readPause(reader.read(Known.READ_PAUSE))
                .handshakeTimeout(reader.read(Known.HANDSHAKE_TIMEOUT))
                .readTimeout(reader.read(Known.READ_TIMEOUT))
                .writeTimeout(reader.read(Known.WRITE_TIMEOUT))
                .heartbeatInterval(reader.read(Known.HEARTBEAT_INTERVAL))
                .requestTimeout(reader.read(Known.REQUEST_TIMEOUT))
                .maxStreams(reader.read(Known.MAX_STREAMS))
                .maxStreamBuffer(reader.read(Known.MAX_STREAM_BUFFER))
                .streamTimeout(reader.read(Known.STREAM_TIMEOUT))
                .minRetryWait(minRetryWait)
                .maxRetryWait(reader.readAtLeast(minRetryWait, Known.MIN_RETRY_WAIT, Known.MAX_RETRY_WAIT))
                .maxAttempts(reader.read(Known.MAX_ATTEMPTS))
                .build();
    }
}
