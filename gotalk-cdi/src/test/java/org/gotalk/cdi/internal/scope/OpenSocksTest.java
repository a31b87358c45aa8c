package org.gotalk.cdi.internal.scope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.cdi.Closed;
import org.gotalk.cdi.Journal;
import org.gotalk.cdi.OpenSocks;
import org.gotalk.cdi.Opened;
import org.gotalk.cdi.Operation;
import org.gotalk.cdi.Served;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class OpenSocksTest {

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @AutoClose
    private final Served served = Served.beans(Journal.class, Room.class);

    private final OpenSocks everybody = served.bean(OpenSocks.class);
    private final Journal journal = served.bean(Journal.class);
    private final Sock ada = connect("Ada");
    private final Sock bo = connect("Bo");

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
    void aBroadcastReachesAll() throws Exception {
        assertThat(everybody.broadcast("news", "hello")).isEmpty();
        assertThat(List.of(next(), next())).containsExactlyInAnyOrder("Ada: hello", "Bo: hello");
    }

    @Test
    void aBroadcastMayBeForSomeOnly() throws Exception {
        assertThat(ada.request("tell others", "hi", int.class)).isZero();
        assertThat(next()).isEqualTo("Bo: hi");
        assertThat(bo.request("tell me", "yes", int.class)).isZero();
        assertThat(next()).isEqualTo("Bo: yes");
        assertThat(heard).isEmpty();
    }

    @Test
    void aBroadcastIsEncodedOnce() throws Exception {
        Counted counted = new Counted();
        assertThat(everybody.broadcast("count", counted)).isEmpty();
        assertThat(List.of(next(), next())).allMatch("{\"text\":\"counted\"}"::equals);
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
        Sock slow = served.serve(new DeafPeer());
        BlockingQueue<Sock> arrivals = served.bean(Room.class).arrivals();
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

    private Sock connect(String name) {
        Sock sock = served.connect(Handlers.create()
                .handleNotification("news", String.class, text -> heard.add(name + ": " + text))
                .handleNotification("count", byte[].class, bytes -> heard.add(new String(bytes, UTF_8))));
        assertThat(sock.request("here", "x", boolean.class)).isTrue();
        return sock;
    }

    private String next() throws InterruptedException {
        String text = heard.poll(10, TimeUnit.SECONDS);
        assertThat(text).isNotNull();
        return text;
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
