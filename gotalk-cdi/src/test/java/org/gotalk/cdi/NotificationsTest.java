package org.gotalk.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.gotalk.Sock;
import org.gotalk.test.GotalkExtension;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NotificationsTest {

    @RegisterExtension
    final GotalkExtension server =
            TestServer.beans(Journal.class, Listener.class).extension();

    private final Journal journal = server.bean(Journal.class);
    private final Sock client = server.connect();

    @Test
    void theNotificationsOfAPeerAreHandledInTheirOrder() {
        IntStream.range(0, 500).forEach(i -> client.notify("count", i));
        assertThat(journal.next(500))
                .containsExactlyElementsOf(
                        IntStream.range(0, 500).mapToObj(i -> "" + i).toList());
    }

    @Test
    void theyMayBeTakenWithoutValueAndWithTheirPeer() {
        client.notify("ping", "x");
        assertThat(journal.next()).isEqualTo("ping of client");
    }

    @Test
    void oneThatFailsDoesNotKeepTheNextFromBeingHandled() {
        client.notify("count", "not a number");
        client.notify("fail", "x");
        client.notify("count", 1);
        assertThat(journal.next()).isEqualTo("1");
    }

    @Dependent
    static class Listener {

        @Inject
        Journal journal;

        @Notification
        void count(int number) {
            journal.add("" + number);
        }

        @Notification
        void ping(Sock peer) {
            journal.add("ping of " + peer.peer().address());
        }

        @Notification
        void fail() {
            throw new UnsupportedOperationException("on purpose");
        }
    }
}
