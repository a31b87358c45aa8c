package org.gotalk.cdi.internal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.cdi.CdiApplication;
import org.gotalk.cdi.Operation;
import org.gotalk.cdi.Remote;
import org.gotalk.net.Gotalk;
import org.gotalk.net.Network;
import org.gotalk.net.ReconnectingSock;
import org.gotalk.test.GotalkExtension;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Beans that reach other servers, through a network that the test gives to the application. */
@Timeout(60)
class RemotePeersTest {

    private static final long LONGEST_SECONDS = 20;

    @AutoClose
    private final Gotalk exchange = Gotalk.serving(Handlers.create().handle("quote", String.class, String::length));

    @AutoClose
    private final Gotalk gotalk = Gotalk.create();

    @RegisterExtension
    final GotalkExtension server = TestServer.beans(Quotes.class, Visit.class).extension();

    private final CdiApplication application = new CdiApplication();

    @BeforeEach
    void bind() {
        Handlers unused = application.handlers();
    }

    @Test
    void theApplicationTellsWhichPeersItNeeds() {
        assertThat(application.remotes()).containsExactlyInAnyOrder("stock", "weather");
    }

    @Test
    void theInjectedSockReachesThePeerOfItsName() throws Exception {
        start();
        assertThat(server.bean(Quotes.class).of("ACME")).isEqualTo(4);
    }

    @Test
    void itIsTheSameConnectionInWhicheverWayItIsInjected() throws Exception {
        start();
        Quotes quotes = server.bean(Quotes.class);
        Sock connection = quotes.staying().connection().toCompletableFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);
        assertThat(quotes.stock().id()).isEqualTo(quotes.staying().id()).isEqualTo(connection.id());
    }

    @Test
    void itIsNotTheSockOfAMessage() throws Exception {
        start();
        assertThat(server.connect().request("both", "x", String.class)).isEqualTo("client and 1");
    }

    @Test
    void beforeTheApplicationHasStartedItSaysSo() {
        Quotes quotes = server.bean(Quotes.class);
        assertThatThrownBy(() -> quotes.of("ACME"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the remote peer \"stock\" cannot be used before the application has started,"
                        + " which is after the observers of @Initialized and Startup");
        assertThat(quotes.stock()).hasToString("stock: not started");
        assertThatThrownBy(() -> quotes.gotalk().connect("tcp://localhost:1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the injected Gotalk cannot be used before ");
    }

    @Test
    void theInjectedGotalkConnectsAndListens() throws Exception {
        start();
        Gotalk injected = server.bean(Quotes.class).gotalk();
        String address = injected.listen("tcp://localhost:0").address().toString();
        assertThat(injected.connect(address).isOpen()).isTrue();
        assertThat(injected.listeners()).hasSize(1);
    }

    @Test
    void theInjectedGotalkIsNotForBeansToEnd() throws Exception {
        start();
        Gotalk injected = server.bean(Quotes.class).gotalk();
        assertThatThrownBy(injected::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the injected Gotalk closes with the application;"
                        + " close the connections and listeners made with it instead");
        assertThat(server.bean(Quotes.class).of("ACME")).isEqualTo(4);
    }

    @Test
    void beansOfAllScopesMayHaveThem() {
        assertThat(server.bean(Visit.class)).isNotNull();
    }

    private void start() throws IOException {
        String address = exchange.listen("tcp://localhost:0").address().toString();
        Map<String, ReconnectingSock> remotes =
                Map.of("stock", gotalk.stayConnected(address), "weather", gotalk.stayConnected(address));
        application.start(new Network() {
            @Override
            public Gotalk gotalk() {
                return gotalk;
            }

            @Override
            public ReconnectingSock remote(String name) {
                return Objects.requireNonNull(remotes.get(name));
            }
        });
    }

    @ApplicationScoped
    static class Quotes {

        @Inject
        Sock sock;

        @Inject
        @Remote("stock")
        Sock stock;

        @Inject
        @Remote("stock")
        ReconnectingSock staying;

        @Inject
        Gotalk gotalk;

        @Inject
        void init(@Remote("weather") Sock unused) {}

        int of(String symbol) {
            return stock.request("quote", symbol, int.class);
        }

        Sock stock() {
            return stock;
        }

        ReconnectingSock staying() {
            return staying;
        }

        Gotalk gotalk() {
            return gotalk;
        }

        @Operation
        String both(String symbol) {
            return sock.peer().address() + " and " + of(symbol);
        }
    }

    /** Of a scope whose beans may be written to a file. */
    @SessionScoped
    static class Visit implements Serializable {

        private static final long serialVersionUID = 1L;

        @Inject
        @Remote("stock")
        Sock stock;

        @Inject
        Gotalk gotalk;
    }
}
