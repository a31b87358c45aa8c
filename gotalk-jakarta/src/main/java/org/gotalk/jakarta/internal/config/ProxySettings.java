package org.gotalk.jakarta.internal.config;

import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import org.gotalk.internal.transport.HostAndPort;
import org.gotalk.net.ConnectOptions;

/** The settings of a remote peer that are for an HTTP proxy on the way. */
final class ProxySettings {

    private ProxySettings() {}

    /** Adds those that are set. */
    static ConnectOptions read(SettingsReader reader, ConnectOptions plain) {
        ConnectOptions options = plain;
        String proxy = reader.read(ClientSettingTable.PROXY);
        if (!proxy.isEmpty()) {
            HostAndPort address = HostAndPort.parse(proxy).orElseThrow();
            options = options.proxy(
                    ProxySelector.of(InetSocketAddress.createUnresolved(address.plainHost(), address.port())));
        }
        String user = reader.read(ClientSettingTable.PROXY_USER);
        String password = reader.read(ClientSettingTable.PROXY_PASSWORD);
        if (user.isEmpty() && !password.isEmpty()) {
            reader.problem(ClientSettingTable.PROXY_PASSWORD, "is set, but proxy-user is not");
        }
        return user.isEmpty() ? options : options.proxyCredentials(new User(user, password));
    }

    private static final class User extends Authenticator {

        private final String name;
        private final String password;

        User(String name, String password) {
            this.name = name;
            this.password = password;
        }

        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(name, password.toCharArray());
        }
    }
}
