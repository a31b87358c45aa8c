package org.gotalk.cdi.internal.scope;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import org.gotalk.CloseReason;
import org.gotalk.CloseReason.Code;
import org.gotalk.Sock;
import org.gotalk.cdi.Closed;
import org.gotalk.cdi.Journal;
import org.gotalk.cdi.Notification;
import org.gotalk.cdi.Opened;
import org.gotalk.cdi.Operation;
import org.gotalk.cdi.Served;
import org.gotalk.cdi.SockScoped;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ConnectionEventsTest {

    @AutoClose
    private final Served served = Served.beans(Journal.class, Door.class, Guest.class);

    private final Journal journal = served.bean(Journal.class);

    @Test
    void observersAreToldOfAConnectionBeforeItsFirstMessage() {
        Sock client = served.connect();
        client.notify("say", "hello");
        assertThat(journal.next(2)).containsExactly("opened as somebody", "somebody said hello");
    }

    @Test
    void observersAreToldOfTheEndAndItsReason() {
        Sock client = served.connect();
        journal.next();
        client.request("rename", "Ada");
        client.close(CloseReason.of(Code.GOING_AWAY, "home"));
        assertThat(journal.next()).startsWith("Ada closed, GOING_AWAY");
    }

    @Test
    void aFailingObserverOfTheEndDoesNotKeepBeansAlive() {
        Sock client = served.connect();
        journal.next();
        client.request("rename", "Trouble");
        client.close();
        assertThat(journal.next(2)).containsExactly("Trouble closed, NORMAL", "Trouble is gone");
    }

    @Test
    void sockScopedBeansAreDestroyedAfterTheObserversOfTheEnd() {
        Sock client = served.connect();
        journal.next();
        client.request("rename", "Ada");
        client.close();
        assertThat(journal.next(2)).containsExactly("Ada closed, NORMAL", "Ada is gone");
    }

    @Test
    void sockScopedBeansAreDestroyedAfterTheLastCallHasReturned() {
        Sock client = served.connect();
        journal.next();
        client.request("rename", "Ada");
        client.requestAsync("work", "x", String.class);
        assertThat(journal.next()).isEqualTo("Ada works");
        client.close();
        assertThat(journal.next()).isEqualTo("Ada closed, NORMAL");
        assertThat(journal.isEmpty()).isTrue();
        served.bean(Door.class).finish();
        assertThat(journal.next(2)).containsExactly("Ada has worked", "Ada is gone");
    }

    @Test
    void sockScopedBeansEndWithTheApplication() {
        Sock client = served.connect();
        journal.next();
        client.request("rename", "Ada");
        served.stopContainer();
        assertThat(Door.lastGone).isEqualTo("Ada");
    }

    @ApplicationScoped
    static class Door {

        /** Outlives the container, so that a test can see what its end did. */
        private static volatile String lastGone = "nobody";

        private final CountDownLatch finished = new CountDownLatch(1);

        @Inject
        Journal journal;

        @Inject
        Guest guest;

        void joined(@Observes @Opened Sock newcomer) {
            journal.add("opened as " + guest.name());
        }

        void left(@Observes @Closed Sock leaver, CloseReason why) {
            journal.add(guest.name() + " closed, " + why);
            if (guest.name().equals("Trouble")) {
                throw new IllegalStateException("trouble");
            }
        }

        @Operation
        void work() throws InterruptedException {
            journal.add(guest.name() + " works");
            finished.await();
            journal.add(guest.name() + " has worked");
        }

        void finish() {
            finished.countDown();
        }
    }

    @SockScoped
    static class Guest {

        @Inject
        Journal journal;

        @Inject
        Sock sock;

        private volatile String name = "somebody";

        String name() {
            return name;
        }

        @Operation
        void rename(String newName) {
            name = newName;
        }

        @Notification
        void say(String text) {
            journal.add(name + " said " + text);
        }

        @PreDestroy
        void end() {
            Door.lastGone = sock.id().isEmpty() ? "nobody" : name;
            journal.add(name + " is gone");
        }
    }
}
