package org.gotalk.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.gotalk.Sock;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class NotificationsTest {

    @AutoClose
    private final Served served = Served.beans(Journal.class, Listener.class);

    private final Journal journal = served.bean(Journal.class);
    private final Sock client = served.connect();

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
