package org.gotalk.jakarta.internal.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gotalk.Limits;
import org.gotalk.jakarta.internal.concurrent.ThreadNames;
import org.gotalk.jakarta.internal.websocket.HandshakeContents;
import org.gotalk.jakarta.internal.websocket.OriginPolicy;
import org.gotalk.jakarta.internal.websocket.TrustedProxies;
import org.gotalk.net.Address;
import org.gotalk.net.Tls;

/**
 * The settings of an application. Components without description have the value of the setting with the same name,
 * which {@link SettingTable} describes.
 *
 * @param endpoints the handler set of each further path
 * @param listen the handler set of each address besides WebSockets; empty for the default set
 * @param listenTls identity and trust at {@code tls:} addresses
 * @param listenTrust whether peers must present a certificate at {@code tls:} addresses
 * @param authenticated the paths and addresses only for authenticated peers
 * @param handshake what is kept of handshakes
 * @param threads the executors of the server
 * @param limits the limits of one connection
 * @param reach the settings of rooms
 * @param clients the settings of remote peers
 */
public record Settings(
        String path,
        Map<String, String> endpoints,
        Map<String, String> listen,
        Tls listenTls,
        boolean listenTrust,
        boolean listenAnonymous,
        Set<String> authenticated,
        OriginPolicy origins,
        TrustedProxies trustedProxies,
        HandshakeContents handshake,
        ThreadNames threads,
        int maxRunning,
        int maxWebSocketMessage,
        int directSends,
        Duration closeTimeout,
        Duration drainGrace,
        Duration maxExecutorDelay,
        Limits limits,
        ReachSettings reach,
        RemoteSettings clients) {

    /**
     * Reads all settings.
     *
     * @param declared paths of endpoints that the application has besides
     * @throws InvalidSettings if some are invalid; the message lists all of them
     */
    public static Settings from(Sources sources, Set<String> declared) {
        SettingsReader reader = new SettingsReader(sources, SettingTable.PREFIX);
        Map<String, String> listen = reader.read(SettingTable.LISTEN);
        Settings settings = new Settings(
                reader.read(SettingTable.PATH),
                reader.read(SettingTable.ENDPOINTS),
                listen,
                listenTls(reader, listen),
                reader.isSet(SettingTable.LISTEN_TRUST),
                reader.read(SettingTable.LISTEN_ANONYMOUS),
                reader.read(SettingTable.AUTHENTICATED),
                reader.read(SettingTable.ALLOWED_ORIGINS),
                reader.read(SettingTable.TRUSTED_PROXIES),
                new HandshakeContents(
                        reader.read(SettingTable.HANDSHAKE_HEADERS),
                        reader.read(SettingTable.HANDSHAKE_COOKIES),
                        reader.read(SettingTable.SESSION_ATTRIBUTES)),
                new ThreadNames(
                        reader.read(SettingTable.EXECUTOR),
                        reader.read(SettingTable.SCHEDULER),
                        reader.read(SettingTable.THREAD_FACTORY)),
                reader.read(SettingTable.MAX_RUNNING),
                reader.read(SettingTable.MAX_WEBSOCKET_MESSAGE),
                reader.read(SettingTable.DIRECT_SENDS),
                reader.read(SettingTable.CLOSE_TIMEOUT),
                reader.read(SettingTable.DRAIN_GRACE),
                reader.read(SettingTable.MAX_EXECUTOR_DELAY),
                limits(reader),
                SettingTable.REACH.read(reader),
                new RemoteSettings(sources));
        PathClashes.report(settings.path(), settings.endpoints().keySet(), reader);
        settings.reportUnknownPlaces(declared, reader);
        UnknownKeys.report(sources, reader);
        reader.complain();
        return settings;
    }

    /** The paths of all endpoints, beginning with {@code gotalk.path}. */
    public List<String> paths() {
        return Stream.concat(Stream.of(path), endpoints.keySet().stream()).toList();
    }

    /** The paths of the endpoints only for authenticated peers. */
    public List<String> authenticatedPaths() {
        return paths().stream().filter(authenticated::contains).toList();
    }

    /** A misspelled place would remain open. */
    private void reportUnknownPlaces(Set<String> declared, SettingsReader reader) {
        authenticated.stream()
                .filter(place -> !paths().contains(place) && !listen.containsKey(place) && !declared.contains(place))
                .sorted()
                .forEach(place -> reader.problem(
                        SettingTable.AUTHENTICATED,
                        "has \"" + place
                                + "\", but neither gotalk.path nor gotalk.endpoints nor gotalk.listen has it, nor an"
                                + " endpoint class:"
                                + " write it as there, without a handler set"));
    }

    /**
     * If {@code listen-trust} is set, clients must present a certificate; the setting would have no effect otherwise.
     */
    private static Tls listenTls(SettingsReader reader, Map<String, String> listen) {
        Tls tls = SettingTable.LISTEN_TLS.read(reader);
        boolean isNeeded = listen.keySet().stream()
                .anyMatch(address -> Address.of(address).scheme().isSecure());
        if (isNeeded && !reader.isSet(SettingTable.LISTEN_CERTIFICATE)) {
            reader.problem(
                    SettingTable.LISTEN,
                    "has a tls: address, but gotalk.listen-certificate is not set:"
                            + " set it to a PEM file with the certificate, and gotalk.listen-key to one with its key");
        }
        return reader.isSet(SettingTable.LISTEN_TRUST) ? tls.clientCertificates(Tls.ClientCertificates.REQUIRED) : tls;
    }

    private static Limits limits(SettingsReader reader) {
        return SettingTable.readLimits(reader)
                .maxRetryWait(reader.readAtLeast(SettingTable.MIN_RETRY_WAIT, SettingTable.MAX_RETRY_WAIT))
                .build();
    }
}
