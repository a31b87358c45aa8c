package org.gotalk.cdi.internal.scope;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.spi.CDI;
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
import org.gotalk.cdi.SockScoped;
import org.gotalk.test.GotalkExtension;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConnectionEventsTest {

    @RegisterExtension
    final GotalkExtension server =
            TestServer.beans(Journal.class, Door.class, Guest.class).extension();

    private final Journal journal = server.bean(Journal.class);

    @Test
    void observersAreToldOfAConnectionBeforeItsFirstMessage() {
        Sock client = server.connect();
        client.notify("say", "hello");
        assertThat(journal.next(2)).containsExactly("opened as somebody", "somebody said hello");
    }

    @Test
    void observersAreToldOfTheEndAndItsReason() {
        Sock client = server.connect();
        journal.next();
        client.request("rename", "Ada");
        client.close(CloseReason.of(Code.GOING_AWAY, "home"));
        assertThat(journal.next()).startsWith("Ada closed, GOING_AWAY");
    }

    @Test
    void aFailingObserverOfTheEndDoesNotKeepBeansAlive() {
        Sock client = server.connect();
        journal.next();
        client.request("rename", "Trouble");
        client.close();
        assertThat(journal.next(2)).containsExactly("Trouble closed, NORMAL", "Trouble is gone");
    }

    @Test
    void sockScopedBeansAreDestroyedAfterTheObserversOfTheEnd() {
        Sock client = server.connect();
        journal.next();
        client.request("rename", "Ada");
        client.close();
        assertThat(journal.next(2)).containsExactly("Ada closed, NORMAL", "Ada is gone");
    }

    @Test
    void sockScopedBeansAreDestroyedAfterTheLastCallHasReturned() {
        Sock client = server.connect();
        journal.next();
        client.request("rename", "Ada");
        client.requestAsync("work", "x", String.class);
        assertThat(journal.next()).isEqualTo("Ada works");
        client.close();
        assertThat(journal.next()).isEqualTo("Ada closed, NORMAL");
        assertThat(journal.isEmpty()).isTrue();
        server.bean(Door.class).finish();
        assertThat(journal.next(2)).containsExactly("Ada has worked", "Ada is gone");
    }

    @Test
    void sockScopedBeansEndWithTheApplication() {
        Sock client = server.connect();
        journal.next();
        client.request("rename", "Ada");
        ((SeContainer) CDI.current()).close();
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
