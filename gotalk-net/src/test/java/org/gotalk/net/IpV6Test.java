package org.gotalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.gotalk.Handlers;
import org.gotalk.testing.Certificates;
import org.gotalk.testing.Certificates.Holder;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Listening and connecting by IPv6 addresses, where the machine has any. */
class IpV6Test {

    @AutoClose
    private final Gotalk server =
            Gotalk.serving(Handlers.create().handle("greet", String.class, name -> "Hello " + name));

    @AutoClose
    private final Gotalk client = Gotalk.create();

    @BeforeAll
    static void hasAddresses() throws IOException {
        boolean has;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getAllByName("::1")[0])) {
            has = socket.isBound();
        } catch (IOException none) {
            has = false;
        }
        assumeTrue(has, "no IPv6 here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://[::1]:0", "tls://[::1]:0", "tls://[0:0:0:0:0:0:0:1]:0"})
    void peersAreReachedByAddressesInBrackets(String listening) throws Exception {
        Tls trusting = Tls.defaults().trust(Certificates.authority());
        Tls identity = trusting.identity(Certificates.identity(Holder.LOCALHOST), Certificates.PASSWORD);
        URI address =
                server.listen(listening, ListenOptions.defaults().tls(identity)).address();
        assertThat(address.toString()).startsWith(listening.substring(0, listening.length() - 1));
        assertThat(client.connect(address.toString(), ConnectOptions.defaults().tls(trusting))
                        .request("greet", "Ann", String.class))
                .isEqualTo("Hello Ann");
    }
}
