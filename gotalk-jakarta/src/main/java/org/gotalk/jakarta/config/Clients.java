package org.gotalk.jakarta.config;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.gotalk.net.Address;
import org.gotalk.net.ConnectOptions;
import org.gotalk.net.ReconnectOptions;

/** The settings of remote peers. They are read once it is known which of them the application needs. */
public final class Clients {

    private final Sources sources;

    Clients(Sources sources) {
        this.sources = sources;
    }

    /**
     * Those of the peers with these names.
     *
     * @throws InvalidSettings when something of them is missing or wrong; it names all of that
     */
    public List<ClientSettings> named(Collection<String> names) {
        SettingsReader reader = new SettingsReader(sources);
        List<ClientSettings> clients = new TreeSet<>(names)
                .stream().map(name -> read(reader, new ClientKeys(name))).toList();
        reader.complain();
        return clients;
    }

    private ClientSettings read(SettingsReader reader, ClientKeys keys) {
        String address = reader.read(keys.address());
        if (!reader.isSet(keys.address())) {
            reader.problem("%s is not set, but the application wants a connection to \"%s\": set it to where that is,"
                            .formatted(keys.address().key(), keys.name())
                    + " such as wss://example.org/gotalk or tcp://example.org:4001");
        }
        Duration minDelay = reader.read(keys.minDelay());
        ReconnectOptions options = ReconnectOptions.defaults()
                .connect(connect(reader, keys, address))
                .delays(minDelay, reader.readAtLeast(minDelay, keys.minDelay(), keys.maxDelay()))
                .waiting(reader.read(keys.maxWaiting()), reader.read(keys.maxWaitingBytes()));
        return new ClientSettings(keys.name(), address, reader.read(keys.handlers()), options);
    }

    private ConnectOptions connect(SettingsReader reader, ClientKeys keys, String address) {
        ConnectOptions options = ConnectOptions.defaults()
                .timeout(reader.read(keys.timeout()))
                .tls(keys.tls().read(reader));
        if (address.isEmpty()) {
            return options;
        }
        if (!Address.of(address).scheme().isSecure() && keys.tls().areSet(reader)) {
            reader.problem(keys.address().key() + " is \"" + address
                    + "\", but must begin with wss: or tls: for what is" + " set of trust, certificate and key");
        }
        return handshake(reader, keys, address, options);
    }

    private ConnectOptions handshake(SettingsReader reader, ClientKeys keys, String address, ConnectOptions plain) {
        ConnectOptions options = plain;
        for (String key : sources.keysThatBeginWith(keys.headerPrefix())) {
            options = header(reader, key, key.substring(keys.headerPrefix().length()), options);
        }
        String token = reader.read(keys.bearerToken());
        if (!token.isEmpty()) {
            options = withToken(reader, keys, token, options);
        }
        if (!options.equals(plain) && !Address.of(address).scheme().isWebSocket()) {
            reader.problem(keys.address().key() + " is \"" + address
                    + "\", but must begin with wss: or ws: for what is set" + " of headers and bearer-token");
        }
        return options;
    }

    private ConnectOptions header(SettingsReader reader, String key, String name, ConnectOptions options) {
        try {
            return options.header(name, sources.find(key).orElseThrow().value());
        } catch (IllegalArgumentException e) {
            reader.problem(key + " cannot be: " + e.getMessage());
            return options;
        }
    }

    private static ConnectOptions withToken(
            SettingsReader reader, ClientKeys keys, String token, ConnectOptions options) {
        try {
            return options.bearerToken(() -> token);
        } catch (IllegalArgumentException e) {
            reader.problem(keys.bearerToken().key() + " cannot be: " + e.getMessage());
            return options;
        }
    }
}
