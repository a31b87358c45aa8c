package org.gotalk.cdi.internal.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.gotalk.Sock;
import org.gotalk.cdi.Closed;
import org.gotalk.cdi.Journal;
import org.gotalk.cdi.OpenSocks;
import org.gotalk.cdi.Opened;
import org.gotalk.cdi.Operation;
import org.gotalk.test.GotalkExtension;
import org.gotalk.test.TestPeer;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpenSocksTest {

    @RegisterExtension
    final GotalkExtension server = TestServer.beans(Journal.class, Room.class).extension();

    private final OpenSocks everybody = server.bean(OpenSocks.class);
    private final Journal journal = server.bean(Journal.class);
    private final TestPeer ada = connect();
    private final TestPeer bo = connect();

    @Test
    void allLiveConnectionsAreThere() {
        assertThat(everybody.size()).isEqualTo(2);
        assertThat(everybody).hasSize(2).allMatch(Sock::isOpen);
        assertThat(everybody.stream()).hasSize(2);
    }

    @Test
    void aConnectionIsThereBeforeOpenedAndGoneBeforeClosedIsTold() {
        ada.close();
        assertThat(journal.next()).isEqualTo("1 after one left");
        assertThat(everybody).hasSize(1);
    }

    @Test
    void aBroadcastReachesAll() {
        assertThat(everybody.broadcast("news", "hello")).isEmpty();
        assertThat(news(ada)).isEqualTo("hello");
        assertThat(news(bo)).isEqualTo("hello");
    }

    @Test
    void aBroadcastMayBeForSomeOnly() {
        assertThat(ada.request("tell others", "hi", int.class)).isZero();
        assertThat(news(bo)).isEqualTo("hi");
        assertThat(bo.request("tell me", "yes", int.class)).isZero();
        assertThat(news(bo)).isEqualTo("yes");
        assertThat(ada.notifications()).isEmpty();
    }

    @Test
    void aBroadcastIsEncodedOnce() {
        Counted counted = new Counted();
        assertThat(everybody.broadcast("count", counted)).isEmpty();
        server.settle();
        assertThat(ada.notifications()).containsExactly("\"count\" {\"text\":\"counted\"}");
        assertThat(bo.notifications()).containsExactly("\"count\" {\"text\":\"counted\"}");
        assertThat(counted.reads).hasValue(1);
    }

    @Test
    void thoseThatMissABroadcastAreReturned() {
        List<Sock> before = everybody.stream().toList();
        ada.close();
        journal.next();
        assertThat(everybody.broadcast("news", "x", before))
                .singleElement()
                .satisfies(missed -> assertThat(missed.isOpen()).isFalse());
    }

    @Test
    void aBroadcastNeverWaitsForASlowPeer() throws Exception {
        byte[] aThirdOfTheQueue = new byte[3 << 19];
        Sock slow = server.peer().raw().stopReading().send("01").serverSide();
        BlockingQueue<Sock> arrivals = server.bean(Room.class).arrivals();
        assertThat(List.of(arrivals.take(), arrivals.take(), arrivals.take())).contains(slow);
        assertThat(everybody.broadcast("news", aThirdOfTheQueue, List.of(slow))).isEmpty();
        assertThat(everybody.broadcast("news", aThirdOfTheQueue, List.of(slow))).isEmpty();
        assertThat(everybody.broadcast("news", aThirdOfTheQueue, List.of(slow))).containsExactly(slow);
    }

    @Test
    void badNamesAndValuesAreRefusedEvenIfNobodyListens() {
        assertThatThrownBy(() -> everybody.broadcast("$gotalk/x", "x", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> everybody.broadcast("news", new Unwritable()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private TestPeer connect() {
        TestPeer peer = server.connect();
        assertThat(peer.request("here", "x", boolean.class)).isTrue();
        return peer;
    }

    private static String news(TestPeer peer) {
        return peer.awaitNotification("news", String.class);
    }

    public static class Counted {
        private final AtomicInteger reads = new AtomicInteger();

        public String getText() {
            reads.incrementAndGet();
            return "counted";
        }
    }

    @ApplicationScoped
    static class Room {

        @Inject
        OpenSocks everybody;

        @Inject
        Sock sock;

        @Inject
        Journal journal;

        private volatile boolean wasThereWhenOpened = true;

        private final BlockingQueue<Sock> arrivals = new LinkedBlockingQueue<>();

        BlockingQueue<Sock> arrivals() {
            return arrivals;
        }

        void joined(@Observes @Opened Sock newcomer) {
            arrivals.add(newcomer);
            wasThereWhenOpened &= everybody.stream().anyMatch(newcomer::equals);
        }

        void left(@Observes @Closed Sock leaver) {
            journal.add(everybody.size() + " after one left");
        }

        @Operation
        boolean here() {
            return wasThereWhenOpened;
        }

        @Operation("tell others")
        int tellOthers(Sock from, String text) {
            return everybody.broadcast("news", text, peer -> peer != from).size();
        }

        @Operation("tell me")
        int tellMe(String text) {
            return everybody.broadcast("news", text, List.of(sock)).size();
        }
    }

    public static class Unwritable {
        public String getText() {
            throw new UnsupportedOperationException("no text");
        }
    }
}
