package org.gotalk.jakarta.internal.config;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.gotalk.net.Address;
import org.gotalk.net.ConnectOptions;
import org.gotalk.net.ReconnectOptions;

/** The settings of remote peers, read when the names that the application needs are known. */
public final class RemoteSettings {

    private final Sources sources;

    RemoteSettings(Sources sources) {
        this.sources = sources;
    }

    /**
     * Reads the settings of the peers with these names.
     *
     * @throws InvalidSettings if settings are missing or invalid; the message lists all of them
     */
    public List<ClientSettings> named(Collection<String> names) {
        SettingsReader reader = new SettingsReader(sources, SettingTable.PREFIX);
        List<ClientSettings> clients = new TreeSet<>(names)
                .stream()
                        .map(name -> read(reader.withPrefix(ClientSettingTable.PREFIX + name + "."), name))
                        .toList();
        reader.complain();
        return clients;
    }

    private static ClientSettings read(SettingsReader reader, String name) {
        String address = reader.read(ClientSettingTable.ADDRESS);
        if (!reader.isSet(ClientSettingTable.ADDRESS)) {
            reader.problem(
                    ClientSettingTable.ADDRESS,
                    "is not set, but the application connects to \"" + name
                            + "\": set it to an address such as wss://example.org/gotalk or tcp://example.org:4001");
        }
        ReconnectOptions options = ReconnectOptions.defaults()
                .connect(connect(reader, address))
                .delays(
                        reader.read(ClientSettingTable.MIN_DELAY),
                        reader.readAtLeast(ClientSettingTable.MIN_DELAY, ClientSettingTable.MAX_DELAY))
                .waiting(
                        reader.read(ClientSettingTable.MAX_WAITING), reader.read(ClientSettingTable.MAX_WAITING_BYTES));
        return new ClientSettings(
                name, address, reader.read(ClientSettingTable.HANDLERS), signingIn(reader, address, options));
    }

    /** Over other transports than WebSockets the token is sent by the reserved request, on each new connection. */
    private static ReconnectOptions signingIn(SettingsReader reader, String address, ReconnectOptions options) {
        String token = reader.read(ClientSettingTable.BEARER_TOKEN);
        return token.isEmpty() || address.isEmpty() || isWebSocket(address)
                ? options
                : options.setupAsync(connection -> connection.signInAsync(token));
    }

    private static boolean isWebSocket(String address) {
        return Address.of(address).scheme().isWebSocket();
    }

    private static ConnectOptions connect(SettingsReader reader, String address) {
        ConnectOptions options = ConnectOptions.defaults()
                .timeout(reader.read(ClientSettingTable.TIMEOUT))
                .tls(ClientSettingTable.TLS.read(reader));
        if (address.isEmpty()) {
            return options;
        }
        if (!Address.of(address).scheme().isSecure() && ClientSettingTable.TLS.areSet(reader)) {
            reader.problem(
                    ClientSettingTable.ADDRESS,
                    "is \"" + address + "\", but trust, certificate and key need wss: or tls:");
        }
        ConnectOptions withProxy = ProxySettings.read(reader, options);
        if (isWebSocket(address)) {
            return handshake(reader, withProxy);
        }
        if (!withProxy.equals(options)
                || !reader.readBelow(ClientSettingTable.HEADER).isEmpty()) {
            reader.problem(
                    ClientSettingTable.ADDRESS, "is \"" + address + "\", but headers and proxy need wss: or ws:");
        }
        return options;
    }

    private static ConnectOptions handshake(SettingsReader reader, ConnectOptions plain) {
        ConnectOptions options = plain;
        for (Map.Entry<String, String> header :
                reader.readBelow(ClientSettingTable.HEADER).entrySet()) {
            String name = header.getKey();
            options = with(
                    reader, ClientSettingTable.HEADER + name, options, known -> known.header(name, header.getValue()));
        }
        String token = reader.read(ClientSettingTable.BEARER_TOKEN);
        return token.isEmpty()
                ? options
                : with(reader, ClientSettingTable.BEARER_TOKEN.key(), options, known -> known.bearerToken(() -> token));
    }

    private static ConnectOptions with(
            SettingsReader reader, String key, ConnectOptions options, UnaryOperator<ConnectOptions> change) {
        try {
            return change.apply(options);
        } catch (IllegalArgumentException e) {
            reader.problem(key, "is invalid: " + e.getMessage());
            return options;
        }
    }
}
