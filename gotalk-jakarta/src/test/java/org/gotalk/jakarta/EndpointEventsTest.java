package org.gotalk.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.spi.Application;
import org.gotalk.spi.ManagedObject;
import org.junit.jupiter.api.Test;

class EndpointEventsTest {

    private final List<String> events = new ArrayList<>();
    private final CompletableFuture<CloseReason> closed = new CompletableFuture<>();
    private final Sock sock = (Sock) Proxy.newProxyInstance(
            Sock.class.getClassLoader(),
            new Class<?>[] {Sock.class},
            (proxy, method, args) -> switch (method.getName()) {
                case "closed" -> closed;
                case "hashCode" -> 1;
                case "equals" -> proxy == args[0];
                default -> throw new UnsupportedOperationException(method.getName());
            });

    private final EndpointEvents application = new EndpointEvents(new Application() {
        @Override
        public Handlers handlers() {
            return Handlers.create();
        }

        @Override
        public void opened(Sock opened) {
            events.add("application opened");
        }

        @Override
        public void closed(Sock ended, CloseReason reason) {
            events.add("application closed");
        }
    });

    private final GotalkEndpoint endpoint = new GotalkEndpoint() {
        @Override
        public void opened(Sock peer) {
            events.add("endpoint opened");
        }

        @Override
        public void closed(Sock peer, CloseReason reason) {
            events.add("endpoint closed");
        }
    };

    private void tell() {
        application.tell(sock, new ManagedObject<>(endpoint, () -> events.add("endpoint released")));
    }

    @Test
    void anEndpointIsToldBetweenTheApplicationsEvents() {
        tell();
        application.opened(sock);
        application.closed(sock, CloseReason.NORMAL);

        assertThat(events)
                .containsExactly("application opened", "endpoint opened", "endpoint closed", "application closed");
    }

    @Test
    void nothingIsKeptOfAConnectionThatHasClosed() {
        tell();
        closed.complete(CloseReason.NORMAL);

        assertThat(application.size()).isZero();
        assertThat(events).containsExactly("endpoint released");
    }

    @Test
    void connectionsElsewhereAreTheApplicationsAlone() {
        application.opened(sock);

        assertThat(events).containsExactly("application opened");
    }
}
