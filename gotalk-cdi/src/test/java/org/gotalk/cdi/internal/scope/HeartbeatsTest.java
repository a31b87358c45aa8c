package org.gotalk.cdi.internal.scope;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import org.gotalk.Heartbeat;
import org.gotalk.Sock;
import org.gotalk.cdi.CdiApplication;
import org.gotalk.cdi.Journal;
import org.gotalk.test.RawPeer;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;

class HeartbeatsTest {

    @Test
    void observersAreToldOfAHeartbeatAndWhoseItIs() {
        try (TestServer server =
                TestServer.beans(Journal.class, Plot.class, Point.class).start()) {
            RawPeer peer = server.peer().raw().send("01");
            Sock sock = peer.serverSide();
            peer.send("h8000655d5f2a");
            assertThat(server.bean(Journal.class).next()).isEqualTo("0.5 at 1700618026 of " + sock.id() + " first");
            peer.send("h0000655d5f2b");
            assertThat(server.bean(Journal.class).next()).isEqualTo("0.0 at 1700618027 of " + sock.id() + " first");
        }
    }

    @Test
    void whereNobodyObservesNoContextsBegin() {
        try (TestServer server = TestServer.beans(Journal.class, Contexts.class).start()) {
            CdiApplication application = new CdiApplication();
            assertThat(application.handlers().operations()).isEmpty();
            Sock sock = server.peer().raw().send("01").serverSide();
            assertThat(server.bean(Journal.class).next()).isEqualTo("opened");
            application.heartbeat(sock, new Heartbeat(1, Instant.EPOCH));
            assertThat(server.bean(Journal.class).isEmpty()).isTrue();
        }
    }

    @ApplicationScoped
    static class Contexts {

        @Inject
        Journal journal;

        void begun(@Observes @Initialized(RequestScoped.class) Object context) {
            journal.add("opened");
        }
    }

    @ApplicationScoped
    static class Plot {

        @Inject
        Journal journal;

        @Inject
        Sock sock;

        @Inject
        Point point;

        void draw(@Observes Heartbeat heartbeat) {
            journal.add("%.1f at %d of %s %s"
                    .formatted(heartbeat.load(), heartbeat.time().getEpochSecond(), sock.id(), point.number()));
        }
    }

    @RequestScoped
    static class Point {
        private boolean used;

        String number() {
            String number = used ? "again" : "first";
            used = true;
            return number;
        }
    }
}
